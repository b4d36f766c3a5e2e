#include "sheets/services/transport.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "engine/model/fold.h"
#include "engine/model/words.h"
#include "engine/plan/transport.h"
#include "engine/plan/trip_words.h"
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

class Roads {
 public:
  Roads(const engine::Gathering& gathering, const engine::Plan& plan, const PrintOptions& options)
      : gathering_(gathering),
        options_(options),
        directory_(gathering),
        uses_(uses_of(directory_, plan)),
        transport_(engine::transport_of(gathering, plan)) {}

  [[nodiscard]] TransportSheets sheets() const {
    TransportSheets sheets;
    for (const auto& use : uses_)
      if (const auto* format = use.format(); format != nullptr && format->key == "travel")
        add_journey(use, sheets.trips);
    for (const auto& ride : transport_.trips)
      if (ride.item.empty() && ride.seats > 0 && is_wanted(ride))
        sheets.trips.push_back(seated(ride));
    for (const auto& equipment : gathering_.equipment) {
      auto carried = carried_of(equipment);
      if (!carried.lines.empty()) sheets.carried.push_back(std::move(carried));
    }
    return sheets;
  }

 private:
  template <class Way>
  [[nodiscard]] bool is_wanted(const Way& way) const {
    return options_.site.empty() || way.from == options_.site || way.to == options_.site;
  }

  void add_journey(const Use& use, std::vector<Trip>& trips) const {
    Trip trip = timed(use.start, use.end);
    trip.key = use.item;
    trip.title = use.full_title();
    std::set<std::string> from;
    std::set<std::string> to;
    for (const auto& ride : transport_.trips) {
      if (ride.item != use.item) continue;
      from.insert(ride.from);
      to.insert(ride.to);
    }
    if (!use.room.empty()) from = {use.room};
    if (!is_wanted(from, to, use.room)) return;
    if (from.size() == 1) trip.from = place(*from.begin());
    if (to.size() == 1) trip.to = place(*to.begin());
    if (use.session != nullptr && use.session->seats)
      trip.seats = static_cast<std::size_t>(std::max(0, use.session->seats->value));
    for (const auto& holders : *use.team)
      for (const auto& person : holders.people) add_contact(trip, holders.role, person);
    add_riders(trip, {use.participants->begin(), use.participants->end()});
    trips.push_back(std::move(trip));
  }

  [[nodiscard]] bool is_wanted(const std::set<std::string>& from,
                               const std::set<std::string>& to,
                               const std::string& room) const {
    const auto& site = options_.site;
    if (site.empty() || from.contains(site) || to.contains(site)) return true;
    const auto* row = directory_.room(room);
    return row != nullptr && row->site.value == site;
  }

  [[nodiscard]] Trip seated(const engine::Trip& ride) const {
    Trip trip = timed(ride.time.from, ride.time.to);
    const auto vehicle = engine::vehicle_name(gathering_, ride);
    trip.key = ride.from + " " + ride.to + " " + engine::moment_text(ride.time.from) +
               (vehicle.empty() ? "" : " " + vehicle);
    trip.title = engine::trip_ends(gathering_, ride);
    trip.from = place(ride.from);
    trip.to = place(ride.to);
    trip.way = engine::trip_title(gathering_, ride).in(options_.language);
    trip.seats = static_cast<std::size_t>(ride.seats);
    if (!ride.driver.empty()) add_contact(trip, "driver", ride.driver);
    add_riders(trip, {ride.people.begin(), ride.people.end()});
    return trip;
  }

  [[nodiscard]] CarriedEquipment carried_of(const engine::Equipment& equipment) const {
    CarriedEquipment carried{
        equipment.id.value, equipment.name.empty() ? equipment.id.value : equipment.name, {}};
    for (const auto& move : transport_.moves) {
      if (move.equipment != equipment.id.value || !is_wanted(move)) continue;
      const auto language = options_.language;
      carried.lines.push_back(
          {moment(move.free),
           moment(move.needed),
           place(move.from),
           place(move.to),
           move.minutes > 0 ? engine::spoken_length(move.minutes, language) : std::string(),
           move.before.empty() ? engine::say({"retour", "back home"}).in(language)
                               : title_of(move.before),
           move.count});
    }
    return carried;
  }

  [[nodiscard]] std::string title_of(const std::string& key) const {
    const auto* session = directory_.session(key);
    return session == nullptr ? key : session->title;
  }

  [[nodiscard]] std::string moment(std::optional<Minute> time) const {
    const auto language = options_.language;
    if (!time) return engine::say({"à tout moment", "at any time"}).in(language);
    return capital(engine::long_date(engine::day_of(*time), language)) + ", " +
           engine::spoken_time(*time, language);
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

  void add_contact(Trip& trip, const std::string& role, const std::string& person) const {
    trip.people.push_back(person);
    if (!options_.no_personal_data) trip.contacts.push_back(contact(role, person));
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
  engine::Transport transport_;
};

}  // namespace

TransportSheets transport_sheets_of(const engine::Gathering& gathering,
                                    const engine::Plan& plan,
                                    const PrintOptions& options) {
  return Roads(gathering, plan, options).sheets();
}

}  // namespace sheets
