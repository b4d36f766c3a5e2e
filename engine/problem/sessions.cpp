#include <algorithm>
#include <utility>
#include <vector>

#include "engine/formats/formats.h"
#include "engine/problem/blocks.h"
#include "engine/problem/calendar.h"
#include "engine/problem/polls.h"
#include "engine/problem/steps.h"
#include "engine/problem/who.h"

namespace engine {
namespace {

bool needs_room(const Session& session) {
  const auto* format = find_format(session.format.value);
  return format == nullptr || format->needs_room;
}

std::vector<EquipmentNeed> equipment_of(Compiling& c, const Session& session) {
  std::vector<EquipmentNeed> needs;
  for (const auto& use : session.equipment) {
    const auto row = c.names.row(Named::Equipment, use.equipment);
    if (row == kUnknown) continue;
    needs.push_back({.equipment = {row}, .count = use.count});
    const auto& equipment = c.gathering.equipment[static_cast<std::size_t>(row)];
    if (use.count > equipment.count && c.is_hard(RuleId::EquipmentStock))
      c.diagnostics.impossible(
          use.equipment.where,
          {RuleId::EquipmentStock},
          state({"«\u202f{0}\u202f»\u00a0: {1} {1:demandé|demandés}, il y en a {2}",
                 "\"{0}\": {1} asked for, there {2:is|are} {2}"},
                named(equipment),
                use.count,
                equipment.count));
  }
  return needs;
}

ActivityPlan plan_of(Compiling& c, const Session& session, std::size_t item) {
  ActivityPlan plan;
  if (!names_nobody(session.audience)) plan.audience = people_of(c, session.audience, item);
  const auto expected = static_cast<std::int32_t>(plan.audience.size());
  const bool more_seats = session.seats && session.seats->value > expected;
  plan.row.heads = more_seats ? session.seats->value : expected;
  plan.team = read_team(c, session.team, item);
  plan.rooms =
      offer_rooms(c,
                  {.item = named(session),
                   .written = session.rooms,
                   .needs = session.needs,
                   .heads = plan.row.heads,
                   .heads_where = more_seats ? session.seats->where : session.audience.where,
                   .needs_room = needs_room(session)});
  plan.equipment = equipment_of(c, session);
  plan.published_room = published_room(c, session.timing, plan.rooms);
  return plan;
}

/// An optional session may be left out, so it holds nobody to its place.
void lock(const Compiling& c, const Session& session, ActivityPlan& plan, BlockTimes& times) {
  if (session.optional || session.rooms.size() != 1 || plan.rooms.choices.size() != 1) return;
  times.locked = fixed_start(c, session.timing);
  if (times.locked != kNever) plan.locked_room = plan.rooms.choices.front();
}

void add_session(Compiling& c, std::size_t row) {
  const auto& session = c.gathering.sessions[row];
  auto plan = plan_of(c, session, row);
  auto attendees = plan.audience;
  attendees.insert(attendees.end(), plan.team.named.begin(), plan.team.named.end());

  BlockTimes times;
  times.starts = candidate_starts(c,
                                  {.item = named(session),
                                   .timing = session.timing,
                                   .minutes = session.minutes.value,
                                   .minutes_where = session.minutes.where});
  if (c.poll_of[row] >= 0) count_poll(c, row, times);
  times.preferred = stretches(c, session.timing.preferred);
  times.published = published_start(c, session.timing, times.starts);
  lock(c, session, plan, times);

  const PartId next_part{static_cast<std::int32_t>(c.problem.parts.size())};
  const ActivityId next_activity{static_cast<std::int32_t>(c.problem.activities.size())};
  const auto block = add_block(c,
                               {.minutes = session.minutes.value,
                                .people = 0,
                                .priority = session.priority,
                                .optional = session.optional,
                                .session = static_cast<std::int32_t>(row),
                                .rotation = {},
                                .first_part = next_part,
                                .kind = kind_of(session.format.value)},
                               times);
  const auto part = add_part(c,
                             {.block = block,
                              .minutes = session.minutes.value,
                              .setup = session.setup,
                              .teardown = session.teardown,
                              .rotation = {},
                              .first_activity = next_activity},
                             std::move(attendees));
  add_activity(c, plan, part);
  const auto known = static_cast<std::int32_t>(c.problem.attendees[part].size());
  c.problem.blocks[block].people = std::max({1, known, plan.row.heads});
  if (c.poll_of[row] >= 0) c.problem.polls[static_cast<std::size_t>(c.poll_of[row])].block = block;
  c.items.push_back({.first = block, .count = 1});
}

}  // namespace

void add_sessions(Compiling& c) {
  for (std::size_t row = 0; row < c.gathering.sessions.size(); ++row) add_session(c, row);
}

}  // namespace engine
