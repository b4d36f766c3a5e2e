#include "engine/problem/rotation_checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "engine/problem/joint_seats.h"
#include "engine/problem/stations_to_seat.h"

namespace engine {
namespace {

/// A rotation beside its compiled row.
struct Pair {
  const Rotation& rotation;
  const RotationRow& row;
  std::int32_t people = 0;  ///< who take part; with Pattern::Free the number expected
};

ActivityId activity_in(const Compiling& c, PartId round, std::size_t station) {
  return {c.problem.parts[round].first_activity.value + static_cast<std::int32_t>(station)};
}

void check_station_ids(Compiling& c, const Rotation& rotation) {
  std::map<std::string_view, Where> first;
  for (const auto& station : rotation.stations) {
    if (station.id.value.empty()) continue;
    const auto [known, is_new] = first.emplace(station.id.value, station.id.where);
    if (is_new) continue;
    c.diagnostics.error(station.id.where,
                        say({"«\u202f{0}\u202f» a déjà un poste «\u202f{1}\u202f» ({2})",
                             "\"{0}\" has a station \"{1}\" already ({2})"},
                            rotation.id.value,
                            station.id.value,
                            place_text(c.gathering, known->second)));
  }
}

void check_station(Compiling& c, const Rotation& rotation, const Station& station) {
  if (station.min_people && station.max_people &&
      station.min_people->value > station.max_people->value)
    c.diagnostics.error(station.min_people->where,
                        say({"capacity\u00a0: le minimum ({0}) dépasse le maximum ({1})",
                             "capacity: the minimum ({0}) is more than the maximum ({1})"},
                            station.min_people->value,
                            station.max_people->value));
  if (station.runs && (station.runs->value < 1 || station.runs->value > rotation.rounds.value))
    c.diagnostics.error(station.runs->where,
                        say({"runs ({0}) doit aller de 1 au nombre de tours ({1})",
                             "runs ({0}) must be from 1 to the number of rounds ({1})"},
                            station.runs->value,
                            rotation.rounds.value));
  if (rotation.plain_tables && station.rooms.empty() && !c.gathering.rooms.empty() &&
      &station == &rotation.stations.front())
    c.diagnostics.error(
        rotation.id.where,
        say({"«\u202f{0}\u202f»\u00a0: tables demande aussi room, la salle où elles sont",
             "\"{0}\": tables also needs room, where they stand"},
            rotation.id.value));
}

void check_rounds(Compiling& c, const Rotation& rotation) {
  const auto rounds = rotation.rounds.value;
  const auto stations = static_cast<int>(rotation.stations.size());
  const auto pattern = rotation.pattern.value;
  if (rounds < 1)
    c.diagnostics.error(rotation.rounds.where,
                        say({"rounds doit valoir au moins 1", "rounds must be at least 1"}));
  if (stations == 0)
    c.diagnostics.error(
        rotation.id.where,
        say({"«\u202f{0}\u202f» n’a aucun poste\u00a0: ajoutez [[rotation.station]] ou tables = N",
             "\"{0}\" has no station: add [[rotation.station]] or tables = N"},
            rotation.id.value));
  if (pattern == Pattern::Split && rounds > 1)
    c.diagnostics.error(rotation.rounds.where,
                        say({"le schéma «\u202fsplit\u202f» a un seul tour, pas {0}",
                             "the pattern \"split\" has one round, not {0}"},
                            rounds));
  const bool once = pattern == Pattern::Carousel || pattern == Pattern::Choice ||
                    (pattern == Pattern::Remix && !rotation.revisit);
  if (once && stations > 0 && rounds > stations)
    c.diagnostics.impossible(
        rotation.rounds.where,
        {RuleId::StationOnce},
        state_plainly(
            {"{0} {0:tour|tours} pour {1} {1:poste|postes}\u00a0: personne ne "
             "peut en voir {0} {0:différent|différents}",
             "{0} {0:round|rounds} for {1} {1:station|stations}: nobody can "
             "see {0} different ones"},
            {"«\u202f{2}\u202f» compte {0} {0:tour|tours} pour {1} {1:poste|postes}\u00a0: "
             "personne ne peut en voir {0} {0:différent|différents}",
             "\"{2}\" has {0} {0:round|rounds} for {1} {1:station|stations}: nobody can "
             "see {0} different ones"},
            rounds,
            stations,
            named(rotation)));
}

/// Where seats are a hard rule, those of stations that share rooms.
std::vector<JointSeats> joint_in(const Compiling& c, PartId round) {
  return c.is_hard(RuleId::RoomCapacity) ? joint_seats(c.problem, round)
                                         : std::vector<JointSeats>{};
}

/// Places in one round; stations that must share rooms have no more than these have.
std::int64_t places_in_round(const Compiling& c, const Pair& r, PartId round) {
  const auto places = [&](std::size_t station) -> std::int64_t {
    return c.problem.activities[activity_in(c, round, station)].max_people;
  };
  std::int64_t total = 0;
  for (std::size_t s = 0; s < r.rotation.stations.size(); ++s) total += places(s);
  for (const auto& joint : joint_in(c, round)) {
    std::int64_t here = 0;
    for (const auto s : joint.stations) here += places(static_cast<std::size_t>(s));
    total -= std::max<std::int64_t>(0, here - joint.seats);
  }
  return total;
}

/// The rooms with fewer seats than the stations in them could take: "; "hall" has 50".
Statement rooms_that_limit(const Compiling& c, PartId round) {
  Statement list;
  for (const auto& joint : joint_in(c, round)) {
    std::int64_t places = 0;
    for (const auto s : joint.stations)
      places += c.problem.activities[activity_in(c, round, static_cast<std::size_t>(s))].max_people;
    if (joint.seats >= places) continue;
    const auto rooms =
        c.problem
            .room_choices[activity_in(c, round, static_cast<std::size_t>(joint.stations.front()))];
    for (const auto room : rooms) {
      const auto one = state({"«\u202f{0}\u202f» en a {1}", "\"{0}\" has {1}"},
                             named(c.gathering.rooms[room.index()]),
                             c.problem.rooms[room].capacity);
      list = list.empty() ? one : state({"{0}, {1}", "{0}, {1}"}, list, one);
    }
  }
  return list.empty() ? list : state({"\u202f; {0}", "; {0}"}, list);
}

/// In the round with the fewest.
std::int64_t places_per_round(const Compiling& c, const Pair& r) {
  std::int64_t least = INT64_MAX;
  for (const auto round : r.row.parts) least = std::min(least, places_in_round(c, r, round));
  return least;
}

/// Places over all rounds, where some stations do not take place in each.
std::int64_t places_over_rounds(const Compiling& c, const Pair& r) {
  std::int64_t total = 0;
  for (std::size_t station = 0; station < r.rotation.stations.size(); ++station) {
    std::int64_t most = 0;
    for (const auto round : r.row.parts)
      most = std::max<std::int64_t>(
          most, c.problem.activities[activity_in(c, round, station)].max_people);
    total += r.row.runs[station] * most;
  }
  return total;
}

/// True when there are enough.
bool check_places_per_round(Compiling& c, const Pair& r) {
  const auto per_round = places_per_round(c, r);
  if (per_round >= r.people) return true;
  const auto limiting = rooms_that_limit(c, r.row.parts.front());
  std::vector<RuleId> rules{RuleId::StationCapacity};
  if (!limiting.empty()) rules.insert(rules.begin(), RuleId::RoomCapacity);
  c.diagnostics.impossible(
      r.rotation.participants.where,
      std::move(rules),
      state({"«\u202f{0}\u202f»\u00a0: {1} {1:personne|personnes} par tour, {2} "
             "{2:place|places} dans les postes et "
             "leurs salles{3}",
             "\"{0}\": {1} {1:person|people} in each round, {2} "
             "{2:place|places} at the stations and in "
             "their rooms{3}"},
            named(r.rotation),
            r.people,
            per_round,
            limiting));
  return false;
}

/// What the stations of one round can seat.
struct Seats {
  SeatRanges limits;
  std::vector<JointSeats> joint;

  [[nodiscard]] bool fit(std::int32_t people) const {
    return stations_to_seat(people, limits, joint).has_value();
  }
};

Seats seats_in(const Compiling& c, const Pair& r, PartId round) {
  Seats seats{{}, joint_in(c, round)};
  for (std::size_t station = 0; station < r.rotation.stations.size(); ++station) {
    const auto& activity = c.problem.activities[activity_in(c, round, station)];
    seats.limits.emplace_back(activity.min_people, activity.max_people);
  }
  return seats;
}

/// The numbers of people around `people` that such stations can seat: "; 85 or 96 would do".
Text numbers_near(std::int32_t people, const Seats& seats) {
  constexpr std::int32_t kFurthest = 200;
  std::vector<std::int32_t> near;
  for (auto n = people - 1; n > 0 && near.empty(); --n)
    if (seats.fit(n)) near.push_back(n);
  for (auto n = people + 1; n <= people + kFurthest; ++n)
    if (seats.fit(n)) {
      near.push_back(n);
      break;
    }
  if (near.empty()) return {};
  if (near.size() == 1) return say({"\u202f; {0} iraient", "; {0} would do"}, near[0]);
  return say({"\u202f; {0} ou {1} iraient", "; {0} or {1} would do"}, near[0], near[1]);
}

std::int32_t people_in(const Pair& r, const PartRow& round) {
  auto people = r.people;
  if (!r.row.absent.empty())
    for (std::int32_t p = 0; p < r.people; ++p) people -= r.row.present(round.round, p) ? 0 : 1;
  return people;
}

/// It would stand empty, its team with nothing to do.
void warn_never_opens(Compiling& c, const Pair& r) {
  for (const auto& station : r.rotation.stations) {
    if (!station.min_people || station.min_people->value <= r.people) continue;
    c.diagnostics.warning(
        station.min_people->where,
        say({"«\u202f{0}\u202f» n’aura jamais lieu\u00a0: il y faut au moins {1} "
             "{1:personne|personnes}, et {2} {2:participe|participent}",
             "\"{0}\" will never take place: it needs at least {1} {1:person|people}, and {2} "
             "{2:takes|take} part"},
            station.id.value,
            station.min_people->value,
            r.people));
  }
}

void check_places(Compiling& c, const Pair& r) {
  if (!check_places_per_round(c, r)) return;
  const auto people = r.people;
  const auto where = r.rotation.participants.where;
  const auto over_rounds = places_over_rounds(c, r);
  if (over_rounds < std::int64_t{people} * r.row.rounds) {
    c.diagnostics.impossible(
        where,
        {RuleId::StationCapacity},
        state_plainly({"«\u202f{0}\u202f»\u00a0: {1} {1:personne|personnes} × {2} "
                       "{2:tour|tours}, {3} {3:place|places} en tout (capacity et "
                       "runs)",
                       "\"{0}\": {1} {1:person|people} × {2} {2:round|rounds}, {3} "
                       "{3:place|places} in all (capacity and "
                       "runs)"},
                      {"«\u202f{0}\u202f»\u00a0: {1} {1:personne|personnes} × {2} "
                       "{2:tour|tours}, et {3} {3:place|places} aux postes, tous tours "
                       "réunis",
                       "\"{0}\": {1} {1:person|people} × {2} {2:round|rounds}, and {3} "
                       "{3:place|places} at the stations over all rounds"},
                      named(r.rotation),
                      people,
                      r.row.rounds,
                      over_rounds));
    return;
  }
  const auto odd = std::find_if(r.row.parts.begin(), r.row.parts.end(), [&](PartId round) {
    return !seats_in(c, r, round).fit(people_in(r, c.problem.parts[round]));
  });
  if (odd == r.row.parts.end()) return;
  auto seats = seats_in(c, r, *odd);
  const auto near = numbers_near(people, seats);
  seats.joint.clear();
  const bool by_rooms = seats.fit(people_in(r, c.problem.parts[*odd]));
  c.diagnostics.impossible(
      where,
      {RuleId::StationCapacity},
      state_plainly(
          {"«\u202f{0}\u202f»\u00a0: {1} {1:personne ne se répartit|personnes ne se répartissent} "
           "pas entre des postes de "
           "ces tailles (capacity){2}{3}",
           "\"{0}\": {1} {1:person|people} cannot be shared out over stations of these "
           "sizes (capacity){2}{3}"},
          {"«\u202f{0}\u202f»\u00a0: {1} {1:personne ne se répartit|personnes ne se répartissent} "
           "pas entre des postes de ces tailles{2}{3}",
           "\"{0}\": {1} {1:person|people} cannot be shared out over stations of these "
           "sizes{2}{3}"},
          named(r.rotation),
          people,
          by_rooms ? Text{" dans leurs salles", " in their rooms"} : Text{},
          near));
}

}  // namespace

/// Teams can only go round where groups keep together, to rooms that every station may use.
void check_moving_hosts(Compiling& c, const Rotation& rotation, PartId first_round) {
  if (!rotation.hosts_move) return;
  if (rotation.pattern.value != Pattern::Carousel) {
    c.diagnostics.error(
        rotation.pattern.where,
        say({"hosts = \"move\" demande pattern = \"carousel\"\u00a0: ailleurs les groupes changent "
             "à "
             "chaque tour, et aucun ne garde sa place",
             "hosts = \"move\" needs pattern = \"carousel\": elsewhere the groups are new every "
             "round, and none keeps its place"}));
    return;
  }
  const auto rooms_of = [&](std::size_t station) {
    const auto rooms = c.problem.room_choices[activity_in(c, first_round, station)];
    return std::set<RoomId>(rooms.begin(), rooms.end());
  };
  for (std::size_t s = 1; s < rotation.stations.size(); ++s) {
    if (rooms_of(s) == rooms_of(0)) continue;
    c.diagnostics.warning(
        rotation.stations[s].id.where,
        say({"hosts = \"move\"\u00a0: pour que les groupes gardent leur place, donnez à chaque "
             "poste "
             "les mêmes salles, rooms = [\"…\", \"…\"]\u202f; sinon ce sont eux qui se déplacent",
             "hosts = \"move\": for groups to keep their place, give every station the same rooms, "
             "rooms = [\"…\", \"…\"]; otherwise it is they who move"}));
    return;
  }
}

void check_rotations(Compiling& c) {
  for (std::size_t i = 0; i < c.gathering.rotations.size(); ++i) {
    const auto& rotation = c.gathering.rotations[i];
    check_rounds(c, rotation);
    check_station_ids(c, rotation);
    for (const auto& station : rotation.stations) check_station(c, rotation, station);
    if (rotation.stations.empty()) continue;
    check_moving_hosts(
        c, rotation, c.problem.rotations[{static_cast<std::int32_t>(i)}].parts.front());
    const RotationId id{static_cast<std::int32_t>(i)};
    const auto& row = c.problem.rotations[id];
    if (rotation.pattern.value == Pattern::Free) {
      const auto block = c.items[c.item_of_rotation(i)].first;
      (void)check_places_per_round(c, {rotation, row, c.problem.blocks[block].people});
      continue;
    }
    const Pair pair{rotation, row, static_cast<std::int32_t>(row.participants.size())};
    check_companions(c, id);
    check_places(c, pair);
    warn_never_opens(c, pair);
  }
}

}  // namespace engine
