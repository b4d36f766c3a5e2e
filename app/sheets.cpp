#include "app/sheets.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/reading.h"
#include "data/calendars/zone.h"
#include "data/sqlite/document.h"
#include "data/write/report_json.h"
#include "data/write/whole_file.h"
#include "engine/model/failure.h"
#include "engine/model/nearest.h"
#include "engine/model/rows.h"
#include "engine/plan/planned_rounds.h"
#include "sheets/pack.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using engine::say;
using engine::Words;

constexpr Words kNoSuchKind{"il n’y a pas de feuille «\u202f{0}\u202f»\u202f; il y a\u00a0: {1}",
                            "there is no sheet \"{0}\"; there are: {1}"};
constexpr Words kNoSuchKindNear{
    "il n’y a pas de feuille «\u202f{0}\u202f»\u202f; peut-être «\u202f{2}\u202f»\u00a0? Il y "
    "a\u00a0: {1}",
    "there is no sheet \"{0}\"; maybe \"{2}\"? There are: {1}"};
constexpr Words kNobody{
    "ni personne, ni salle, ni lieu ne s’appelle «\u202f{0}\u202f»\u00a0: --only prend un "
    "identifiant",
    "no person, room or site has the id \"{0}\": --only takes an id"};
constexpr Words kNobodyNear{
    "ni personne, ni salle, ni lieu ne s’appelle «\u202f{0}\u202f»\u202f; peut-être "
    "«\u202f{1}\u202f»\u00a0?",
    "no person, room or site has the id \"{0}\"; maybe \"{1}\"?"};

void require_known(const std::vector<std::string>& kinds) {
  std::vector<std::string_view> known;
  std::string list;
  for (const auto& kind : ::sheets::kinds()) {
    known.push_back(kind.key);
    list += (list.empty() ? "" : ", ") + std::string(kind.key);
  }
  for (const auto& kind : kinds) {
    if (std::find(known.begin(), known.end(), kind) != known.end()) continue;
    const auto near = engine::nearest(kind, known);
    throw engine::BadRequest(near ? say(kNoSuchKindNear, kind, list, *near)
                                  : say(kNoSuchKind, kind, list));
  }
}

void require_somebody(const engine::Gathering& gathering, const std::string& id) {
  if (id.empty()) return;
  std::vector<std::string_view> known;
  for (const auto& person : gathering.people) known.push_back(person.id.value);
  for (const auto& room : gathering.rooms) known.push_back(room.id.value);
  for (const auto& site : gathering.sites) known.push_back(site.id.value);
  if (std::find(known.begin(), known.end(), id) != known.end()) return;
  const auto near = engine::nearest(id, known);
  throw engine::BadRequest(near ? say(kNobodyNear, id, *near) : say(kNobody, id));
}

/// A stored version, and how it is printed.
struct Version {
  engine::Gathering gathering;
  engine::Plan plan;
  ::sheets::PrintOptions options;
};

Version read_version(const data::Document& document,
                     std::optional<int> number,
                     const SheetsRequest& request) {
  auto stored = document.load(number);
  Version version{gathering_of(stored), std::move(stored.plan), {}};
  engine::ask_for_planned_rounds(version.gathering, version.plan);
  auto made_at = data::iso_at(stored.record.made, version.gathering.timezone);
  made_at[made_at.find('T')] = ' ';
  auto& options = version.options;
  options.language = request.language.value_or(version.gathering.language);
  options.paper = request.letter ? ::sheets::Paper::Letter : ::sheets::Paper::A4;
  options.made_at = std::move(made_at);
  options.no_personal_data = request.no_personal_data;
  options.calendar_url = request.calendar_url;
  return version;
}

/// The site is named on top of every page.
void keep_site(const std::string& only, Version& version) {
  auto& gathering = version.gathering;
  const auto* site = engine::find_row(gathering.sites, only);
  if (site == nullptr || engine::find_row(gathering.people, only) != nullptr ||
      engine::find_row(gathering.rooms, only) != nullptr)
    return;
  version.options.site = only;
  gathering.name += " · " + (site->name.empty() ? only : site->name);
}

/// The words of two versions are compared, so both are in one language.
Version read_to_compare(const data::Document& document,
                        int number,
                        const Version& now,
                        const SheetsRequest& request) {
  auto version = read_version(document, number, request);
  keep_site(request.only, version);
  version.options.language = now.options.language;
  return version;
}

/// The newest first.
std::vector<Version> versions_before(const data::Document& document,
                                     const Version& now,
                                     const SheetsRequest& request) {
  std::vector<Version> earlier;
  for (int number = now.plan.version - 1; number > 0; --number)
    earlier.push_back(read_to_compare(document, number, now, request));
  return earlier;
}

::sheets::PlanToPrint printing(const Version& version) {
  return {version.gathering, version.plan, version.options};
}

/// All its files take their names, or none does; then those that hold nothing any more go.
PrintedSheets written(const ::sheets::Pack& pack, const std::string& folder) {
  const auto path_of = [&](const std::string& name) {
    return (fs::path(folder) / (name + ".pdf")).string();
  };
  std::vector<data::FileToWrite> files;
  for (const auto& entry : pack.entries)
    if (!entry.pdf.empty()) files.push_back({path_of(entry.kind), entry.pdf});
  if (!pack.index.empty()) files.push_back({path_of("index"), pack.index});
  data::write_whole_files(files);
  std::error_code ignored;
  PrintedSheets printed;
  if (pack.index.empty())
    fs::remove(path_of("index"), ignored);
  else
    printed.index = path_of("index");
  for (const auto& entry : pack.entries) {
    printed.left_out.insert(entry.left_out.begin(), entry.left_out.end());
    const auto path = path_of(entry.kind);
    const bool removed = entry.outdated && fs::remove(path, ignored);
    if (entry.pages == 0 && !removed && entry.refusals.empty() && entry.changes.empty()) continue;
    PrintedSheet sheet{
        entry.kind, entry.pdf.empty() ? "" : path, entry.pages, removed, entry.refusals, {}};
    for (const auto& change : entry.changes)
      sheet.changes.push_back({change.page, change.replaces, change.what});
    printed.sheets.push_back(std::move(sheet));
  }
  return printed;
}

}  // namespace

std::vector<SheetKind> sheet_kinds() {
  std::vector<SheetKind> kinds;
  for (const auto& kind : ::sheets::kinds())
    kinds.push_back({std::string(kind.key), engine::say(kind.title)});
  return kinds;
}

std::size_t end_of_row(const std::vector<ReplacedPage>& changes, std::size_t first) {
  return ::sheets::end_of_row(changes, first);
}

PrintedSheets sheets(const SheetsRequest& request) {
  require_known(request.kinds);
  const data::Document document(request.document);
  auto now = read_version(document, request.version, request);
  std::optional<Version> since;
  if (request.since) since = read_to_compare(document, *request.since, now, request);
  require_somebody(now.gathering, request.only);
  data::FolderToFill folder(request.out);
  keep_site(request.only, now);
  const auto only = now.options.site.empty() ? request.only : std::string();
  const auto earlier = versions_before(document, now, request);
  ::sheets::PackRequest pack{printing(now), {}, request.kinds, only};
  for (const auto& version : earlier) pack.earlier.push_back(printing(version));
  if (since) pack.since.emplace(printing(*since));
  auto printed = written(::sheets::print_pack(pack), request.out);
  printed.language = now.options.language;
  folder.keep();
  return printed;
}

std::string json(const PrintedSheets& printed) {
  data::WrittenSheets written;
  written.index = printed.index;
  written.left_out = {printed.left_out.begin(), printed.left_out.end()};
  for (const auto& sheet : printed.sheets) {
    auto& row = written.sheets.emplace_back();
    row.kind = sheet.kind;
    row.path = sheet.path;
    row.pages = sheet.pages;
    row.removed = sheet.removed;
    row.refusals = sheet.refusals;
    for (const auto& change : sheet.changes)
      row.changes.push_back({change.page, change.replaces, change.what});
  }
  return data::sheets_json(written);
}

}  // namespace app
