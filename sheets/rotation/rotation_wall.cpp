#include "sheets/rotation/rotation_wall.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/model/fold.h"
#include "engine/model/text.h"
#include "sheets/lookup/directory.h"
#include "sheets/lookup/first_names.h"
#include "sheets/lookup/round_hours.h"
#include "sheets/rotation/host_posts.h"

namespace sheets {
namespace {

using engine::say;

constexpr const char* kAtRest = "—";

class Wall {
 public:
  Wall(const Directory& directory, const PrintOptions& options)
      : directory_(directory), options_(options) {}

  [[nodiscard]] WallSheet sheet(const engine::Rotation& rotation,
                                const engine::PlannedRotation& planned) const {
    const auto times = round_hours(planned, options_.language);
    WallSheet sheet;
    sheet.rotation_key = planned.id;
    sheet.rotation = rotation.title;
    sheet.date = times.date;
    for (std::size_t r = 0; r < planned.rounds.size(); ++r) {
      std::string name;
      if (planned.rounds.size() > 1)
        name = say({"Tour\u00a0{0}", "Round\u00a0{0}"}, r + 1).in(options_.language);
      sheet.rounds.push_back({std::move(name), times.hours[r]});
    }
    const auto called = calls(planned);
    for (const auto& station : rotation.stations)
      sheet.rows.push_back(row(rotation, planned, station.id.value, called));
    return sheet;
  }

 private:
  using Calls = std::map<std::string, std::string>;

  [[nodiscard]] Calls calls(const engine::PlannedRotation& planned) const {
    Calls names;
    for (const auto& round : planned.rounds)
      for (const auto& station : round.stations)
        for (const auto& key : station.participants) names[key] = directory_.person_name(key);
    return first_names(names);
  }

  [[nodiscard]] WallRow row(const engine::Rotation& rotation,
                            const engine::PlannedRotation& planned,
                            const std::string& station,
                            const Calls& called) const {
    WallRow row{.station = station_title(rotation, station), .place = {}, .cells = {}};
    std::set<std::string> rooms;
    for (const auto& round : planned.rounds) {
      const auto* at = station_in(round, station);
      row.cells.push_back(at == nullptr ? WallCell{{}, kAtRest} : cell(*at, called));
      if (at != nullptr) rooms.insert(at->room);
    }
    if (rooms.size() == 1 && !rooms.begin()->empty()) {
      const auto room = directory_.room_name(*rooms.begin());
      if (engine::fold(room) != engine::fold(row.station)) row.place = room;
    }
    return row;
  }

  [[nodiscard]] WallCell cell(const engine::PlannedStation& station, const Calls& called) const {
    WallCell cell;
    cell.count = people_counted(station.participants.size()).in(options_.language);
    if (options_.no_personal_data) return cell;
    for (const auto& key : station.participants) cell.names.push_back(called.at(key));
    sort_names(cell.names);
    return cell;
  }

  const Directory& directory_;
  const PrintOptions& options_;
};

}  // namespace

std::vector<WallSheet> wall_sheets_of(const engine::Gathering& gathering,
                                      const engine::Plan& plan,
                                      const PrintOptions& options) {
  const Directory directory(gathering);
  const Wall wall(directory, options);
  std::vector<WallSheet> sheets;
  for (const auto& planned : plan.rotations) {
    const auto* rotation = directory.rotation(planned.id);
    if (rotation != nullptr && rotation->pattern.value != engine::Pattern::Free)
      sheets.push_back(wall.sheet(*rotation, planned));
  }
  return sheets;
}

}  // namespace sheets
