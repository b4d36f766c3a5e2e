#include "sheets/catalogue.h"

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "engine/model/failure.h"
#include "sheets/pdf.h"
#include "sheets/programme_page.h"
#include "sheets/rotation_host_page.h"

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

int write_pdf(std::string_view kind,
              const Gathering& gathering,
              const Plan& plan,
              const PrintOptions& options,
              const std::string& path) {
  const auto& row = row_of(kind);
  const auto ruler = pdf_ruler(options.language);
  const auto document = row.draw(gathering, plan, options, *ruler);
  if (document.pages.empty()) return 0;
  write_whole(pdf(document, options.language), path);
  return static_cast<int>(document.pages.size());
}

}  // namespace sheets
