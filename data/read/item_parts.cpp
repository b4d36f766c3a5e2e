#include "data/read/item_parts.h"

#include "data/read/plain_values.h"
#include "data/read/time_values.h"
#include "engine/formats/formats.h"
#include "engine/model/fold.h"

namespace data {
namespace {

using engine::After;
using engine::At;
using engine::Key;
using engine::say;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kRoomTwice{"« room » et « rooms » disent la même chose : garder l’un des deux",
                           "\"room\" and \"rooms\" say the same thing: keep one of them"};
constexpr Words kARoomOrTable{"une salle, ou une table avec « room » et « windows »",
                              "a room, or a table with \"room\" and \"windows\""};
constexpr Words kAnAfter{"une séance, ou une table avec « session » et « gap »",
                         "a session, or a table with \"session\" and \"gap\""};
constexpr Words kATable{"une table entre accolades", "a table in braces"};
constexpr Words kARole{"une liste de personnes, ou une table avec « count » et « from »",
                       "a list of people, or a table with \"count\" and \"from\""};
constexpr Words kNamedAndChosen{
    "« people » nomme qui tient le rôle, « {0} » le laisse à choisir : garder l’un des deux",
    "\"people\" names who holds the role, \"{0}\" leaves it to be chosen: keep one of them"};
constexpr Words kAPhase{"une table avec « title » et « minutes »",
                        "a table with \"title\" and \"minutes\""};
constexpr Words kGaps{"« {0} » ({1}) est plus petit que « {2} » ({3})",
                      "\"{0}\" ({1}) is smaller than \"{2}\" ({3})"};
constexpr Words kEmptyRole{"une fonction de l’équipe n’a pas de nom",
                           "a role of the team has no name"};
constexpr Words kEmptyRooms{"« rooms » est vide : nommer au moins une salle, ou ôter la clé",
                            "\"rooms\" is empty: name one room at least, or leave the key out"};

constexpr Words kFormat{"« format » : « {0} » s’écrit en anglais dans le fichier{1}",
                        "\"format\": \"{0}\" is written otherwise in the file{1}"};

constexpr Words kAQuota{"une table, comme {{ from = [\"profile:elu\"], min = 1 }}",
                        "a table such as {{ from = [\"profile:elu\"], min = 1 }}"};

constexpr Range kHeads{0, 1'000'000};
constexpr Range kGapMinutes{0, std::int64_t{366} * engine::kMinutesPerDay};
constexpr Range kGapDays{0, 3660};

/// The key of the format that is called `name` in French or English.
std::optional<std::string_view> format_named(std::string_view name) {
  const auto plain = engine::fold(name);
  for (const auto& format : engine::formats())
    if (engine::fold(format.name.fr) == plain || engine::fold(format.name.en) == plain)
      return format.key;
  return {};
}

std::optional<engine::RoomChoice> read_room_choice(Context& context, const Value& value) {
  if (value.kind == Kind::Text && !value.text.empty())
    return engine::RoomChoice{{value.text, value.where}, {}};
  if (value.kind != Kind::Table) {
    say_wrong_type(context, value, "rooms", kARoomOrTable);
    return {};
  }
  Section section(context, value, "rooms");
  engine::RoomChoice choice;
  choice.room = section.key("room", Need::Required);
  if (const auto* windows = section.find("windows"))
    choice.windows = to_windows(context, *windows, "windows");
  section.finish();
  return choice.room.value.empty() ? std::nullopt : std::optional(std::move(choice));
}

/// What is chosen by number: { count, from }.
void read_open_role(Section& section, engine::Role& role) {
  role.open = section.whole("count", {1, 1'000'000}).value_or(At<int>{1, section.where()});
  if (const auto* from = section.find("from"))
    role.from = to_who(section.context(), *from, "from");
  else
    role.from.where = section.where();
}

/// { people, substitutes } or { count, from, substitutes }.
void read_role_table(Section& section, engine::Role& role) {
  if (section.has("people")) {
    role.people = section.keys("people");
    for (const auto* key : {"count", "from"})
      if (const auto* value = section.find(key))
        section.context().diagnostics.error(value->where, say(kNamedAndChosen, key));
  } else {
    read_open_role(section, role);
  }
  if (const auto* substitutes = section.find("substitutes"))
    role.substitutes = to_who(section.context(), *substitutes, "substitutes");
  section.finish();
}

engine::Role read_role(Context& context, const Entry& entry) {
  engine::Role role;
  role.name = {entry.key, entry.where};
  const auto& value = entry.value;
  if (entry.key.empty()) context.diagnostics.error(entry.where, say(kEmptyRole));
  if (value.kind == Kind::Table) {
    Section section(context, value, "team");
    read_role_table(section, role);
  } else if (value.kind == Kind::List) {
    role.people = to_keys(context, value, entry.key);
  } else {
    const auto maybe =
        value.kind == Kind::Text ? std::optional("[\"" + value.text + "\"]") : std::nullopt;
    say_wrong_type(context, value, entry.key, kARole, maybe);
  }
  return role;
}

struct GapKeys {
  std::string_view least;
  std::string_view most;
};

template <class T>
void check_gaps(
    Context& context, const Value& value, const T& gap, const T& most, const GapKeys& keys) {
  if (!gap || !most || most->value >= gap->value) return;
  context.diagnostics.error(value.where,
                            say(kGaps, keys.most, most->value, keys.least, gap->value));
}

std::optional<After> read_after(Context& context, const Value& value) {
  if (value.kind == Kind::Text && !value.text.empty())
    return After{{value.text, value.where}, 0, {}, {}, {}, {}};
  if (value.kind != Kind::Table) {
    say_wrong_type(context, value, "after", kAnAfter);
    return {};
  }
  Section section(context, value, "after");
  After after;
  after.item = section.key("session", Need::Required);
  const auto gap = section.whole("gap", kGapMinutes);
  const auto max_gap = section.whole("max_gap", kGapMinutes);
  const auto gap_days = section.whole("gap_days", kGapDays);
  const auto max_gap_days = section.whole("max_gap_days", kGapDays);
  const auto max_term_days = section.whole("max_term_days", kGapDays);
  section.finish();
  check_gaps(context, value, gap, max_gap, {"gap", "max_gap"});
  check_gaps(context, value, gap_days, max_gap_days, {"gap_days", "max_gap_days"});
  if (gap) after.gap = gap->value;
  if (max_gap) after.max_gap = max_gap->value;
  if (gap_days) after.gap_days = gap_days->value;
  if (max_gap_days) after.max_gap_days = max_gap_days->value;
  if (max_term_days) after.max_term_days = max_term_days->value;
  return after.item.value.empty() ? std::nullopt : std::optional(std::move(after));
}

/// Plain ids in `not_with`, and those to be some minutes away from in `not_near`.
std::vector<engine::NotWith> read_not_with(Section& section) {
  std::vector<engine::NotWith> rows;
  for (auto& item : section.keys("not_with")) rows.push_back({.item = std::move(item), .gap = 0});
  const auto* value = section.find("not_near");
  const auto* list = value == nullptr ? nullptr : to_list(section.context(), *value, "not_near");
  if (list == nullptr) return rows;
  for (const auto& item : *list) {
    if (item.kind != Kind::Table) {
      say_wrong_type(section.context(), item, "not_near", kATable);
      continue;
    }
    Section inner(section.context(), item, "not_near");
    engine::NotWith row;
    row.item = inner.key("session", Need::Required);
    if (const auto gap = inner.whole("gap", kGapMinutes)) row.gap = gap->value;
    inner.finish();
    if (!row.item.value.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<At<engine::When>> read_when(Section& section, std::string_view key) {
  const auto* value = section.find(key);
  if (value == nullptr) return {};
  const auto when = to_when(section.context(), *value, key);
  return when ? std::optional(At<engine::When>{*when, value->where}) : std::nullopt;
}

std::vector<At<engine::When>> read_starts(Section& section) {
  std::vector<At<engine::When>> starts;
  const auto* value = section.find("starts");
  const auto* list = value == nullptr ? nullptr : to_list(section.context(), *value, "starts");
  if (list == nullptr) return starts;
  for (const auto& item : *list)
    if (const auto when = to_when(section.context(), item, "starts"))
      starts.push_back({*when, item.where});
  return starts;
}

std::vector<After> read_afters(Section& section) {
  std::vector<After> afters;
  const auto* value = section.find("after");
  const auto* list = value == nullptr ? nullptr : to_list(section.context(), *value, "after");
  if (list == nullptr) return afters;
  for (const auto& item : *list)
    if (auto after = read_after(section.context(), item)) afters.push_back(std::move(*after));
  return afters;
}

engine::Published read_published(Section& section) {
  engine::Published published;
  const auto* value = section.find("published");
  if (value == nullptr) return published;
  if (value->kind != Kind::Table) {
    say_wrong_type(section.context(), *value, "published", kATable);
    return published;
  }
  Section inner(section.context(), *value, "published");
  published.start = read_when(inner, "start");
  published.room = inner.optional_key("room");
  inner.finish();
  return published;
}

}  // namespace

At<engine::Minute> read_minutes(Section& section) {
  return section.whole("minutes", {1, kLongestMinutes}, Need::Required)
      .value_or(At<engine::Minute>{1, section.where()});
}

At<std::string> read_format(Section& section) {
  At<std::string> other{"other", section.where()};
  const auto* value = section.find("format", Need::Required);
  if (value == nullptr) return other;
  const auto text = to_text(section.context(), *value, "format");
  if (!text) return other;
  if (engine::find_format(*text) != nullptr) return {*text, value->where};
  if (const auto key = format_named(*text))
    section.context().diagnostics.error(value->where,
                                        say(kFormat, *text, maybe_text(std::string(*key))));
  else
    say_unknown_word(section.context(), *value, "format", engine::format_keys());
  return other;
}

std::vector<engine::RoomChoice> read_room_choices(Section& section) {
  std::vector<engine::RoomChoice> choices;
  const auto one = section.optional_key("room");
  const auto* many = section.find("rooms");
  if (one) choices.push_back({*one, {}});
  if (many == nullptr) return choices;
  if (section.has("room")) section.context().diagnostics.error(many->where, say(kRoomTwice));
  const auto* list = to_list(section.context(), *many, "rooms");
  if (list == nullptr) return choices;
  if (list->empty()) section.context().diagnostics.error(many->where, say(kEmptyRooms));
  for (const auto& item : *list)
    if (auto choice = read_room_choice(section.context(), item))
      choices.push_back(std::move(*choice));
  return choices;
}

std::vector<engine::Role> read_team(Section& section) {
  std::vector<engine::Role> team;
  const auto* value = section.find("team");
  if (value == nullptr) return team;
  if (value->kind != Kind::Table) {
    say_wrong_type(section.context(), *value, "team", kATable);
    return team;
  }
  for (const auto& entry : value->entries) team.push_back(read_role(section.context(), entry));
  return team;
}

std::vector<engine::Phase> read_phases(Section& section) {
  std::vector<engine::Phase> phases;
  const auto* value = section.find("phases");
  const auto* list = value == nullptr ? nullptr : to_list(section.context(), *value, "phases");
  if (list == nullptr) return phases;
  for (const auto& item : *list) {
    if (item.kind != Kind::Table) {
      say_wrong_type(section.context(), item, "phases", kAPhase);
      continue;
    }
    Section inner(section.context(), item, "phases");
    engine::Phase phase;
    phase.where = item.where;
    phase.title = inner.text("title", Need::Required);
    phase.minutes = read_minutes(inner).value;
    phase.prompt = inner.text("prompt");
    inner.finish();
    phases.push_back(std::move(phase));
  }
  return phases;
}

std::vector<engine::Quota> read_quotas(Context& context,
                                       const Value& value,
                                       std::string_view name) {
  std::vector<engine::Quota> quotas;
  const auto* list = to_list(context, value, name);
  if (list == nullptr) return quotas;
  for (const auto& item : *list) {
    if (item.kind != Kind::Table) {
      say_wrong_type(context, item, name, kAQuota);
      continue;
    }
    Section inner(context, item, name);
    engine::Quota quota;
    quota.where = item.where;
    if (const auto* from = inner.find("from", Need::Required))
      quota.from = to_who(context, *from, "from");
    const auto min = inner.whole("min", kHeads);
    const auto max = inner.whole("max", kHeads);
    inner.finish();
    if (min && max && max->value < min->value)
      context.diagnostics.error(item.where, say(kGaps, "max", max->value, "min", min->value));
    if (min) quota.min = min->value;
    if (max) quota.max = max->value;
    quotas.push_back(std::move(quota));
  }
  return quotas;
}

engine::Timing read_timing(Section& section) {
  auto& context = section.context();
  engine::Timing timing;
  timing.start = read_when(section, "start");
  timing.starts = read_starts(section);
  timing.day = section.date("day");
  if (const auto* window = section.find("window"))
    timing.window = to_daily_window(context, *window, "window");
  if (const auto* windows = section.find("windows"))
    timing.windows = to_windows(context, *windows, "windows");
  if (const auto* preferred = section.find("preferred"))
    timing.preferred = to_windows(context, *preferred, "preferred");
  timing.after = read_afters(section);
  timing.same_start = section.keys("same_start");
  timing.not_with = read_not_with(section);
  timing.published = read_published(section);
  return timing;
}

}  // namespace data
