#include "sheets/catalogue.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "engine/model/failure.h"
#include "sheets/drawing/pdf.h"
#include "sheets/programme/programme_page.h"
#include "sheets/rotation/rotation_host_page.h"
#include "sheets/rotation/rotation_participant_page.h"
#include "sheets/rotation/rotation_wall_page.h"

namespace sheets {
namespace {

using engine::Gathering;
using engine::Plan;

Document programme(const Gathering& gathering,
                   const Plan& plan,
                   const PrintOptions& options,
                   Ruler& ruler) {
  return draw_programme(
      programme_of(gathering, plan, options), version_line(plan.version, options), options, ruler);
}

Document rotation_host(const Gathering& gathering,
                       const Plan& plan,
                       const PrintOptions& options,
                       Ruler& ruler) {
  return draw_host_sheets(host_sheets_of(gathering, plan, options),
                          gathering.name,
                          version_line(plan.version, options),
                          options,
                          ruler);
}

/// A rotation made without a gathering is kept nowhere: it has no version.
std::string version_of(const Plan& plan, const PrintOptions& options) {
  return plan.version > 0 ? version_line(plan.version, options) : std::string();
}

Document rotation_participant(const Gathering& gathering,
                              const Plan& plan,
                              const PrintOptions& options,
                              Ruler& ruler) {
  const auto version = version_of(plan, options);
  return draw_participant_cards(participant_cards_of(gathering, plan, options),
                                gathering.name + (version.empty() ? "" : " · " + version),
                                options,
                                ruler);
}

Document rotation_wall(const Gathering& gathering,
                       const Plan& plan,
                       const PrintOptions& options,
                       Ruler& ruler) {
  return draw_wall_sheets(wall_sheets_of(gathering, plan, options),
                          gathering.name,
                          version_of(plan, options),
                          options,
                          ruler);
}

struct Row {
  SheetKind kind;
  Document (*draw)(const Gathering&, const Plan&, const PrintOptions&, Ruler&);
};

constexpr std::array kRows{
    Row{{"programme",
         {"Programme de la journée", "Programme of the day"},
         {"pour tout le monde", "for everyone"}},
        programme},
    Row{{"rotation-host",
         {"Feuilles de rotation", "Rotation sheets"},
         {"pour les personnes qui accueillent une table ou un groupe",
          "for those who host a table or a group"}},
        rotation_host},
    Row{{"rotation-participant",
         {"Cartes de rotation", "Rotation cards"},
         {"pour les personnes qui passent de table en table, à découper",
          "for those who go from table to table, to cut out"}},
        rotation_participant},
    Row{{"rotation-wall",
         {"Rotation à afficher (A3)", "Rotation for the wall (A3)"},
         {"pour tout le monde, à lire de loin", "for everyone, to be read from afar"}},
        rotation_wall},
};

const Row& row_of(std::string_view key) {
  for (const auto& row : kRows)
    if (row.kind.key == key) return row;
  throw std::invalid_argument("no kind of sheet is called " + std::string(key));
}

[[noreturn]] void fail_to_write(const std::string& path, const std::error_code& error) {
  throw engine::Failure(engine::say(
      {"impossible d’écrire {0}\u00a0: {1}", "cannot write {0}: {1}"}, path, error.message()));
}

/// The file appears whole or not at all: a printer never gets half a sheet.
void write_whole(const std::string& bytes, const std::string& path) {
  const std::string part = path + ".part";
  errno = 0;
  std::ofstream file(part, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code error;
  if (file.fail()) {
    error = std::error_code(errno, std::generic_category());
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    fail_to_write(path, error);
  }
  std::filesystem::rename(part, path, error);
  if (!error) return;
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  fail_to_write(path, error);
}

}  // namespace

std::vector<SheetKind> kinds() {
  std::vector<SheetKind> list;
  for (const auto& row : kRows) list.push_back(row.kind);
  return list;
}

int write_pdf(const std::vector<std::string_view>& kinds,
              const Gathering& gathering,
              const Plan& plan,
              const PrintOptions& options,
              const std::string& path) {
  const auto ruler = pdf_ruler(options.language);
  Document document;
  for (const auto kind : kinds) {
    auto one = row_of(kind).draw(gathering, plan, options, *ruler);
    for (auto& page : one.pages) {
      page.width = one.width;
      page.height = one.height;
    }
    if (document.pages.empty())
      document = std::move(one);
    else
      std::move(one.pages.begin(), one.pages.end(), std::back_inserter(document.pages));
  }
  if (document.pages.empty()) return 0;
  write_whole(pdf(document, options.language), path);
  return static_cast<int>(document.pages.size());
}

}  // namespace sheets
