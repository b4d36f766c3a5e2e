#include "scheduler/replan/hitting_set.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace scheduler {
namespace {

class Search {
 public:
  Search(const std::vector<Changeable>& items,
         const std::vector<Clash>& clashes,
         const Terms& terms,
         Budget& budget)
      : items_(items),
        clashes_(clashes),
        terms_(terms),
        budget_(budget),
        fate_(items.size(), Fate::Stays),
        worst_(items.size(), Fate::IsLeftOut) {}

  std::optional<Fates> run() {
    visit(terms_.disturbed, {0, terms_.disturbed.count()});
    if (budget_.over()) return {};
    return best_;
  }

 private:
  /// One way to mend a clash.
  struct Step {
    std::size_t item = 0;
    Fate fate = Fate::Changes;
    Cost more;
  };

  [[nodiscard]] std::vector<Step> steps(const Clash& clash,
                                        const PeopleSet& people,
                                        std::int64_t loss) const {
    std::vector<Step> list;
    const auto lacking = [&](std::size_t i) { return people.lacking(*items_[i].people); };
    for (const auto i : clash.stay)
      if (worst_[i] != Fate::Stays) list.push_back({i, Fate::Changes, {0, lacking(i)}});
    for (const auto i : clash.take_place)
      if (worst_[i] == Fate::IsLeftOut && items_[i].loss &&
          loss + *items_[i].loss <= terms_.most_loss)
        list.push_back({i, Fate::IsLeftOut, {*items_[i].loss, lacking(i)}});
    return list;
  }

  [[nodiscard]] bool worth(const Cost& cost) const {
    return !best_ || is_less(cost, best_->cost, terms_.aim);
  }
  [[nodiscard]] bool ended() const {
    return budget_.over() || (best_ && !is_less(terms_.enough, best_->cost, terms_.aim));
  }

  void visit(const PeopleSet& people, const Cost& cost) {
    if (budget_.spend() || ended() || !worth(cost)) return;
    std::vector<std::vector<Step>> open;
    for (const auto& clash : clashes_)
      if (!is_mended(clash, fate_)) open.push_back(steps(clash, people, cost.loss));
    if (open.empty()) {
      best_ = Fates{fate_, cost};
      return;
    }
    if (!worth({cost.loss, cost.people + at_least(open, people)})) return;
    auto& narrowest = *std::min_element(
        open.begin(), open.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::stable_sort(narrowest.begin(), narrowest.end(), [&](const Step& a, const Step& b) {
      return is_less(a.more, b.more, terms_.aim);
    });
    const auto worst = worst_;
    for (const auto& step : narrowest) {
      const auto was = std::exchange(fate_[step.item], step.fate);
      auto more = people;
      more.add(*items_[step.item].people);
      visit(more, {cost.loss + step.more.loss, cost.people + step.more.people});
      fate_[step.item] = was;
      // Whatever comes next does without this step.
      worst_[step.item] = step.fate == Fate::IsLeftOut ? Fate::Changes : Fate::Stays;
      if (ended()) break;
    }
    worst_ = worst;
  }

  /// Clashes whose steps disturb none of the same people cost their cheapest step each.
  [[nodiscard]] std::int64_t at_least(std::vector<std::vector<Step>>& open,
                                      const PeopleSet& people) const {
    std::vector<std::pair<std::int64_t, const std::vector<Step>*>> costs;
    for (const auto& list : open) {
      std::int64_t least = INT64_MAX;
      for (const auto& step : list) least = std::min(least, step.more.people);
      if (least > 0) costs.emplace_back(least, &list);
    }
    std::stable_sort(
        costs.begin(), costs.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    auto counted = people;
    std::int64_t sum = 0;
    for (const auto& [least, list] : costs) {
      if (least == INT64_MAX) return least / 2;  // nothing mends it
      const bool apart = std::all_of(list->begin(), list->end(), [&](const Step& step) {
        return counted.lacking(*items_[step.item].people) == step.more.people;
      });
      if (!apart) continue;
      sum += least;
      for (const auto& step : *list) counted.add(*items_[step.item].people);
    }
    return sum;
  }

  const std::vector<Changeable>& items_;
  const std::vector<Clash>& clashes_;
  const Terms& terms_;
  Budget& budget_;
  std::vector<Fate> fate_;
  std::vector<Fate> worst_;  ///< that each item may still come to
  std::optional<Fates> best_;
};

}  // namespace

bool is_mended(const Clash& clash, const std::vector<Fate>& fates) {
  return std::any_of(clash.stay.begin(),
                     clash.stay.end(),
                     [&](std::size_t i) { return fates[i] != Fate::Stays; }) ||
         std::any_of(clash.take_place.begin(), clash.take_place.end(), [&](std::size_t i) {
           return fates[i] == Fate::IsLeftOut;
         });
}

std::optional<Fates> cheapest_fates(const std::vector<Changeable>& items,
                                    const std::vector<Clash>& clashes,
                                    const Terms& terms,
                                    Budget& budget) {
  return Search(items, clashes, terms, budget).run();
}

bool is_less(const Cost& a, const Cost& b, Aim aim) {
  if (aim == Aim::Loss) return std::tie(a.loss, a.people) < std::tie(b.loss, b.people);
  return std::tie(a.people, a.loss) < std::tie(b.people, b.loss);
}

}  // namespace scheduler
