#include "scheduler/replan/place_table.h"

#include <algorithm>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::RoomId;

engine::Board without_what_may_change(const RepairModel& model) {
  auto board = model.standing();
  for (const auto& variable : model.variables()) {
    if (variable.kind == Variable::Kind::Block)
      board.apply(Change::place(variable.block, engine::kNever));
    for (const auto slot : variable.slots) board.apply(Change::holder(slot, engine::PersonId{}));
    if (variable.kind == Variable::Kind::Rooms && model.of_block(variable.block) < 0)
      for (const auto a : variable.activities) board.apply(Change::room(a, RoomId{}));
  }
  return board;
}

using Word = Network::Word;
constexpr std::size_t kBits = 64;

std::size_t row_of(RoomId room) {
  return room.exists() ? room.index() + 1 : 0;
}

void clear_bit(Word* bits, std::size_t bit) {
  bits[bit / kBits] &= ~(Word{1} << (bit % kBits));
}

/// As many bits.
PlaceTable::Fits all_of(std::size_t bits) {
  PlaceTable::Fits fits((bits + kBits - 1) / kBits, ~Word{0});
  if (bits % kBits != 0) fits.back() >>= kBits - bits % kBits;
  return fits;
}

}  // namespace

PlaceTable::PlaceTable(const RepairModel& model)
    : model_(model),
      no_domains_(model.standing().problem().blocks.size()),
      rules_(model.standing().problem(), no_domains_),
      fixed_(without_what_may_change(model), engine::Scope::HardRules) {}

std::int64_t PlaceTable::harm(BlockId block, const Place& place) const {
  return fixed_.hard_delta(is_rotation(block) ? Change::place(block, place.start)
                                              : Change::place(block, place.start, place.room));
}

PlaceTable::Row& PlaceTable::row(std::size_t variable) {
  const auto [known, is_new] = rows_.try_emplace(variable);
  auto& row = known->second;
  if (!is_new) return row;
  const auto block = block_of(variable);
  auto options = model_.options(variable, model_.standing());
  std::erase_if(options, [](const Option& option) { return option.loss > 0; });
  std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
    return a.taste < b.taste;
  });
  row.places.push_back({model_.standing().start(block), model_.room_of(block, model_.standing())});
  std::vector<std::int64_t> harms{harm(block, row.places.front())};
  for (const auto& option : options) {
    const auto& change = option.changes.front();
    row.places.push_back({change.start, is_rotation(block) ? RoomId{} : RoomId{change.value}});
    harms.push_back(harm(block, row.places.back()));
  }
  row.harm = *std::min_element(harms.begin(), harms.end());
  std::size_t kept = 1;  // where it is now stays in the table
  for (std::size_t i = 1; i < harms.size(); ++i)
    if (harms[i] == row.harm) row.places[kept++] = row.places[i];
  row.places.resize(kept);
  row.by_room.resize(model_.standing().problem().rooms.size() + 1);
  for (std::size_t i = 0; i < kept; ++i) row.by_room[row_of(row.places[i].room)].push_back(i);
  for (auto& rows : row.by_room)
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
      return row.places[a].start < row.places[b].start;
    });
  return row;
}

const std::vector<PlaceTable::Place>& PlaceTable::places(std::size_t variable) {
  return row(variable).places;
}

const PlaceTable::Fits& PlaceTable::beside(std::size_t variable,
                                           std::size_t other,
                                           bool rooms_too) {
  const auto block = block_of(other);
  const bool by_trial = rooms_too && is_rotation(block);
  const auto [known, is_new] = beside_.try_emplace({variable, other, by_trial});
  auto& fits = known->second;
  if (!is_new) return fits;
  if (by_trial) return fits = beside_rotation(variable, block);
  fits = all_of(places(variable).size() + 1);
  clear_misfits(block, places(other).front(), variable, fits.data());
  return fits;
}

PlaceTable::Fits PlaceTable::beside_rotation(std::size_t variable, BlockId rotation) {
  const auto& mine = row(variable);
  auto fits = all_of(mine.places.size() + 1);
  fixed_.apply(Change::place(rotation, model_.standing().start(rotation)));
  for (std::size_t i = 0; i < mine.places.size(); ++i)
    if (harm(block_of(variable), mine.places[i]) > mine.harm) clear_bit(fits.data(), i);
  fixed_.apply(Change::place(rotation, engine::kNever));
  return fits;
}

const Relation& PlaceTable::relation(BlockId a, RoomId room_a, BlockId b, RoomId room_b) {
  const auto rooms = model_.standing().problem().rooms.size() + 1;
  auto& known = relations_[{a, b}];
  if (known.empty()) known.resize(rooms * rooms);
  auto& found = known[row_of(room_a) * rooms + row_of(room_b)];
  if (!found) found = rules_.between(a, b, {room_a, room_b});
  return *found;
}

/// Of the places of `b`, those that do not go with `a` at `place`.
void PlaceTable::clear_misfits(BlockId a, const Place& place, std::size_t b, Word* fits) {
  const auto& [places, by_room, harm] = row(b);
  const auto block = block_of(b);
  for (const auto& rows : by_room) {
    if (rows.empty()) continue;
    const auto room = places[rows.front()].room;
    const bool forth = a < block;
    const auto& rule =
        forth ? relation(a, place.room, block, room) : relation(block, room, a, place.room);
    const auto clear = [&](std::int64_t from, std::int64_t to) {  // both ends excluded
      for (auto i = std::partition_point(
               rows.begin(), rows.end(), [&](auto r) { return places[r].start <= from; });
           i != rows.end() && places[*i].start < to;
           ++i)
        clear_bit(fits, *i);
    };
    std::int64_t last = INT64_MIN;
    for (std::size_t n = 0; n < rule.allowed.size(); ++n) {
      const auto& one = rule.allowed[forth ? n : rule.allowed.size() - 1 - n];
      clear(last, std::int64_t{place.start} + (forth ? one.from : -one.to));
      last = std::int64_t{place.start} + (forth ? one.to : -one.from);
    }
    clear(last, INT64_MAX);
    if (!rule.in_days) continue;
    for (const auto i : rows)
      if (!(forth ? rules_.days_fit(rule, place.start, places[i].start)
                  : rules_.days_fit(rule, places[i].start, place.start)))
        clear_bit(fits, i);
  }
}

PlaceTable::Fits PlaceTable::together(std::size_t a, std::size_t b) {
  const auto& of_a = places(a);
  const auto all = all_of(places(b).size() + 1);
  Fits fits;
  for (std::size_t i = 0; i <= of_a.size(); ++i) {
    fits.insert(fits.end(), all.begin(), all.end());
    if (i < of_a.size()) clear_misfits(block_of(a), of_a[i], b, fits.data() + i * all.size());
  }
  return fits;
}

}  // namespace scheduler
