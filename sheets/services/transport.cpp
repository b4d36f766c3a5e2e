#include "sheets/services/transport.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/model/fold.h"
#include "engine/model/words.h"
#include "engine/plan/sheet_lines.h"
#include "sheets/lookup/directory.h"
#include "sheets/lookup/first_names.h"
#include "sheets/lookup/uses.h"

namespace sheets {
namespace {

using engine::Minute;

/// Words people use for a need of a way without steps, folded.
constexpr std::array<std::string_view, 9> kStepFree{"pmr",
                                                    "fauteuil",
                                                    "mobilite",
                                                    "sans marche",
                                                    "wheelchair",
                                                    "step-free",
                                                    "step free",
                                                    "mobility",
                                                    "bequille"};

bool needs_step_free(const engine::Person& person) {
  return std::any_of(person.needs.begin(), person.needs.end(), [](const auto& need) {
    const auto folded = engine::fold(need);
    return std::any_of(kStepFree.begin(), kStepFree.end(), [&](auto word) {
      return folded.find(word) != folded.npos;
    });
  });
}

class Trips {
 public:
  Trips(const engine::Gathering& gathering, const engine::Plan& plan, const PrintOptions& options)
      : gathering_(gathering),
        options_(options),
        directory_(gathering),
        uses_(uses_of(directory_, plan)),
        lines_(engine::lines_by_person(plan)) {}

  [[nodiscard]] std::vector<Trip> all() const {
    std::vector<Trip> trips;
    for (const auto& use : uses_)
      if (const auto* format = use.format(); format != nullptr && format->key == "travel")
        trips.push_back(journey(use));
    for (const auto& travel : gathering_.travels) {
      if (!travel.seats) continue;
      add_shuttles(trips, travel, travel.from.value, travel.to.value);
      if (travel.both_ways) add_shuttles(trips, travel, travel.to.value, travel.from.value);
    }
    return trips;
  }

 private:
  [[nodiscard]] Trip journey(const Use& use) const {
    Trip trip = timed(use.start, use.end);
    trip.key = use.item;
    trip.title = use.full_title();
    if (!use.room.empty()) trip.from = place(use.room);
    if (use.session != nullptr && use.session->seats)
      trip.seats = static_cast<std::size_t>(std::max(0, use.session->seats->value));
    for (const auto& holders : *use.team)
      for (const auto& person : holders.people) {
        trip.people.push_back(person);
        if (!options_.no_personal_data) trip.contacts.push_back(contact(holders.role, person));
      }
    add_riders(trip, {use.participants->begin(), use.participants->end()});
    return trip;
  }

  void add_shuttles(std::vector<Trip>& trips,
                    const engine::Travel& travel,
                    const std::string& from,
                    const std::string& to) const {
    std::map<Minute, std::set<std::string>> riders;  // by departure
    for (const auto& [person, lines] : lines_) {
      const engine::SheetLine* before = nullptr;
      for (const auto& line : lines) {
        if (line.room.empty()) continue;
        if (before != nullptr && is_at(before->room, from) && is_at(line.room, to) &&
            engine::day_of(before->start) == engine::day_of(line.start))
          riders[departure(travel, line.start)].insert(person);
        before = &line;
      }
    }
    for (const auto& [leaves, people] : riders) {
      Trip trip = timed(leaves, leaves + travel.minutes);
      trip.key = from + " " + to + " " + engine::moment_text(leaves);
      trip.title = name(from) + " → " + name(to);
      trip.from = place(from);
      trip.to = place(to);
      trip.mode = travel.mode;
      trip.seats = static_cast<std::size_t>(std::max(0, *travel.seats));
      add_riders(trip, people);
      trips.push_back(std::move(trip));
    }
  }

  /// As the rule shuttle-seats has it (engine/rules/shuttle_seats.h).
  static Minute departure(const engine::Travel& travel, Minute needed_at) {
    const Minute latest = needed_at - travel.minutes;
    const Minute every = travel.every.value_or(0);
    return every > 0 ? latest - engine::clock_of(latest) % every : latest;
  }

  /// Is a room this place, or on this site?
  [[nodiscard]] bool is_at(const std::string& room, const std::string& place) const {
    const auto* row = directory_.room(room);
    return room == place || (row != nullptr && row->site.value == place);
  }

  [[nodiscard]] Trip timed(Minute leaves, Minute arrives) const {
    Trip trip;
    trip.date = date_title(engine::day_of(leaves), options_.language);
    trip.leaves = engine::clock_text(leaves);
    trip.arrives = engine::clock_text(arrives);
    return trip;
  }

  [[nodiscard]] std::string name(const std::string& key) const {
    if (const auto* site = directory_.site(key)) return site->name.empty() ? key : site->name;
    return directory_.room_name(key);
  }

  /// With its address: a meeting point is looked for.
  [[nodiscard]] std::string place(const std::string& key) const {
    const auto* room = directory_.room(key);
    const auto* site = directory_.site(room == nullptr ? key : room->site.value);
    std::string text = name(key);
    if (site == nullptr) return text;
    if (room != nullptr && !site->name.empty()) text += ", " + site->name;
    return site->address.empty() ? text : text + ", " + site->address;
  }

  [[nodiscard]] std::string contact(const std::string& role, const std::string& key) const {
    const auto* person = directory_.person(key);
    const auto phone = person == nullptr ? std::string() : person->phone;
    return role_title(role, options_.language) +
           (options_.language == engine::Language::Fr ? "\u00a0: " : ": ") +
           directory_.person_name(key) + (phone.empty() ? "" : ", " + phone);
  }

  void add_riders(Trip& trip, const std::set<std::string>& riders) const {
    trip.riders = riders.size();
    if (options_.no_personal_data) return;
    std::map<std::string, std::string> full;
    for (const auto& key : riders) {
      full[key] = directory_.person_name(key);
      const auto* person = directory_.person(key);
      if (person != nullptr && needs_step_free(*person)) ++trip.step_free;
    }
    for (auto& entry : first_names(full)) trip.names.push_back(std::move(entry.second));
    sort_names(trip.names);
  }

  const engine::Gathering& gathering_;
  const PrintOptions& options_;
  Directory directory_;
  std::vector<Use> uses_;
  engine::SheetLines lines_;
};

}  // namespace

std::vector<Trip> trips_of(const engine::Gathering& gathering,
                           const engine::Plan& plan,
                           const PrintOptions& options) {
  return Trips(gathering, plan, options).all();
}

}  // namespace sheets
