#include "scheduler/replan/interrupted.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "engine/model/rows.h"

namespace scheduler {
namespace {

using engine::find_row;
using engine::Minute;

/// A room in use.
struct Use {
  std::string item;
  std::string room;
  Minute start = 0;
  Minute end = 0;
  std::set<std::string> people{};
  const std::vector<engine::Key>* needs = nullptr;  ///< features
};

template <class Placed>
void add_people(Use& use, const Placed& placed) {
  use.people.insert(placed.participants.begin(), placed.participants.end());
  for (const auto& holders : placed.team)
    use.people.insert(holders.people.begin(), holders.people.end());
}

/// Stations of a round in one room are one use of it.
void add_round(const engine::Rotation& rotation,
               const engine::PlannedRound& round,
               std::vector<Use>& uses) {
  const auto first = uses.size();
  for (const auto& station : round.stations) {
    auto use = std::find_if(uses.begin() + static_cast<std::ptrdiff_t>(first),
                            uses.end(),
                            [&](const Use& u) { return u.room == station.room; });
    if (use == uses.end())
      use = uses.insert(use, {rotation.id.value, station.room, round.start, round.end});
    add_people(*use, station);
    if (const auto* row = find_row(rotation.stations, station.id)) use->needs = &row->needs;
  }
}

std::vector<Use> uses_of(const Adapted& adapted, const engine::Plan& plan) {
  std::vector<Use> uses;
  for (const auto& session : plan.sessions) {
    const auto* row = find_row(adapted.gathering.sessions, session.id);
    if (row == nullptr) continue;
    uses.push_back({session.id,
                    session.room,
                    session.start - row->setup,
                    session.end + row->teardown,
                    {},
                    &row->needs});
    add_people(uses.back(), session);
  }
  for (const auto& rotation : plan.rotations)
    if (const auto* row = find_row(adapted.gathering.rotations, rotation.id))
      for (const auto& round : rotation.rounds) add_round(*row, round, uses);
  return uses;
}

class Finder {
 public:
  Finder(const Adapted& adapted, Minute now, std::vector<Use> uses)
      : adapted_(adapted), now_(now), uses_(std::move(uses)) {}

  std::vector<Interrupted> find() {
    std::vector<Interrupted> list;
    const auto all = uses_;
    for (const auto& use : all) {
      if (!adapted_.rooms_just_lost.contains(use.room)) continue;
      if (use.start >= now_ || use.end <= now_) continue;
      list.push_back({use.item, use.room, room_for(use), use.end, {}});
      list.back().people.assign(use.people.begin(), use.people.end());
      uses_.push_back({use.item, list.back().to, now_, use.end});
    }
    return list;
  }

 private:
  [[nodiscard]] std::string room_for(const Use& use) const {
    const auto& rooms = adapted_.gathering.rooms;
    const auto& lost = *find_row(rooms, use.room);
    const engine::Room* best = nullptr;
    for (const auto& room : rooms) {
      if (room.site.value != lost.site.value || !fits(room, use) || !is_free(room, use)) continue;
      if (best == nullptr || room.capacity.value < best->capacity.value) best = &room;
    }
    return best == nullptr ? std::string() : best->id.value;
  }

  [[nodiscard]] bool fits(const engine::Room& room, const Use& use) const {
    if (adapted_.rooms_lost.contains(room.id.value)) return false;
    if (room.capacity.value < static_cast<int>(use.people.size())) return false;
    return use.needs == nullptr ||
           std::all_of(use.needs->begin(), use.needs->end(), [&](const engine::Key& need) {
             return std::any_of(room.features.begin(), room.features.end(), [&](const auto& has) {
               return has.value == need.value;
             });
           });
  }

  [[nodiscard]] bool is_free(const engine::Room& room, const Use& use) const {
    const auto overlaps = [&](Minute from, Minute to) { return from < use.end && now_ < to; };
    return std::none_of(uses_.begin(),
                        uses_.end(),
                        [&](const Use& other) {
                          return other.room == room.id.value &&
                                 overlaps(other.start - room.setup, other.end + room.setup);
                        }) &&
           std::none_of(room.closed.begin(), room.closed.end(), [&](const engine::Window& closed) {
             const auto day = engine::day_of(now_);
             return overlaps(engine::moment_at(closed.from.day.value_or(day), closed.from.clock),
                             engine::moment_at(closed.to.day.value_or(day), closed.to.clock));
           });
  }

  const Adapted& adapted_;
  Minute now_;
  std::vector<Use> uses_;
};

}  // namespace

std::vector<Interrupted> interrupted(const Adapted& adapted,
                                     const Clock& clock,
                                     const engine::Plan& repaired) {
  if (!clock.now || adapted.rooms_just_lost.empty()) return {};
  return Finder(adapted, *clock.now, uses_of(adapted, repaired)).find();
}

}  // namespace scheduler
