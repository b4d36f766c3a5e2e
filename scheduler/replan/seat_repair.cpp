#include "scheduler/replan/seat_repair.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::Change;
using engine::kNoStation;
using engine::PartId;
using engine::PersonId;
using engine::RotationId;
using engine::Score;
using engine::SeatId;

/// Stations of one participant in the rounds to come.
using Path = std::vector<std::pair<SeatId, std::int32_t>>;

class Seats {
 public:
  Seats(engine::PlanEvaluator& evaluator, const Adapted& adapted, const Clock& clock)
      : evaluator_(evaluator),
        problem_(evaluator.problem()),
        adapted_(adapted),
        clock_(clock),
        result_{.moved = PeopleSet(problem_.people)} {}

  SeatRepair run() {
    problem_.rotations.each([&](RotationId id) {
      const auto& rotation = problem_.rotations[id];
      if (rotation.participants.empty() || !placed(rotation)) return;
      seat_newcomers(id);
      const auto short_of = deficit(rotation);
      result_.least = std::max(result_.least, short_of);
      while (deficit(rotation) > 0 && move_one(id)) {
      }
    });
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool placed(const engine::RotationRow& rotation) const {
    return std::all_of(rotation.parts.begin(), rotation.parts.end(), [&](PartId part) {
      return evaluator_.board().placed(problem_.parts[part].block);
    });
  }
  [[nodiscard]] engine::Minute start(PartId part) const {
    return engine::view_of(evaluator_.board()).time(part).from;
  }
  [[nodiscard]] const std::string& key(PersonId person) const {
    return adapted_.gathering.people[person.index()].id.value;
  }
  [[nodiscard]] SeatId seat(RotationId id, std::size_t participant, std::size_t round) const {
    const auto& rotation = problem_.rotations[id];
    const auto people = rotation.participants.size();
    return {rotation.first_seat.value + static_cast<std::int32_t>(round * people + participant)};
  }

  [[nodiscard]] bool comes(PersonId person, PartId part) const {
    if (clock_.begun(start(part)) || adapted_.out.contains(key(person))) return false;
    const auto late = adapted_.late.find(key(person));
    return late == adapted_.late.end() || start(part) >= late->second;
  }

  /// The people missing in the worst round, or fewer where a station had better close.
  [[nodiscard]] std::int64_t deficit(const engine::RotationRow& rotation) const {
    std::int64_t worst = 0;
    for (const auto part : rotation.parts) {
      if (clock_.begun(start(part))) continue;
      engine::each_activity(problem_, part, [&](ActivityId a) {
        const auto n = static_cast<std::int64_t>(evaluator_.board().seated(a).size());
        const std::int64_t least = problem_.activities[a].min_people;
        if (n > 0 && n < least) worst = std::max(worst, std::min(least - n, n));
      });
    }
    return worst;
  }

  Score make(const Path& path) {
    Score sum;
    for (const auto& [one, station] : path) {
      const auto change = Change::station(one, station);
      const auto delta = evaluator_.delta(change);
      evaluator_.apply(change, delta);
      sum += delta;
    }
    return sum;
  }
  [[nodiscard]] Path now(const Path& path) const {
    Path was;
    for (const auto& [one, station] : path) was.emplace_back(one, evaluator_.board().station(one));
    return was;
  }
  Score price(const Path& path) {
    const auto was = now(path);
    const auto sum = make(path);
    make(was);
    return sum;
  }

  void seat_newcomers(RotationId id) {
    const auto& rotation = problem_.rotations[id];
    for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
      std::vector<std::size_t> rounds;
      for (std::size_t r = 0; r < rotation.parts.size(); ++r)
        if (comes(rotation.participants[p], rotation.parts[r]) &&
            evaluator_.board().station(seat(id, p, r)) == kNoStation)
          rounds.push_back(r);
      if (rounds.empty()) continue;
      if (rotation.pattern == engine::Pattern::Carousel)
        join_group(id, p, rounds);
      else
        for (const auto r : rounds) join_table(id, p, r);
    }
  }

  /// The way of the group that suits best.
  void join_group(RotationId id, std::size_t participant, const std::vector<std::size_t>& rounds) {
    const auto& rotation = problem_.rotations[id];
    Path best;
    std::tuple<Score, std::size_t> least;
    for (std::size_t other = 0; other < rotation.participants.size(); ++other) {
      if (other == participant) continue;
      Path path;
      for (const auto r : rounds)
        path.emplace_back(seat(id, participant, r), evaluator_.board().station(seat(id, other, r)));
      const bool seated = std::none_of(
          path.begin(), path.end(), [](const auto& p) { return p.second == kNoStation; });
      if (!seated) continue;
      const auto first = engine::activity_of(problem_, path.front().first, path.front().second);
      const std::tuple cost{price(path), evaluator_.board().seated(first).size()};
      if (best.empty() || cost < least) {
        least = cost;
        best = path;
      }
    }
    if (!best.empty() && std::get<0>(least).hard <= 0) make(best);
  }

  void join_table(RotationId id, std::size_t participant, std::size_t round) {
    const auto& rotation = problem_.rotations[id];
    Path best;
    std::tuple<Score, std::size_t> least;
    for (std::int32_t s = 0; s < rotation.stations; ++s) {
      const Path path{{seat(id, participant, round), s}};
      const auto there = engine::activity_of(problem_, path.front().first, s);
      const auto people = evaluator_.board().seated(there).size();
      if (people == 0) continue;  // a station that rests has no host
      const std::tuple cost{price(path), people};
      if (best.empty() || cost < least) {
        least = cost;
        best = path;
      }
    }
    if (!best.empty() && std::get<0>(least).hard <= 0) make(best);
  }

  /// One participant to another station, in one round, or for good where groups stay together.
  bool move_one(RotationId id) {
    const auto& rotation = problem_.rotations[id];
    Path best;
    PersonId who;
    std::tuple<std::int64_t, bool, Score> least;
    const auto consider = [&](std::size_t p, const Path& path) {
      const auto cost = price(path);
      if (cost.hard >= 0) return;
      const auto person = rotation.participants[p];
      const std::tuple key{cost.hard, !result_.moved.has(person), cost};
      if (!best.empty() && !(key < least)) return;
      least = key;
      best = path;
      who = person;
    };
    for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
      if (rotation.pattern == engine::Pattern::Carousel) {
        other_groups(id, p, consider);
        continue;
      }
      for (std::size_t r = 0; r < rotation.parts.size(); ++r)
        if (comes(rotation.participants[p], rotation.parts[r]))
          for (std::int32_t s = 0; s < rotation.stations; ++s) consider(p, {{seat(id, p, r), s}});
    }
    if (best.empty()) return false;
    make(best);
    if (!adapted_.concerned.contains(key(who))) result_.moved.add(who);
    return true;
  }

  template <class F>
  void other_groups(RotationId id, std::size_t participant, F consider) const {
    const auto& rotation = problem_.rotations[id];
    for (std::size_t other = 0; other < rotation.participants.size(); ++other) {
      Path path;
      for (std::size_t r = 0; r < rotation.parts.size(); ++r) {
        const auto station = evaluator_.board().station(seat(id, other, r));
        if (station != kNoStation && comes(rotation.participants[participant], rotation.parts[r]))
          path.emplace_back(seat(id, participant, r), station);
      }
      if (!path.empty()) consider(participant, path);
    }
  }

  engine::PlanEvaluator& evaluator_;
  const engine::Problem& problem_;
  const Adapted& adapted_;
  const Clock& clock_;
  SeatRepair result_;
};

}  // namespace

SeatRepair repair_seats(engine::PlanEvaluator& evaluator,
                        const Adapted& adapted,
                        const Clock& clock) {
  return Seats(evaluator, adapted, clock).run();
}

}  // namespace scheduler
