#include "scheduler/replan/seat_repair.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "scheduler/rotation/repair.h"

namespace scheduler {
namespace {

using engine::Change;
using engine::kNoStation;
using engine::PartId;
using engine::PersonId;
using engine::RotationId;
using engine::SeatId;

/// One rotation of the board.
class Cards {
 public:
  Cards(engine::PlanEvaluator& evaluator, const Adapted& adapted, const Clock& clock, RotationId id)
      : evaluator_(evaluator),
        problem_(evaluator.problem()),
        row_(problem_.rotations[id]),
        adapted_(adapted),
        clock_(clock),
        id_(id) {}

  [[nodiscard]] bool placed() const {
    return std::all_of(row_.parts.begin(), row_.parts.end(), [&](PartId part) {
      return evaluator_.board().placed(problem_.parts[part].block);
    });
  }

  void repair(Random& random, Budget& budget, CardRepair& result) {
    auto broken = what_broke();
    auto repaired = repair_seats(broken, random, budget);
    auto newcomers = without_card(broken);
    for (; repaired.broken > 0 && !newcomers.empty(); newcomers.pop_back()) {
      const auto last = newcomers.back();
      auto fewer = broken;
      for (std::size_t r = 0; r < row_.parts.size(); ++r)
        fewer.present[r * row_.participants.size() + last] = 0;
      auto without = repair_seats(fewer, random, budget);
      if (without.broken >= repaired.broken) break;  // what is broken is so with fewer as well
      result.turned_away.emplace_back(row_.participants[last], id_);
      turned_away_.insert(last);
      broken = std::move(fewer);
      repaired = std::move(without);
    }
    for (std::size_t i = 0; i < repaired.after.group.size(); ++i) {
      const auto change = Change::station(seat(i), repaired.after.group[i]);
      if (evaluator_.board().station(seat(i)) != change.value) evaluator_.apply(change);
    }
    // Somebody may go from one rotation to another: the bounds do not add up.
    if (repaired.broken == 0) result.least = std::max(result.least, repaired.bound);
    join_what_begins_soon();
  }

 private:
  [[nodiscard]] SeatId seat(std::size_t i) const {
    return {row_.first_seat.value + static_cast<std::int32_t>(i)};
  }

  /// Participants who come, and have no card for any round.
  [[nodiscard]] std::vector<std::size_t> without_card(const BrokenSeating& broken) const {
    std::vector<std::size_t> list;
    const auto people = row_.participants.size();
    for (std::size_t p = 0; p < people; ++p) {
      bool here = false;
      bool card = false;
      for (std::size_t r = 0; r < row_.parts.size(); ++r) {
        here = here || broken.present[r * people + p] != 0;
        card = card || broken.before.group[r * people + p] != kNoGroup;
      }
      if (here && !card) list.push_back(p);
    }
    return list;
  }

  /// What begins soon stays as it is, but whoever comes in time takes a seat that is free.
  void join_what_begins_soon() {
    const auto people = row_.participants.size();
    for (std::size_t r = 0; r < row_.parts.size(); ++r) {
      const auto start = engine::view_of(evaluator_.board()).time(row_.parts[r]).from;
      if (clock_.begun(start) || !clock_.frozen(start)) continue;
      for (std::size_t p = 0; p < people; ++p) {
        const auto i = r * people + p;
        if (evaluator_.board().station(seat(i)) == kNoStation && is_expected(r, p) &&
            !turned_away_.contains(p))
          take_free_seat(r, p);
      }
    }
  }

  void take_free_seat(std::size_t round, std::size_t participant) {
    const auto seat = this->seat(round * row_.participants.size() + participant);
    const auto& part = problem_.parts[problem_.seats[seat].part];
    std::optional<Change> best;
    engine::Score least;
    for (std::int32_t s = 0; s < row_.stations; ++s) {
      const auto there = evaluator_.board().seated({part.first_activity.value + s});
      if (there.empty() || !goes_on_from(round, participant, s, there)) continue;
      const auto change = Change::station(seat, s);
      const auto delta = evaluator_.delta(change);
      if (delta.hard > 0 || (best && !(delta < least))) continue;
      best = change;
      least = delta;
    }
    if (best) evaluator_.apply(*best);
  }

  /// The rest of their card has other stations; in a carousel it is that of the whole group.
  template <class Seats>
  [[nodiscard]] bool goes_on_from(std::size_t round,
                                  std::size_t participant,
                                  std::int32_t station,
                                  const Seats& there) const {
    const auto people = row_.participants.size();
    const auto& board = evaluator_.board();
    for (std::size_t r = 0; r < row_.parts.size(); ++r) {
      const auto own = board.station(seat(r * people + participant));
      if (r == round || own == kNoStation) continue;
      if (own == station && !row_.revisit) return false;
      if (row_.pattern != engine::Pattern::Carousel) continue;
      const auto first = static_cast<std::size_t>(there.front().value - row_.first_seat.value);
      const auto group = board.station(seat(r * people + first % people));
      if (group != kNoStation && group != own) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_expected(std::size_t round, std::size_t p) const {
    return row_.present(static_cast<std::int32_t>(round), static_cast<std::int32_t>(p)) &&
           comes(p, engine::view_of(evaluator_.board()).time(row_.parts[round]));
  }

  [[nodiscard]] BrokenSeating what_broke() const {
    const auto people = row_.participants.size();
    std::vector<std::int32_t> before;
    for (std::size_t i = 0; i < people * row_.parts.size(); ++i)
      before.push_back(evaluator_.board().station(seat(i)));
    std::vector<bool> concerned;
    for (const auto& person : adapted_.gathering.people)
      concerned.push_back(adapted_.concerned.contains(person.id.value));
    auto broken = broken_seating(problem_, id_, before, concerned);
    bool running = true;
    for (std::size_t r = 0; r < row_.parts.size(); ++r) {
      const auto start = engine::view_of(evaluator_.board()).time(row_.parts[r]).from;
      running = running && clock_.frozen(start);
      if (running) ++broken.frozen_rounds;
      for (std::size_t p = 0; p < people; ++p)
        broken.present[r * people + p] =
            running ? before[r * people + p] != kNoStation : is_expected(r, p);
    }
    return broken;
  }

  [[nodiscard]] bool comes(std::size_t participant, engine::Interval time) const {
    if (adapted_.out.contains(key(participant))) return false;
    const auto leads = adapted_.leading.find(key(participant));
    if (leads != adapted_.leading.end())
      for (const auto& other : leads->second)
        if (other.overlaps(time)) return false;
    const auto late = adapted_.late.find(key(participant));
    return late == adapted_.late.end() || time.from >= late->second;
  }

  [[nodiscard]] const std::string& key(std::size_t participant) const {
    return adapted_.gathering.people[row_.participants[participant].index()].id.value;
  }

  engine::PlanEvaluator& evaluator_;
  const engine::Problem& problem_;
  const engine::RotationRow& row_;
  const Adapted& adapted_;
  const Clock& clock_;
  RotationId id_;
  std::set<std::size_t> turned_away_;  ///< participants
};

}  // namespace

CardRepair repair_cards(engine::PlanEvaluator& evaluator,
                        const Adapted& adapted,
                        const Clock& clock,
                        Random& random,
                        Budget& budget) {
  CardRepair result;
  evaluator.problem().rotations.each([&](RotationId id) {
    Cards cards(evaluator, adapted, clock, id);
    if (evaluator.problem().rotations[id].participants.empty() || !cards.placed()) return;
    cards.repair(random, budget, result);
  });
  return result;
}

}  // namespace scheduler
