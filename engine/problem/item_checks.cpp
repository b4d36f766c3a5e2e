#include <cstdlib>
#include <numeric>
#include <vector>

#include "engine/problem/steps.h"

namespace engine {
namespace {

void check_phases(Compiling& c, const Key& id, const std::vector<Phase>& phases, Minute minutes) {
  if (phases.empty()) return;
  const auto sum =
      std::accumulate(phases.begin(), phases.end(), 0, [](Minute total, const Phase& phase) {
        return total + phase.minutes;
      });
  if (sum == minutes) return;
  const auto off = std::abs(sum - minutes);
  c.diagnostics.error(
      phases.front().where,
      sum < minutes
          ? say({"les phases de «\u202f{0}\u202f» font {1} min pour {2} min\u00a0: il en manque "
                 "{3}",
                 "the phases of \"{0}\" take {1} min of {2} min: {3} are missing"},
                id.value,
                sum,
                minutes,
                off)
          : say({"les phases de «\u202f{0}\u202f» font {1} min pour {2} min\u00a0: {3} de trop",
                 "the phases of \"{0}\" take {1} min of {2} min: {3} too many"},
                id.value,
                sum,
                minutes,
                off));
}

void check_minutes(Compiling& c, const Key& id, const At<Minute>& minutes) {
  if (minutes.value < 1)
    c.diagnostics.error(minutes.where,
                        say({"«\u202f{0}\u202f» doit durer au moins 1 minute",
                             "\"{0}\" must take at least 1 minute"},
                            id.value));
}

}  // namespace

void check_items(Compiling& c) {
  for (const auto& session : c.gathering.sessions) {
    check_minutes(c, session.id, session.minutes);
    check_phases(c, session.id, session.phases, session.minutes.value);
    if (session.min_minutes && session.min_minutes->value > session.minutes.value)
      c.diagnostics.error(session.min_minutes->where,
                          say({"min_minutes ({0}) dépasse minutes ({1})",
                               "min_minutes ({0}) is more than minutes ({1})"},
                              session.min_minutes->value,
                              session.minutes.value));
  }
  for (const auto& rotation : c.gathering.rotations) {
    check_minutes(c, rotation.id, rotation.minutes);
    check_phases(c, rotation.id, rotation.phases, rotation.minutes.value);
  }
  for (const auto& site : c.gathering.sites)
    if (site.opens && site.closes && site.opens->value >= site.closes->value)
      c.diagnostics.error(site.closes->where,
                          say({"«\u202f{0}\u202f» ferme ({1}) avant d’ouvrir ({2})",
                               "\"{0}\" closes ({1}) before it opens ({2})"},
                              site.id.value,
                              clock_text(site.closes->value),
                              clock_text(site.opens->value)));
}

}  // namespace engine
