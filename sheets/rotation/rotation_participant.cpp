#include "sheets/rotation/rotation_participant.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/model/fold.h"
#include "engine/model/text.h"
#include "sheets/lookup/directory.h"
#include "sheets/lookup/first_names.h"
#include "sheets/lookup/person_names.h"
#include "sheets/lookup/round_hours.h"

namespace sheets {
namespace {

using engine::say;

constexpr const char* kNotThere = "—";

/// Per person, the station of each round; nullptr where there is none.
using Paths = std::map<std::string, std::vector<const engine::PlannedStation*>>;

Paths paths_of(const engine::PlannedRotation& rotation) {
  Paths paths;
  for (std::size_t r = 0; r < rotation.rounds.size(); ++r)
    for (const auto& station : rotation.rounds[r].stations)
      for (const auto& person : station.participants) {
        auto& path = paths[person];
        path.resize(rotation.rounds.size());
        path[r] = &station;
      }
  return paths;
}

class Cards {
 public:
  Cards(const Directory& directory, const CalendarCodes& calendars, engine::Language language)
      : directory_(directory), calendars_(calendars), language_(language) {}

  void add(std::vector<ParticipantCard>& cards,
           const engine::Rotation& rotation,
           const engine::PlannedRotation& planned) const {
    std::vector<std::pair<std::string, ParticipantCard>> sorted;  // by name
    for (const auto& [person, path] : paths_of(planned)) {
      auto card = card_of(rotation, planned, path);
      card.person_key = person;
      if (planned.rounds.front().end > planned.rounds.front().start)
        card.calendars = calendars_.codes(person, engine::day_of(planned.rounds.front().start));
      const auto name = directory_.person_name(person);
      const auto parts = split_name(name);
      card.first_name = parts.given;
      card.family_name = parts.family;
      sorted.emplace_back(name, std::move(card));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return stands_before(a.first, b.first);
    });
    for (auto& entry : sorted) cards.push_back(std::move(entry.second));
  }

 private:
  [[nodiscard]] ParticipantCard card_of(
      const engine::Rotation& rotation,
      const engine::PlannedRotation& planned,
      const std::vector<const engine::PlannedStation*>& path) const {
    const auto times = round_hours(planned, language_);
    ParticipantCard card;
    card.rotation_key = planned.id;
    card.rotation = rotation.title;
    card.date = times.date;
    for (std::size_t r = 0; r < path.size(); ++r) {
      auto& round = card.rounds.emplace_back();
      if (path.size() > 1)
        round.name = say({"Tour\u00a0{0}", "Round\u00a0{0}"}, r + 1).in(language_);
      round.hours = times.hours[r];
      round.station = path[r] == nullptr ? kNotThere : station_title(rotation, path[r]->id);
      if (path[r] != nullptr) round.place = place(*path[r], round.station);
    }
    say_one_place_once(card);
    return card;
  }

  static void say_one_place_once(ParticipantCard& card) {
    auto& rounds = card.rounds;
    const bool one =
        rounds.size() > 1 && std::all_of(rounds.begin(), rounds.end(), [&](auto& round) {
          return round.place == rounds.front().place;
        });
    if (!one) return;
    card.place = rounds.front().place;
    for (auto& round : rounds) round.place.clear();
  }

  /// A workshop "Le jardin" in the room "Le jardin" is named once.
  [[nodiscard]] std::string place(const engine::PlannedStation& station,
                                  const std::string& title) const {
    if (station.room.empty()) return {};
    const bool once = engine::fold(directory_.room_name(station.room)) == engine::fold(title);
    return once ? directory_.site_to_tell(station.room) : directory_.place(station.room);
  }

  const Directory& directory_;
  const CalendarCodes& calendars_;
  engine::Language language_;
};

}  // namespace

std::vector<ParticipantCard> participant_cards_of(const engine::Gathering& gathering,
                                                  const engine::Plan& plan,
                                                  const PrintOptions& options) {
  std::vector<ParticipantCard> cards;
  if (options.no_personal_data) return cards;
  const Directory directory(gathering);
  const CalendarCodes calendars(gathering, directory, plan, options);
  const Cards maker(directory, calendars, options.language);
  for (const auto& planned : plan.rotations)
    if (const auto* rotation = directory.rotation(planned.id)) maker.add(cards, *rotation, planned);
  return cards;
}

}  // namespace sheets
