#include "data/write/report_json.h"

#include <algorithm>
#include <array>
#include <set>

#include "data/calendars/zone.h"
#include "data/write/plan_value.h"

namespace data {
namespace {

using engine::Difference;
using engine::DifferencesOf;
using engine::Language;
using engine::PlanVersion;

Json entries_json(const std::vector<DifferencesOf>& entries, Language language) {
  auto list = Json::array();
  for (const auto& entry : entries)
    list.push_back(
        {{"id", entry.id}, {"name", entry.name}, {"changes", rows_json(entry.rows, language)}});
  return list;
}

Json changes_json(const engine::Gathering& gathering, const PlanVersion& version) {
  auto list = Json::array();
  for (const auto& change : version.changes)
    list.push_back({{"made", iso_at(change.made, gathering.timezone)},
                    {"kind", change.kind},
                    {"item", change.item},
                    {"value", change.value},
                    {"text", change.text.in(gathering.language)}});
  return list;
}

Json version_json(const engine::Gathering& gathering, const PlanVersion& version) {
  const auto& iterations = version.search.iterations;
  return {{"version", version.number},
          {"made", iso_at(version.made, gathering.timezone)},
          {"cause", version.cause.in(gathering.language)},
          {"status", status_word(version.feasible)},
          {"score", score_json(version.score, version.bound)},
          {"gathering_revision", version.gathering},
          {"seed", version.search.seed},
          {"iterations", iterations ? Json(*iterations) : Json()},
          {"seconds", seconds_json(version.search.seconds)},
          {"changes", changes_json(gathering, version)}};
}

}  // namespace

Json rows_json(const std::vector<Difference>& rows, Language language) {
  auto list = Json::array();
  for (const auto& row : rows)
    list.push_back({{"kind", row.kind},
                    {row.rotation ? "rotation" : "session", row.item},
                    {"from", row.from},
                    {"to", row.to},
                    {"text", row.text.in(language)}});
  return list;
}

std::string check_json(const engine::Gathering& gathering,
                       const std::vector<engine::Diagnostic>& diagnostics) {
  auto list = Json::array();
  std::size_t errors = 0;
  for (const auto& d : diagnostics) {
    const bool error = d.severity == engine::Severity::Error;
    if (error) ++errors;
    const bool known = d.where.file < gathering.files.size();
    list.push_back({{"severity", error ? "error" : "warning"},
                    {"file", known ? gathering.files[d.where.file] : ""},
                    {"line", d.where.line},
                    {"column", d.where.column},
                    {"text", d.text.in(gathering.language)}});
  }
  return text_of({{"format", "farandole.check/1"},
                  {"gathering", gathering.name},
                  {"ok", errors == 0},
                  {"errors", errors},
                  {"warnings", diagnostics.size() - errors},
                  {"diagnostics", list}});
}

std::string history_json(const engine::Gathering& gathering,
                         const std::vector<PlanVersion>& versions) {
  auto list = Json::array();
  for (const auto& version : versions) list.push_back(version_json(gathering, version));
  return text_of(
      {{"format", "farandole.history/1"}, {"gathering", gathering.name}, {"versions", list}});
}

std::string diff_json(Language language,
                      const PlanVersion& from,
                      const PlanVersion& to,
                      const engine::PlanDiff& diff) {
  std::set<std::string> items;
  for (const auto& row : diff.items) items.insert(row.item);
  for (const auto& rotation : diff.groups) items.insert(rotation.id);
  Json json{{"format", "farandole.diff/1"}, {"from", from.number}, {"to", to.number}};
  json["score"] = {{"from", score_json(from.score, from.bound)},
                   {"to", score_json(to.score, to.bound)}};
  json["changes"] = rows_json(diff.items, language);
  json["people"] = entries_json(diff.people, language);
  json["rooms"] = entries_json(diff.rooms, language);
  json["groups"] = entries_json(diff.groups, language);
  json["disturbed"] = {{"people", diff.people.size()}, {"sessions", items.size()}};
  return text_of(json);
}

std::string import_json(const ImportReport& report) {
  auto lines = Json::array();
  for (const auto& line : report.lines)
    lines.push_back(
        {{"kind", line.kind}, {"line", line.line}, {"text", line.text.in(report.language)}});
  return text_of({{"format", "farandole.import/1"},
                  {"as", report.as},
                  {"version", report.version == 0 ? Json() : Json(report.version)},
                  {"unchanged", report.unchanged},
                  {"unknown_columns", report.unknown},
                  {"lines", lines}});
}

std::string forgot_json(const std::string& stand_in, int versions) {
  return text_of(
      {{"format", "farandole.forget/1"}, {"stand_in", stand_in}, {"versions", versions}});
}

std::string export_json(const std::string& to, int version, const std::vector<std::string>& paths) {
  return text_of(
      {{"format", "farandole.export/1"}, {"to", to}, {"version", version}, {"files", paths}});
}

std::string sheets_json(const WrittenSheets& written) {
  auto list = Json::array();
  for (const auto& sheet : written.sheets) {
    Json row{{"kind", sheet.kind}, {"path", sheet.path}, {"pages", sheet.pages}};
    if (sheet.removed) row["removed"] = true;
    for (const auto& refusal : sheet.refusals)
      row["refused"].push_back({{"fr", refusal.fr}, {"en", refusal.en}});
    for (const auto& change : sheet.changes)
      row["changes"].push_back(
          {{"page", change.page}, {"replaces", change.replaces}, {"what", change.what}});
    list.push_back(std::move(row));
  }
  Json json{{"format", "farandole.sheets/1"}, {"sheets", std::move(list)}};
  if (!written.index.empty()) json["index"] = written.index;
  if (!written.left_out.empty()) json["left_out"] = written.left_out;
  return text_of(json);
}

std::string progress_json(const engine::Progress& progress) {
  constexpr std::array kPhases{"proving", "seating", "placing", "improving", "repairing"};
  const double left =
      progress.fraction > 0 ? progress.seconds * (1 - progress.fraction) / progress.fraction : 0;
  const Json line{{"phase", kPhases[static_cast<std::size_t>(progress.phase)]},
                  {"seconds", seconds_json(progress.seconds)},
                  {"left", progress.fraction > 0 ? Json(seconds_json(left)) : Json()},
                  {"hard", progress.best.hard},
                  {"unplaced", progress.best.unplaced},
                  {"soft", progress.best.soft}};
  return line.dump() + "\n";
}

}  // namespace data
