#include "scheduler/explain/placements.h"

#include <algorithm>
#include <array>

#include "engine/rules/all.h"
#include "scheduler/explain/in_the_way.h"
#include "scheduler/rotation/seating.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/teams.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Change;
using engine::Minute;
using engine::Placement;
using engine::Problem;
using engine::RoomId;
using engine::RuleId;

using Counts = std::array<std::int64_t, engine::kRuleCount>;

/// What several changes do together.
struct Sum {
  engine::Score cost;
  Counts counts{};
};

class Places {
 public:
  Places(const engine::Gathering& gathering, const engine::Board& board, BlockId block)
      : gathering_(gathering),
        problem_(board.problem()),
        now_(board),
        evaluator_(board),
        block_(block),
        row_(board.problem().blocks[block]),
        activity_(problem_.parts[row_.first_part].first_activity) {}

  engine::Placements list() {
    engine::Placements places;
    places.minutes = row_.minutes;
    places.placed = now_.placed(block_);
    if (row_.rotation.exists()) {
      const auto& written = gathering_.rotations[row_.rotation.index()];
      places.id = written.id.value;
      if (!written.contiguous) places.round = row_.round + 1;
    } else {
      const auto& session = gathering_.sessions[static_cast<std::size_t>(row_.session)];
      places.id = session.id.value;
      if (session.rooms.empty()) places.out = rooms_out();
    }
    if (!places.placed) prepare();
    for (const Minute start : problem_.starts[block_])
      for (const RoomId room : rooms()) places.list.push_back(at(start, room));
    return places;
  }

 private:
  /// Groups and rooms for a rotation that has none yet, so that a start can be judged.
  void prepare() {
    if (!row_.rotation.exists()) return;
    Random random(1);
    const auto& rotation = problem_.rotations[row_.rotation];
    bool seated = rotation.participants.empty();
    for (std::size_t p = 0; p < rotation.participants.size() && !seated; ++p)
      seated =
          evaluator_.board().station({rotation.first_seat.value + static_cast<std::int32_t>(p)}) !=
          engine::kNoStation;
    if (!seated) {
      Budget no_search(0, Budget::Clock::time_point::max(), nullptr);
      const auto seating = first_seating(problem_, row_.rotation, 0, random, no_search);
      for (const auto& change : seating.changes) add(change, before_);
    }
    engine::each_moved_activity(problem_, Change::place(block_, 0), [&](ActivityId a) {
      const auto choices = problem_.room_choices[a];
      if (!evaluator_.board().room(a).exists() && !choices.empty())
        add(Change::room(a, choices.front()), before_);
    });
  }

  /// Makes a change and adds what it does to `sum`.
  void add(const Change& change, Sum& sum) {
    const auto counts = evaluator_.counts(change);
    for (std::size_t i = 0; i < counts.size(); ++i) sum.counts[i] += counts[i];
    const auto delta = evaluator_.delta(change);
    sum.cost += delta;
    evaluator_.apply(change, delta);
  }

  [[nodiscard]] std::vector<RoomId> rooms() const {
    if (row_.rotation.exists()) return {RoomId{}};
    const auto choices = problem_.room_choices[activity_];
    if (choices.empty()) return {RoomId{}};
    return {choices.begin(), choices.end()};
  }

  Placement at(Minute start, RoomId room) {
    const bool session = !row_.rotation.exists();
    const auto change = session ? Change::place(block_, start, room) : Change::place(block_, start);
    const auto back = evaluator_.board().inverse(change);
    Placement place;
    place.start = start;
    place.room = key(session ? room : RoomId{});
    place.current = now_.placed(block_) && now_.start(block_) == start &&
                    (!session || now_.room(activity_) == room);
    auto sum = before_;
    add(change, sum);
    if (!now_.placed(block_)) fill(sum);
    place.cost = sum.cost;
    tell(sum.counts, place);
    if (!session) place.stations = stations();
    if (!now_.placed(block_)) clear_teams(evaluator_, block_);
    evaluator_.apply(back);
    return place;
  }

  /// The open places of its team, each held by whom it costs least.
  void fill(Sum& sum) {
    Random random(1);
    fill_teams(evaluator_, block_, random);
    std::vector<Change> holders;
    engine::each_moved_activity(problem_, Change::place(block_, 0), [&](ActivityId a) {
      for (const auto slot : problem_.slots_of[a])
        holders.push_back(Change::holder(slot, evaluator_.board().holder(slot)));
    });
    clear_teams(evaluator_, block_);
    for (const auto& change : holders) add(change, sum);
  }

  void tell(const Counts& counts, Placement& place) const {
    std::vector<RuleId> broken;
    engine::PlanEvaluator::each_rule_id([&](RuleId id) {
      const auto weight = problem_.weights[index(id)];
      const auto count = counts[index(id)];
      const auto unit = weight.hard + weight.soft;
      if (count == 0 || unit == 0) return;
      place.rules.push_back(
          {std::string(engine::info(id).key), weight.hard > 0, count, unit * count});
      if (weight.hard > 0 && count > 0) broken.push_back(id);
    });
    place.broken = in_the_way(gathering_, evaluator_.board(), block_, broken);
  }

  [[nodiscard]] std::vector<engine::StationRoom> stations() const {
    std::vector<engine::StationRoom> list;
    const auto& written = gathering_.rotations[row_.rotation.index()].stations;
    engine::each_activity(problem_, row_.first_part, [&](ActivityId a) {
      const auto room = evaluator_.board().room(a);
      const auto station = static_cast<std::size_t>(problem_.activities[a].station);
      if (room.exists()) list.push_back({written[station].id.value, key(room)});
    });
    return list;
  }

  [[nodiscard]] std::vector<engine::RoomOut> rooms_out() const {
    std::vector<engine::RoomOut> out;
    const auto choices = problem_.room_choices[activity_];
    if (choices.empty()) return out;
    problem_.rooms.each([&](RoomId room) {
      if (std::find(choices.begin(), choices.end(), room) != choices.end()) return;
      const bool small = problem_.rooms[room].capacity < problem_.activities[activity_].heads;
      const auto rule = small ? RuleId::RoomCapacity : RuleId::RoomFeatures;
      out.push_back({key(room), std::string(engine::info(rule).key)});
    });
    return out;
  }

  [[nodiscard]] std::string key(RoomId room) const {
    return room.exists() ? gathering_.rooms[room.index()].id.value : std::string();
  }
  static std::size_t index(RuleId id) { return static_cast<std::size_t>(id); }

  const engine::Gathering& gathering_;
  const Problem& problem_;
  const engine::Board& now_;
  engine::PlanEvaluator evaluator_;
  Sum before_;  ///< of what was prepared before any start is tried
  BlockId block_;
  const engine::BlockRow& row_;
  ActivityId activity_;
};

}  // namespace

std::vector<engine::Placements> placements_of(const engine::Gathering& gathering,
                                              const engine::Board& board,
                                              BlockId block) {
  std::vector<engine::Placements> list;
  const auto [first, last] = engine::blocks_of_item(board.problem(), block);
  for (auto b = first; b <= last; ++b.value) list.push_back(Places(gathering, board, b).list());
  return list;
}

}  // namespace scheduler
