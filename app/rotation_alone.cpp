#include "app/rotation_alone.h"

#include <string>
#include <tuple>

namespace app {
namespace {

using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kNoPeople{"il manque le nombre de personnes\u00a0: --people N",
                          "the number of people is missing: --people N"};
constexpr Words kNoGroups{"il manque le nombre de groupes\u00a0: --groups N",
                          "the number of groups is missing: --groups N"};
constexpr Words kNoRounds{"il manque le nombre de tours\u00a0: --rounds N",
                          "the number of rounds is missing: --rounds N"};
constexpr Words kTooMany{"{0} {1}\u00a0: pas plus de {2}", "{0} {1}: no more than {2}"};
constexpr Words kEmptyGroups{
    "{0}\u00a0groupes pour {1}\u00a0: il y aurait des tables vides, donnez au plus {2} à --groups",
    "{0} groups for {1}: some tables would be empty, give --groups {2} at most"};
constexpr Words kTooLarge{
    "{0}\u00a0personnes sur {1}\u00a0tours, c’est trop\u00a0: pas plus de {2}\u00a0places en tout",
    "{0} people over {1} rounds is too much: no more than {2} seats in all"};
constexpr Words kSeenAll{
    "{0}\u00a0tours pour {1}\u00a0tables\u00a0: avec --stations personne ne retourne à la même "
    "table, donnez au plus {1} à --rounds",
    "{0} rounds for {1} tables: with --stations nobody goes back to a table, give --rounds {1} at "
    "most"};

Text people_in_words(std::int64_t number) {
  return number == 1 ? say({"1\u00a0personne", "1 person"})
                     : say({"{0}\u00a0personnes", "{0} people"}, number);
}

/// A number that must be there and at most `most`.
void check_number(std::vector<Text>& wrong,
                  const std::optional<std::int64_t>& number,
                  const char* option,
                  std::int64_t most,
                  const Words& missing) {
  if (!number)
    wrong.push_back(say(missing));
  else if (*number > most)
    wrong.push_back(say(kTooMany, option, *number, most));
}

engine::Rotation rotation_of(const RotateRequest& request, int people) {
  const auto groups = static_cast<int>(request.groups.value());
  engine::Rotation rotation;
  rotation.id.value = "rotation";
  rotation.title = "Rotation";
  rotation.format.value = "other";
  rotation.pattern.value = engine::Pattern::Remix;
  rotation.rounds.value = static_cast<int>(request.rounds.value());
  rotation.minutes.value = 1;  // a length there must be; nobody is shown it
  rotation.participants.kind = engine::Who::Kind::All;
  rotation.timing.start = {engine::When{.day = 0, .clock = 0}, {}};
  rotation.plain_tables = true;
  rotation.revisit = !request.stations;
  for (int g = 0; g < groups; ++g) {
    auto& table = rotation.stations.emplace_back();
    table.id.value = std::to_string(g + 1);
    table.title = say({"Table\u00a0{0}", "Table\u00a0{0}"}, g + 1).in(request.language);
    table.min_people = {people / groups, {}};
    table.max_people = {(people + groups - 1) / groups, {}};
  }
  return rotation;
}

}  // namespace

std::vector<Text> wrong_with(const RotateRequest& request) {
  std::vector<Text> wrong;
  const auto& [people, groups, rounds] = std::tie(request.people, request.groups, request.rounds);
  check_number(wrong, people, "--people", kMostPeople, kNoPeople);
  check_number(wrong, groups, "--groups", kMostPeople, kNoGroups);
  check_number(wrong, rounds, "--rounds", kMostRounds, kNoRounds);
  if (people && groups && *people <= kMostPeople && *groups > *people)
    wrong.push_back(say(kEmptyGroups, *groups, people_in_words(*people), *people));
  if (request.stations && groups && rounds && *rounds > *groups)
    wrong.push_back(say(kSeenAll, *rounds, *groups));
  if (wrong.empty() && *people * *rounds > kMostSeats)
    wrong.push_back(say(kTooLarge, *people, *rounds, kMostSeats));
  return wrong;
}

engine::Gathering rotation_alone(const RotateRequest& request) {
  engine::Gathering gathering;
  gathering.name = "Rotation";
  gathering.language = request.language;
  gathering.grid.value = 1;
  for (std::int64_t p = 1; p <= request.people.value(); ++p) {
    auto& person = gathering.people.emplace_back();
    person.id.value = std::to_string(p);
    person.name = std::to_string(p);
  }
  gathering.days.push_back({.date = 0, .opens = 0, .closes = engine::kMinutesPerDay, .where = {}});
  gathering.rotations.push_back(rotation_of(request, static_cast<int>(gathering.people.size())));
  return gathering;
}

}  // namespace app
