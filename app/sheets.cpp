#include "app/sheets.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "app/reading.h"
#include "data/calendars/zone.h"
#include "data/sqlite/document.h"
#include "data/write/report_json.h"
#include "engine/model/failure.h"
#include "engine/model/nearest.h"
#include "sheets/catalogue.h"

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
constexpr Words kNoFolder{"{0}\u00a0: impossible de créer ce dossier ({1})",
                          "{0}: this folder cannot be made ({1})"};

void require_known(const std::vector<std::string>& kinds) {
  std::vector<std::string_view> known;
  std::string list;
  for (const auto& kind : sheets::kinds()) {
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

bool wanted(const SheetsRequest& request, std::string_view kind) {
  const auto& kinds = request.kinds;
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder))
    throw engine::Failure(say(kNoFolder, folder, error ? error.message() : ""));
}

}  // namespace

std::vector<SheetKind> sheet_kinds() {
  std::vector<SheetKind> kinds;
  for (const auto& kind : sheets::kinds())
    kinds.push_back({std::string(kind.key), engine::say(kind.title)});
  return kinds;
}

PrintedSheets sheets(const SheetsRequest& request) {
  require_known(request.kinds);
  const auto stored = data::Document(request.document).load(request.version);
  const auto gathering = gathering_of(stored);
  auto made_at = data::iso_at(stored.record.made, gathering.timezone);
  made_at[made_at.find('T')] = ' ';
  const sheets::PrintOptions options{.language = request.language.value_or(gathering.language),
                                     .paper = sheets::Paper::A4,
                                     .made_at = made_at,
                                     .no_personal_data = request.no_personal_data};
  make_folder(request.out);
  PrintedSheets printed;
  for (const auto& kind : sheets::kinds()) {
    if (!wanted(request, kind.key)) continue;
    const auto path = (fs::path(request.out) / (std::string(kind.key) + ".pdf")).string();
    const int pages = sheets::write_pdf({kind.key}, gathering, stored.plan, options, path);
    if (pages > 0) printed.push_back({std::string(kind.key), path, pages});
  }
  return printed;
}

std::string json(const PrintedSheets& printed) {
  std::vector<data::WrittenSheet> written;
  for (const auto& sheet : printed) written.push_back({sheet.kind, sheet.path, sheet.pages});
  return data::sheets_json(written);
}

}  // namespace app
