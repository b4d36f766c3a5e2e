/// Writes a plan in a format other programs read: calendars, tables, conference apps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/text.h"

namespace app {

/// A format that can be asked for.
struct ExportKind {
  std::string key;  ///< what --to takes
  engine::Text about;
  bool calendars = false;  ///< can be written for one person or room
};

struct ExportRequest {
  std::string document;
  std::string format;                        ///< key of a kind
  std::string out;                           ///< a file; a folder with `each`
  std::optional<engine::Language> language;  ///< none: the gathering's
  std::optional<int> version;                ///< none: the newest
  std::string person;                        ///< only this person's calendar, by id or name
  std::string room;                          ///< only this room's
  std::string each;  ///< "person" or "room": a calendar for each of them; empty: one file
  bool no_personal_data = false;  ///< nobody is named
};

struct ExportedFile {
  std::string path;
  std::string bytes;
  bool replaced = false;  ///< there was a file of that name
};

struct Exported {
  engine::Language language = engine::Language::Fr;
  int version = 0;
  std::string format;
  std::vector<ExportedFile> files;
};

[[nodiscard]] std::vector<ExportKind> export_kinds();

/// Writes the files, each whole or not at all. With `out` "-" nothing is written: the one file's
/// bytes are for standard output. Throws engine::BadRequest for an unknown format (the nearest is
/// named), person or room, and where `out` must not be replaced; engine::Failure when the document
/// cannot be read or a file not written.
[[nodiscard]] Exported export_plan(const ExportRequest& request);

[[nodiscard]] std::string json(const Exported& exported);

}  // namespace app
