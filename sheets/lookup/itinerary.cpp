#include "sheets/lookup/itinerary.h"

#include <algorithm>

namespace sheets {

Itineraries::Itineraries(const Directory& directory, const engine::Plan& plan) {
  for (const auto& session : plan.sessions) {
    const auto* row = directory.session(session.id);
    const Stop stop{
        session.start, row == nullptr ? session.id : row->title, session.room, {}, {}, 0};
    add(session.participants, stop);
    for (const auto& holders : session.team) add(holders.people, stop);
  }
  for (const auto& rotation : plan.rotations) {
    const auto* row = directory.rotation(rotation.id);
    if (row == nullptr) continue;
    for (std::size_t r = 0; r < rotation.rounds.size(); ++r)
      for (const auto& station : rotation.rounds[r].stations) {
        const Stop stop{rotation.rounds[r].start,
                        station_title(*row, station.id),
                        station.room,
                        rotation.id,
                        station.id,
                        r};
        add(station.participants, stop);
        for (const auto& holders : station.team) add(holders.people, stop);
      }
  }
  for (auto& [person, stops] : stops_)
    std::stable_sort(
        stops.begin(), stops.end(), [](const Stop& a, const Stop& b) { return a.start < b.start; });
}

void Itineraries::add(const std::vector<std::string>& people, const Stop& stop) {
  for (const auto& person : people) stops_[person].push_back(stop);
}

const Stop* Itineraries::next(const std::string& person, engine::Minute moment) const {
  const auto list = stops_.find(person);
  if (list == stops_.end()) return nullptr;
  const auto& stops = list->second;
  const auto stop =
      std::find_if(stops.begin(), stops.end(), [&](const Stop& s) { return s.start >= moment; });
  if (stop == stops.end() || engine::day_of(stop->start) != engine::day_of(moment)) return nullptr;
  return &*stop;
}

}  // namespace sheets
