#include "sheets/lookup/directory.h"

#include "engine/formats/formats.h"
#include "engine/model/words.h"

namespace sheets {

std::string role_title(const std::string& role, engine::Language language) {
  const auto* known = engine::find_role(role);
  return known == nullptr ? engine::in_words(role) : capital(std::string(known->name.in(language)));
}

engine::Text people_counted(std::size_t people) {
  return engine::say({"{0}\u00a0{0:personne|personnes}", "{0}\u00a0{0:person|people}"}, people);
}

engine::Text seats_counted(int seats) {
  return engine::say({"{0}\u00a0{0:place|places}", "{0}\u00a0{0:seat|seats}"}, seats);
}

std::string date_title(engine::Day day, engine::Language language) {
  return capital(engine::long_date(day, language));
}

}  // namespace sheets
