#include "sheets/programme/programme_cells.h"

#include <algorithm>
#include <string>
#include <utility>

#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr double kHighestCards = 300;  // points; rows are not split over pages

bool all_low(const std::vector<Block>& rows) {
  return std::all_of(
      rows.begin(), rows.end(), [](const Block& row) { return row.height < kHighestCards; });
}

/// Whether the stations' people have different parts, so that the parts must be named.
bool many_roles(const RotationBlock& rotation) {
  const std::string* role = nullptr;
  for (const auto& station : rotation.stations)
    for (const auto& credit : station.team) {
      if (role != nullptr && *role != credit.role) return true;
      role = &credit.role;
    }
  return false;
}

}  // namespace

Paragraph ProgrammeCells::title(const ProgrammeItem& item, double size) const {
  return paragraph(item.title, {.size = pt(size), .weight = Weight::Semibold});
}

Paragraph ProgrammeCells::room(const ProgrammeItem& item, Align align) const {
  Paragraph text{{}, align, false};
  if (!item.room.empty())
    text.runs.push_back({item.room, {.size = pt(10), .weight = Weight::Medium, .colour = kAccent}});
  if (!item.site.empty())
    text.runs.push_back({(item.room.empty()       ? ""
                          : align == Align::Right ? "\n"
                                                  : ", ") +
                             item.site,
                         {.size = pt(9.5), .colour = kGrey}});
  return text;
}

Paragraph ProgrammeCells::credit(const Credit& credit, bool with_role) const {
  const Style quiet{.size = pt(10), .colour = kGrey};
  Paragraph text;
  if (with_role) text.runs.push_back({credit.role + "  ", quiet});
  for (std::size_t i = 0; i < credit.holders.size(); ++i) {
    const auto& holder = credit.holders[i];
    if (i > 0) text.runs.push_back({", ", quiet});
    text.runs.push_back({holder.name, {.size = pt(10), .weight = Weight::Medium}, true});
    if (holder.organisation.empty()) continue;
    text.runs.push_back({" ", quiet});
    text.runs.push_back({"(" + holder.organisation + ")", quiet, true});
  }
  return text;
}

Paragraph ProgrammeCells::rounds(const RotationBlock& rotation) const {
  Paragraph text;
  for (const auto& round : rotation.rounds) {
    if (!text.runs.empty()) text.runs.push_back({"    ", {.size = pt(9.5)}});
    // One word to Pango, which cuts a line inside the second of two runs kept whole.
    auto name = round.name + " ";
    for (auto space = name.find(' '); space != name.npos; space = name.find(' '))
      name.replace(space, 1, "\u00a0");
    text.runs.push_back({std::move(name), {.size = pt(9.5), .colour = kGrey}});
    text.runs.push_back(
        {round.hours, {.size = pt(9.5), .weight = Weight::Medium, .tabular = true}});
  }
  return text;
}

Paragraph ProgrammeCells::phases(const std::vector<PhaseLine>& phases) const {
  Paragraph text;
  text.hang = hour_width(pt(9.5));
  for (const auto& phase : phases) {
    if (!text.runs.empty()) text.runs.push_back({"\n", {.size = pt(9.5)}});
    text.runs.push_back(
        {phase.time + "\u2002", {.size = pt(9.5), .colour = kGrey, .tabular = true}, true});
    text.runs.push_back({phase.title, {.size = pt(9.5)}});
  }
  return text;
}

double ProgrammeCells::details(
    Block& block, const ProgrammeItem& item, double x, double y, double width) const {
  const double from = y;
  const auto line = [&](Paragraph text, double gap) {
    y += pt(gap);
    y += block.write(ruler_, x, y, width, std::move(text));
  };
  const Style quiet{.size = pt(10), .colour = kGrey};
  if (!item.note.empty()) line(paragraph(item.note, quiet), 1);
  if (item.rotation) line(paragraph(item.rotation->how, quiet), 2);
  for (const auto& part : item.team) line(credit(part, true), 2);
  if (!item.phases.empty()) line(phases(item.phases), 4);
  return y - from;
}

Block ProgrammeCells::card(const ProgrammeItem& item, double width, bool with_hours) const {
  Block block;
  double y = 0;
  const auto line = [&](Paragraph text, double gap) {
    y += block.write(ruler_, 0, y, width, std::move(text)) + pt(gap);
  };
  if (with_hours)
    line(
        paragraph(item.start + "–" + item.end, {.size = pt(9.5), .colour = kGrey, .tabular = true}),
        1);
  line(title(item, 11.5), 1);
  auto place = room(item, Align::Left);
  if (!place.runs.empty()) line(std::move(place), 0);
  details(block, item, 0, y, width);
  return block;
}

std::vector<Block> ProgrammeCells::cards(const std::vector<const ProgrammeItem*>& items,
                                         double width,
                                         bool with_hours) const {
  const auto fitting = std::max<std::size_t>(1, static_cast<std::size_t>(width / pt(128)));
  const auto usual = items.size() == 4 ? 2 : std::min<std::size_t>(items.size(), 3);
  for (auto columns = std::min(fitting, usual); columns > 1; --columns) {
    auto rows = cards_in(columns, items, width, with_hours);
    if (all_low(rows)) return rows;
  }
  return cards_in(1, items, width, with_hours);
}

std::vector<Block> ProgrammeCells::cards_in(std::size_t columns,
                                            const std::vector<const ProgrammeItem*>& items,
                                            double width,
                                            bool with_hours) const {
  const double gutter = pt(12);
  const double bar = pt(9);  // the line that holds a card together, and the space after it
  const double each = (width - gutter * static_cast<double>(columns - 1)) /
                      static_cast<double>(std::max<std::size_t>(columns, 1));
  std::vector<Block> rows;
  for (std::size_t i = 0; i < items.size(); i += columns) {
    Block row;
    const auto last = std::min(i + columns, items.size());
    for (std::size_t c = i; c < last; ++c)
      row.add(card(*items[c], each - bar, with_hours),
              static_cast<double>(c - i) * (each + gutter) + bar,
              0);
    const double tall = row.height;
    for (std::size_t c = i; c < last; ++c)
      row.fill({static_cast<double>(c - i) * (each + gutter), pt(1), pt(2), tall - pt(1), kAccent});
    rows.push_back(std::move(row));
  }
  return rows;
}

Block ProgrammeCells::station(const StationLine& line, double width, bool with_roles) const {
  Block block;
  block.fill({0, 0, width, 0.4, kHairline});
  double y = pt(4);
  auto head = paragraph(line.title, {.size = pt(10), .weight = Weight::Semibold});
  if (!line.rounds.empty())
    head.runs.push_back({"  " + line.rounds, {.size = pt(9.5), .colour = kGrey}});
  y += block.write(ruler_, 0, y, width, std::move(head));
  for (const auto& part : line.team) {
    y += block.write(ruler_, 0, y + pt(1), width, credit(part, with_roles)) + pt(1);
  }
  if (!line.room.empty())
    block.write(
        ruler_,
        0,
        y + pt(1),
        width,
        paragraph(line.room, {.size = pt(9.5), .weight = Weight::Medium, .colour = kAccent}));
  block.height += pt(5);
  return block;
}

std::vector<Block> ProgrammeCells::stations(const RotationBlock& rotation, double width) const {
  const bool three = rotation.stations.size() == 3 && width >= 3 * pt(128);
  for (std::size_t columns = three ? 3 : 2; columns > 1; --columns) {
    auto rows = stations_in(columns, rotation, width);
    if (all_low(rows)) return rows;
  }
  return stations_in(1, rotation, width);
}

std::vector<Block> ProgrammeCells::stations_in(std::size_t columns,
                                               const RotationBlock& rotation,
                                               double width) const {
  const auto& lines = rotation.stations;
  const bool roles = many_roles(rotation);
  const double gutter = pt(16);
  const double each =
      (width - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  std::vector<Block> rows;
  for (std::size_t i = 0; i < lines.size(); i += columns) {
    Block row;
    for (std::size_t c = i; c < std::min(i + columns, lines.size()); ++c)
      row.add(station(lines[c], each, roles), static_cast<double>(c - i) * (each + gutter), 0);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace sheets
