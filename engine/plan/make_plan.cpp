#include "engine/plan/make_plan.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "engine/plan/meeting_bound.h"
#include "engine/plan/pairs.h"
#include "engine/plan/popular.h"
#include "engine/plan/remarks.h"
#include "engine/rules/all.h"
#include "engine/rules/seat_rule.h"

namespace engine {
namespace {

constexpr Words kNoRoomLeft{
    "aucun créneau ni lieu ne reste sans enfreindre une règle ({0} {0:personne concernée|personnes "
    "concernées})",
    "no time and place are left without breaking a rule ({0} {0:person|people} concerned)"};

constexpr Words kAnotherRun{
    "{0} ({1})\u00a0: {2} {2:personne le souhaite|personnes le souhaitent} pour {3} "
    "{3:place|places} (il en manque {4})\u202f; une "
    "séance de plus ou une salle plus grande y suffirait",
    "{0} ({1}): {2} {2:person wishes|people wish} for it, there {3:is|are} {3} {3:seat|seats} ({4} "
    "too few); another run or a larger "
    "room would do"};

class Writer {
 public:
  Writer(const Gathering& gathering, const Board& board)
      : gathering_(gathering), board_(board), problem_(board.problem()) {}

  Plan write() {
    popular();
    score();
    sessions();
    rotations();
    plan_.feasible = plan_.score.hard == 0 && !leaves_out_what_matters();
    return std::move(plan_);
  }

 private:
  void score() {
    const PlanEvaluator evaluator(board_);
    std::array<std::int64_t, kRuleCount> counts{};
    std::vector<Finding> broken;
    std::vector<Finding> refused;
    evaluator.inspect([&](const Finding& f) {
      const auto rule = static_cast<std::size_t>(f.rule);
      const bool wish = f.rule == RuleId::WishRank || f.rule == RuleId::NoWishMet;
      counts[rule] += f.amount;
      if (problem_.weights[rule].hard > 0)
        broken.push_back(f);
      else if (wish && problem_.weights[rule].soft > 0)
        refused.push_back(f);
    });
    for (const auto& one : shared(broken))
      remark(one.finding.rule, true, words_of(gathering_, board_, one));
    for (const auto& one : refused) remark(one.rule, false, words_of(gathering_, board_, one));
    plan_.score = evaluator.score();
    PlanEvaluator::each_rule_id([&](RuleId id) {
      const auto weight = problem_.weights[static_cast<std::size_t>(id)];
      const auto count = counts[static_cast<std::size_t>(id)];
      if (weight.hard == 0 && weight.soft == 0) return;
      const auto unit = weight.hard + weight.soft;
      plan_.rules.push_back(
          {std::string(info(id).key), weight.hard > 0, unit, count, unit * count});
    });
  }

  /// Before the wishes refused one by one: why there are some.
  void popular() {
    for (const auto& one : popular_stations(problem_)) {
      const auto& rotation = gathering_.rotations[one.rotation.index()];
      const auto& station = rotation.stations[static_cast<std::size_t>(one.station)];
      remark(RuleId::StationCapacity,
             false,
             say(kAnotherRun,
                 station.title.empty() ? station.id.value : station.title,
                 rotation.title,
                 one.wanted,
                 one.seats,
                 one.wanted - one.seats));
    }
  }

  void remark(RuleId rule, bool hard, Text text) {
    plan_.remarks.push_back({std::string(info(rule).key), hard, std::move(text)});
  }

  void sessions() {
    problem_.blocks.each([&](BlockId id) {
      const auto& block = problem_.blocks[id];
      if (block.session < 0) return;
      const auto& session = gathering_.sessions[static_cast<std::size_t>(block.session)];
      if (!board_.placed(id)) {
        plan_.unplaced.push_back({session.id.value, say(kNoRoomLeft, block.people)});
        return;
      }
      const auto a = problem_.parts[block.first_part].first_activity;
      plan_.sessions.push_back({.id = session.id.value,
                                .start = board_.start(id),
                                .end = board_.start(id) + block.minutes,
                                .room = room(a),
                                .team = team(session.team, a),
                                .participants = keys(problem_.audience[a])});
    });
  }

  void rotations() {
    std::int64_t bound = 0;
    problem_.rotations.each([&](RotationId id) {
      const auto& row = problem_.rotations[id];
      const auto& written = gathering_.rotations[id.index()];
      for (const PartId part : row.parts)
        if (!board_.placed(problem_.parts[part].block)) {
          const auto people = problem_.blocks[problem_.parts[part].block].people;
          plan_.unplaced.push_back({written.id.value, say(kNoRoomLeft, people)});
          return;
        }
      PlannedRotation rotation;
      rotation.id = written.id.value;
      meetings(id, rotation);
      bound += rotation.bound;
      for (const PartId part : row.parts) rotation.rounds.push_back(round(part, written));
      plan_.rotations.push_back(std::move(rotation));
    });
    plan_.bound = bound * problem_.weights[static_cast<std::size_t>(RuleId::RepeatMeeting)].soft;
  }

  void meetings(RotationId id, PlannedRotation& rotation) const {
    const auto& row = problem_.rotations[id];
    if (row.pattern != Pattern::Remix) {
      rotation.proved = true;
      return;
    }
    for (const std::int64_t m : RepeatMeeting::count(board_, row)) {
      rotation.repeat_meetings += std::max<std::int64_t>(0, m - 1);
      rotation.repeat_cost += pairs(m);
    }
    rotation.bound = least_repeat_cost(problem_, with_those_seated(row), all_within_reach(row));
    if (rotation.bound > rotation.repeat_cost) rotation.bound = 0;  // a table that breaks rules
    rotation.proved = rotation.bound == rotation.repeat_cost;
  }

  /// On the day fewer people come than were expected: those without a seat meet nobody.
  [[nodiscard]] RotationRow with_those_seated(RotationRow row) const {
    const auto seats = row.parts.size() * row.participants.size();
    std::vector<std::uint8_t> absent(seats);
    for (std::size_t i = 0; i < seats; ++i)
      absent[i] =
          board_.station({row.first_seat.value + static_cast<std::int32_t>(i)}) == kNoStation;
    if (std::find(absent.begin(), absent.end(), 1) != absent.end()) row.absent = std::move(absent);
    return row;
  }

  /// Where too few stations have what people need, some sit elsewhere.
  [[nodiscard]] bool all_within_reach(const RotationRow& row) const {
    if (row.out_of_reach.empty()) return true;
    const auto stations = static_cast<std::size_t>(row.stations);
    const auto people = static_cast<std::int32_t>(row.participants.size());
    for (std::int32_t r = 0; r < row.rounds; ++r)
      for (std::int32_t p = 0; p < people; ++p) {
        const auto station = board_.station(seat_at(row, p, r));
        if (station == kNoStation) continue;
        const auto spot =
            static_cast<std::size_t>(p) * stations + static_cast<std::size_t>(station);
        if (row.out_of_reach[spot] != 0) return false;
      }
    return true;
  }

  PlannedRound round(PartId part, const Rotation& written) const {
    const auto time = view_of(board_).time(part);
    PlannedRound round{.start = time.from, .end = time.to, .stations = {}};
    const bool everyone_seated = written.pattern.value != Pattern::Free;
    each_activity(problem_, part, [&](ActivityId a) {
      if (everyone_seated && board_.seated(a).empty()) return;
      const auto& station =
          written.stations[static_cast<std::size_t>(problem_.activities[a].station)];
      round.stations.push_back({.id = station.id.value,
                                .room = room(a),
                                .team = team(station.team, a),
                                .participants = seated(a)});
    });
    return round;
  }

  [[nodiscard]] std::string room(ActivityId a) const {
    const RoomId room = board_.room(a);
    return room.exists() ? gathering_.rooms[room.index()].id.value : std::string();
  }

  [[nodiscard]] const std::string& key(PersonId person) const {
    return gathering_.people[person.index()].id.value;
  }

  [[nodiscard]] std::vector<std::string> keys(std::span<const PersonId> people) const {
    std::vector<std::string> list;
    for (const PersonId p : people) list.push_back(key(p));
    return list;
  }

  [[nodiscard]] std::vector<std::string> seated(ActivityId a) const {
    std::vector<PersonId> people;
    for (const SeatId seat : board_.seated(a)) people.push_back(problem_.seats[seat].person);
    std::sort(people.begin(), people.end());
    return keys(people);
  }

  [[nodiscard]] std::vector<RoleHolders> team(const std::vector<Role>& roles, ActivityId a) const {
    std::vector<RoleHolders> team;
    for (std::size_t i = 0; i < roles.size(); ++i) {
      RoleHolders holders{.role = roles[i].name.value, .people = {}};
      for (const auto& named : roles[i].people) holders.people.push_back(named.value);
      for (const SlotId slot : problem_.slots_of[a])
        if (static_cast<std::size_t>(problem_.slots[slot].role) == i &&
            board_.holder(slot).exists())
          holders.people.push_back(key(board_.holder(slot)));
      team.push_back(std::move(holders));
    }
    return team;
  }

  [[nodiscard]] bool leaves_out_what_matters() const {
    bool found = false;
    problem_.blocks.each(
        [&](BlockId b) { found = found || (!board_.placed(b) && !problem_.blocks[b].optional); });
    return found;
  }

  const Gathering& gathering_;
  const Board& board_;
  const Problem& problem_;
  Plan plan_;
};

}  // namespace

Plan make_plan(const Gathering& gathering, const Problem&, const Board& board) {
  return Writer(gathering, board).write();
}

}  // namespace engine
