#include "sheets/rotation/host_rounds.h"

#include <algorithm>
#include <utility>

#include "sheets/lookup/directory.h"

namespace sheets {
namespace {

using engine::say;
using engine::Words;

constexpr double kBar = 3;    ///< the line that holds a round together
constexpr double kLeft = 16;  ///< where the text of a round begins
constexpr double kLabel = 100;
constexpr double kColumnGap = 8;
// Names in one piece of a round; more are cut into pieces, so that a page can end between them.
constexpr std::size_t kNamesTogether = 80;

constexpr Words kComing{"Qui vient", "Who comes"};
constexpr Words kLeaving{"Ensuite", "Next"};
constexpr Words kPhases{"Déroulé", "Steps"};
constexpr Words kClock{"Prévenir", "Warn"};

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& one : list) text += (text.empty() ? "" : ", ") + one;
  return text;
}

/// Draws the bar beside all rows of a round and leaves room after the last.
void close(std::vector<Block>& rows, double gap) {
  for (auto& row : rows) row.marks.emplace_back(FillMark{0, 0, kBar, row.height, kAccent});
  rows.back().gap = gap;
}

}  // namespace

double HostRounds::text_width() const {
  return width_ - kLeft - kLabel;
}

Section HostRounds::section(const HostRound& round) const {
  Section section;
  section.again = opening(round, true);
  auto& rows = section.rows;
  rows.push_back(opening(round, false));
  add_coming(rows, round);
  add_phases(rows, round);
  add_departures(rows, round);
  if (!round.move.empty())
    rows.push_back(labelled(press_.words(kLeaving), {.runs = {{"→ " + round.move, strong()}}}));
  if (!round.warnings.empty())
    rows.push_back(
        labelled(press_.words(kClock), paragraph(joined(round.warnings), {.size = kText})));
  rows.push_back(
      labelled(say({"Dire à {0}", "Say at {0}"}, round.switch_time).in(press_.options.language),
               paragraph(round.say, {.size = kText, .weight = Weight::Medium})));
  close(rows, tight_ ? 5 : 10);
  return section;
}

/// Clock time and number of the round.
Block HostRounds::opening(const HostRound& round, bool again) const {
  Block block;
  constexpr double kTime = 20;
  double y = block.write(press_.ruler,
                         kLeft,
                         0,
                         width_ * 0.55,
                         paragraph(round.start + " – " + round.end,
                                   {.size = kTime, .weight = Weight::Bold, .tabular = true}));
  auto name = paragraph(round.name + (again ? press_.words(kContinued) : ""),
                        {.size = 14, .weight = Weight::Medium, .colour = kGrey});
  name.align = Align::Right;
  block.write(press_.ruler, width_ * 0.62, (kTime - 14) * 0.96, width_ * 0.38, std::move(name));
  if (!round.place.empty())
    y += block.write(
        press_.ruler,
        kLeft,
        y,
        width_ - kLeft,
        paragraph(round.place, {.size = 15, .weight = Weight::Semibold, .colour = kAccent}));
  block.height = y + (tight_ ? 1 : 4);
  return block;
}

void HostRounds::add_coming(std::vector<Block>& rows, const HostRound& round) const {
  Paragraph text = paragraph(round.count, strong());
  std::size_t from = 0;
  std::string label = press_.words(kComing);
  do {
    const auto to = std::min(from + kNamesTogether, round.names.size());
    add_names(text, round.names, from, to);
    rows.push_back(labelled(std::exchange(label, {}), std::exchange(text, {})));
    from = to;
  } while (from < round.names.size());
}

void HostRounds::add_phases(std::vector<Block>& rows, const HostRound& round) const {
  std::string label = press_.words(kPhases);
  for (const auto& phase : round.phases) {
    const auto hour = phase.find(' ');
    rows.push_back(labelled(std::exchange(label, {}),
                            {.runs = {{phase.substr(0, hour),
                                       {.size = kText, .weight = Weight::Medium, .tabular = true}},
                                      {"  " + phase.substr(hour + 1), {.size = kText}}}}));
  }
}

/// Short ones in two columns: a round of a world café must not take half a page.
void HostRounds::add_departures(std::vector<Block>& rows, const HostRound& round) const {
  const auto& list = round.departures;
  const double half = text_width() / 2;
  std::string label = press_.words(kLeaving);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool pair = i + 1 < list.size() && short_enough(list[i]) && short_enough(list[i + 1]);
    if (!pair) {
      add_departure(rows, list[i], std::exchange(label, {}));
      continue;
    }
    auto row = labelled(std::exchange(label, {}), departure_text(list[i]), half - kColumnGap);
    row.write(press_.ruler, kLeft + kLabel + half, 0, half, departure_text(list[i + 1]));
    rows.push_back(std::move(row));
    ++i;
  }
}

bool HostRounds::short_enough(const Departure& departure) const {
  const double half = text_width() / 2 - kColumnGap;
  const double line = press_.ruler.height(paragraph("X", strong()), half);
  return departure.names.size() < kNamesTogether &&
         press_.ruler.height(departure_text(departure), half) < line * 1.5;
}

Paragraph HostRounds::departure_text(const Departure& departure) const {
  Paragraph text = paragraph("→ " + departure.to, strong());
  if (!departure.everyone && !departure.names.empty()) {
    add_names(text, departure.names, 0, departure.names.size());
    return text;
  }
  const auto some = people_counted(static_cast<std::size_t>(departure.people));
  const auto whole = say({"tout le groupe", "the whole group"});
  add_colon(text);
  text.runs.push_back(
      {(departure.everyone && departure.people > 1 ? whole : some).in(press_.options.language),
       {.size = kText}});
  return text;
}

void HostRounds::add_departure(std::vector<Block>& rows,
                               const Departure& departure,
                               std::string label) const {
  if (departure.everyone || departure.names.size() <= kNamesTogether) {
    rows.push_back(labelled(label, departure_text(departure)));
    return;
  }
  Paragraph text = paragraph("→ " + departure.to, strong());
  for (std::size_t from = 0; from < departure.names.size(); from += kNamesTogether) {
    const auto to = std::min(from + kNamesTogether, departure.names.size());
    add_names(text, departure.names, from, to);
    rows.push_back(labelled(std::exchange(label, {}), std::exchange(text, {})));
  }
}

void HostRounds::add_colon(Paragraph& text) const {
  text.runs.push_back(
      {press_.options.language == engine::Language::Fr ? "\u00a0: " : ": ", {.size = kText}});
}

void HostRounds::add_names(Paragraph& text,
                           const std::vector<std::string>& names,
                           std::size_t from,
                           std::size_t to) const {
  if (from == to) return;
  if (!text.runs.empty()) add_colon(text);
  for (std::size_t i = from; i < to; ++i) {
    text.runs.push_back({names[i], {.size = kText}, true});
    if (i + 1 < names.size()) text.runs.push_back({", ", {.size = kText}});
  }
}

Block HostRounds::labelled(const std::string& label, Paragraph text) const {
  return labelled(label, std::move(text), text_width());
}

Block HostRounds::labelled(const std::string& label, Paragraph text, double width) const {
  Block block;
  if (!label.empty())
    block.write(
        press_.ruler, kLeft, 0, kLabel - 6, paragraph(label, {.size = kText, .colour = kGrey}));
  block.write(press_.ruler, kLeft + kLabel, 0, width, std::move(text));
  if (!tight_) block.height += 1.5;
  return block;
}

Style HostRounds::strong() {
  return {.size = kText, .weight = Weight::Semibold};
}

}  // namespace sheets
