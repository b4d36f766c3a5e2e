#include <array>

#include "data/calendars/zone.h"
#include "data/read/parts.h"
#include "data/read/plain_values.h"

namespace data {
namespace {

using engine::Gathering;
using engine::say;
using engine::Words;

constexpr Words kZone{"fuseau horaire inconnu « {0} »{1}", "unknown time zone \"{0}\"{1}"};
constexpr Words kGrid{
    "« grid » : {0} ne divise pas la journée. Par exemple : 5, 10, 15, 20, 30 ou 60",
    "\"grid\": {0} does not divide a day. For example: 5, 10, 15, 20, 30 or 60"};

void read_language(Section& section, Gathering& out) {
  const auto* value = section.find("language");
  if (value == nullptr) return;
  const auto choice = to_choice(section.context(), *value, "language", {"fr", "en"});
  if (choice) out.language = *choice == 0 ? engine::Language::Fr : engine::Language::En;
}

void read_timezone(Section& section, Gathering& out) {
  const auto zone = section.optional_key("timezone");
  if (!zone) return;
  if (zone_exists(zone->value)) {
    out.timezone = zone->value;
    return;
  }
  const auto near = nearest_zone(zone->value);
  section.context().diagnostics.error(zone->where, say(kZone, zone->value, maybe_text(near)));
}

void read_grid(Section& section, Gathering& out) {
  const auto grid = section.whole("grid", {1, engine::kMinutesPerDay});
  if (!grid) return;
  if (engine::kMinutesPerDay % grid->value == 0)
    out.grid = *grid;
  else
    section.context().diagnostics.error(grid->where, say(kGrid, grid->value));
}

}  // namespace

std::optional<char> read_school_zone(Section& section) {
  const auto* value = section.find("school_zone");
  if (value == nullptr) return {};
  const auto choice = to_choice(section.context(), *value, "school_zone", {"A", "B", "C"});
  return choice ? std::optional(static_cast<char>('A' + static_cast<char>(*choice))) : std::nullopt;
}

TablePaths read_head(Context& context, const Value& table, Gathering& out) {
  Section section(context, table, "[gathering]");
  out.name = section.key("name", Need::Required).value;
  read_language(section, out);
  read_timezone(section, out);
  read_grid(section, out);
  out.freeze = section.whole_or("freeze", {0, engine::kMinutesPerDay}, out.freeze);
  out.school_zone = read_school_zone(section);
  TablePaths paths;
  paths.people = section.optional_key("people");
  paths.registrations = section.optional_key("registrations");
  paths.wishes = section.optional_key("wishes");
  section.finish();
  return paths;
}

}  // namespace data
