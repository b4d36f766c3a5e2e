#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/problem/reach.h"
#include "engine/problem/rotation_rows.h"
#include "engine/problem/sorted.h"

namespace engine {
namespace {

/// Row of the rotation a wish names, or kUnknown after a complaint.
std::int32_t rotation_of(Compiling& c, const Wish& wish) {
  const auto sessions = static_cast<std::int32_t>(c.gathering.sessions.size());
  const auto item = c.names.row(Named::Item, wish.rotation);
  if (item == kUnknown || item >= sessions) return item == kUnknown ? kUnknown : item - sessions;
  c.diagnostics.error(wish.rotation.where,
                      say({"«\u202f{0}\u202f» est une séance, pas une rotation",
                           "\"{0}\" is a session, not a rotation"},
                          wish.rotation.value));
  return kUnknown;
}

std::int32_t station_of(Compiling& c, const Rotation& rotation, const Key& key) {
  std::vector<std::string_view> known;
  for (const auto& station : rotation.stations) {
    if (station.id.value == key.value) return static_cast<std::int32_t>(known.size());
    known.push_back(station.id.value);
  }
  if (!key.value.empty())
    c.diagnostics.error(key.where,
                        say({"«\u202f{0}\u202f» n’a pas de poste «\u202f{1}\u202f»{2}",
                             "\"{0}\" has no station \"{1}\"{2}"},
                            rotation.id.value,
                            key.value,
                            did_you_mean(key.value, known)));
  return kUnknown;
}

void note_wish(Compiling& c, const Wish& wish, std::int32_t rotation_row, PersonId person) {
  const auto& rotation = c.gathering.rotations[static_cast<std::size_t>(rotation_row)];
  auto& row = c.problem.rotations[RotationId{rotation_row}];
  const auto station = station_of(c, rotation, wish.station);
  if (station == kUnknown || row.pattern == Pattern::Free) return;
  if (!has(row.participants, person)) {
    c.diagnostics.warning(
        wish.person.where,
        say({"«\u202f{0}\u202f» ne participe pas à «\u202f{1}\u202f»\u00a0: ce vœu est sans effet",
             "\"{0}\" does not take part in \"{1}\": this wish has no effect"},
            wish.person.value,
            rotation.id.value));
    return;
  }
  const auto place = std::lower_bound(row.participants.begin(), row.participants.end(), person);
  const auto position = static_cast<std::size_t>(place - row.participants.begin());
  auto& rank =
      row.wish_rank[position * rotation.stations.size() + static_cast<std::size_t>(station)];
  if (rank != 0)
    c.diagnostics.warning(
        wish.station.where,
        say({"«\u202f{0}\u202f» souhaite «\u202f{1}\u202f» deux fois\u00a0: le dernier rang compte",
             "\"{0}\" wishes \"{1}\" twice: the last rank counts"},
            wish.person.value,
            wish.station.value));
  rank = wish.rank.value;
  if (row.pattern == Pattern::Choice &&
      kept_from(row, static_cast<std::int32_t>(position), station))
    c.diagnostics.warning(
        wish.station.where,
        say({"ce vœu pour «\u202f{0}\u202f» ne peut pas être accordé\u00a0: la salle n’a pas tout "
             "ce que la personne demande (needs)",
             "this wish for \"{0}\" cannot be granted: its room lacks something that the person "
             "needs (needs)"},
            wish.station.value));
}

/// Wishes only steer who goes where when people choose; said at the first wish.
void warn_no_choice(Compiling& c, const Wish& wish, const Rotation& rotation) {
  if (rotation.pattern.value != Pattern::Choice)
    c.diagnostics.warning(
        wish.rotation.where,
        say({"les vœux pour «\u202f{0}\u202f» sont sans effet\u00a0: son schéma n’est pas "
             "«\u202fchoice\u202f»",
             "wishes for \"{0}\" have no effect: its pattern is not \"choice\""},
            rotation.id.value));
}

}  // namespace

void read_wishes(Compiling& c) {
  std::vector<bool> seen(c.gathering.rotations.size());
  for (const auto& wish : c.gathering.wishes) {
    const auto person = c.names.row(Named::Person, wish.person);
    const auto rotation = rotation_of(c, wish);
    if (wish.rank.value < 1)
      c.diagnostics.error(wish.rank.where,
                          say({"un vœu a un rang de 1 (le plus souhaité) ou plus",
                               "a wish has rank 1 (the most wanted) or more"}));
    if (person == kUnknown || rotation == kUnknown) continue;
    const auto row = static_cast<std::size_t>(rotation);
    if (!seen[row]) warn_no_choice(c, wish, c.gathering.rotations[row]);
    seen[row] = true;
    note_wish(c, wish, rotation, {person});
  }
}

}  // namespace engine
