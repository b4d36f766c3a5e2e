#include "scheduler/replan/late.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/model/rows.h"

namespace scheduler {
namespace {

using engine::find_row;
using engine::Minute;
using engine::PlannedSession;

Minute on_grid(Minute moment, Minute grid) {
  return (moment + grid - 1) / grid * grid;
}

using Ids = std::set<std::string>;

/// A session, a rotation, or one round of a rotation whose rounds are apart.
struct Stretch {
  std::string id;
  Minute start = 0;
  Minute end = 0;
  Ids people{};
  Ids rooms{};
};

void add_team(Stretch& stretch, const std::vector<engine::RoleHolders>& team) {
  for (const auto& holders : team)
    stretch.people.insert(holders.people.begin(), holders.people.end());
}

void add_round(Stretch& stretch, const engine::PlannedRound& round) {
  stretch.end = round.end;
  for (const auto& station : round.stations) {
    stretch.people.insert(station.participants.begin(), station.participants.end());
    stretch.rooms.insert(station.room);
    add_team(stretch, station.team);
  }
}

Stretch stretch_of(const PlannedSession& session) {
  Stretch stretch{.id = session.id, .start = session.start, .end = session.end};
  stretch.people.insert(session.participants.begin(), session.participants.end());
  stretch.rooms.insert(session.room);
  add_team(stretch, session.team);
  return stretch;
}

/// Everything in the plan, the earliest first.
std::vector<Stretch> stretches_of(const Adapted& to) {
  std::vector<Stretch> list;
  for (const auto& session : to.plan.sessions) list.push_back(stretch_of(session));
  for (const auto& planned : to.plan.rotations) {
    const auto* rotation = find_row(to.gathering.rotations, planned.id);
    for (const auto& round : planned.rounds) {
      if (&round == &planned.rounds.front() || !rotation->contiguous)
        list.push_back({.id = planned.id, .start = round.start});
      add_round(list.back(), round);
    }
  }
  std::stable_sort(
      list.begin(), list.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
  return list;
}

/// Do two items share a room or people?
bool meet(const Stretch& a, const Stretch& b) {
  const auto shared = [](const Ids& mine, const Ids& theirs) {
    return std::any_of(mine.begin(), mine.end(), [&](const auto& id) {
      return !id.empty() && theirs.contains(id);
    });
  };
  return shared(a.rooms, b.rooms) || shared(a.people, b.people);
}

/// Minutes asked for between an item and one it comes after; none where it does not.
std::optional<Minute> gap_after(const engine::Gathering& gathering,
                                const std::string& next,
                                const std::string& other) {
  const auto* session = find_row(gathering.sessions, next);
  const auto& timing =
      session != nullptr ? session->timing : find_row(gathering.rotations, next)->timing;
  for (const auto& after : timing.after)
    if (after.item.value == other) return after.gap;
  return {};
}

/// How long an item lasts when it begins at `start` instead: a session is shortened as far as it
/// may be.
Minute length_from(Adapted& to, const Stretch& stretch, Minute start) {
  const auto length = stretch.end - stretch.start;
  auto* session = find_row(to.gathering.sessions, stretch.id);
  if (session == nullptr) return length;
  const auto least = session->min_minutes ? session->min_minutes->value : length;
  session->minutes.value = std::clamp(stretch.end - start, std::min(least, length), length);
  return session->minutes.value;
}

/// One item after the other: whoever has to wait begins when the last it waits for ends. `first` is
/// as it was before it ran late.
void compress_behind(Adapted& to, const Stretch& first, Minute its_end, const Clock& clock) {
  std::vector<std::pair<Stretch, Minute>> late{{first, its_end}};
  for (const auto& next : stretches_of(to)) {
    if (next.id == first.id || clock.begun(next.start) || to.fixed.contains(next.id)) continue;
    Minute start = next.start;
    for (const auto& [other, end] : late) {
      const auto gap = gap_after(to.gathering, next.id, other.id);
      if (gap || (other.start <= next.start && meet(next, other)))
        start = std::max(start, end + gap.value_or(0));
    }
    if (start == next.start) continue;
    start = on_grid(start, to.gathering.grid.value);
    to.pushed.emplace(next.id, start);
    late.emplace_back(next, start + length_from(to, next, start));
  }
}

/// Once it has begun, the round that is running ends later and those to come follow; where rounds
/// are apart, one of them alone is late.
Minute delay_rotation(Adapted& to,
                      engine::PlannedRotation& planned,
                      Minute minutes,
                      const Clock& clock) {
  const bool begun = clock.begun(planned.rounds.front().start);
  const bool apart = !find_row(to.gathering.rotations, planned.id)->contiguous;
  const auto by = begun && !apart ? minutes : on_grid(minutes, to.gathering.grid.value);
  Minute end = planned.rounds.back().end;
  for (auto& round : planned.rounds) {
    if (begun && round.end <= *clock.now) continue;
    if (!clock.begun(round.start)) round.start += by;
    round.end += by;
    end = round.end;
    if (begun && apart) break;
  }
  keep_rounds(to, planned);
  return end;
}

Minute delay_session(Adapted& to, PlannedSession& planned, Minute minutes, const Clock& clock) {
  if (clock.begun(planned.start)) {
    planned.end += minutes;
    find_row(to.gathering.sessions, planned.id)->minutes.value = planned.end - planned.start;
  } else {
    const auto was = stretch_of(planned);
    planned.start += on_grid(minutes, to.gathering.grid.value);
    planned.end = planned.start + length_from(to, was, planned.start);
  }
  return planned.end;
}

/// How much later a session may begin than the file says.
Minute may_wait(const Adapted& to, const PlannedSession& planned) {
  Minute wait = to.late_by;
  for (const auto& holders : planned.team)
    for (const auto& id : holders.people)
      if (const auto late = to.late.find(id); late != to.late.end() && !to.out.contains(id))
        wait = std::max(wait, on_grid(late->second - planned.start, to.gathering.grid.value));
  return wait;
}

}  // namespace

void keep_rounds(Adapted& to, const engine::PlannedRotation& planned) {
  auto* rotation = find_row(to.gathering.rotations, planned.id);
  if (rotation == nullptr ||
      planned.rounds.size() != static_cast<std::size_t>(rotation->rounds.value))
    return;
  rotation->held.clear();
  for (const auto& round : planned.rounds)
    rotation->held.push_back({rotation->contiguous ? round.start - planned.rounds.front().start : 0,
                              round.end - round.start});
}

void run_late(Adapted& to, const Disruption& late, const Clock& clock) {
  to.late_by = std::max(to.late_by, on_grid(late.minutes, to.gathering.grid.value));
  to.ordered.insert(late.item);
  for (const auto& was : stretches_of(to)) {
    if (was.id != late.item) continue;
    auto* session = find_row(to.plan.sessions, late.item);
    const auto end =
        session != nullptr
            ? delay_session(to, *session, late.minutes, clock)
            : delay_rotation(to, *find_row(to.plan.rotations, late.item), late.minutes, clock);
    return compress_behind(to, was, end, clock);
  }
}

void let_wait(Adapted& to, const Clock& clock) {
  const auto loosen = [&](engine::Timing& timing, Minute start, Minute end, Minute wait) {
    if (wait <= 0 || !timing.start || clock.begun(start)) return;
    const auto when = [](Minute m) {
      return engine::When{.day = engine::day_of(m), .clock = engine::clock_of(m)};
    };
    timing.start.reset();
    timing.windows.assign(1, {.from = when(start), .to = when(end + wait), .where = {}});
  };
  for (const auto& planned : to.plan.sessions)
    if (!to.fixed.contains(planned.id))
      loosen(find_row(to.gathering.sessions, planned.id)->timing,
             planned.start,
             planned.end,
             may_wait(to, planned));
  for (const auto& planned : to.plan.rotations)
    if (!to.fixed.contains(planned.id) && !planned.rounds.empty())
      loosen(find_row(to.gathering.rotations, planned.id)->timing,
             planned.rounds.front().start,
             planned.rounds.back().end,
             to.late_by);
}

}  // namespace scheduler
