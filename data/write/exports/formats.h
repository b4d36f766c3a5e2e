/// The formats a plan is exported to: one row each, and what a writer is given.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/read/reader.h"
#include "data/write/exports/calendar.h"
#include "data/write/exports/pinned.h"
#include "engine/model/gathering.h"
#include "engine/plan/history.h"
#include "engine/plan/plan.h"

namespace data {

/// One version of the plan with the gathering it was made from.
struct ExportedVersion {
  const engine::Gathering& gathering;
  const engine::Plan& plan;
  engine::Instant made;
  /// The gathering as read from the document; only formats with `tables` look at it.
  const Reading* reading = nullptr;
  /// What repairs have made of it since; likewise.
  InForce in_force{};
};

/// What is exported, and how.
struct ExportSource {
  std::span<const ExportedVersion> versions;  ///< oldest first, the last one is exported
  std::string document;                       ///< its identity, a UUID
  engine::Language language = engine::Language::Fr;
  bool names = true;   ///< false: nobody is named
  CalendarOf whose{};  ///< only for formats with `calendars`
  std::string stem{};  ///< of the file to write: tables beside it are named after it

  [[nodiscard]] const ExportedVersion& last() const { return versions.back(); }
};

struct ExportFormat {
  std::string_view key;    ///< what --to takes; a file of it ends so
  engine::Words about;     ///< "agenda (iCalendar)"
  bool history = false;    ///< looks at the versions before, too
  bool calendars = false;  ///< can be written for one person or room
  /// The same source gives the same bytes. Throws engine::Failure when the format cannot hold it.
  std::string (*write)(const ExportSource& source);
  /// The files that belong beside it; null: none.
  std::vector<SourceFile> (*tables)(const ExportSource& source) = nullptr;
};

/// What the first line of a gathering file that toml_export wrote begins with, after "# ".
inline constexpr std::string_view kTomlExportMark = "farandole export --to toml.";

[[nodiscard]] std::span<const ExportFormat> export_formats();

// One per file.
[[nodiscard]] std::string ics_export(const ExportSource& source);
[[nodiscard]] std::string csv_export(const ExportSource& source);
[[nodiscard]] std::string json_export(const ExportSource& source);
[[nodiscard]] std::string html_export(const ExportSource& source);
[[nodiscard]] std::string xlsx_export(const ExportSource& source);
[[nodiscard]] std::string toml_export(const ExportSource& source);
[[nodiscard]] std::vector<SourceFile> toml_tables(const ExportSource& source);
[[nodiscard]] std::string schedule_xml_export(const ExportSource& source);
[[nodiscard]] std::string schedule_json_export(const ExportSource& source);

}  // namespace data
