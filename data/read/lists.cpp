#include "data/read/lists.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "data/read/table.h"

namespace data {
namespace {

using engine::Diagnostics;
using engine::Gathering;
using engine::Key;
using engine::say;
using engine::Words;

constexpr Words kEmpty{"la cellule « {0} » est vide", "the cell \"{0}\" is empty"};
constexpr Words kRank{"« rank » attend un nombre entier à partir de 1, pas « {0} »",
                      "\"rank\" expects a whole number from 1 on, not \"{0}\""};

namespace registration {
enum Column : std::size_t { Person, Session };
constexpr auto kColumns = std::to_array<std::string_view>({"person", "session"});
constexpr auto kHeadings = std::to_array<Heading>({
    {"personne", Person},
    {"participant", Person},
    {"participante", Person},
    {"identifiant", Person},
    {"id", Person},
    {"seance", Session},
    {"atelier", Session},
});
constexpr auto kRequired = std::to_array<std::size_t>({Person, Session});
constexpr TableKind kKind{kColumns, kHeadings, kRequired};
}  // namespace registration

namespace wish {
enum Column : std::size_t { Person, Rotation, Station, Rank };
constexpr auto kColumns =
    std::to_array<std::string_view>({"person", "rotation", "station", "rank"});
constexpr auto kHeadings = std::to_array<Heading>({
    {"personne", Person},
    {"participant", Person},
    {"participante", Person},
    {"identifiant", Person},
    {"id", Person},
    {"tours", Rotation},
    {"poste", Station},
    {"atelier", Station},
    {"theme", Station},
    {"rang", Rank},
    {"ordre", Rank},
    {"voeu", Rank},
});
constexpr auto kRequired = std::to_array<std::size_t>({Person, Rotation, Station, Rank});
constexpr TableKind kKind{kColumns, kHeadings, kRequired};
}  // namespace wish

Key key_of(const Table& table, std::size_t column) {
  return {table.text(column), table.where(column)};
}

/// Is every cell of the row filled? Reports those that are not.
bool is_filled(const Table& table, const TableKind& kind, Diagnostics& diagnostics) {
  bool filled = true;
  for (std::size_t column = 0; column < kind.columns.size(); ++column) {
    if (!table.text(column).empty()) continue;
    diagnostics.error(table.where(column), say(kEmpty, kind.columns[column]));
    filled = false;
  }
  return filled;
}

std::optional<int> parse_rank(const std::string& text) {
  int rank = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, rank);
  if (error != std::errc{} || stop != end || rank < 1) return {};
  return rank;
}

}  // namespace

void read_registrations(std::string_view text,
                        std::uint16_t file,
                        Diagnostics& diagnostics,
                        Gathering& out) {
  namespace column = registration;
  Table table(text, file, column::kKind, diagnostics);
  while (table.next())
    if (table.row_fits() && is_filled(table, column::kKind, diagnostics))
      out.registrations.push_back({key_of(table, column::Person), key_of(table, column::Session)});
}

void read_wishes(std::string_view text,
                 std::uint16_t file,
                 Diagnostics& diagnostics,
                 Gathering& out) {
  namespace column = wish;
  Table table(text, file, column::kKind, diagnostics);
  while (table.next()) {
    if (!table.row_fits() || !is_filled(table, column::kKind, diagnostics)) continue;
    const auto rank = parse_rank(table.text(column::Rank));
    const auto where = table.where(column::Rank);
    if (!rank) {
      diagnostics.error(where, say(kRank, table.text(column::Rank)));
      continue;
    }
    out.wishes.push_back({key_of(table, column::Person),
                          key_of(table, column::Rotation),
                          key_of(table, column::Station),
                          {*rank, where}});
  }
}

}  // namespace data
