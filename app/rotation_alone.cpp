#include "app/rotation_alone.h"

#include <algorithm>
#include <string>
#include <utility>

#include "app/rotation_people.h"
#include "data/read/reader.h"
#include "engine/model/nearest.h"

namespace app {
namespace {

using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kNoPeople{"il manque les personnes\u00a0: --people N, ou --names FICHIER",
                          "the people are missing: --people N, or --names FILE"};
constexpr Words kNoGroups{"il manque le nombre de groupes\u00a0: --groups N",
                          "the number of groups is missing: --groups N"};
constexpr Words kNoRounds{"il manque le nombre de tours\u00a0: --rounds N",
                          "the number of rounds is missing: --rounds N"};
constexpr Words kOtherCount{"--people {0}\u00a0: il y a {1} dans {2}, enlevez --people",
                            "--people {0}: there are {1} in {2}, leave --people out"};
constexpr Words kNobodyIn{"{0}\u00a0: aucune personne sous l’en-tête",
                          "{0}: there is nobody under the heading"};
constexpr Words kTooMany{"{0} {1}\u00a0: pas plus de {2}", "{0} {1}: no more than {2}"};
constexpr Words kEmptyGroups{
    "{0}\u00a0{0:groupe|groupes} pour {1}\u00a0: il y aurait des tables vides, donnez au plus {2} "
    "à --groups",
    "{0} {0:group|groups} for {1}: some tables would be empty, give --groups {2} at most"};
constexpr Words kTooLarge{
    "{0} sur {1}\u00a0{1:tour|tours}, c’est trop\u00a0: pas plus de {2}\u00a0{2:place|places} en "
    "tout",
    "{0} over {1} {1:round|rounds} is too much: no more than {2} {2:seat|seats} in all"};
constexpr Words kSeenAll{
    "{0}\u00a0{0:tour|tours} pour {1}\u00a0{1:table|tables}\u00a0: avec {2} personne ne retourne à "
    "la même table, "
    "donnez au plus {1} à --rounds",
    "{0} {0:round|rounds} for {1} {1:table|tables}: with {2} nobody goes back to a table, give "
    "--rounds {1} at most"};
constexpr Words kTooManyHosts{
    "--hosts {0}\u00a0: il y a {1}\u00a0{1:table|tables}, une personne accueille à une seule",
    "--hosts {0}: there {1:is|are} {1} {1:table|tables}, and a host stays at one"};
constexpr Words kNoAttribute{"--mix {0}\u00a0: choisir parmi profile, organisation et tag:X{1}",
                             "--mix {0}: choose from profile, organisation and tag:X{1}"};
constexpr Words kMaybe{", peut-être {0}", ", maybe {0}"};
constexpr Words kNothingToMix{
    "--mix {0}\u00a0: tout le monde a la même valeur, il n’y a rien à mêler",
    "--mix {0}: everyone has the same value, there is nothing to mix"};

Text people_in_words(std::size_t number) {
  return say({"{0}\u00a0{0:personne|personnes}", "{0} {0:person|people}"}, number);
}

/// Takes a request apart, option by option; what is wrong is kept, and nothing stops at the first.
class Reader {
 public:
  explicit Reader(const RotateRequest& request) : request_(request) {}

  Asked run() {
    asked_.gathering.name = "Rotation";
    asked_.gathering.language = request_.language;
    asked_.gathering.grid.value = 1;
    asked_.gathering.days.push_back(
        {.date = 0, .opens = 0, .closes = engine::kMinutesPerDay, .where = {}});
    read_people();
    check_number("--groups", request_.groups, kMostPeople, kNoGroups);
    check_number("--rounds", request_.rounds, kMostRounds, kNoRounds);
    check_together();
    auto rotation = empty_rotation();
    read_mix(rotation);
    read_sets(rotation);
    if (asked_.wrong.empty() && !people().empty()) add_tables(rotation);
    asked_.gathering.rotations.push_back(std::move(rotation));
    return std::move(asked_);
  }

 private:
  [[nodiscard]] std::vector<engine::Person>& people() { return asked_.gathering.people; }

  template <class... Args>
  void complain(const Words& words, const Args&... args) {
    asked_.wrong.push_back(say(words, args...));
  }

  void read_people() {
    const auto count = request_.people;
    if (!request_.names.empty()) return read_names();
    if (!count)
      complain(kNoPeople);
    else if (*count > kMostPeople)
      complain(kTooMany, "--people", *count, kMostPeople);
    else
      people() = numbered_people(*count);
  }

  void read_names() {
    auto reading = data::read_people_file(request_.names);
    asked_.gathering.files = std::move(reading.gathering.files);
    asked_.findings = reading.diagnostics.sorted();
    for (auto& person : reading.gathering.people) {
      auto& kept = people().emplace_back();  // nothing else concerns a rotation without a place
      kept.id = std::move(person.id);
      kept.name = std::move(person.name);
      kept.organisation = std::move(person.organisation);
      kept.profile = std::move(person.profile);
      kept.tags = std::move(person.tags);
    }
    number_namesakes(people());
    const auto count = static_cast<std::int64_t>(people().size());
    if (count == 0 && !reading.diagnostics.has_errors()) complain(kNobodyIn, request_.names);
    if (count > kMostPeople)
      complain(
          kTooMany, "--names " + request_.names, people_in_words(people().size()), kMostPeople);
    if (request_.people && *request_.people != count && !reading.diagnostics.has_errors())
      complain(kOtherCount, *request_.people, people_in_words(people().size()), request_.names);
  }

  /// A number that must be there and at most `most`.
  void check_number(const char* option,
                    const std::optional<std::int64_t>& number,
                    std::int64_t most,
                    const Words& missing) {
    if (!number)
      complain(missing);
    else if (*number > most)
      complain(kTooMany, option, *number, most);
  }

  /// The numbers beside each other.
  void check_together() {
    const auto count = people().size();
    const auto groups = request_.groups;
    const auto rounds = request_.rounds;
    if (count > 0 && groups && *groups > static_cast<std::int64_t>(count))
      complain(kEmptyGroups, *groups, people_in_words(count), count);
    if (request_.hosts > 0 && groups && request_.hosts > *groups)
      complain(kTooManyHosts, request_.hosts, *groups);
    const bool once = request_.stations || request_.hosts > 0;
    if (once && groups && rounds && *rounds > *groups)
      complain(kSeenAll, *rounds, *groups, request_.stations ? "--stations" : "--hosts");
    if (asked_.wrong.empty() && static_cast<std::int64_t>(count) * *rounds > kMostSeats)
      complain(kTooLarge, people_in_words(count), *rounds, kMostSeats);
  }

  [[nodiscard]] engine::Rotation empty_rotation() const {
    engine::Rotation rotation;
    rotation.id.value = "rotation";
    rotation.title = "Rotation";
    rotation.format.value = "other";
    rotation.pattern.value = engine::Pattern::Remix;
    rotation.minutes.value = 1;  // a length there must be; nobody is shown it
    rotation.timing.start = {engine::When{.day = 0, .clock = 0}, {}};
    rotation.participants.kind = engine::Who::Kind::All;
    rotation.plain_tables = true;
    rotation.revisit = !request_.stations && request_.hosts == 0;
    return rotation;
  }

  void read_mix(engine::Rotation& rotation) {
    for (const auto& word : request_.mix) {
      const auto attribute = attribute_of(word);
      if (attribute.empty()) {
        const auto near = engine::nearest(word, {"profile", "organisation"});
        complain(kNoAttribute, word, near ? say(kMaybe, *near) : Text{});
        continue;
      }
      const auto values = values_of(people(), attribute);
      const bool all_same =
          std::all_of(values.begin(), values.end(), [](auto value) { return value == 0; });
      if (all_same && !people().empty())
        complain(kNothingToMix, word);
      else
        rotation.mix.push_back({attribute, {}});
    }
  }

  void read_sets(engine::Rotation& rotation) {
    if (people().empty()) return;
    const PeopleFinder finder(people());
    for (const auto& names : request_.apart)
      rotation.apart.push_back(finder.set("--apart", names, asked_.wrong));
    for (const auto& names : request_.together)
      rotation.together.push_back(finder.set("--together", names, asked_.wrong));
  }

  void add_tables(engine::Rotation& rotation) {
    const auto count = static_cast<int>(people().size());
    const auto groups = static_cast<int>(*request_.groups);
    rotation.rounds.value = static_cast<int>(*request_.rounds);
    for (int g = 0; g < groups; ++g) {
      auto& table = rotation.stations.emplace_back();
      table.id.value = std::to_string(g + 1);
      table.title = say({"Table\u00a0{0}", "Table\u00a0{0}"}, g + 1).in(request_.language);
      table.min_people = {count / groups, {}};
      table.max_people = {(count + groups - 1) / groups, {}};
    }
  }

  const RotateRequest& request_;
  Asked asked_;
};

}  // namespace

Asked rotation_asked(const RotateRequest& request) {
  return Reader(request).run();
}

}  // namespace app
