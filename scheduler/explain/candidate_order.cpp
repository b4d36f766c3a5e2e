#include <algorithm>
#include <set>

#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::Minute;
using engine::say;
using engine::Words;

constexpr std::int64_t kGap = 30;  // less time between two items, or more
constexpr std::int64_t kOrderDropped = 150;

constexpr Words kNoOrder{"ne plus demander que {0} vienne après «\u202f{1}\u202f»",
                         "no longer ask that {0} comes after \"{1}\""};
constexpr Words kShorterGap{"ne demander que {2} min entre «\u202f{1}\u202f» et {0}",
                            "ask for only {2} min between \"{1}\" and {0}"};
constexpr Words kShorterGaps{"ne demander que {0} min entre une séance et la suivante",
                             "ask for only {0} min between an item and the next"};
constexpr Words kShorterEverywhere{
    "ne demander nulle part plus de {0} min entre une séance et la suivante",
    "ask nowhere for more than {0} min between an item and the next"};
constexpr Words kFewerDays{"ramener à {2} le nombre de jours entre «\u202f{1}\u202f» et {0}",
                           "cut the days between \"{1}\" and {0} to {2}"};
constexpr Words kLongerGap{"permettre jusqu’à {2} min entre «\u202f{1}\u202f» et {0}",
                           "allow up to {2} min between \"{1}\" and {0}"};
constexpr Words kMoreDays{"permettre jusqu’à {2} {2:jour|jours} entre «\u202f{1}\u202f» et {0}",
                          "allow up to {2} {2:day|days} between \"{1}\" and {0}"};
constexpr Words kNoSameStart{"ne plus demander que {0} commence avec d’autres",
                             "no longer ask that {0} starts with others"};
constexpr Words kNoNotWith{"accepter que {0} ait lieu en même temps que d’autres",
                           "accept that {0} runs at the same time as others"};

/// As people know the item.
std::string title_of(const engine::Gathering& gathering, const engine::Key& id) {
  for (const auto& one : gathering.sessions)
    if (one.id.value == id.value && !one.title.empty()) return one.title;
  for (const auto& one : gathering.rotations)
    if (one.id.value == id.value && !one.title.empty()) return one.title;
  return id.value;
}

/// One relation of an item to an earlier one, with other numbers or none.
class Relaxing {
 public:
  Relaxing(CandidateList& out, const Item& item, std::size_t row)
      : out_(out), item_(item), row_(row), after_(item.timing.after[row]) {}

  void add() {
    less(after_.gap, kLongSteps, 1, kShorterGap, [](auto& a, int value) { a.gap = value; });
    less(after_.gap_days.value_or(0), kDaySteps, kPerDay, kFewerDays, [](auto& a, int value) {
      a.gap_days = value;
    });
    if (after_.max_gap)
      more(*after_.max_gap, kLongSteps, 1, kLongerGap, [](auto& a, int value) {
        a.max_gap = value;
      });
    if (after_.max_gap_days)
      more(*after_.max_gap_days, kDaySteps, kPerDay, kMoreDays, [](auto& a, int value) {
        a.max_gap_days = value;
      });
    if (after_.max_term_days)
      more(*after_.max_term_days, kDaySteps, kPerDay, kMoreDays, [](auto& a, int value) {
        a.max_term_days = value;
      });
    auto left = item_.timing.after;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(row_));
    out_.add("after " + pair(),
             kOrderDropped,
             say(kNoOrder, item_.name, title_of(out_.gathering, after_.item)),
             {{item_.table, item_.id.value, "after", after_toml(left)}});
  }

 private:
  [[nodiscard]] std::string pair() const { return item_.id.value + " " + after_.item.value; }

  template <class Steps, class F>
  void less(int now, const Steps& steps, std::int64_t point, const Words& words, F set) {
    for (const auto left : down_from(now, 0, steps))
      put("less ", point * (now - left), left, words, set);
  }

  template <class Steps, class F>
  void more(int now, const Steps& steps, std::int64_t point, const Words& words, F set) {
    for (const auto step : steps)
      put("more ", point * step, now + static_cast<int>(step), words, set);
  }

  template <class F>
  void put(const char* way, std::int64_t cost, int value, const Words& words, F set) {
    auto list = item_.timing.after;
    set(list[row_], value);
    out_.add_by_degrees(way + std::string(words.en) + pair(),
                        kGap + cost,
                        say(words, item_.name, title_of(out_.gathering, after_.item), value),
                        {{item_.table, item_.id.value, "after", after_toml(list)}});
  }

  CandidateList& out_;
  const Item& item_;
  std::size_t row_;
  const engine::After& after_;
};

void add_order_of(CandidateList& out, const Item& item) {
  const auto& timing = item.timing;
  for (std::size_t i = 0; i < timing.after.size(); ++i) Relaxing(out, item, i).add();
  if (!timing.same_start.empty())
    out.add("same_start " + item.id.value,
            kOrderDropped,
            say(kNoSameStart, item.name),
            {{item.table, item.id.value, "same_start", "[]"}});
  std::set<std::string> apart;
  for (const auto& row : timing.not_with) apart.insert(row.gap > 0 ? "not_near" : "not_with");
  std::vector<engine::Setting> cleared;
  for (const auto& key : apart) cleared.push_back({item.table, item.id.value, key, "[]"});
  if (!cleared.empty())
    out.add(
        "not_with " + item.id.value, kOrderDropped, say(kNoNotWith, item.name), std::move(cleared));
}

/// No more than some minutes between what `each_of` walks over and what it comes after.
template <class EachItem>
void add_shorter_gaps(CandidateList& out,
                      const char* family,
                      const Words& words,
                      EachItem each_of) {
  int most = 0;
  each_of([&](const Item& item) {
    for (const auto& after : item.timing.after) most = std::max(most, after.gap);
  });
  for (const auto left : down_from(most, 0, kLongSteps)) {
    std::vector<engine::Setting> changes;
    std::int64_t cost = 0;
    each_of([&](const Item& item) {
      auto list = item.timing.after;
      std::int64_t less = 0;
      for (auto& after : list) {
        less += std::max(0, after.gap - left);
        after.gap = std::min(after.gap, left);
      }
      if (less == 0) return;
      cost += kGap + less;
      changes.push_back({item.table, item.id.value, "after", after_toml(list)});
    });
    if (changes.size() > 1) out.add_by_degrees(family, cost, say(words, left), std::move(changes));
  }
}

}  // namespace

void add_order(CandidateList& out) {
  each_item(out, [&](const Item& item) { add_order_of(out, item); });
  add_shorter_gaps(out, "gaps", kShorterGaps, [&](auto f) { each_item(out, f); });
  // Where one gap is too long the others may well be: those of a chain across the day.
  add_shorter_gaps(out, "all gaps", kShorterEverywhere, [&](auto f) {
    for (const auto& session : out.gathering.sessions) f(item_of(session));
    for (const auto& rotation : out.gathering.rotations) f(item_of(rotation));
  });
}

}  // namespace scheduler
