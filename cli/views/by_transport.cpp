#include <map>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/views/views.h"
#include "engine/model/words.h"
#include "engine/plan/trip_words.h"

namespace cli {
namespace {

using engine::EquipmentMove;
using engine::Trip;

/// "Car bleu — Yann Le Goff", "Trajet en métro".
std::string vehicle_title(const Showing& showing, const Screen& screen, const Trip& trip) {
  const auto title = trip_title(showing.gathering, trip).in(screen.language);
  return trip.driver.empty() ? title : title + " — " + showing.directory.person_name(trip.driver);
}

std::string passengers(const Showing& showing, const Screen& screen, const Trip& trip) {
  if (trip.people.empty()) return said(screen, {"à vide", "empty"});
  const auto people = audience_text(showing, screen, trip.people);
  return trip.seats == 0
             ? people
             : said(screen,
                    {"{0} ({1}\u00a0{1:place|places})", "{0} ({1}\u00a0{1:seat|seats})"},
                    people,
                    trip.seats);
}

void show_trips(const Showing& showing, const Screen& screen) {
  std::map<std::string, std::vector<const Trip*>> by_vehicle;
  for (const auto& trip : showing.transport->trips)
    by_vehicle[vehicle_title(showing, screen, trip)].push_back(&trip);
  Table table({{said(screen, {"Heure", "Time"})},
               {said(screen, {"Trajet", "Journey"})},
               {said(screen, {"Qui", "Who"})}});
  for (const auto& [title, trips] : by_vehicle) {
    table.section(title);
    std::optional<engine::Day> day;
    for (const auto* trip : trips) {
      const auto date = engine::day_of(trip->time.from);
      if (day != date) table.subsection(day_title(screen, date));
      day = date;
      table.add({{span(trip->time)},
                 {trip_ends(showing.gathering, *trip)},
                 {passengers(showing, screen, *trip)}});
    }
  }
  if (table.empty()) return;
  screen.out << '\n';
  table.write(screen);
}

/// "mardi 14 novembre 2023, 22h"; "à tout moment" without a time.
std::string moment(const Screen& screen, std::optional<engine::Minute> time) {
  if (!time) return said(screen, {"à tout moment", "at any time"});
  return engine::long_date(engine::day_of(*time), screen.language) + ", " +
         engine::spoken_time(*time, screen.language);
}

std::string ends(const Showing& showing, const Screen& screen, const EquipmentMove& move) {
  const auto text =
      showing.directory.site_name(move.from) + " → " + showing.directory.site_name(move.to);
  return move.minutes == 0
             ? text
             : text + " (" + engine::spoken_length(move.minutes, screen.language) + ")";
}

void show_moves(const Showing& showing, const Screen& screen) {
  Table table({{said(screen, {"À prendre dès", "Ready from"})},
               {said(screen, {"À livrer avant", "Needed by"})},
               {said(screen, {"Trajet", "Journey"})},
               {said(screen, {"Pour", "For"})}});
  for (const auto& equipment : showing.gathering.equipment) {
    bool first = true;
    for (const auto& move : showing.transport->moves) {
      if (move.equipment != equipment.id.value) continue;
      const auto name = equipment.name.empty() ? equipment.id.value : equipment.name;
      if (first) table.section(name);
      first = false;
      table.add({{moment(screen, move.free)},
                 {moment(screen, move.needed)},
                 {ends(showing, screen, move)},
                 {(move.count > 1 ? std::to_string(move.count) + " × " : "") +
                  (move.before.empty() ? said(screen, {"retour", "back home"})
                                       : showing.directory.title(move.before))}});
    }
  }
  if (table.empty()) return;
  screen.out << '\n';
  table.write(screen);
}

}  // namespace

void show_by_transport(const Showing& showing, const Screen& screen) {
  show_trips(showing, screen);
  show_moves(showing, screen);
}

}  // namespace cli
