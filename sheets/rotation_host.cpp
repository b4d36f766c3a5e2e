#include "sheets/rotation_host.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "engine/model/fold.h"
#include "engine/model/words.h"
#include "sheets/directory.h"
#include "sheets/first_names.h"
#include "sheets/itinerary.h"
#include "sheets/rotation_words.h"

namespace sheets {
namespace {

using engine::Gathering;
using engine::Minute;
using engine::Plan;
using engine::PlannedRotation;
using engine::PlannedRound;
using engine::PlannedStation;
using engine::Rotation;
using engine::say;

constexpr Minute kEarlyWarning = 5;
constexpr Minute kLastWarning = 1;

const PlannedStation* station_in(const PlannedRound& round, const std::string& key) {
  const auto at = std::find_if(
      round.stations.begin(), round.stations.end(), [&](const auto& s) { return s.id == key; });
  return at == round.stations.end() ? nullptr : &*at;
}

/// One sheet to make: a person at a station, and the rounds they host it in.
struct Post {
  std::string station;
  std::string person;
  std::string role;
  std::vector<std::size_t> rounds;
};

std::vector<Post> posts_of(const Rotation& rotation, const PlannedRotation& planned) {
  std::vector<Post> posts;
  for (const auto& row : rotation.stations)
    for (std::size_t r = 0; r < planned.rounds.size(); ++r) {
      const auto* station = station_in(planned.rounds[r], row.id.value);
      if (station == nullptr) continue;
      for (const auto& holders : station->team)
        for (const auto& person : holders.people) {
          auto post = std::find_if(posts.begin(), posts.end(), [&](const Post& known) {
            return known.station == row.id.value && known.person == person;
          });
          if (post == posts.end())
            post = posts.insert(post, {row.id.value, person, holders.role, {}});
          if (post->rounds.empty() || post->rounds.back() != r) post->rounds.push_back(r);
        }
    }
  return posts;
}

/// Everything about one rotation that its sheets share.
class RotationSheets {
 public:
  RotationSheets(const Gathering& gathering,
                 const Directory& directory,
                 const Itineraries& itineraries,
                 const PrintOptions& options)
      : gathering_(gathering),
        directory_(directory),
        itineraries_(itineraries),
        options_(options) {}

  void add(std::vector<HostSheet>& sheets,
           const Rotation& rotation,
           const PlannedRotation& planned) {
    rotation_ = &rotation;
    planned_ = &planned;
    call_people();
    for (const auto& post : posts_of(rotation, planned)) sheets.push_back(sheet(post));
  }

 private:
  void call_people() {
    std::map<std::string, std::string> names;
    std::set<std::string> rooms;
    for (const auto& round : planned_->rounds)
      for (const auto& station : round.stations) {
        rooms.insert(station.room);
        for (const auto& key : station.participants) names[key] = directory_.person_name(key);
        for (const auto& holders : station.team)
          for (const auto& key : holders.people) names[key] = directory_.person_name(key);
      }
    called_ = first_names(names);
    one_room_ = rooms.size() < 2;
  }

  [[nodiscard]] HostSheet sheet(const Post& post) const {
    HostSheet sheet;
    sheet.rotation = rotation_->title;
    sheet.station = station_title(*rotation_, post.station);
    if (!options_.no_personal_data) {
      sheet.host = directory_.person_name(post.person);
      sheet.with = partners(post);
      sheet.contact = contact(post.person);
    }
    sheet.role = role_title(post.role, options_.language);
    sheet.date = capital(engine::long_date(
        engine::day_of(planned_->rounds[post.rounds.front()].start), options_.language));
    sheet.how = what_a_host_does(*rotation_).in(options_.language);
    std::set<std::string> places;
    for (const auto r : post.rounds)
      places.insert(place(station_in(planned_->rounds[r], post.station)->room));
    if (places.size() == 1) sheet.place = *places.begin();
    for (std::size_t i = 0; i < post.rounds.size(); ++i) {
      sheet.rounds.push_back(round(post, i));
      if (places.size() > 1)
        sheet.rounds.back().place =
            place(station_in(planned_->rounds[post.rounds[i]], post.station)->room);
    }
    return sheet;
  }

  [[nodiscard]] std::string place(const std::string& room) const {
    const auto site = directory_.site_of_room(room);
    const bool many = gathering_.sites.size() > 1 && !site.empty();
    return directory_.room_name(room) + (many ? ", " + site : "");
  }

  [[nodiscard]] std::string partners(const Post& post) const {
    std::string list;
    std::set<std::string> named{post.person};
    for (const auto r : post.rounds)
      for (const auto& holders : station_in(planned_->rounds[r], post.station)->team)
        for (const auto& key : holders.people)
          if (named.insert(key).second)
            list += fmt::format("{}{} ({})",
                                list.empty() ? "" : ", ",
                                directory_.person_name(key),
                                lower(role_title(holders.role, options_.language)));
    return list;
  }

  [[nodiscard]] static std::string lower(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
      text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
  }

  [[nodiscard]] std::string contact(const std::string& host) const {
    for (const auto& person : gathering_.people) {
      const bool tagged = std::any_of(person.tags.begin(), person.tags.end(), [](const auto& tag) {
        const auto word = engine::fold(tag);
        return word == "organisation" || word == "contact" || word == "referent";
      });
      if (tagged && !person.phone.empty() && person.id.value != host)
        return directory_.person_name(person.id.value) + ", " + person.phone;
    }
    return {};
  }

  [[nodiscard]] HostRound round(const Post& post, std::size_t index) const {
    const auto r = post.rounds[index];
    const auto& planned = planned_->rounds[r];
    const auto& station = *station_in(planned, post.station);
    const auto language = options_.language;
    const auto spoken = [&](Minute moment) { return engine::spoken_time(moment, language); };
    HostRound round;
    if (planned_->rounds.size() > 1)
      round.name = say({"Tour {0} sur {1}", "Round {0} of {1}"}, r + 1, planned_->rounds.size())
                       .in(language);
    round.start = engine::clock_text(planned.start);
    round.end = engine::clock_text(planned.end);
    round.count = count(station, planned.stations.size());
    round.names = names(station.participants);
    if (rotation_->hosts_move && index + 1 < post.rounds.size())
      round.move = place(station_in(planned_->rounds[post.rounds[index + 1]], post.station)->room);
    else
      round.departures = departures(station, r, planned.end);
    round.warnings = warnings(planned);
    round.switch_time = spoken(planned.end);
    const bool again = r + 1 < planned_->rounds.size() &&
                       planned_->rounds[r + 1].start - planned.end <= rotation_->changeover;
    round.say =
        what_to_say(*rotation_, again ? spoken(planned_->rounds[r + 1].start) : std::string())
            .in(language);
    return round;
  }

  [[nodiscard]] std::vector<std::string> warnings(const PlannedRound& round) const {
    std::vector<std::string> list;
    const auto at = [&](Minute before, const engine::Text& text) {
      if (round.end - round.start > before)
        list.push_back(say({"{0}\u00a0: {1}", "{0}: {1}"},
                           engine::spoken_time(round.end - before, options_.language),
                           text)
                           .in(options_.language));
    };
    at(kEarlyWarning, say({"encore 5 minutes", "5 minutes left"}));
    at(kLastWarning, say({"dernière minute", "last minute"}));
    return list;
  }

  [[nodiscard]] std::string count(const PlannedStation& station, std::size_t open) const {
    const bool free = rotation_->pattern.value == engine::Pattern::Free;
    const auto people = free ? expected(open) : station.participants.size();
    const auto some = people == 1 ? say({"1 personne", "1 person"})
                                  : say({"{0} personnes", "{0} people"}, people);
    if (free && people > 0)
      return say({"environ {0}, qui viennent et repartent librement",
                  "about {0}, who come and go as they like"},
                 some)
          .in(options_.language);
    if (people == 0) return say({"personne à ce tour", "nobody this round"}).in(options_.language);
    return some.in(options_.language);
  }

  /// Participants who host nothing here, spread evenly over the stations open, rounded up.
  [[nodiscard]] std::size_t expected(std::size_t open) const {
    std::set<std::string> hosts;
    for (const auto& round : planned_->rounds)
      for (const auto& station : round.stations)
        for (const auto& holders : station.team)
          hosts.insert(holders.people.begin(), holders.people.end());
    std::size_t strolling = 0;
    for (const auto& person : gathering_.people)
      if (takes_part(person) && hosts.count(person.id.value) == 0) ++strolling;
    return open == 0 ? 0 : (strolling + open - 1) / open;
  }

  [[nodiscard]] bool takes_part(const engine::Person& person) const {
    const auto& who = rotation_->participants;
    const auto& id = person.id.value;
    switch (who.kind) {
      case engine::Who::Kind::None:
        return false;
      case engine::Who::Kind::All:
        return true;
      case engine::Who::Kind::Registered:
        return std::any_of(
            gathering_.registrations.begin(), gathering_.registrations.end(), [&](const auto& row) {
              return row.person.value == id && row.session.value == rotation_->id.value;
            });
      case engine::Who::Kind::List:
        break;
    }
    return std::any_of(who.list.begin(), who.list.end(), [&](const engine::Key& key) {
      const auto& word = key.value;
      return word == id || word == "profile:" + person.profile ||
             word == "organisation:" + person.organisation ||
             std::any_of(person.tags.begin(), person.tags.end(), [&](const auto& tag) {
               return word == "tag:" + tag;
             });
    });
  }

  [[nodiscard]] std::vector<std::string> names(const std::vector<std::string>& people) const {
    std::vector<std::string> list;
    if (options_.no_personal_data) return list;
    for (const auto& key : people) list.push_back(called_.at(key));
    sort_names(list);
    return list;
  }

  [[nodiscard]] std::vector<Departure> departures(const PlannedStation& station,
                                                  std::size_t r,
                                                  Minute end) const {
    std::map<std::tuple<Minute, std::size_t, std::string>, std::vector<std::string>> groups;
    for (const auto& person : station.participants)
      if (const auto* stop = itineraries_.next(person, end))
        groups[{stop->start, position(*stop), destination(*stop, r)}].push_back(person);
    std::vector<Departure> list;
    for (const auto& [to, people] : groups)
      list.push_back({std::get<2>(to),
                      static_cast<int>(people.size()),
                      people.size() == station.participants.size(),
                      names(people)});
    return list;
  }

  /// Stations in the order of the gathering, then everything else.
  [[nodiscard]] std::size_t position(const Stop& stop) const {
    const auto& rows = rotation_->stations;
    if (stop.rotation != rotation_->id.value) return rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (station_title(*rotation_, rows[i].id.value) == stop.title) return i;
    return rows.size();
  }

  [[nodiscard]] std::string destination(const Stop& stop, std::size_t r) const {
    const bool next_round = stop.rotation == rotation_->id.value && stop.round == r + 1;
    std::string text = next_round ? stop.title : engine::clock_text(stop.start) + " " + stop.title;
    if (!stop.room.empty() && !(next_round && one_room_)) text += ", " + place(stop.room);
    return text;
  }

  const Gathering& gathering_;
  const Directory& directory_;
  const Itineraries& itineraries_;
  const PrintOptions& options_;
  const Rotation* rotation_ = nullptr;
  const PlannedRotation* planned_ = nullptr;
  std::map<std::string, std::string> called_;
  bool one_room_ = true;
};

}  // namespace

std::vector<HostSheet> host_sheets_of(const Gathering& gathering,
                                      const Plan& plan,
                                      const PrintOptions& options) {
  const Directory directory(gathering);
  const Itineraries itineraries(directory, plan);
  RotationSheets maker(gathering, directory, itineraries, options);
  std::vector<HostSheet> sheets;
  for (const auto& planned : plan.rotations)
    if (const auto* rotation = directory.rotation(planned.id))
      maker.add(sheets, *rotation, planned);
  return sheets;
}

}  // namespace sheets
