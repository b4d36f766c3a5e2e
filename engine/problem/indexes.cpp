#include <algorithm>
#include <vector>

#include "engine/problem/steps.h"

namespace engine {
namespace {

void list_parts_of_people(Problem& p) {
  std::vector<std::vector<PartId>> parts(p.people);
  p.parts.each([&](PartId part) {
    for (const auto person : p.attendees[part]) parts[person.index()].push_back(part);
  });
  p.parts_of = Lists<PersonId, PartId>(parts);
}

void list_seats_of_people(Problem& p) {
  std::vector<std::vector<SeatId>> seats(p.people);
  p.seats.each([&](SeatId seat) { seats[p.seats[seat].person.index()].push_back(seat); });
  p.seats_of = Lists<PersonId, SeatId>(seats);
}

void list_own_seats(Problem& p) {
  std::vector<std::vector<SeatId>> seats(p.activities.size());
  p.rotations.each([&](RotationId id) {
    const auto& rotation = p.rotations[id];
    const auto people = static_cast<std::int32_t>(rotation.participants.size());
    for (const auto& [participant, station] : rotation.hosting)
      for (std::int32_t r = 0; r < rotation.rounds; ++r) {
        const auto& part = p.parts[rotation.parts[static_cast<std::size_t>(r)]];
        const ActivityId activity{part.first_activity.value + station};
        seats[activity.index()].push_back({rotation.first_seat.value + r * people + participant});
      }
  });
  p.own_seats = Lists<ActivityId, SeatId>(seats);
}

}  // namespace

void find_neighbours(Problem& p) {
  list_parts_of_people(p);
  list_seats_of_people(p);
  list_own_seats(p);
  std::vector<std::int32_t> common(p.parts.size());
  std::vector<PartId> met;
  std::vector<Neighbour> row;
  p.parts.each([&](PartId part) {
    for (const auto person : p.attendees[part])
      for (const auto other : p.parts_of[person])
        if (p.parts[other].block != p.parts[part].block && common[other.index()]++ == 0)
          met.push_back(other);
    std::sort(met.begin(), met.end());
    for (const auto other : met) {
      row.push_back({.part = other, .people = common[other.index()]});
      common[other.index()] = 0;
    }
    p.neighbours.add(row);
    met.clear();
    row.clear();
  });
}

void list_ticks(Problem& p) {
  std::vector<Minute> moments;
  p.blocks.each(
      [&](BlockId b) { moments.insert(moments.end(), p.starts[b].begin(), p.starts[b].end()); });
  p.ticks = Ticks(std::move(moments));
}

}  // namespace engine
