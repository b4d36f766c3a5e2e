#include <set>
#include <utility>

#include "data/read/for_each.h"
#include "data/read/item_parts.h"
#include "data/read/parts.h"
#include "data/read/plain_values.h"

namespace data {
namespace {

using engine::say;
using engine::Session;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kCompressed{"« min_minutes » ({0}) dépasse « minutes » ({1})",
                            "\"min_minutes\" ({0}) is more than \"minutes\" ({1})"};
constexpr Words kUses{"une table de nombres d’objets, comme {{ paperboard = 2 }}",
                      "a table of numbers of pieces, such as {{ paperboard = 2 }}"};

constexpr Range kHeads{0, 1'000'000};

std::vector<engine::EquipmentUse> read_uses(Section& section) {
  std::vector<engine::EquipmentUse> uses;
  const auto* value = section.find("equipment");
  if (value == nullptr) return uses;
  if (value->kind != Kind::Table) {
    say_wrong_type(section.context(), *value, "equipment", kUses);
    return uses;
  }
  for (const auto& entry : value->entries) {
    const auto count = to_whole(section.context(), entry.value, entry.key, {1, kHeads.most});
    uses.push_back({{entry.key, entry.where}, static_cast<int>(count.value_or(1))});
  }
  return uses;
}

void read_lengths(Section& section, Session& session) {
  session.minutes = read_minutes(section);
  session.min_minutes = section.whole("min_minutes", {1, kLongestMinutes});
  const auto& least = session.min_minutes;
  if (least && section.has("minutes") && least->value > session.minutes.value) {
    section.context().diagnostics.error(least->where,
                                        say(kCompressed, least->value, session.minutes.value));
    session.min_minutes.reset();
  }
  session.setup = section.whole_or("setup", {0, kLongestMinutes}, 0);
  session.teardown = section.whole_or("teardown", {0, kLongestMinutes}, 0);
}

Session read_session(Section& section) {
  Session session;
  session.id = section.id();
  session.title = section.key("title", Need::Required).value;
  session.format = read_format(section);
  read_lengths(section, session);
  session.team = read_team(section);
  if (const auto* audience = section.find("audience"))
    session.audience = to_who(section.context(), *audience, "audience");
  session.seats = section.whole("seats", kHeads);
  session.rooms = read_room_choices(section);
  session.needs = section.keys("needs");
  session.equipment = read_uses(section);
  session.timing = read_timing(section);
  session.optional = section.truth_or("optional", false);
  session.priority = section.whole_or("priority", {0, 1'000'000}, 1);
  session.tags = section.keys("tags");
  session.phases = read_phases(section);
  session.goal = section.text("goal");
  if (const auto* composition = section.find("composition"))
    session.composition = read_quotas(section.context(), *composition, "composition");
  session.milestone = section.text("milestone");
  session.cohort = section.text("cohort");
  section.finish();
  return session;
}

void read_one(Context& context, const Value& table, engine::Gathering& out) {
  Section section(context, table, "[[session]]");
  auto session = read_session(section);
  if (!session.id.value.empty()) out.sessions.push_back(std::move(session));
}

/// What is wrong with a template is wrong with each of its copies, and said once.
void read_copies(Context& context, const std::vector<Value>& copies, engine::Gathering& out) {
  std::set<std::pair<engine::Where, std::string>> said;
  for (const auto& copy : copies) {
    engine::Diagnostics found;
    Context inner{found, context.whole, context.reported};
    read_one(inner, copy, out);
    for (const auto& one : found.all()) {
      if (!said.insert({one.where, one.text.en}).second) continue;
      if (one.severity == engine::Severity::Error)
        context.diagnostics.error(one.where, one.text);
      else
        context.diagnostics.warning(one.where, one.text);
    }
  }
}

}  // namespace

void read_sessions(Context& context, const Tables& tables, engine::Gathering& out) {
  for (const auto* table : tables)
    if (const auto copies = copies_of(context, *table))
      read_copies(context, *copies, out);
    else
      read_one(context, *table, out);
}

}  // namespace data
