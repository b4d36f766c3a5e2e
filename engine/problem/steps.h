/// The steps of compile(), in the order it takes them; each relies on those above it.
#pragma once

#include "engine/problem/compiling.h"

namespace engine {

/// Problem::weights: the catalogue's defaults and what [rules] changes.
void weigh_rules(Compiling& c);
/// Sites, rooms, travel times, shuttles and equipment.
void read_places(Compiling& c);
/// When people are there.
void read_people(Compiling& c);
/// Compiling::registered; complains about people and sessions nobody knows, and warns of
/// registrations that are written twice or have no effect.
void read_registrations(Compiling& c);
/// Compiling::poll_of and the rows of Problem::polls, which add_sessions fills.
void read_polls(Compiling& c);
/// Blocks, parts and activities of the sessions, then of the rotations.
void add_sessions(Compiling& c);
void add_rotations(Compiling& c);
/// Lengths, phases and opening hours that contradict themselves.
void check_items(Compiling& c);
/// Complains about sessions that cannot be sure of their `composition`.
void check_compositions(Compiling& c);
/// after, same_start, not_with and the order of rounds placed one by one.
void read_order(Compiling& c);
/// Which sessions share a tag.
void read_themes(Compiling& c);
/// Which parts each person attends and where they are seated, and which parts share people.
void find_neighbours(Problem& problem);
/// Problem::ticks.
void list_ticks(Problem& problem);

/// Complains about items that no room or no team can serve at any possible start.
void check_possible(Compiling& c);
/// Complains about items with settled starts that overlap for people or rooms.
void check_fixed_day(Compiling& c);
/// Warns of what is legal and suspicious.
void warn(Compiling& c);

/// Complains about two sites in use with no travel time between them.
void check_travel(Compiling& c);

}  // namespace engine
