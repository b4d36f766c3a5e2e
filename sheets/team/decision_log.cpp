#include "sheets/team/decision_log.h"

#include "sheets/lookup/credits.h"
#include "sheets/lookup/uses.h"

namespace sheets {
namespace {

bool decides(const Use& use) {
  return use.session != nullptr &&
         (use.session->format.value == "committee" || !use.session->milestone.empty());
}

DecisionLog log_of(const Directory& directory, const Use& use, const PrintOptions& options) {
  const auto language = options.language;
  DecisionLog log;
  log.key = use.item;
  log.title = use.title;
  log.when = date_title(engine::day_of(use.start), language) + ", " +
             engine::clock_text(use.start) + "–" + engine::clock_text(use.end);
  log.room_key = use.room;
  if (!use.room.empty()) log.place = directory.place(use.room);
  for (const auto& credit : credits_of(directory, *use.team, options))
    log.team.push_back(credit_line(credit, language));
  for (const auto& holders : *use.team)
    log.team_keys.insert(log.team_keys.end(), holders.people.begin(), holders.people.end());
  if (!use.participants->empty()) log.count = people_counted(use.participants->size()).in(language);
  log.milestone = use.session->milestone;
  for (const auto& phase : use.session->phases) log.points.push_back(phase.title);
  return log;
}

}  // namespace

std::vector<DecisionLog> decision_logs_of(const engine::Gathering& gathering,
                                          const engine::Plan& plan,
                                          const PrintOptions& options) {
  const Directory directory(gathering);
  std::vector<DecisionLog> logs;
  for (const auto& use : uses_of(directory, plan))
    if (decides(use)) logs.push_back(log_of(directory, use, options));
  return logs;
}

}  // namespace sheets
