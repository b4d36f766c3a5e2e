#include "engine/plan/repeat_reason.h"

#include "engine/plan/impossible.h"
#include "engine/plan/pairs.h"

namespace engine {
namespace {

constexpr Words kTooManyRounds{
    "en {0}\u00a0{0:tour|tours}, chaque personne en rencontrerait au moins {1}, et il n’y en a que "
    "{2} {2:autre|autres}",
    "in {0} {0:round|rounds} everyone would meet at least {1} {1:person|people}, and there "
    "{2:is|are} only {2} {2:other|others}"};
constexpr Words kTooFewTables{
    "les {0} personnes d’une table auraient à se répartir sur {1} au tour suivant",
    "the {0} people of one table would have to spread over {1} in the next round"};
constexpr Words kTooManyMeetings{
    "les tours font {0}\u00a0{0:rencontre|rencontres}, et il n’y a que {1}\u00a0{1:paire|paires} "
    "de personnes",
    "the rounds make {0} {0:meeting|meetings}, and there {1:is|are} only {1} {1:pair|pairs} of "
    "people"};

constexpr Words kKeptTogether{"les personnes à garder ensemble se revoient à chaque tour",
                              "the people to keep together meet again in every round"};

}  // namespace

Text why_people_meet_again(const RotationSize& size) {
  if (size.people < 2 || size.stations < 1) return {};
  if (size.together > 0 && size.rounds > 1) return say(kKeptTogether);
  const auto smallest = size.people / size.stations;
  const auto larger = size.people % size.stations;  // so many tables have one more
  const auto largest = smallest + (larger > 0 ? 1 : 0);
  const auto next_tables = size.revisit ? size.stations : size.stations - 1;
  if (size.rounds * (smallest - 1) > size.people - 1)
    return say(kTooManyRounds, size.rounds, size.rounds * (smallest - 1), size.people - 1);
  if (size.rounds > 1 && largest > next_tables) return say(kTooFewTables, largest, next_tables);
  const auto meetings =
      size.rounds * (larger * pairs(smallest + 1) + (size.stations - larger) * pairs(smallest));
  const auto possible = pairs(size.people) - size.kept_apart;
  if (meetings > possible) return say(kTooManyMeetings, meetings, possible);
  return why_impossible(size);
}

}  // namespace engine
