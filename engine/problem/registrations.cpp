#include <set>
#include <utility>
#include <vector>

#include "engine/problem/sorted.h"
#include "engine/problem/steps.h"

namespace engine {
namespace {

const Who& who_of(const Gathering& g, std::size_t item) {
  return item < g.sessions.size() ? g.sessions[item].audience
                                  : g.rotations[item - g.sessions.size()].participants;
}

void warn_twice(Compiling& c, const Registration& registration) {
  c.diagnostics.warning(registration.person.where,
                        say({"l’inscription de «\u202f{0}\u202f» à «\u202f{1}\u202f» est écrite "
                             "deux fois\u00a0: elle compte une fois",
                             "\"{0}\" is registered for \"{1}\" already: counted once"},
                            registration.person.value,
                            registration.session.value));
}

void warn_unused(Compiling& c, const Key& session) {
  c.diagnostics.warning(
      session.where,
      say({"les inscriptions à «\u202f{0}\u202f» sont sans effet\u00a0: son public n’est pas "
           "«\u202fregistered\u202f»",
           "registrations for \"{0}\" have no effect: its audience is not "
           "\"registered\""},
          session.value));
}

}  // namespace

void read_registrations(Compiling& c) {
  const auto& g = c.gathering;
  c.registered.assign(g.sessions.size() + g.rotations.size(), {});
  std::set<std::pair<std::int32_t, std::int32_t>> seen;
  for (const auto& registration : g.registrations) {
    const auto person = c.names.row(Named::Person, registration.person);
    const auto item = c.names.row(Named::Item, registration.session);
    if (person == kUnknown || item == kUnknown) continue;
    auto& people = c.registered[static_cast<std::size_t>(item)];
    const bool used = who_of(g, static_cast<std::size_t>(item)).kind == Who::Kind::Registered;
    if (!used && people.empty()) warn_unused(c, registration.session);
    if (used && !seen.emplace(item, person).second) warn_twice(c, registration);
    people.push_back({person});
  }
  for (auto& people : c.registered) sort_unique(people);
}

}  // namespace engine
