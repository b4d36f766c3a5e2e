#include "scheduler/replan/hitting_set.h"

#include <algorithm>
#include <utility>

namespace scheduler {
namespace {

class Search {
 public:
  Search(const Hitting& hitting, Budget& budget)
      : hitting_(hitting),
        budget_(budget),
        changes_(hitting.people.size()),
        stays_(hitting.people.size()) {}

  std::optional<Hit> run() {
    visit(hitting_.disturbed, hitting_.disturbed.count());
    if (budget_.over()) return {};
    return best_;
  }

 private:
  /// One way to mend a clash.
  struct Step {
    std::size_t item = 0;
    std::int64_t more = 0;  ///< people
  };

  [[nodiscard]] bool worth(std::int64_t people) const { return !best_ || people < best_->people; }
  [[nodiscard]] bool ended() const {
    return budget_.over() || (best_ && best_->people <= hitting_.enough);
  }

  [[nodiscard]] std::vector<Step> steps(const Clash& clash, const PeopleSet& people) const {
    std::vector<Step> list;
    for (const auto i : clash)
      if (!stays_[i]) list.push_back({i, people.lacking(*hitting_.people[i])});
    return list;
  }

  void visit(const PeopleSet& people, std::int64_t count) {
    if (budget_.spend() || ended() || !worth(count)) return;
    std::vector<std::vector<Step>> open;
    for (const auto& clash : hitting_.clashes) {
      if (std::any_of(clash.begin(), clash.end(), [&](std::size_t i) { return changes_[i]; }))
        continue;
      open.push_back(steps(clash, people));
      if (open.back().empty()) return;
    }
    if (open.empty()) {
      best_ = Hit{changes_, count};
      return;
    }
    if (!worth(count + at_least(open, people))) return;
    branch(open, people, count);
  }

  void branch(std::vector<std::vector<Step>>& open, const PeopleSet& people, std::int64_t count) {
    auto& narrowest = *std::min_element(
        open.begin(), open.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::stable_sort(narrowest.begin(), narrowest.end(), [](const Step& a, const Step& b) {
      return a.more < b.more;
    });
    for (const auto& step : narrowest) {
      changes_[step.item] = true;
      auto more = people;
      more.add(*hitting_.people[step.item]);
      visit(more, count + step.more);
      changes_[step.item] = false;
      // Whatever comes next does without this step.
      stays_[step.item] = true;
      if (ended()) break;
    }
    for (const auto& step : narrowest) stays_[step.item] = false;
  }

  /// Each clash costs at least its cheapest step, of the people that no clash before it is about.
  [[nodiscard]] std::int64_t at_least(std::vector<std::vector<Step>>& open,
                                      const PeopleSet& people) const {
    const auto least = [](const std::vector<Step>& list) {
      return std::min_element(list.begin(),
                              list.end(),
                              [](const Step& a, const Step& b) { return a.more < b.more; })
          ->more;
    };
    std::vector<std::pair<std::int64_t, const std::vector<Step>*>> costs;
    for (const auto& list : open)
      if (const auto cost = least(list); cost > 0) costs.emplace_back(cost, &list);
    std::stable_sort(
        costs.begin(), costs.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    auto counted = people;
    std::int64_t sum = 0;
    for (const auto& [cost, list] : costs) {
      auto more = cost;
      for (const auto& step : *list)
        more = std::min(more, counted.lacking(*hitting_.people[step.item]));
      if (more == 0) continue;
      sum += more;
      for (const auto& step : *list) counted.add(*hitting_.people[step.item]);
    }
    return sum;
  }

  const Hitting& hitting_;
  Budget& budget_;
  std::vector<bool> changes_;
  std::vector<bool> stays_;  ///< decided
  std::optional<Hit> best_;
};

}  // namespace

std::optional<Hit> fewest_people(const Hitting& hitting, Budget& budget) {
  return Search(hitting, budget).run();
}

}  // namespace scheduler
