#include "sheets/rotation_host_page.h"

#include <algorithm>
#include <utility>

#include "engine/model/text.h"
#include "sheets/flow.h"
#include "sheets/typography.h"

namespace sheets {
namespace {

using engine::say;
using engine::Words;

constexpr double kText = 13;  ///< the smallest type: read standing, at arm's length
constexpr double kBar = 3;    ///< the line that holds a round together
constexpr double kLeft = 16;  ///< where the text of a round begins
constexpr double kLabel = 88;
// Names in one piece of a round; more are cut into pieces, so that a page can end between them.
constexpr std::size_t kNamesTogether = 80;

constexpr Words kTitle{"FEUILLE DE ROTATION", "ROTATION SHEET"};
constexpr Words kComing{"Qui vient", "Who comes"};
constexpr Words kLeaving{"Ensuite", "Next"};
constexpr Words kClock{"Prévenir", "Warn"};
constexpr Words kContinued{" (suite)", " (continued)"};
constexpr Words kHelp{"Un imprévu\u202f? Appelez ", "Something wrong? Call "};
constexpr Words kNobodyNamed{"____________________________", "____________________________"};

std::string joined(const std::vector<std::string>& list, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += (i == from ? "" : ", ") + list[i];
  return text;
}

class Drawing {
 public:
  Drawing(Ruler& ruler, const PrintOptions& options, double width)
      : ruler_(ruler), language_(options.language), width_(width) {}

  [[nodiscard]] Chapter chapter(const HostSheet& sheet) const {
    Chapter chapter{head(sheet), head_again(sheet), {}, outline(sheet)};
    for (const auto& round : sheet.rounds) chapter.sections.push_back(section(round));
    return chapter;
  }

 private:
  [[nodiscard]] std::string in_words(const Words& text) const {
    return std::string(text.in(language_));
  }

  [[nodiscard]] static std::string outline(const HostSheet& sheet) {
    return sheet.station + (sheet.host.empty() ? "" : ", " + sheet.host);
  }

  [[nodiscard]] Block head(const HostSheet& sheet) const {
    Block block;
    block.fill({0, 0, 34, 4, kAccent});
    double y = 14;
    const auto line = [&](Paragraph text, double gap) {
      if (text.runs.empty()) return;
      y += block.write(ruler_, 0, y, width_, std::move(text)) + gap;
    };
    line(overline(in_words(kTitle), kText, kAccent), 2);
    line(paragraph(sheet.station, {.size = 28, .weight = Weight::Bold}), 2);
    line(host_line(sheet), 3);
    if (!sheet.place.empty())
      line(paragraph(sheet.place, {.size = 15, .weight = Weight::Semibold, .colour = kAccent}), 3);
    line(paragraph(sheet.rotation + "\n" + sheet.date, {.size = kText, .colour = kGrey}), 5);
    line(paragraph(sheet.how, {.size = kText}), 9);
    const auto help = contact(sheet);
    const double tall = ruler_.height(help, width_ - 20);
    block.fill({0, y, width_, tall + 12, kTint});
    block.write(ruler_, 10, y + 6, width_ - 20, help);
    block.height = y + tall + 12 + 16;
    return block;
  }

  [[nodiscard]] Paragraph host_line(const HostSheet& sheet) const {
    Paragraph text;
    if (!sheet.host.empty())
      text.runs.push_back({sheet.host, {.size = 17, .weight = Weight::Semibold}, true});
    text.runs.push_back(
        {(sheet.host.empty() ? "" : "  ") + sheet.role, {.size = kText, .colour = kGrey}});
    if (!sheet.with.empty())
      text.runs.push_back({say({", avec {0}", ", with {0}"}, sheet.with).in(language_),
                           {.size = kText, .colour = kGrey}});
    return text;
  }

  [[nodiscard]] Paragraph contact(const HostSheet& sheet) const {
    auto text = paragraph(in_words(kHelp), {.size = kText});
    const bool known = !sheet.contact.empty();
    text.runs.push_back({known ? sheet.contact : in_words(kNobodyNamed),
                         {.size = kText, .weight = known ? Weight::Semibold : Weight::Regular},
                         true});
    return text;
  }

  [[nodiscard]] Block head_again(const HostSheet& sheet) const {
    Block block;
    auto text = paragraph(sheet.station, {.size = 16, .weight = Weight::Bold});
    if (!sheet.host.empty()) text.runs.push_back({"  " + sheet.host, {.size = kText}});
    text.runs.push_back({in_words(kContinued), {.size = kText, .colour = kGrey}});
    block.write(ruler_, 0, 0, width_, std::move(text));
    block.height += 12;
    return block;
  }

  [[nodiscard]] Section section(const HostRound& round) const {
    Section section;
    section.again = opening(round, true);
    auto& rows = section.rows;
    rows.push_back(opening(round, false));
    add_coming(rows, round);
    for (const auto& departure : round.departures)
      add_departure(rows, departure, &departure == &round.departures.front());
    if (!round.move.empty())
      rows.push_back(labelled(in_words(kLeaving), {.runs = {{"→ " + round.move, strong()}}}));
    if (!round.warnings.empty())
      rows.push_back(
          labelled(in_words(kClock),
                   paragraph(joined(round.warnings, 0, round.warnings.size()), {.size = kText})));
    rows.push_back(labelled(say({"À {0}", "At {0}"}, round.switch_time).in(language_),
                            paragraph(round.say, {.size = kText, .weight = Weight::Medium})));
    close(rows);
    return section;
  }

  /// Draws the bar beside all rows of a round and leaves room after the last.
  static void close(std::vector<Block>& rows) {
    for (auto& row : rows) row.marks.emplace_back(FillMark{0, 0, kBar, row.height, kAccent});
    rows.back().height += 15;
  }

  /// Clock time and number of the round.
  [[nodiscard]] Block opening(const HostRound& round, bool again) const {
    Block block;
    constexpr double kTime = 20;
    double y = block.write(ruler_,
                           kLeft,
                           0,
                           width_ * 0.6,
                           paragraph(round.start + " – " + round.end,
                                     {.size = kTime, .weight = Weight::Bold, .tabular = true}));
    auto name = paragraph(round.name + (again ? in_words(kContinued) : ""),
                          {.size = 14, .weight = Weight::Medium, .colour = kGrey});
    name.align = Align::Right;
    block.write(ruler_, width_ * 0.62, (kTime - 14) * 0.96, width_ * 0.38, std::move(name));
    if (!round.place.empty())
      y += block.write(
          ruler_,
          kLeft,
          y,
          width_ - kLeft,
          paragraph(round.place, {.size = 15, .weight = Weight::Semibold, .colour = kAccent}));
    block.height = y + 4;
    return block;
  }

  void add_coming(std::vector<Block>& rows, const HostRound& round) const {
    Paragraph text = paragraph(round.count, strong());
    std::size_t from = 0;
    std::string label = in_words(kComing);
    do {
      const auto to = std::min(from + kNamesTogether, round.names.size());
      add_names(text, round.names, from, to);
      rows.push_back(labelled(std::exchange(label, {}), std::exchange(text, {})));
      from = to;
    } while (from < round.names.size());
  }

  void add_departure(std::vector<Block>& rows, const Departure& departure, bool first) const {
    Paragraph text = paragraph("→ " + departure.to, strong());
    std::string label = first ? in_words(kLeaving) : std::string();
    if (departure.everyone || departure.names.empty()) {
      const auto whole = say({"tout le groupe", "the whole group"});
      const auto some = departure.people == 1
                            ? say({"1 personne", "1 person"})
                            : say({"{0} personnes", "{0} people"}, departure.people);
      add_colon(text);
      text.runs.push_back({(departure.everyone ? whole : some).in(language_), {.size = kText}});
      rows.push_back(labelled(label, std::move(text)));
      return;
    }
    for (std::size_t from = 0; from < departure.names.size(); from += kNamesTogether) {
      const auto to = std::min(from + kNamesTogether, departure.names.size());
      add_names(text, departure.names, from, to);
      rows.push_back(labelled(std::exchange(label, {}), std::exchange(text, {})));
    }
  }

  void add_colon(Paragraph& text) const {
    text.runs.push_back({language_ == engine::Language::Fr ? "\u00a0: " : ": ", {.size = kText}});
  }

  void add_names(Paragraph& text,
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

  [[nodiscard]] Block labelled(const std::string& label, Paragraph text) const {
    Block block;
    if (!label.empty())
      block.write(ruler_, kLeft, 0, kLabel - 6, paragraph(label, {.size = kText, .colour = kGrey}));
    block.write(ruler_, kLeft + kLabel, 0, width_ - kLeft - kLabel, std::move(text));
    block.height += 4;
    return block;
  }

  [[nodiscard]] static Style strong() { return {.size = kText, .weight = Weight::Semibold}; }

  Ruler& ruler_;
  engine::Language language_;
  double width_;
};

}  // namespace

Document draw_host_sheets(const std::vector<HostSheet>& sheets,
                          const std::string& gathering,
                          const std::string& version,
                          const PrintOptions& options,
                          Ruler& ruler) {
  const auto sheet = sheet_of(options.paper, kText);
  const Drawing drawing(ruler, options, sheet.text_width());
  std::vector<Chapter> chapters;
  for (const auto& one : sheets) chapters.push_back(drawing.chapter(one));
  auto pages = paginate(chapters, sheet);
  number_pages(pages, sheet, {gathering, version, kText}, ruler);
  return {gathering,
          std::string(Words{"Feuilles de rotation", "Rotation sheets"}.in(options.language)),
          made_at_iso(options),
          sheet.width,
          sheet.height,
          std::move(pages)};
}

}  // namespace sheets
