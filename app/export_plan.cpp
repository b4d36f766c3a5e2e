#include "app/export_plan.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string_view>
#include <system_error>

#include "app/change_history.h"
#include "app/find_row.h"
#include "app/standing_changes.h"
#include "data/read/reader.h"
#include "data/sqlite/document.h"
#include "data/write/exports/formats.h"
#include "data/write/report_json.h"
#include "data/write/whole_file.h"
#include "engine/model/failure.h"
#include "engine/model/nearest.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using data::CalendarOf;
using engine::BadRequest;
using engine::say;
using engine::Words;

constexpr Words kNoSuchFormat{"pas de format «\u202f{0}\u202f»\u202f; il y a\u00a0: {1}",
                              "there is no format \"{0}\"; there are: {1}"};
constexpr Words kNoSuchFormatNear{
    "pas de format «\u202f{0}\u202f»\u202f; peut-être «\u202f{2}\u202f»\u202f? Il y a\u00a0: {1}",
    "there is no format \"{0}\"; maybe \"{2}\"? There are: {1}"};
constexpr Words kNoCalendars{
    "--person, --room et --each vont avec --to ics seulement, pas avec {0}",
    "--person, --room and --each go with --to ics only, not with {0}"};
constexpr Words kOneOfThem{"--person, --room et --each ne vont pas ensemble\u202f; gardez-en un",
                           "--person, --room and --each do not go together; keep one of them"};
constexpr Words kOnesOwn{
    "l’agenda d’une personne dit qui elle est\u00a0: --no-personal-data ne va pas "
    "avec --person ni --each person",
    "the calendar of a person tells who that is: --no-personal-data does not go "
    "with --person or --each person"};
constexpr Words kEachOf{"--each prend «\u202fperson\u202f» ou «\u202froom\u202f»",
                        "--each takes \"person\" or \"room\""};
constexpr Words kFolderPlease{"--each écrit plusieurs fichiers\u00a0: donnez un dossier à --out",
                              "--each writes several files: give --out a folder"};
constexpr Words kIsFolder{
    "{0}\u00a0: c’est un dossier\u202f; donnez un nom de fichier, par "
    "exemple {1}",
    "{0}: this is a folder; give a file name, such as {1}"};
constexpr Words kIsDocument{
    "{0}\u00a0: c’est un document Farandole\u202f; il n’est pas remplacé. Choisissez un autre nom",
    "{0}: this is a Farandole document; it is not replaced. Choose another name"};
constexpr Words kKeepsAll{
    "toml garde tout ce que tient le fichier de la rencontre\u202f; sans données personnelles, "
    "prenez json ou xlsx",
    "toml keeps all that the gathering file holds; without personal data, take json or xlsx"};
constexpr Words kTablesBeside{
    "toml écrit aussi les tableaux de la rencontre, à côté\u00a0: donnez un nom de fichier à --out",
    "toml writes the gathering's tables beside it, too: give --out a file name"};
constexpr Words kHandWritten{
    "{0} existe et ne vient pas d’un export\u202f; il n’est pas remplacé. Choisissez un autre nom",
    "{0} exists and does not come from an export; it is not replaced. Choose another name"};
const data::ExportFormat& format_of(const std::string& key) {
  std::vector<std::string_view> known;
  std::string list;
  for (const auto& format : data::export_formats()) {
    if (format.key == key) return format;
    known.push_back(format.key);
    list += (list.empty() ? "" : ", ") + std::string(format.key);
  }
  const auto near = engine::nearest(key, known);
  throw BadRequest(near ? say(kNoSuchFormatNear, key, list, *near) : say(kNoSuchFormat, key, list));
}

void check(const ExportRequest& request, const data::ExportFormat& format) {
  const int narrowed = static_cast<int>(!request.person.empty()) +
                       static_cast<int>(!request.room.empty()) +
                       static_cast<int>(!request.each.empty());
  if (narrowed > 0 && !format.calendars) throw BadRequest(say(kNoCalendars, request.format));
  if (narrowed > 1) throw BadRequest(say(kOneOfThem));
  if (request.no_personal_data && (!request.person.empty() || request.each == "person"))
    throw BadRequest(say(kOnesOwn));
  if (!request.each.empty() && request.each != "person" && request.each != "room")
    throw BadRequest(say(kEachOf));
  std::error_code ignored;
  const bool folder = fs::is_directory(request.out, ignored);
  if (!request.each.empty() &&
      (request.out == "-" || (!folder && fs::exists(request.out, ignored))))
    throw BadRequest(say(kFolderPlease));
  if (request.each.empty() && folder)
    throw BadRequest(say(kIsFolder,
                         request.out,
                         (fs::path(request.out) / ("plan." + std::string(format.key))).string()));
  if (fs::is_regular_file(request.out, ignored) && data::is_document(request.out))
    throw BadRequest(say(kIsDocument, request.out));
}

/// What somebody wrote by hand is not lost by a slip: only an earlier export gives way.
void check_toml(const ExportRequest& request) {
  if (request.no_personal_data) throw BadRequest(say(kKeepsAll));
  if (request.out == "-") throw BadRequest(say(kTablesBeside));
  std::error_code ignored;
  if (!fs::is_regular_file(request.out, ignored)) return;
  std::string line;
  std::getline(std::ifstream(request.out), line);
  if (line.find(data::kTomlExportMark) == line.npos)
    throw BadRequest(say(kHandWritten, request.out));
}

/// What stands of the changes made by `replan`.
data::InForce in_force(const std::vector<engine::RecordedChange>& changes,
                       const data::Reading& reading) {
  Standing standing;
  data::InForce stands;
  for (const auto& change : changes) {
    const auto one = still_bears(change, reading.gathering);
    if (!one) continue;
    standing.add(*one);
    if (one->kind == scheduler::Disruption::Kind::PersonLate) stands.late[one->item] = one->time;
  }
  for (const auto& room : reading.gathering.rooms)
    if (standing.closed_sites.contains(room.site.value))
      standing.closed_rooms.insert(room.id.value);
  stands.cancelled = std::move(standing.cancelled);
  stands.out = std::move(standing.out);
  stands.closed_rooms = std::move(standing.closed_rooms);
  return stands;
}

/// The versions as the writers want them. Versions share a gathering read once.
class Versions {
 public:
  Versions(const data::Past& past, const std::vector<engine::PlanVersion>& history) {
    for (const auto& version : past.versions) {
      const auto [place, is_new] = readings_.try_emplace(version.record.gathering);
      auto& reading = place->second;
      if (is_new) reading = data::read_gathering(version.sources);
      list_.push_back({reading.gathering,
                       version.plan,
                       version.record.made,
                       &reading,
                       in_force(changes_in_force(history, version.record.number), reading)});
    }
  }

  [[nodiscard]] const std::vector<data::ExportedVersion>& list() const { return list_; }

 private:
  std::map<int, data::Reading> readings_;
  std::vector<data::ExportedVersion> list_;
};

template <class Row>
std::vector<CalendarOf> calendar_for_each(const std::vector<Row>& rows, CalendarOf::Kind kind) {
  std::vector<CalendarOf> list;
  for (const auto& row : rows) list.push_back({kind, row.id.value});
  return list;
}

std::vector<CalendarOf> calendars(const ExportRequest& request,
                                  const engine::Gathering& gathering) {
  using Kind = CalendarOf::Kind;
  if (request.each == "person") return calendar_for_each(gathering.people, Kind::Person);
  if (request.each == "room") return calendar_for_each(gathering.rooms, Kind::Room);
  if (!request.person.empty())
    return {{Kind::Person, find_row(gathering.people, request.person).id.value}};
  if (!request.room.empty())
    return {{Kind::Room, find_row(gathering.rooms, request.room).id.value}};
  return {{}};
}

void add(const std::string& path, std::string bytes, Exported& exported) {
  std::error_code ignored;
  exported.files.push_back({path, std::move(bytes), fs::exists(path, ignored)});
}

}  // namespace

std::vector<ExportKind> export_kinds() {
  std::vector<ExportKind> kinds;
  for (const auto& format : data::export_formats())
    kinds.push_back({std::string(format.key), say(format.about), format.calendars});
  return kinds;
}

Exported export_plan(const ExportRequest& request) {
  const auto& format = format_of(request.format);
  check(request, format);
  if (format.tables != nullptr) check_toml(request);
  const data::Document document(request.document);
  const auto past = document.load_past(request.version, format.history);
  const Versions versions(past, document.history());
  const auto& last = versions.list().back();
  Exported exported{.language = request.language.value_or(last.gathering.language),
                    .version = last.plan.version,
                    .format = request.format,
                    .files = {}};
  data::ExportSource source{.versions = versions.list(),
                            .document = past.identity,
                            .language = exported.language,
                            .names = !request.no_personal_data,
                            .whose = {},
                            .stem = fs::path(request.out).stem().string()};
  std::optional<data::FolderToFill> folder;
  if (!request.each.empty()) folder.emplace(request.out);
  for (auto& whose : calendars(request, last.gathering)) {
    const auto path = request.each.empty()
                          ? request.out
                          : (fs::path(request.out) / (whose.id + "." + request.format)).string();
    source.whose = std::move(whose);
    add(path, format.write(source), exported);
  }
  if (format.tables != nullptr)
    for (auto& table : format.tables(source))
      add((fs::path(request.out).parent_path() / table.path).string(),
          std::move(table.bytes),
          exported);
  if (request.out == "-") return exported;
  std::vector<data::FileToWrite> files;
  for (const auto& file : exported.files) files.push_back({file.path, file.bytes});
  data::write_whole_files(files);
  if (folder) folder->keep();
  return exported;
}

std::string json(const Exported& exported) {
  std::vector<std::string> paths;
  for (const auto& file : exported.files) paths.push_back(file.path);
  return data::export_json(exported.format, exported.version, paths);
}

}  // namespace app
