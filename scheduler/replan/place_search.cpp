#include "scheduler/replan/place_search.h"

#include <algorithm>
#include <utility>

#include "scheduler/search/random.h"

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

PlaceSearch::PlaceSearch(const RepairModel& model,
                         std::vector<bool> must_go,
                         std::vector<Loss> losses)
    : model_(model),
      must_go_(std::move(must_go)),
      losses_(std::move(losses)),
      table_(model),
      network_(sizes_of(model, table_)),
      room_time_(model.standing().problem()) {
  for (std::size_t i = 0; i < model.variables().size(); ++i) {
    if (!is_block(i)) continue;
    const auto variable = static_cast<int>(i);
    const auto& places = table_.places(i);
    network_.goes_with_all(variable, static_cast<int>(places.size()));
    // What is long is hard to fit in.
    const auto minutes = model.standing().problem().blocks[model.variables()[i].block].minutes;
    network_.weigh(variable, std::max(1.0, minutes / 5.0));
    room_time_.add(variable, model.variables()[i].block, places, losses_[i].value_or(0));
  }
}

/// Of an item that changes, beside all that stay, and nowhere where that does not cost too much.
PlaceTable::Fits PlaceSearch::places_left(std::size_t item,
                                          const std::vector<Fate>& fates,
                                          const engine::Board& base,
                                          std::int64_t most_loss) {
  const auto& variables = model_.variables();
  const auto nowhere = table_.places(item).size();
  PlaceTable::Fits fits((nowhere + 64) / 64, ~Network::Word{0});
  std::vector<bool> rooms_change(fates.size());
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (variables[i].kind == Variable::Kind::Rooms && fates[i] != Fate::Stays)
      if (const auto block = model_.of_block(variables[i].block); block >= 0)
        rooms_change[static_cast<std::size_t>(block)] = true;
  const auto keep = [&](const PlaceTable::Fits& beside) {
    for (std::size_t i = 0; i < fits.size(); ++i) fits[i] &= beside[i];
  };
  for (std::size_t other = 0; other < fates.size(); ++other) {
    if (other == item || !is_block(other) || fates[other] != Fate::Stays) continue;
    const auto block = variables[other].block;
    if (!base.placed(block)) continue;
    if (model_.at_home(block, base))
      keep(table_.beside(item, other, !rooms_change[other]));
    else
      keep(table_.beside(item, other, {base.start(block), model_.room_of(block, base)}));
  }
  if (must_go_[item]) fits.front() &= ~Network::Word{1};
  const auto last = Network::Word{1} << (nowhere % 64);
  fits.back() &= last - 1;
  if (losses_[item] && *losses_[item] <= most_loss) fits.back() |= last;
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
      if (!together.of_a.empty())
        network_.add_pair(static_cast<int>(items[a]),
                          static_cast<int>(items[b]),
                          std::move(together.of_a),
                          std::move(together.of_b));
    }
  return true;
}

Outcome PlaceSearch::run(const std::vector<Fate>& fates,
                         const engine::Board& base,
                         std::int64_t most_loss,
                         const Accept& accept,
                         std::int64_t most_work,
                         Budget& budget) {
  std::vector<std::size_t> items;
  std::vector<std::pair<int, PlaceTable::Fits>> values;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (!is_block(i) || fates[i] != Fate::Changes) continue;
    items.push_back(i);
    const auto& left =
        values.emplace_back(static_cast<int>(i), places_left(i, fates, base, most_loss)).second;
    if (std::all_of(left.begin(), left.end(), [](auto w) { return w == 0; })) return Outcome::None;
  }
  const auto too_much = [&](const Network::State& state) {
    return room_time_.least_loss(network_, state, items) > most_loss;
  };
  if (too_much(network_.part(values))) return Outcome::None;
  if (!relate(items, budget)) return Outcome::GivenUp;
  const auto placed = [&](const std::vector<int>& found) {
    std::vector<Placed> list;
    for (const auto item : items) list.push_back({item, static_cast<std::size_t>(found[item])});
    return accept(list);
  };
  Random random(1);
  // The nearest more often than not; but each new beginning is to be another one.
  const auto first = [&](const Network::State& state, int variable) {
    const int nearest = network_.first_value(state, variable);
    const auto left = static_cast<std::size_t>(state.left[static_cast<std::size_t>(variable)]);
    if (random.below(4) > 0) return nearest;
    auto skip = random.below(left);
    int value = nearest;
    network_.each_value(state, variable, [&](int v) {
      if (skip-- == 0) value = v;
    });
    return value == static_cast<int>(table_.places(static_cast<std::size_t>(variable)).size())
               ? nearest
               : value;
  };
  return Backtracking(network_,
                      {.accept = placed, .hopeless = too_much, .alike = {}, .first = first})
      .run(network_.part(values), most_work, budget);
}

}  // namespace scheduler
