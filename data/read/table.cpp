#include "data/read/table.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/model/fold.h"
#include "engine/model/nearest.h"

namespace data {
namespace {

using engine::say;
using engine::Where;
using engine::Words;

constexpr std::array<char, 3> kDelimiters = {',', ';', '\t'};

constexpr Words kNoHeading{"tableau sans ligne d’en-têtes ; attendu : {0}",
                           "table without a heading row; expected: {0}"};
constexpr Words kMissing{"il manque la colonne « {0} »{1}", "the column \"{0}\" is missing{1}"};
constexpr Words kAlso{" (ou « {0} »)", " (or \"{0}\")"};
constexpr Words kUnknown{"colonne inconnue « {0} », laissée de côté. Colonnes connues : {1}",
                         "unknown column \"{0}\", left aside. Known columns: {1}"};
constexpr Words kNear{"colonne inconnue « {0} », laissée de côté. Peut-être : {1}",
                      "unknown column \"{0}\", left aside. Maybe: {1}"};
constexpr Words kTwice{"la colonne « {0} » est là deux fois", "the column \"{0}\" is there twice"};
constexpr Words kTooMany{
    "{0} {0:cellule|cellules} sur cette ligne, {1} dans l’en-tête. Peut-être un texte qui contient "
    "« {2} » et "
    "devrait être entre guillemets",
    "{0} {0:cell|cells} on this line, {1} in the heading. Maybe a text that contains \"{2}\" and "
    "should be "
    "in quotes"};
constexpr Words kListed{
    "une liste sans ligne d’en-tête\u00a0: la première ligne, «\u202f{0}\u202f», compte aussi "
    "(si c’est un titre, remplacez-le par «\u202f{1}\u202f»)",
    "a list without a heading: the first line, \"{0}\", counts as well (if it is a title, put "
    "\"{1}\" in its place)"};
constexpr Words kUnclosed{"ces guillemets ne sont jamais refermés", "this quote is never closed"};

/// The delimiter that makes most known headings; among equals, the most cells.
char find_delimiter(std::string_view text, const TableKind& kind) {
  char best = ',';
  std::size_t best_score = 0;
  for (const char delimiter : kDelimiters) {
    const auto row = first_row(text, delimiter);
    const auto known = std::count_if(row.begin(), row.end(), [&](const CsvCell& cell) {
      return column_of(cell.text, kind).has_value();
    });
    const auto score =
        static_cast<std::size_t>(known) * 10'000 + std::min<std::size_t>(row.size(), 9'999);
    if (score > best_score) {
      best = delimiter;
      best_score = score;
    }
  }
  return best;
}

std::string list_of(std::span<const std::string_view> names) {
  std::string list;
  for (const auto name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

/// The usual one; empty when the column has none.
std::string_view french_heading(const TableKind& kind, std::size_t column) {
  const auto found = std::find_if(kind.headings.begin(),
                                  kind.headings.end(),
                                  [&](const Heading& heading) { return heading.column == column; });
  return found == kind.headings.end() ? std::string_view{} : found->spelling;
}

}  // namespace

std::string plain_heading(std::string_view heading) {
  std::string plain;
  for (const char c : engine::fold(heading)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      plain += c;
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

std::optional<std::size_t> column_of(std::string_view heading, const TableKind& kind) {
  const auto plain = plain_heading(heading);
  for (std::size_t i = 0; i < kind.columns.size(); ++i)
    if (plain == plain_heading(kind.columns[i])) return i;
  for (const auto& row : kind.headings)
    if (row.spelling == plain) return row.column;
  return {};
}

Table::Table(std::string_view text,
             std::uint16_t file,
             const TableKind& kind,
             engine::Diagnostics& diagnostics)
    : file_(file),
      kind_(kind),
      diagnostics_(diagnostics),
      reader_(text, find_delimiter(text, kind)),
      places_(kind.columns.size(), -1) {
  read_headings();
}

bool Table::next() {
  if (!usable_) return false;
  if (waits_) {
    waits_ = false;
    return true;
  }
  if (!reader_.next(row_)) return false;
  if (const auto& open = reader_.unclosed()) {
    diagnostics_.error(at(*open), say(kUnclosed));
    return false;
  }
  check_width();
  return true;
}

Where Table::where(std::size_t column) const {
  const auto& found = cell(column);
  return at(found.line > 0 ? found : row_.front());
}

const CsvCell& Table::cell(std::size_t column) const {
  static const CsvCell none;
  const auto place = places_[column];
  if (place < 0 || static_cast<std::size_t>(place) >= row_.size()) return none;
  return row_[static_cast<std::size_t>(place)];
}

Where Table::at(const CsvCell& cell) const {
  return {file_, cell.line, cell.column};
}

void Table::read_headings() {
  if (!reader_.next(row_)) {
    diagnostics_.error({file_, 1, 1}, say(kNoHeading, list_of(kind_.columns)));
    usable_ = false;
    return;
  }
  if (const auto& open = reader_.unclosed()) {
    diagnostics_.error(at(*open), say(kUnclosed));
    usable_ = false;
    return;
  }
  width_ = row_.size();
  if (read_list_heading()) return;
  for (std::size_t i = 0; i < width_; ++i) place(row_[i], i);
  check_required();
}

/// One cell that is no known heading begins a plain list, where the kind may be one.
bool Table::read_list_heading() {
  if (!kind_.list || width_ != 1 || column_of(row_.front().text, kind_)) return false;
  places_[kind_.list->column] = 0;
  const auto& headings = kind_.list->headings;
  waits_ = std::find(headings.begin(), headings.end(), plain_heading(row_.front().text)) ==
           headings.end();
  if (waits_)
    diagnostics_.warning(at(row_.front()),
                         say(kListed,
                             row_.front().text,
                             engine::Text{std::string(french_heading(kind_, kind_.list->column)),
                                          std::string(kind_.columns[kind_.list->column])}));
  return true;
}

void Table::place(const CsvCell& heading, std::size_t position) {
  if (heading.text.empty()) return;
  const auto column = column_of(heading.text, kind_);
  if (!column) {
    const auto near = engine::nearest(heading.text, {kind_.columns.begin(), kind_.columns.end()});
    diagnostics_.warning(at(heading),
                         near ? say(kNear, heading.text, *near)
                              : say(kUnknown, heading.text, list_of(kind_.columns)));
    return;
  }
  if (places_[*column] >= 0)
    diagnostics_.error(at(heading), say(kTwice, kind_.columns[*column]));
  else
    places_[*column] = static_cast<int>(position);
}

void Table::check_required() {
  for (const auto column : kind_.required) {
    if (has(column)) continue;
    if (kind_.instead && column == kind_.required.front() && has(*kind_.instead)) continue;
    const auto other = french_heading(kind_, column);
    const auto also = other.empty() ? engine::Text{} : say(kAlso, other);
    diagnostics_.error(at(row_.front()), say(kMissing, kind_.columns[column], also));
    usable_ = false;
  }
}

void Table::check_width() {
  const auto extra =
      std::find_if(row_.begin() + static_cast<std::ptrdiff_t>(std::min(width_, row_.size())),
                   row_.end(),
                   [](const CsvCell& cell) { return !cell.text.empty(); });
  row_fits_ = extra == row_.end();
  if (!row_fits_)
    diagnostics_.error(at(*extra), say(kTooMany, row_.size(), width_, reader_.delimiter_name()));
}

}  // namespace data
