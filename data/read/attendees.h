/// Lists of people, wishes and registrations as other programs export them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/gathering.h"

namespace data {

enum class ImportKind : std::uint8_t {
  Pretix,
  HelloAsso,
  Framadate,
  People,
  Wishes,
  Registrations
};

struct ImportKindRow {
  ImportKind kind;
  std::string_view key;  ///< what --as takes
  engine::Words about;
};

[[nodiscard]] std::span<const ImportKindRow> import_kinds();

struct Newcomer {
  engine::Person person;  ///< without an id where the table has none
  std::string first;      ///< first name and last name, where the table tells them apart
  std::string last;
  std::uint32_t line = 0;
};

/// A wish or a registration: ids or names as written.
struct ImportedLink {
  std::string person;
  std::string item;     ///< rotation or session
  std::string station;  ///< empty for a registration
  int rank = 0;
  std::uint32_t line = 0;
};

/// A line that is not taken in, and why.
struct LeftOut {
  std::uint32_t line = 0;
  engine::Text why;
};

struct Imported {
  ImportKind kind = ImportKind::People;
  std::vector<Newcomer> people;
  std::vector<ImportedLink> links;
  std::vector<LeftOut> left_out;
  std::vector<std::string> unknown;  ///< headings of columns left aside
  std::string poll;                  ///< the text of a poll, for read_poll_table()
};

/// Reads a table by its headings, wherever its columns stand; `as` none: the headings tell which
/// kind it is. A line "sep=;" before them is passed over. Throws engine::BadRequest when it is no
/// table, the kind cannot be told or a column it needs is missing; `name` is what the file is
/// called in that message.
///
/// pretix: cancelled and expired orders are left out; the order's e-mail is the participant's only
/// where the order has one place. HelloAsso: one line per ticket; only valid orders; the payer's
/// e-mail is the participant's only where they are the same person.
[[nodiscard]] Imported read_import(const std::string& bytes,
                                   std::optional<ImportKind> as,
                                   const std::string& name);

}  // namespace data
