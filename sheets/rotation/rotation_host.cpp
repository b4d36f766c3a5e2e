#include "sheets/rotation/rotation_host.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "engine/model/fold.h"
#include "engine/model/words.h"
#include "sheets/lookup/directory.h"
#include "sheets/lookup/first_names.h"
#include "sheets/lookup/itinerary.h"
#include "sheets/rotation/host_posts.h"
#include "sheets/rotation/rotation_words.h"

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
    for (const auto& round : planned_->rounds)
      for (const auto& station : round.stations) {
        for (const auto& key : station.participants) names[key] = directory_.person_name(key);
        for (const auto& holders : station.team)
          for (const auto& key : holders.people) names[key] = directory_.person_name(key);
      }
    called_ = first_names(names);
  }

  [[nodiscard]] HostSheet sheet(const Post& post) const {
    HostSheet sheet;
    sheet.key = planned_->id + " " + post.station + " " + post.person;
    sheet.person_key = post.person;
    sheet.rotation = rotation_->title;
    sheet.station = station_title(*rotation_, post.station);
    if (!options_.no_personal_data) {
      sheet.host = directory_.person_name(post.person);
      sheet.with = partners(post);
      sheet.contact = contact(post.person);
    }
    sheet.role = role_title(post.role, options_.language);
    sheet.date = engine::long_date(engine::day_of(planned_->rounds[post.rounds.front()].start),
                                   options_.language);
    sheet.how = what_a_host_does(*rotation_).in(options_.language);
    std::set<std::string> places;
    std::set<std::string> rooms;
    for (const auto r : post.rounds) {
      const auto& room = station_in(planned_->rounds[r], post.station)->room;
      places.insert(directory_.place(room));
      rooms.insert(room);
    }
    sheet.room_keys.assign(rooms.begin(), rooms.end());
    if (places.size() == 1) sheet.place = *places.begin();
    if (same_words(sheet.place, sheet.station)) sheet.place.clear();
    for (std::size_t i = 0; i < post.rounds.size(); ++i) {
      sheet.rounds.push_back(round(post, i));
      if (places.size() > 1)
        sheet.rounds.back().place =
            directory_.place(station_in(planned_->rounds[post.rounds[i]], post.station)->room);
    }
    return sheet;
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

  /// A workshop "Le jardin" in the room "Le jardin" is named once.
  [[nodiscard]] static bool same_words(const std::string& a, const std::string& b) {
    return engine::fold(a) == engine::fold(b);
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
      round.move = directory_.place(
          station_in(planned_->rounds[post.rounds[index + 1]], post.station)->room);
    else
      round.departures = departures(station, r, planned.end);
    round.phases = phases(planned);
    round.warnings = warnings(planned);
    round.switch_time = spoken(planned.end);
    round.say = to_say(r).in(language);
    return round;
  }

  [[nodiscard]] engine::Text to_say(std::size_t r) const {
    if (r + 1 == planned_->rounds.size()) return what_to_say(*rotation_, {});
    const auto end = planned_->rounds[r].end;
    const auto next = planned_->rounds[r + 1].start;
    const auto clock = engine::spoken_time(next, options_.language);
    if (next - end <= rotation_->changeover) return what_to_say(*rotation_, clock);
    if (engine::day_of(next) == engine::day_of(end))
      return what_to_say_before_a_break(say({"à {0}", "at {0}"}, clock));
    const auto date = engine::long_date(engine::day_of(next), options_.language);
    return what_to_say_before_a_break(say({"{0} à {1}", "{0} at {1}"}, date, clock));
  }

  /// None when their minutes do not fit the round: a wrong clock time is worse than none.
  [[nodiscard]] std::vector<std::string> phases(const PlannedRound& round) const {
    std::vector<std::string> lines;
    Minute clock = round.start;
    for (const auto& phase : rotation_->phases) {
      lines.push_back(engine::clock_text(clock) + " " + phase.title);
      clock += phase.minutes;
    }
    return clock > round.end ? std::vector<std::string>{} : lines;
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
    const auto people =
        free ? expected_load(gathering_, *rotation_, *planned_, open) : station.participants.size();
    const auto some = people_counted(people);
    if (free && people > 0)
      return say({"environ {0}, qui viennent et repartent librement",
                  "about {0}, who come and go as they like"},
                 some)
          .in(options_.language);
    if (people == 0) return say({"personne à ce tour", "nobody this round"}).in(options_.language);
    return some.in(options_.language);
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
        groups[{stop->start, position(*stop), destination(*stop, station, r)}].push_back(person);
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
    const auto row = std::find_if(
        rows.begin(), rows.end(), [&](const auto& s) { return s.id.value == stop.station; });
    return static_cast<std::size_t>(row - rows.begin());
  }

  /// In this rotation's next round the station is enough, with its room where it is another one.
  [[nodiscard]] std::string destination(const Stop& stop,
                                        const PlannedStation& from,
                                        std::size_t r) const {
    const bool next_round = stop.rotation == rotation_->id.value && stop.round == r + 1;
    if (next_round && stop.station == from.id) return say({"ici", "here"}).in(options_.language);
    std::string text = next_round ? stop.title : engine::clock_text(stop.start) + " " + stop.title;
    if (stop.room.empty() || stop.room == from.room) return text;
    const auto room = directory_.room_name(stop.room);
    if (!same_words(room, stop.title)) text += ", " + room;
    const auto site = directory_.site_to_tell(stop.room);
    const bool elsewhere = !site.empty() && site != directory_.site_of_room(from.room);
    return elsewhere ? text + ", " + site : text;
  }

  const Gathering& gathering_;
  const Directory& directory_;
  const Itineraries& itineraries_;
  const PrintOptions& options_;
  const Rotation* rotation_ = nullptr;
  const PlannedRotation* planned_ = nullptr;
  std::map<std::string, std::string> called_;
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
