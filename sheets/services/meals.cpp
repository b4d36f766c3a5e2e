#include "sheets/services/meals.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/model/fold.h"
#include "engine/model/words.h"
#include "sheets/lookup/directory.h"
#include "sheets/lookup/uses.h"

namespace sheets {
namespace {

using engine::say;

class Counter {
 public:
  Counter(const engine::Gathering& gathering, const PrintOptions& options)
      : options_(options), directory_(gathering) {}

  [[nodiscard]] std::vector<MealDay> days(const engine::Plan& plan) const {
    std::vector<MealDay> days;
    for (const auto& use : uses_of(directory_, plan)) {
      const auto* format = use.format();
      const bool meal = format != nullptr && format->key == "meal";
      const bool drinks = format != nullptr && (format->key == "break" || format->key == "welcome");
      if (!meal && !drinks) continue;
      const auto day = engine::day_of(use.start);
      if (days.empty() || days.back().key != engine::iso_date(day))
        days.push_back({engine::iso_date(day), date_title(day, options_.language), {}, {}});
      (meal ? days.back().meals : days.back().drinks).push_back(sitting(use, meal));
    }
    return days;
  }

 private:
  [[nodiscard]] Sitting sitting(const Use& use, bool meal) const {
    Sitting sitting;
    sitting.hours = engine::clock_text(use.start) + "–" + engine::clock_text(use.end);
    sitting.title = use.full_title();
    if (!use.room.empty()) sitting.place = directory_.place(use.room);
    sitting.people = heads_in(use);
    if (meal && !options_.no_personal_data) sitting.diets = diets(use, sitting.people);
    return sitting;
  }

  [[nodiscard]] std::vector<DietCount> diets(const Use& use, std::size_t heads) const {
    std::map<std::string, DietCount> counts;  // by folded diet
    std::size_t said = 0;
    for (const auto& key : people_in(use)) {
      const auto* person = directory_.person(key);
      if (person == nullptr || person->diet.empty()) continue;
      auto& count = counts[engine::fold(person->diet)];
      if (count.people++ == 0) count.diet = person->diet;
      ++said;
    }
    std::vector<DietCount> list;
    for (auto& entry : counts) list.push_back(std::move(entry.second));
    std::stable_sort(
        list.begin(), list.end(), [](const auto& a, const auto& b) { return a.people > b.people; });
    if (heads > said)
      list.push_back(
          {say({"sans régime indiqué", "no diet given"}).in(options_.language), heads - said});
    return list;
  }

  const PrintOptions& options_;
  Directory directory_;
};

}  // namespace

std::vector<MealDay> meals_of(const engine::Gathering& gathering,
                              const engine::Plan& plan,
                              const PrintOptions& options) {
  return Counter(gathering, options).days(plan);
}

}  // namespace sheets
