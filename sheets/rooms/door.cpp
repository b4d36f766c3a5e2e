#include "sheets/rooms/door.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/model/fold.h"
#include "engine/model/words.h"
#include "sheets/lookup/credits.h"
#include "sheets/lookup/itinerary.h"

namespace sheets {
namespace {

using engine::say;

class Doors {
 public:
  Doors(const engine::Gathering& gathering, const engine::Plan& plan, const PrintOptions& options)
      : gathering_(gathering),
        options_(options),
        directory_(gathering),
        uses_(uses_of(directory_, plan)),
        occupations_(occupations_of(uses_)),
        itineraries_(directory_, plan) {}

  [[nodiscard]] std::vector<DoorSheet> sheets() const {
    std::vector<DoorSheet> sheets;
    for (const auto& [day, occupations] :
         room_days_of(gathering_, directory_, occupations_, options_)) {
      auto& sheet = sheets.emplace_back(DoorSheet{day, {}});
      for (const auto* occupation : occupations) sheet.items.push_back(item(*occupation));
    }
    return sheets;
  }

 private:
  [[nodiscard]] DoorItem item(const Occupation& occupation) const {
    const auto& use = occupation.first();
    DoorItem item;
    item.start = engine::clock_text(occupation.start);
    item.end = engine::clock_text(occupation.end);
    item.light = use.is_pause();
    const bool one_station =
        std::all_of(occupation.uses.begin(), occupation.uses.end(), [&](const Use* one) {
          return one->station == use.station;
        });
    item.title = use.title;
    if (one_station && use.rotation != nullptr) {
      // That of a station called as its room stands on top already.
      const auto station = station_title(*use.rotation, use.station);
      if (engine::fold(station) != engine::fold(directory_.room_name(occupation.room)))
        item.title += "\n" + station;
    }
    if (!item.light && one_station)
      for (const auto& credit : credits_of(directory_, *use.team, options_))
        item.team.push_back(credit_line(credit, options_.language));
    item.rounds = rounds(occupation);
    item.next = next(occupation);
    return item;
  }

  [[nodiscard]] std::string rounds(const Occupation& occupation) const {
    if (occupation.start == occupation.uses.back()->start) return {};
    std::set<engine::Minute> seen;
    std::string text;
    for (const auto* use : occupation.uses)
      if (seen.insert(use->start).second)
        text +=
            (text.empty() ? "" : ",  ") + say({"Tour\u00a0{0}\u00a0{1}", "Round\u00a0{0}\u00a0{1}"},
                                              use->round + 1,
                                              engine::clock_text(use->start))
                                              .in(options_.language);
    return text;
  }

  [[nodiscard]] std::string next(const Occupation& occupation) const {
    std::map<std::pair<engine::Minute, std::string>, std::size_t> places;  // start and room
    std::set<std::string> people;
    for (const auto* use : occupation.uses)
      if (use->end == occupation.end)
        for (auto& person : people_in(*use)) people.insert(std::move(person));
    std::size_t going = 0;
    for (const auto& person : people) {
      const auto* stop = itineraries_.next(person, occupation.end);
      if (stop == nullptr || stop->room.empty()) continue;
      ++going;
      ++places[{stop->start, stop->room}];
    }
    if (going == 0) return {};
    const auto most =
        std::max_element(places.begin(), places.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        });
    if (most->second * 2 <= going)
      return say({"selon votre programme", "see your own programme"}).in(options_.language);
    if (most->first.second == occupation.room || used_before(occupation, most->first.first))
      return {};
    return engine::clock_text(most->first.first) + "  " + directory_.room_name(most->first.second);
  }

  /// Does the room hold something else before `moment`? Then that is what comes next.
  [[nodiscard]] bool used_before(const Occupation& occupation, engine::Minute moment) const {
    return std::any_of(occupations_.begin(), occupations_.end(), [&](const auto& other) {
      return other.room == occupation.room && other.start >= occupation.end && other.start < moment;
    });
  }

  const engine::Gathering& gathering_;
  const PrintOptions& options_;
  Directory directory_;
  std::vector<Use> uses_;
  std::vector<Occupation> occupations_;
  Itineraries itineraries_;
};

}  // namespace

std::vector<DoorSheet> door_sheets_of(const engine::Gathering& gathering,
                                      const engine::Plan& plan,
                                      const PrintOptions& options) {
  return Doors(gathering, plan, options).sheets();
}

}  // namespace sheets
