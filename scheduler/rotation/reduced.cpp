#include "scheduler/rotation/reduced.h"

#include <algorithm>

namespace scheduler {
namespace {

constexpr std::int32_t kMostStarts = 200;

/// Marks people who meet somebody chosen, and chooses downwards from `from` those who do not.
class Strangers {
 public:
  explicit Strangers(const Rounds& rounds) : rounds_(rounds) {
    for (std::int32_t r = 0; r < rounds.count; ++r) tables_.push_back(members(rounds, r));
  }

  std::vector<std::int32_t> choose(std::int32_t from, std::size_t wanted) const {
    std::vector<bool> met(static_cast<std::size_t>(rounds_.people));
    std::vector<std::int32_t> chosen;
    for (std::int32_t i = 0; i < rounds_.people && chosen.size() < wanted; ++i) {
      const auto p = (from + rounds_.people - i) % rounds_.people;
      if (met[static_cast<std::size_t>(p)]) continue;
      chosen.push_back(p);
      mark(p, met);
    }
    return chosen;
  }

 private:
  void mark(std::int32_t p, std::vector<bool>& met) const {
    for (std::int32_t r = 0; r < rounds_.count; ++r)
      for (const auto q :
           tables_[static_cast<std::size_t>(r)][static_cast<std::size_t>(rounds_.at(r, p))])
        met[static_cast<std::size_t>(q)] = true;
  }

  const Rounds& rounds_;
  std::vector<std::vector<std::vector<std::int32_t>>> tables_;
};

}  // namespace

std::optional<Rounds> reduced(Rounds design, std::int32_t people, std::int32_t count) {
  if (design.count < count || design.people < people) return std::nullopt;
  auto rounds = first_rounds(std::move(design), count);
  if (rounds.people == people) return rounds;
  const auto surplus = static_cast<std::size_t>(rounds.people - people);
  const Strangers strangers(rounds);
  for (std::int32_t i = 0; i < std::min(rounds.people, kMostStarts); ++i) {
    auto gone = strangers.choose(rounds.people - 1 - i, surplus);
    if (gone.size() < surplus) continue;
    std::sort(gone.begin(), gone.end());
    std::vector<std::int32_t> kept;
    for (std::int32_t p = 0; p < rounds.people; ++p)
      if (!std::binary_search(gone.begin(), gone.end(), p)) kept.push_back(p);
    return only_people(rounds, kept);
  }
  return std::nullopt;
}

}  // namespace scheduler
