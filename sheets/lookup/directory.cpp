#include "sheets/lookup/directory.h"

#include "engine/formats/formats.h"
#include "engine/model/words.h"

namespace sheets {

std::string role_title(const std::string& role, engine::Language language) {
  const auto* known = engine::find_role(role);
  return known == nullptr ? engine::in_words(role) : capital(std::string(known->name.in(language)));
}

engine::Text people_counted(std::size_t people) {
  return people == 1 ? engine::say({"1\u00a0personne", "1\u00a0person"})
                     : engine::say({"{0}\u00a0personnes", "{0}\u00a0people"}, people);
}

engine::Text seats_counted(int seats) {
  return seats == 1 ? engine::say({"1\u00a0place", "1\u00a0seat"})
                    : engine::say({"{0}\u00a0places", "{0}\u00a0seats"}, seats);
}

std::string date_title(engine::Day day, engine::Language language) {
  return capital(engine::long_date(day, language));
}

}  // namespace sheets
