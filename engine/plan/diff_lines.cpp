#include "engine/plan/diff_lines.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace engine {
namespace {

/// What both languages share of a line, for machines.
std::string machine(const SheetLine& line) {
  auto text = moment_text(line.start);
  for (const auto* part : {&line.room, &line.station, &line.role})
    if (!part->empty()) text += " " + *part;
  return text;
}

const char* kind_of(const SheetLine& a, const SheetLine& b) {
  const bool time = a.start != b.start || a.end != b.end;
  if (time && a.room != b.room) return "time-and-room";
  if (time) return "time";
  if (a.room != b.room) return "room";
  return a.station != b.station ? "station" : "role";
}

/// Says what differs and once only what does not.
Text moved(const DiffWords& words, const Text& title, const SheetLine& from, const SheetLine& to) {
  const Words arrow{"{0}\u00a0: {1} → {2}", "{0}: {1} → {2}"};
  const Words at_time{"{0} ({1})\u00a0: {2} → {3}", "{0} ({1}): {2} → {3}"};
  const bool same_place =
      from.room == to.room && from.station == to.station && from.role == to.role;
  const bool same_length = from.end - from.start == to.end - to.start;
  if (from.start != to.start && same_place && same_length)
    return say(arrow, title, words.time(from.start), words.time(to.start));
  if (from.start != to.start && same_place)
    return say({"{0}\u00a0: {1} → {2}, jusqu’à {3}", "{0}: {1} → {2}, until {3}"},
               title,
               words.time(from.start),
               words.time(to.start),
               words.time(to.end));
  if (from.start != to.start) return say(arrow, title, words.place(from), words.place(to));
  if (!same_place) {
    const auto when = words.time(to.start);
    return say(at_time, title, when, words.where(from), words.where(to));
  }
  return say({"{0}\u00a0: fin {1} → {2}", "{0}: end {1} → {2}"},
             title,
             words.time(from.end),
             words.time(to.end));
}

/// A line before and after; one of them may be none.
struct Move {
  std::optional<SheetLine> from;
  std::optional<SheetLine> to;

  [[nodiscard]] const SheetLine& line() const { return to ? *to : *from; }
  [[nodiscard]] bool has_role() const {
    return (from && !from->role.empty()) || (to && !to->role.empty());
  }
  /// The same, whatever the role.
  [[nodiscard]] Move without_role() const {
    auto move = *this;
    for (auto* line : {&move.from, &move.to})
      if (*line) (*line)->role.clear();
    return move;
  }
  friend bool operator==(const Move&, const Move&) = default;
};

/// Lines that went and lines that came, matched when they are of one item and round.
std::vector<Move> moves_of(const std::vector<SheetLine>& before,
                           const std::vector<SheetLine>& after) {
  std::vector<SheetLine> went;
  std::vector<SheetLine> came;
  std::set_difference(
      before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(went));
  std::set_difference(
      after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(came));
  std::vector<Move> moves;
  for (const auto& line : went) {
    const auto one_of = [&](bool same_role) {
      return std::find_if(came.begin(), came.end(), [&](const SheetLine& other) {
        return other.item == line.item && other.round == line.round &&
               (!same_role || other.role == line.role);
      });
    };
    auto match = one_of(true);
    if (match == came.end()) match = one_of(false);
    moves.push_back({line, {}});
    if (match == came.end()) continue;
    moves.back().to = *match;
    came.erase(match);
  }
  for (const auto& line : came) moves.push_back({{}, line});
  return moves;
}

/// Whoever takes part and takes the notes goes once, not twice.
void leave_out_twins(std::vector<Move>& moves) {
  const auto all = moves;
  std::erase_if(moves, [&](const Move& move) {
    return !move.has_role() && std::any_of(all.begin(), all.end(), [&](const Move& other) {
      return other.has_role() && other.without_role() == move;
    });
  });
}

std::vector<Difference> compare_lines(const DiffWords& words,
                                      const std::vector<SheetLine>& before,
                                      const std::vector<SheetLine>& after) {
  auto moves = moves_of(before, after);
  leave_out_twins(moves);
  std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
    return a.line().start < b.line().start;
  });
  std::vector<Difference> list;
  for (const auto& [from, to] : moves)
    list.push_back(compare(words, from ? &*from : nullptr, to ? &*to : nullptr));
  return list;
}

}  // namespace

Difference compare(const DiffWords& words, const SheetLine* from, const SheetLine* to) {
  if (from == nullptr && to == nullptr) return {};
  const auto& line = to != nullptr ? *to : *from;
  Difference row{.kind = {},
                 .item = line.item,
                 .rotation = line.round >= 0,
                 .from = from ? machine(*from) : "",
                 .to = to ? machine(*to) : "",
                 .text = {}};
  const auto title = words.title(line);
  if (!from) {
    row.kind = "added";
    row.text = say({"en plus\u00a0: {0}, {1}", "added: {0}, {1}"}, title, words.place(line));
  } else if (!to) {
    row.kind = "removed";
    row.text = say({"en moins\u00a0: {0}, {1}", "removed: {0}, {1}"}, title, words.place(line));
  } else {
    row.kind = kind_of(*from, *to);
    row.text = moved(words, title, *from, *to);
  }
  return row;
}

std::vector<DifferencesOf> compare_all(const DiffWords& words,
                                       const std::vector<std::string>& order,
                                       SheetLines before,
                                       SheetLines after,
                                       const std::function<std::string(const std::string&)>& name) {
  auto ids = order;
  for (const auto* lists : {&before, &after})
    for (const auto& [id, lines] : *lists) ids.push_back(id);
  std::set<std::string> seen;
  std::vector<DifferencesOf> all;
  for (const auto& id : ids) {
    if (!seen.insert(id).second) continue;
    auto rows = compare_lines(words, before[id], after[id]);
    if (!rows.empty()) all.push_back({id, name(id), std::move(rows)});
  }
  return all;
}

}  // namespace engine
