#include "scheduler/replan/repair_model.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "engine/problem/items.h"
#include "engine/problem/travel.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Change;
using engine::kNever;
using engine::Minute;
using engine::PartId;
using engine::PersonId;
using engine::RoomId;
using engine::SlotId;

/// Where each block could go, whatever becomes of those it comes after.
Spots spots_alone(engine::Problem problem) {
  problem.precedences.clear();
  problem.same_start.clear();
  const std::vector<std::vector<std::int32_t>> none(problem.blocks.size());
  problem.precedences_of = engine::Lists<BlockId, std::int32_t>(none);
  problem.same_start_of = engine::Lists<BlockId, std::int32_t>(none);
  return spots_of(engine::PlanEvaluator{engine::Board(problem)});
}

}  // namespace

RepairModel::RepairModel(const Adapted& adapted,
                         const Clock& clock,
                         const engine::Problem& problem,
                         const engine::Board& board)
    : adapted_(adapted),
      clock_(clock),
      problem_(problem),
      spots_(spots_alone(problem)),
      before_(board),
      block_(problem.blocks.size(), -1),
      slot_(problem.slots.size(), -1),
      rooms_(problem.activities.size(), -1),
      concerned_(problem.people),
      out_(problem.people),
      sent_in_(problem.people),
      arrives_(problem.people, INT32_MIN),
      position_(problem.people) {
  list_people();
  if (clock.now) find_positions();
  list_blocks(board);
  list_places(board);
  list_stations(board);
}

void RepairModel::list_people() {
  const auto& people = adapted_.gathering.people;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const PersonId person{static_cast<std::int32_t>(i)};
    const auto& id = people[i].id.value;
    if (adapted_.concerned.contains(id)) concerned_.add(person);
    if (adapted_.out.contains(id)) out_.add(person);
    if (adapted_.sent_in.contains(id)) sent_in_.add(person);
    const auto late = adapted_.late.find(id);
    if (late != adapted_.late.end()) arrives_[i] = late->second;
  }
}

/// Where the last thing that has begun took each person.
void RepairModel::find_positions() {
  std::vector<Minute> since(problem_.people, INT32_MIN);
  const auto view = engine::view_of(before_);
  for (std::size_t i = 0; i < problem_.people; ++i)
    engine::each_presence(view, PersonId{static_cast<std::int32_t>(i)}, [&](engine::Presence p) {
      const auto from = view.time(p.part).from;
      if (!clock_.begun(from) || from < since[i] || !p.activity.exists()) return;
      const auto room = view.room(p.activity);
      if (!room.exists()) return;
      since[i] = from;
      position_[i] = problem_.rooms[room].place;
    });
}

bool RepairModel::to_come(PartId part, const engine::Board& board) const {
  const auto& row = problem_.parts[part];
  return board.placed(row.block) && !clock_.begun(board.start(row.block) + row.offset);
}

Minute RepairModel::time_of(SlotId slot, const engine::Board& board) const {
  const auto& part = problem_.parts[problem_.activities[problem_.slots[slot].activity].part];
  return board.start(part.block) + part.offset;
}

bool RepairModel::is_there(SlotId slot, const engine::Board& board) const {
  const auto holder = board.holder(slot);
  if (!holder.exists() || out_.has(holder)) return false;
  if (time_of(slot, board) >= arrives_[holder.index()]) return true;
  const auto block = problem_.parts[problem_.activities[problem_.slots[slot].activity].part].block;
  return board.start(block) >= before_.start(block) && has_last_turn(block, holder);
}

bool RepairModel::has_last_turn(BlockId block, PersonId person) const {
  const auto& id = adapted_.gathering.people[person.index()].id.value;
  return std::any_of(adapted_.last_turns.begin(), adapted_.last_turns.end(), [&](const auto& turn) {
    return turn.person == id && turn.session == item_of(block);
  });
}

PeopleSet RepairModel::people_of(BlockId block, const engine::Board& board) const {
  PeopleSet set(problem_.people);
  if (adapted_.untold.contains(item_of(block))) return set;
  engine::each_part(problem_, block, [&](PartId part) {
    for (const auto person : problem_.attendees[part]) set.add(person);
    engine::each_activity(problem_, part, [&](ActivityId a) {
      for (const auto slot : problem_.slots_of[a])
        if (board.holder(slot).exists()) set.add(board.holder(slot));
    });
  });
  set.remove(concerned_);
  return set;
}

bool RepairModel::last_of_its_day(BlockId block, const engine::Board& board) const {
  bool last = true;
  problem_.blocks.each([&](BlockId other) {
    if (!board.placed(other) || other == block) return;
    last = last && (engine::day_of(board.start(other)) != engine::day_of(board.start(block)) ||
                    board.start(other) < board.start(block));
  });
  return last;
}

void RepairModel::list_blocks(const engine::Board& board) {
  problem_.blocks.each([&](BlockId b) {
    if (!board.placed(b)) return;
    const auto& row = problem_.blocks[b];
    const auto& id = item_of(b);
    const bool rotation = row.rotation.exists();
    const auto [first, last] = engine::blocks_of_item(problem_, b);
    Variable variable{.kind = Variable::Kind::Block, .block = b, .people = people_of(b, board)};
    const bool history = clock_.begun(board.start(b));
    // A rotation whose rounds are apart may still move those to come.
    variable.only_later = clock_.frozen(board.start(b));
    const bool released = adapted_.released.contains(id);
    const bool late = adapted_.late_by > 0;
    variable.movable = !history && (!variable.only_later || late || released) &&
                       (!adapted_.fixed.contains(id) || (rotation && first != b));
    variable.room_movable = !history && !rotation && !adapted_.fixed_room.contains(id);
    const bool meal = row.kind == engine::ItemKind::Meal;
    const bool kept_for_an_order =
        !released && ((late && last_of_its_day(b, board)) || (meal && !adapted_.ordered.empty()));
    variable.droppable = !clock_.begun(board.start(rotation ? first : b)) &&
                         !adapted_.ordered.contains(id) && !kept_for_an_order;
    if (!variable.movable && !variable.room_movable && !variable.droppable) return;
    block_[b.index()] = static_cast<int>(variables_.size());
    variables_.push_back(std::move(variable));
  });
}

/// A station where nobody sits needs no team.
bool RepairModel::rests(ActivityId a, const engine::Board& board) const {
  const auto rotation = problem_.parts[problem_.activities[a].part].rotation;
  return rotation.exists() && problem_.rotations[rotation].pattern != engine::Pattern::Free &&
         board.seated(a).empty();
}

/// The slots of a place that are to come, those with one holder together; where the holder comes
/// late, the rounds that they can do apart from those they cannot.
std::vector<TeamPlace> RepairModel::decisions_of(const TeamPlace& place,
                                                 const engine::Board& board) const {
  std::vector<TeamPlace> list;
  const auto alike = [&](SlotId a, SlotId b) {
    return board.holder(a) == board.holder(b) && is_there(a, board) == is_there(b, board);
  };
  for (const auto slot : place) {
    const auto activity = problem_.slots[slot].activity;
    if (!to_come(problem_.activities[activity].part, board) || rests(activity, board)) continue;
    const auto same = std::find_if(
        list.begin(), list.end(), [&](const auto& slots) { return alike(slots.front(), slot); });
    if (same == list.end())
      list.push_back({slot});
    else
      same->push_back(slot);
  }
  return list;
}

void RepairModel::list_places(const engine::Board& board) {
  problem_.blocks.each([&](BlockId b) {
    if (!board.placed(b)) return;
    for (const auto& place : team_places(problem_, b))
      for (auto& slots : decisions_of(place, board)) {
        const auto holder = board.holder(slots.front());
        if (holder.exists() && sent_in_.has(holder) && !out_.has(holder)) continue;
        Variable variable{
            .kind = Variable::Kind::Place, .block = b, .people = PeopleSet(problem_.people)};
        if (holder.exists() && !concerned_.has(holder)) variable.people.add(holder);
        for (const auto slot : slots) slot_[slot.index()] = static_cast<int>(variables_.size());
        variable.slots = std::move(slots);
        variables_.push_back(std::move(variable));
      }
  });
}

void RepairModel::list_stations(const engine::Board& board) {
  problem_.rotations.each([&](engine::RotationId id) {
    const auto& rotation = problem_.rotations[id];
    const auto& key = adapted_.gathering.rotations[id.index()].id.value;
    if (adapted_.fixed_room.contains(key)) return;
    for (std::int32_t s = 0; s < rotation.stations; ++s) {
      Variable variable{.kind = Variable::Kind::Rooms,
                        .block = problem_.parts[rotation.parts.front()].block,
                        .people = PeopleSet(problem_.people)};
      for (const auto part : rotation.parts) {
        const ActivityId a{problem_.parts[part].first_activity.value + s};
        if (!to_come(part, board) || problem_.room_choices[a].size() < 2) continue;
        variable.activities.push_back(a);
        rooms_[a.index()] = static_cast<int>(variables_.size());
        for (const auto person : problem_.team[a]) variable.people.add(person);
        for (const auto slot : problem_.slots_of[a])
          if (board.holder(slot).exists()) variable.people.add(board.holder(slot));
        for (const auto seat : board.seated(a)) variable.people.add(problem_.seats[seat].person);
      }
      if (variable.activities.empty()) continue;
      variable.people.remove(concerned_);
      variables_.push_back(std::move(variable));
    }
  });
}

/// Nobody is asked to be where they cannot get to from where they are now.
bool RepairModel::reachable(const PeopleSet& people, RoomId room, Minute start) const {
  if (!clock_.now || problem_.places < 2 || !room.exists()) return true;
  const auto to = problem_.rooms[room].place;
  for (std::size_t i = 0; i < position_.size(); ++i) {
    if (!position_[i].exists() || !people.has(PersonId{static_cast<std::int32_t>(i)})) continue;
    if (start < *clock_.now + engine::minutes_between(problem_, position_[i], to)) return false;
  }
  return true;
}

RoomId RepairModel::room_of(BlockId block, const engine::Board& board) const {
  if (problem_.blocks[block].session < 0) return {};
  return board.room(engine::first_activity(problem_, block));
}

const std::string& RepairModel::item_of(BlockId block) const {
  return engine::id_of(adapted_.gathering, problem_.blocks[block]).value;
}

bool RepairModel::at_home(BlockId block, const engine::Board& board) const {
  return board.start(block) == before_.start(block) &&
         room_of(block, board) == room_of(block, before_);
}

bool RepairModel::misplaced(const Variable& variable, const engine::Board& board) const {
  const auto block = variable.block;
  if (variable.kind != Variable::Kind::Block || !variable.movable || !board.placed(block))
    return false;
  const auto starts = problem_.starts[block];
  if (!std::binary_search(starts.begin(), starts.end(), board.start(block))) return true;
  if (problem_.blocks[block].session < 0) return false;
  const auto rooms = problem_.room_choices[engine::first_activity(problem_, block)];
  return !rooms.empty() &&
         std::find(rooms.begin(), rooms.end(), room_of(block, board)) == rooms.end();
}

std::int64_t RepairModel::taste_of(BlockId block, Minute start, RoomId room) const {
  const auto shift = std::min<std::int64_t>(std::abs(start - before_.start(block)), kOtherRoom - 1);
  return (shift == 0 ? 0 : kOtherHour + shift) + (room == room_of(block, before_) ? 0 : kOtherRoom);
}

void RepairModel::drop_option(const Variable& variable, std::vector<Option>& list) const {
  Option out;
  const auto [first, last] = engine::blocks_of_item(problem_, variable.block);
  for (BlockId b = first; b <= last; ++b.value) {
    out.changes.push_back(Change::place(b, kNever));
    out.loss += engine::loss_of(problem_.blocks[b]);
  }
  list.push_back(std::move(out));
}

void RepairModel::block_options(const Variable& variable,
                                const engine::Board& board,
                                std::vector<Option>& list) const {
  const auto b = variable.block;
  const auto a = engine::first_activity(problem_, b);
  const bool session = problem_.blocks[b].session >= 0;
  const auto start = board.start(b);
  const auto room = room_of(b, board);
  for (const auto& spot : spots_[b]) {
    if (!variable.movable && spot.start != start) continue;
    const auto earliest = variable.only_later ? start : clock_.earliest();
    if (spot.start != start && spot.start < earliest) continue;
    if (!session) {
      if (spot.start != start && reachable(variable.people, board.room(a), spot.start))
        list.push_back({.changes = {Change::place(b, spot.start)},
                        .newcomer = {},
                        .taste = taste_of(b, spot.start, {})});
      continue;
    }
    for (const RoomId other : spots_.rooms(spot)) {
      if (other == room ? spot.start == start : !variable.room_movable) continue;
      if (!reachable(variable.people, other, spot.start)) continue;
      list.push_back({.changes = {Change::place(b, spot.start, other)},
                      .newcomer = {},
                      .taste = taste_of(b, spot.start, other)});
    }
  }
}

void RepairModel::place_options(const Variable& variable,
                                const engine::Board& board,
                                std::vector<Option>& list) const {
  const auto& slots = variable.slots;
  const auto& row = problem_.slots[slots.front()];
  const auto now = board.holder(slots.front());
  const auto team = problem_.team[row.activity];
  const bool placed = board.placed(variable.block);
  const auto time = time_of(slots.front(), board);
  for (const auto person : problem_.pools[slots.front()]) {
    if (person == now || out_.has(person)) continue;
    if (std::binary_search(team.begin(), team.end(), person)) continue;
    if (placed && time < arrives_[person.index()]) continue;
    PeopleSet one(problem_.people);
    one.add(person);
    if (placed && !reachable(one, board.room(row.activity), time)) continue;
    Option option{.changes = {}, .newcomer = person, .taste = kStandIn};
    for (const auto slot : slots) option.changes.push_back(Change::holder(slot, person));
    list.push_back(std::move(option));
  }
  if (!row.spare || !now.exists()) return;
  Option open{.changes = {}, .newcomer = {}, .gaps = 1};
  for (const auto slot : slots) open.changes.push_back(Change::holder(slot, PersonId{}));
  list.push_back(std::move(open));
}

void RepairModel::room_options(const Variable& variable,
                               const engine::Board& board,
                               std::vector<Option>& list) const {
  const auto first = variable.activities.front();
  const auto view = engine::view_of(board);
  for (const auto room : problem_.room_choices[first]) {
    if (room == board.room(first)) continue;
    if (!reachable(variable.people, room, view.time(problem_.activities[first].part).from))
      continue;
    Option option{.changes = {}, .newcomer = {}, .taste = kOtherRoom};
    for (const auto a : variable.activities) option.changes.push_back(Change::room(a, room));
    list.push_back(std::move(option));
  }
}

std::vector<Option> RepairModel::options(std::size_t number, const engine::Board& board) const {
  const auto& variable = variables_[number];
  std::vector<Option> list;
  switch (variable.kind) {
    case Variable::Kind::Block:
      if (allowed_.move) block_options(variable, board, list);
      if (variable.droppable) drop_option(variable, list);
      break;
    case Variable::Kind::Place:
      if (allowed_.substitute) place_options(variable, board, list);
      break;
    case Variable::Kind::Rooms:
      if (allowed_.move) room_options(variable, board, list);
      break;
  }
  return list;
}

std::vector<RepairModel::Misheld> RepairModel::misheld(const engine::Board& board) const {
  std::vector<Misheld> found;
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    const auto& variable = variables_[i];
    if (variable.kind != Variable::Kind::Place || !board.placed(variable.block)) continue;
    const auto slot = variable.slots.front();
    const auto holder = board.holder(slot);
    if (holder.exists() ? is_there(slot, board) : problem_.slots[slot].spare) continue;
    const auto pool = problem_.pools[slot];
    const bool hopeless =
        std::all_of(pool.begin(), pool.end(), [&](PersonId p) { return out_.has(p); });
    found.push_back({i, variable.block, hopeless});
  }
  return found;
}

}  // namespace scheduler
