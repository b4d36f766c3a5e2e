#include "sheets/rotation/rotation_participant_page.h"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/qr.h"
#include "sheets/drawing/typography.h"
#include "sheets/lookup/person_names.h"

namespace sheets {
namespace {

using engine::Words;

constexpr double kMargin = 26;  // inside a card: printers leave a border, guillotines slip
constexpr double kFoot = 8;
constexpr double kRowGap = 5;
constexpr std::size_t kEasyTypes = 4;  // read while walking
constexpr std::size_t kShortPath = 3;  // rounds that leave room for a large name

/// How wide a QR code of so many bytes is, in points. A module has 1.04 points, 0.37 mm, in
/// versions 14, 20 and 25 (73, 97 and 117 modules a side at level L).
double code_width(std::size_t bytes) {
  constexpr std::size_t kMiddleCode = 850;
  return bytes <= kSmallCode ? 76 : bytes <= kMiddleCode ? 101 : 122;
}

Words scan_words(CalendarCode::Holds holds) {
  if (holds == CalendarCode::Holds::Address)
    return {
        "Votre programme dans votre agenda, tenu à jour\u00a0: visez ce carré avec l’appareil "
        "photo.",
        "Your programme in your calendar, kept up to date: point your camera at this square."};
  if (holds == CalendarCode::Holds::BeginningOfDay)
    return {
        "Le début de votre journée dans votre agenda (tout n’y tient pas)\u00a0: visez ce carré "
        "avec l’appareil photo.",
        "The beginning of your day in your calendar (not all of it fits): point your camera at "
        "this square."};
  return {"Votre journée dans votre agenda\u00a0: visez ce carré avec l’appareil photo.",
          "Your day in your calendar: point your camera at this square."};
}

/// Type of the rows, from the largest that fits.
struct RowType {
  double station;
  double label;
};
constexpr std::array kRowTypes{
    RowType{22, 12}, RowType{18, 11}, RowType{15, 10}, RowType{12, 9}, RowType{10.5, 8.5}};

class Cards {
 public:
  Cards(const Press& press, double width, double height)
      : press_(press), width_(width - 2 * kMargin), height_(height - 2 * kMargin) {
    for (const auto& line : {press.gathering, press.version}) add_foot_line(line);
  }

  /// The card, and more of them when its rounds do not fit one.
  void draw(std::vector<Page>& pages, const ParticipantCard& card) const {
    auto block = head(card, false);
    const auto [code, rows] = code_and_rows(card, height_ - foot_height() - block.height);
    bool first = true;
    for (const auto& row : rows) {
      const double below = foot_height() + (first ? height_of(code) : 0);
      if (block.height + row.height > height_ - below) {
        pages.push_back(finished(std::move(block), card, first ? code : nullptr));
        block = head(card, true);
        first = false;
      }
      block.add(row, 0, block.height);
    }
    pages.push_back(finished(std::move(block), card, first ? code : nullptr));
  }

 private:
  [[nodiscard]] double foot_height() const { return foot_.height + 6; }

  /// With the space above it.
  [[nodiscard]] static double height_of(const CalendarCode* code) {
    return code == nullptr ? 0 : code_width(code->text.size()) + kRowGap + 4;
  }

  /// The fullest code beside which the rounds stay easy to read.
  [[nodiscard]] std::pair<const CalendarCode*, std::vector<Block>> code_and_rows(
      const ParticipantCard& card, double room) const {
    const CalendarCode* last = nullptr;
    for (const auto& code : card.calendars) {
      last = &code;
      auto rows = rows_that_fit(card, room - height_of(last), kEasyTypes);
      if (height_of(rows) <= room - height_of(last)) return {last, std::move(rows)};
    }
    return {last, rows_that_fit(card, room - height_of(last))};
  }
  void add_foot_line(const std::string& text) {
    if (text.empty()) return;
    auto line = paragraph(text, {.size = kFoot, .colour = kGrey});
    line.one_line = true;
    foot_.write(press_.ruler, 0, foot_.height, width_, std::move(line));
  }

  [[nodiscard]] Page finished(Block block,
                              const ParticipantCard& card,
                              const CalendarCode* with) const {
    if (with != nullptr) add_code(block, *with);
    Page page;
    page.outline = full_name(card.first_name, card.family_name);
    page.key = card.rotation_key + " " + card.person_key;
    page.about.people = {card.person_key};
    for (auto& mark : block.marks) page.marks.push_back(moved(std::move(mark), kMargin, kMargin));
    for (const auto& mark : foot_.marks)
      page.foot.push_back(moved(mark, kMargin, kMargin + height_ - foot_.height));
    return page;
  }

  void add_code(Block& block, const CalendarCode& calendar) const {
    const double size = code_width(calendar.text.size());
    const double top = height_ - foot_height() - size;
    const auto code = qr_code(calendar.text, 0, top, size);
    if (!code) return;
    block.marks.emplace_back(*code);
    const auto text =
        paragraph(press_.words(scan_words(calendar.holds)), {.size = 9, .colour = kGrey});
    const double x = size + 14;
    const double tall = press_.ruler.height(text, width_ - x);
    block.write(press_.ruler, x, top + size - tall, width_ - x, text);
  }

  [[nodiscard]] Block head(const ParticipantCard& card, bool again) const {
    Block block;
    block.fill({0, 0, 24, 3, kAccent});
    double y = 8;
    const auto line = [&](Paragraph text, double gap) {
      text.one_line = true;
      y += block.write(press_.ruler, 0, y, width_, std::move(text)) + gap;
    };
    line(paragraph(card.rotation + (again ? press_.words(kContinued) : ""),
                   {.size = 10, .weight = Weight::Semibold, .colour = kAccent}),
         0);
    auto when = paragraph(card.date, {.size = 10, .colour = kGrey});
    if (!card.place.empty())
      when.runs.push_back({(card.date.empty() ? "" : " · ") + card.place,
                           {.size = 10, .weight = Weight::Medium, .colour = kInk}});
    if (!card.date.empty() || !card.place.empty()) line(std::move(when), 0);
    y += 3;
    const Style bold{.size = 0, .weight = Weight::Bold};
    if (card.rounds.size() > kShortPath) {
      const auto name = full_name(card.first_name, card.family_name);
      line(fitting(press_.ruler, name, bold, {24, 20, 16}, width_), 0);
    } else {
      line(fitting(press_.ruler, card.first_name, bold, {40, 34, 28, 22, 16}, width_), 0);
      if (!card.family_name.empty())
        line(paragraph(card.family_name, {.size = 14, .colour = kGrey}), 0);
    }
    block.height = y + 10;
    return block;
  }

  /// In the largest of the first `types` of kRowTypes that fits `room`, or in the last of them.
  [[nodiscard]] std::vector<Block> rows_that_fit(const ParticipantCard& card,
                                                 double room,
                                                 std::size_t types = kRowTypes.size()) const {
    std::vector<Block> rows;
    for (std::size_t t = 0; t < types; ++t) {
      rows.clear();
      for (const auto& round : card.rounds) rows.push_back(row(round, kRowTypes[t]));
      if (height_of(rows) <= room) break;
    }
    return rows;
  }

  [[nodiscard]] static double height_of(const std::vector<Block>& rows) {
    double height = 0;
    for (const auto& row : rows) height += row.height;
    return height;
  }

  [[nodiscard]] Block row(const CardRound& round, const RowType& type) const {
    Block block;
    const Style small{.size = type.label, .colour = kGrey, .tabular = true};
    const bool labelled = !round.name.empty() || !round.hours.empty();
    const double label_width = labelled ? type.label * 6.6 : 0;
    block.fill({0, 0, width_, 0.5, kHairline});
    double left = kRowGap + baseline_drop(type.station, type.label);
    if (!round.name.empty())
      left += block.write(press_.ruler,
                          0,
                          left,
                          label_width,
                          paragraph(round.name, {.size = type.label, .weight = Weight::Semibold}));
    if (!round.hours.empty())
      block.write(press_.ruler, 0, left, label_width, paragraph(round.hours, small));
    const double x = label_width + (labelled ? 8 : 0);
    const double right =
        kRowGap +
        block.write(press_.ruler,
                    x,
                    kRowGap,
                    width_ - x,
                    paragraph(round.station, {.size = type.station, .weight = Weight::Bold}));
    if (!round.place.empty())
      block.write(press_.ruler, x, right, width_ - x, paragraph(round.place, small));
    block.height += kRowGap;
    return block;
  }

  const Press& press_;
  double width_;
  double height_;
  Block foot_;  ///< the lines at the foot of every card
};

}  // namespace

Document draw_participant_cards(const std::vector<ParticipantCard>& cards, const Press& press) {
  const auto paper = sheet_of(press.options.paper, kFoot);
  auto document = titled(press,
                         {"Cartes de rotation", "Rotation cards"},
                         paper.width / 2,
                         paper.height / 2,
                         Imposition::Cards);
  const Cards drawing(press, document.width, document.height);
  for (const auto& card : cards) drawing.draw(document.pages, card);
  return document;
}

}  // namespace sheets
