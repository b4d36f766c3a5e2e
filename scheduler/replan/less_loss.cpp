// How FewestChanges brings back what a repair leaves out.
#include <algorithm>
#include <array>

#include "scheduler/replan/fewest_changes.h"

namespace scheduler {
namespace {

constexpr std::int64_t kMostWorkOfRearranging = 200'000;

}  // namespace

std::vector<std::size_t> FewestChanges::left_out() const {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < people_.size(); ++i)
    if (blocks_[i] && !best_.board.placed(model_.variables()[i].block)) list.push_back(i);
  return list;
}

/// Whether an item that the best repair leaves out finds a place for what matters less, if what is
/// in these two rooms may change too; all else stays as the best repair has it.
bool FewestChanges::bring_back(std::size_t item,
                               std::array<engine::RoomId, 2> rooms,
                               Budget& budget) {
  const auto base = best_.board;
  std::vector<Fate> fates(people_.size(), Fate::Stays);
  auto spare = best_.price.loss - 1;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (!blocks_[i]) continue;
    const auto block = model_.variables()[i].block;
    const auto room = model_.room_of(block, base);
    if (!base.placed(block)) {
      fates[i] = i == item ? Fate::Changes : Fate::IsLeftOut;
      if (i != item) spare -= losses_[i].value_or(0);
    } else if (room.exists() && (room == rooms[0] || room == rooms[1])) {
      fates[i] = Fate::Changes;
    }
  }
  const auto accept = [&](const auto& placed) { return judge(base, fates, placed); };
  return search_->run(fates, base, spare, accept, kMostWorkOfRearranging, budget) == Outcome::Found;
}

/// One item after the other, whoever is missed most first, until none is brought back any more.
void FewestChanges::bring_back_all(Budget& budget) {
  const auto rooms = static_cast<std::int32_t>(evaluator_.problem().rooms.size());
  for (bool better = true; better;) {
    better = false;
    auto out = left_out();
    std::stable_sort(
        out.begin(), out.end(), [&](auto a, auto b) { return losses_[a] > losses_[b]; });
    for (const auto i : out)
      for (std::int32_t a = 0; a < rooms; ++a)
        for (std::int32_t b = 0; b <= a; ++b) {
          if (budget.over()) return;
          if (best_.board.placed(model_.variables()[i].block)) continue;
          better = bring_back(i, {engine::RoomId{a}, engine::RoomId{b}}, budget) || better;
        }
  }
}

/// What has to change, and what costs nothing.
std::vector<Fate> FewestChanges::first_changes() const {
  std::vector<Fate> fates(people_.size(), Fate::Stays);
  for (const auto& clash : clashes_)
    if (clash.size() == 1) fates[clash.front()] = Fate::Changes;
  change_what_costs_nothing(fates);
  return fates;
}

/// Asks for as little as was not refused yet, which is soon refused or else found, then for half of
/// what is known, then for any less.
void FewestChanges::lose_less(Budget& budget) {
  std::int64_t least = 0;  // that is not refused
  const auto ask = [&](std::int64_t most_loss) {
    if (best_.price.loss <= most_loss) return Outcome::Found;
    const auto known = clashes_.size();
    const auto fates = first_changes();
    const auto begin = place(fates, most_loss, kMostWorkOfRepair, budget);
    const auto outcome = widen(fates, most_loss, begin, budget);
    if (outcome == Outcome::None) least = most_loss + 1;
    // They hold for those that lose so little.
    if (best_.price.loss > most_loss) clashes_.resize(known);
    return outcome;
  };
  while (search_ && best_.price.loss > least && !budget.over()) {
    const auto loss = best_.price.loss;
    bring_back_all(budget);
    while (least < best_.price.loss && ask(least) == Outcome::None) continue;
    if (const auto half = (least + best_.price.loss) / 2; half > least) (void)ask(half);
    if (best_.price.loss == loss) break;
  }
}

}  // namespace scheduler
