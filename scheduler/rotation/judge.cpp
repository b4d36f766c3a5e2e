#include "scheduler/rotation/judge.h"

#include <algorithm>
#include <vector>

namespace scheduler {
namespace {

using Members = std::vector<std::vector<std::int32_t>>;

bool is_whole(const Rounds& rounds) {
  const auto cells =
      static_cast<std::size_t>(rounds.people) * static_cast<std::size_t>(rounds.count);
  return rounds.group.size() == cells &&
         std::all_of(rounds.group.begin(), rounds.group.end(), [&](std::int32_t g) {
           return g >= 0 && g < rounds.groups;
         });
}

void count_sizes(const std::vector<Members>& tables, Judgement& judgement) {
  judgement.smallest = INT32_MAX;
  for (const auto& round : tables) {
    const auto [small, large] = std::minmax_element(
        round.begin(), round.end(), [](auto& a, auto& b) { return a.size() < b.size(); });
    const auto least = static_cast<std::int32_t>(small->size());
    const auto most = static_cast<std::int32_t>(large->size());
    judgement.smallest = std::min(judgement.smallest, least);
    judgement.largest = std::max(judgement.largest, most);
    judgement.spread = std::max(judgement.spread, most - least);
  }
}

/// Longest run of equal numbers in `list`, which is sorted on the way; `f(length)` for each run.
template <class F>
void each_run(std::vector<std::int32_t>& list, F f) {
  std::sort(list.begin(), list.end());
  for (std::size_t i = 0, next = 0; i < list.size(); i = next) {
    while (next < list.size() && list[next] == list[i]) ++next;
    f(static_cast<std::int32_t>(next - i));
  }
}

}  // namespace

Judgement judge(const Rounds& rounds) {
  Judgement judgement;
  judgement.whole = is_whole(rounds);
  if (!judgement.whole || rounds.groups < 1 || rounds.count < 1) return judgement;
  std::vector<Members> tables;
  for (std::int32_t r = 0; r < rounds.count; ++r) tables.push_back(members(rounds, r));
  count_sizes(tables, judgement);
  std::vector<std::int32_t> met;
  std::vector<std::int32_t> visited;
  for (std::int32_t p = 0; p < rounds.people; ++p) {
    met.clear();
    visited.clear();
    for (std::int32_t r = 0; r < rounds.count; ++r) {
      visited.push_back(rounds.at(r, p));
      for (const auto q :
           tables[static_cast<std::size_t>(r)][static_cast<std::size_t>(visited.back())])
        if (q < p) met.push_back(q);
    }
    each_run(met, [&](std::int32_t times) {
      ++judgement.distinct_pairs;
      judgement.repeat_meetings += times - 1;
      judgement.repeat_cost += static_cast<std::int64_t>(times) * (times - 1) / 2;
      judgement.most_meetings = std::max(judgement.most_meetings, times);
    });
    each_run(visited, [&](std::int32_t times) {
      judgement.most_visits = std::max(judgement.most_visits, times);
    });
  }
  return judgement;
}

}  // namespace scheduler
