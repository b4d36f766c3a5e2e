#include "scheduler/replan/place_search.h"

#include <algorithm>
#include <utility>

namespace scheduler {
namespace {

constexpr std::size_t kPlacesPerStep = 16;
constexpr std::size_t kMostWords = 10'000'000;  // of the network's pairs, one way

std::vector<int> sizes_of(const RepairModel& model, PlaceTable& table) {
  std::vector<int> sizes;
  for (std::size_t i = 0; i < model.variables().size(); ++i)
    sizes.push_back(model.variables()[i].kind == Variable::Kind::Block
                        ? static_cast<int>(table.places(i).size()) + 1
                        : 1);
  return sizes;
}

}  // namespace

PlaceSearch::PlaceSearch(const RepairModel& model, std::vector<bool> must_go)
    : model_(model),
      must_go_(std::move(must_go)),
      table_(model),
      network_(sizes_of(model, table_)),
      room_time_(model.standing().problem()) {
  for (std::size_t i = 0; i < model.variables().size(); ++i)
    if (is_block(i))
      room_time_.add(static_cast<int>(i), model.variables()[i].block, table_.places(i));
}

/// Of an item that changes, beside all that stay.
PlaceTable::Fits PlaceSearch::places_left(std::size_t item, const std::vector<Fate>& fates) {
  const auto& variables = model_.variables();
  const auto nowhere = table_.places(item).size();
  PlaceTable::Fits fits((nowhere + 64) / 64, ~Network::Word{0});
  std::vector<bool> rooms_change(fates.size());
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (variables[i].kind == Variable::Kind::Rooms && fates[i] != Fate::Stays)
      if (const auto block = model_.of_block(variables[i].block); block >= 0)
        rooms_change[static_cast<std::size_t>(block)] = true;
  for (std::size_t other = 0; other < fates.size(); ++other) {
    if (other == item || !is_block(other) || fates[other] != Fate::Stays) continue;
    const auto& beside = table_.beside(item, other, !rooms_change[other]);
    for (std::size_t i = 0; i < fits.size(); ++i) fits[i] &= beside[i];
  }
  if (must_go_[item]) fits.front() &= ~Network::Word{1};
  fits.back() &= (Network::Word{1} << (nowhere % 64)) - 1;
  return fits;
}

/// Puts what these items do to each other into the network, once. False when that is too much.
bool PlaceSearch::relate(const std::vector<std::size_t>& items, Budget& budget) {
  for (std::size_t a = 0; a < items.size(); ++a)
    for (std::size_t b = a + 1; b < items.size(); ++b) {
      if (related_.contains({items[a], items[b]})) continue;
      words_ += table_.places(items[a]).size() * network_.words(static_cast<int>(items[b]));
      // As much work as so many steps.
      for (std::size_t i = 0; i < table_.places(items[a]).size(); i += kPlacesPerStep)
        if (budget.spend()) return false;
      if (words_ > kMostWords) return false;
      related_.insert({items[a], items[b]});
      auto together = table_.together(items[a], items[b]);
      network_.add_pair(
          static_cast<int>(items[a]), static_cast<int>(items[b]), std::move(together));
    }
  return true;
}

Outcome PlaceSearch::run(const std::vector<Fate>& fates,
                         const Accept& accept,
                         std::int64_t most_work,
                         Budget& budget) {
  std::vector<std::size_t> items;
  std::vector<std::pair<int, PlaceTable::Fits>> values;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (!is_block(i) || fates[i] != Fate::Changes) continue;
    items.push_back(i);
    const auto& left = values.emplace_back(static_cast<int>(i), places_left(i, fates)).second;
    if (std::all_of(left.begin(), left.end(), [](auto w) { return w == 0; })) return Outcome::None;
  }
  if (!relate(items, budget)) return Outcome::GivenUp;
  const auto placed = [&](const std::vector<int>& found) {
    std::vector<Placed> list;
    for (const auto item : items) list.push_back({item, static_cast<std::size_t>(found[item])});
    return accept(list);
  };
  const auto too_long = [&](const Network::State& state) {
    return !room_time_.suffices(network_, state, items);
  };
  return Backtracking(network_, {.accept = placed, .hopeless = too_long})
      .run(network_.part(values), most_work, budget);
}

}  // namespace scheduler
