#include "sheets/lookup/uses.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sheets {

const engine::Format* Use::format() const {
  if (session != nullptr) return engine::find_format(session->format.value);
  return rotation == nullptr ? nullptr : engine::find_format(rotation->format.value);
}

bool Use::is_pause() const {
  const auto* row = format();
  return row != nullptr && row->layout == engine::SheetLayout::Pause;
}

std::string Use::full_title() const {
  return rotation == nullptr ? title : title + " · " + station_title(*rotation, station);
}

std::vector<Use> uses_of(const Directory& directory, const engine::Plan& plan) {
  std::vector<Use> uses;
  for (const auto& planned : plan.sessions) {
    Use use{planned.start, planned.end, planned.id, planned.id, planned.room};
    use.session = directory.session(planned.id);
    if (use.session != nullptr) use.title = use.session->title;
    use.team = &planned.team;
    use.participants = &planned.participants;
    uses.push_back(std::move(use));
  }
  for (const auto& planned : plan.rotations) {
    const auto* rotation = directory.rotation(planned.id);
    if (rotation == nullptr) continue;
    for (std::size_t r = 0; r < planned.rounds.size(); ++r)
      for (const auto& station : planned.rounds[r].stations) {
        Use use{planned.rounds[r].start,
                planned.rounds[r].end,
                planned.id,
                rotation->title,
                station.room};
        use.rotation = rotation;
        use.round = r;
        use.station = station.id;
        use.team = &station.team;
        use.participants = &station.participants;
        uses.push_back(std::move(use));
      }
  }
  std::stable_sort(
      uses.begin(), uses.end(), [](const Use& a, const Use& b) { return a.start < b.start; });
  return uses;
}

std::vector<std::string> people_in(const Use& use) {
  std::vector<std::string> people;
  std::set<std::string_view> seen;
  const auto add = [&](const std::vector<std::string>& some) {
    for (const auto& person : some)
      if (seen.insert(person).second) people.push_back(person);
  };
  for (const auto& holders : *use.team) add(holders.people);
  add(*use.participants);
  return people;
}

std::size_t heads_in(const Use& use) {
  const auto there = people_in(use).size();
  if (use.session == nullptr || !use.session->seats) return there;
  return std::max(there, static_cast<std::size_t>(std::max(0, use.session->seats->value)));
}

std::vector<Occupation> occupations_of(const std::vector<Use>& uses) {
  std::vector<Occupation> list;
  // Of an item in a room, the latest run of rounds.
  std::map<std::tuple<std::string_view, std::string_view, engine::Day>, std::size_t> open;
  for (const auto& use : uses) {
    if (use.room.empty()) continue;
    const auto key = std::tuple<std::string_view, std::string_view, engine::Day>(
        use.item, use.room, engine::day_of(use.start));
    const auto found = open.find(key);
    const bool joins = found != open.end() && use.rotation != nullptr &&
                       (use.rotation->contiguous || use.start <= list[found->second].end);
    if (!joins) {
      open[key] = list.size();
      list.push_back({use.start, use.end, use.room, {}});
    }
    auto& occupation = list[open[key]];
    occupation.end = std::max(occupation.end, use.end);
    occupation.uses.push_back(&use);
  }
  return list;
}

std::size_t heads_in(const Occupation& occupation) {
  std::map<engine::Minute, std::size_t> at;  // uses of one occupation begin together
  std::size_t most = 0;
  for (const auto* use : occupation.uses) most = std::max(most, at[use->start] += heads_in(*use));
  return most;
}

}  // namespace sheets
