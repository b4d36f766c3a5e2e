#include "scheduler/replan/place_table.h"

#include <algorithm>
#include <span>
#include <tuple>

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

void by_room(PlaceTable::Places& places) {
  const auto& list = places.list;
  for (std::size_t i = 0; i < list.size(); ++i) places.by_room.push_back(i);
  std::stable_sort(places.by_room.begin(), places.by_room.end(), [&](auto a, auto b) {
    return std::tie(list[a].room, list[a].start) < std::tie(list[b].room, list[b].start);
  });
  for (std::size_t n = 0; n < list.size(); ++n)
    if (n == 0 || list[places.by_room[n - 1]].room != list[places.by_room[n]].room)
      places.room_begins.push_back(n);
  places.room_begins.push_back(list.size());
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
  auto& places = row.all.list;
  places.push_back({model_.standing().start(block), model_.room_of(block, model_.standing())});
  std::vector<std::int64_t> harms{harm(block, places.front())};
  for (const auto& option : options) {
    const auto& change = option.changes.front();
    places.push_back({change.start, is_rotation(block) ? RoomId{} : RoomId{change.value}});
    harms.push_back(harm(block, places.back()));
  }
  row.harm = *std::min_element(harms.begin(), harms.end());
  std::size_t kept = 1;  // where it is now stays in the table
  for (std::size_t i = 1; i < harms.size(); ++i)
    if (harms[i] == row.harm) places[kept++] = places[i];
  places.resize(kept);
  by_room(row.all);
  return row;
}

const std::vector<PlaceTable::Place>& PlaceTable::places(std::size_t variable) {
  return row(variable).all.list;
}

/// Calls `f(i, j)` for those of the places of `a` and of `b` that do not go together.
template <class F>
void PlaceTable::each_misfit(
    BlockId a, const Places& of_a, BlockId b, const Places& of_b, const F& f) {
  if (a < b)
    each_in_order(a, of_a, b, of_b, f);
  else
    each_in_order(b, of_b, a, of_a, [&](std::size_t i, std::size_t j) { f(j, i); });
}

/// `a` is before `b` in the problem.
template <class F>
void PlaceTable::each_in_order(
    BlockId a, const Places& of_a, BlockId b, const Places& of_b, const F& f) {
  const auto groups = [](const Places& places, auto each) {
    for (std::size_t n = 0; n + 1 < places.room_begins.size(); ++n) {
      const auto rows =
          std::span(places.by_room)
              .subspan(places.room_begins[n], places.room_begins[n + 1] - places.room_begins[n]);
      each(rows, places.list[rows.front()].room);
    }
  };
  groups(of_a, [&](std::span<const std::size_t> rows_a, RoomId room_a) {
    groups(of_b, [&](std::span<const std::size_t> rows_b, RoomId room_b) {
      const auto& rule = relation(a, room_a, b, room_b);
      if (rule.rules == 0 && !rule.in_days) return;
      for (const auto i : rows_a) {
        const auto start = of_a.list[i].start;
        const auto refuse = [&](std::int64_t from, std::int64_t to) {  // both ends excluded
          for (auto j = std::partition_point(rows_b.begin(),
                                             rows_b.end(),
                                             [&](auto r) { return of_b.list[r].start <= from; });
               j != rows_b.end() && of_b.list[*j].start < to;
               ++j)
            f(i, *j);
        };
        std::int64_t last = INT64_MIN;
        for (const auto& one : rule.allowed) {
          refuse(last, std::int64_t{start} + one.from);
          last = std::int64_t{start} + one.to;
        }
        refuse(last, INT64_MAX);
        if (!rule.in_days) continue;
        for (const auto j : rows_b)
          if (!rules_.days_fit(rule, start, of_b.list[j].start)) f(i, j);
      }
    });
  });
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
  return fits = beside(variable, other, places(other).front());
}

PlaceTable::Fits PlaceTable::beside(std::size_t variable, std::size_t other, const Place& there) {
  const auto& mine = row(variable).all;
  auto fits = all_of(mine.list.size() + 1);
  Places one{.list = {there}, .by_room = {}, .room_begins = {}};
  by_room(one);
  each_misfit(block_of(other), one, block_of(variable), mine, [&](std::size_t, std::size_t bit) {
    clear_bit(fits.data(), bit);
  });
  return fits;
}

PlaceTable::Fits PlaceTable::beside_rotation(std::size_t variable, BlockId rotation) {
  const auto& mine = row(variable);
  auto fits = all_of(mine.all.list.size() + 1);
  fixed_.apply(Change::place(rotation, model_.standing().start(rotation)));
  for (std::size_t i = 0; i < mine.all.list.size(); ++i)
    if (harm(block_of(variable), mine.all.list[i]) > mine.harm) clear_bit(fits.data(), i);
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

PlaceTable::Pairs PlaceTable::together(std::size_t a, std::size_t b) {
  const auto& of_a = row(a).all;
  const auto& of_b = row(b).all;
  Pairs pairs;
  const auto words_a = of_a.list.size() / kBits + 1;
  const auto words_b = of_b.list.size() / kBits + 1;
  const auto all = [](const Places& mine, const Places& others) {
    const auto one = all_of(others.list.size() + 1);
    Fits fits;
    for (std::size_t i = 0; i <= mine.list.size(); ++i)
      fits.insert(fits.end(), one.begin(), one.end());
    return fits;
  };
  each_misfit(block_of(a), of_a, block_of(b), of_b, [&](std::size_t i, std::size_t j) {
    if (pairs.of_a.empty()) {
      pairs.of_a = all(of_a, of_b);
      pairs.of_b = all(of_b, of_a);
    }
    clear_bit(pairs.of_a.data() + i * words_b, j);
    clear_bit(pairs.of_b.data() + j * words_a, i);
  });
  return pairs;
}

}  // namespace scheduler
