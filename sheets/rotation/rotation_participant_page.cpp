#include "sheets/rotation/rotation_participant_page.h"

#include <array>
#include <cstddef>
#include <utility>

#include "engine/model/text.h"
#include "sheets/drawing/flow.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

using engine::Words;

constexpr std::size_t kCardsPerPage = 4;
constexpr double kMargin = 26;  // inside a card: printers leave a border, guillotines slip
constexpr double kFoot = 8;
constexpr double kRowGap = 5;

constexpr Words kTitle{"Cartes de rotation", "Rotation cards"};
constexpr Words kGoesOn{" (suite)", " (continued)"};

/// Type of the rows, from the largest that fits.
struct RowType {
  double station;
  double label;
};
constexpr std::array kRowTypes{
    RowType{22, 12}, RowType{18, 11}, RowType{15, 10}, RowType{12, 9}, RowType{10.5, 8.5}};

constexpr std::array<double, 5> kNameSizes{40, 34, 28, 22, 16};

class Cards {
 public:
  Cards(Ruler& ruler, std::string foot, double width, double height, engine::Language language)
      : ruler_(ruler),
        foot_(std::move(foot)),
        width_(width - 2 * kMargin),
        height_(height - 2 * kMargin),
        language_(language) {}

  /// The card, and more of them when its rounds do not fit one.
  void draw(std::vector<Block>& blocks, const ParticipantCard& card) const {
    auto page = head(card, false);
    auto rows = rows_that_fit(card, height_ - foot_height() - page.height);
    for (const auto& row : rows) {
      if (page.height + row.height > height_ - foot_height()) {
        blocks.push_back(finished(std::move(page)));
        page = head(card, true);
      }
      page.add(row, 0, page.height);
    }
    blocks.push_back(finished(std::move(page)));
  }

 private:
  [[nodiscard]] double foot_height() const {
    return foot_.empty() ? 0 : ruler_.height(foot_line(), width_) + 4;
  }
  [[nodiscard]] Paragraph foot_line() const {
    auto line = paragraph(foot_, {.size = kFoot, .colour = kGrey});
    line.one_line = true;
    return line;
  }

  [[nodiscard]] Block finished(Block page) const {
    if (!foot_.empty()) page.write(ruler_, 0, height_ - foot_height() + 4, width_, foot_line());
    return page;
  }

  /// The largest size at which the name takes one line; else the smallest, cut.
  [[nodiscard]] Paragraph big_name(const std::string& name) const {
    auto line = paragraph(name, {.size = kNameSizes.back(), .weight = Weight::Bold});
    for (const auto size : kNameSizes) {
      line.runs.front().style.size = size;
      if (ruler_.height(line, width_) < 1.9 * size) break;
    }
    line.one_line = true;
    return line;
  }

  [[nodiscard]] Block head(const ParticipantCard& card, bool again) const {
    Block block;
    block.fill({0, 0, 24, 3, kAccent});
    double y = 8;
    const auto line = [&](Paragraph text, double gap) {
      text.one_line = true;
      y += block.write(ruler_, 0, y, width_, std::move(text)) + gap;
    };
    line(paragraph(card.rotation + (again ? std::string(kGoesOn.in(language_)) : ""),
                   {.size = 10, .weight = Weight::Semibold, .colour = kAccent}),
         0);
    if (!card.date.empty()) line(paragraph(card.date, {.size = 10, .colour = kGrey}), 0);
    y += 3;
    line(big_name(card.first_name), 0);
    if (!card.family_name.empty())
      line(paragraph(card.family_name, {.size = 14, .colour = kGrey}), 0);
    block.height = y + 10;
    return block;
  }

  [[nodiscard]] std::vector<Block> rows_that_fit(const ParticipantCard& card, double room) const {
    std::vector<Block> rows;
    for (const auto& type : kRowTypes) {
      rows.clear();
      double total = 0;
      for (const auto& round : card.rounds) {
        rows.push_back(row(round, type));
        total += rows.back().height;
      }
      if (total <= room) break;
    }
    return rows;
  }

  [[nodiscard]] Block row(const CardRound& round, const RowType& type) const {
    Block block;
    const Style small{.size = type.label, .colour = kGrey, .tabular = true};
    const bool labelled = !round.name.empty() || !round.hours.empty();
    const double label_width = labelled ? type.label * 6.6 : 0;
    block.fill({0, 0, width_, 0.5, kHairline});
    double left = kRowGap + baseline_drop(type.station, type.label);
    if (!round.name.empty())
      left += block.write(ruler_,
                          0,
                          left,
                          label_width,
                          paragraph(round.name, {.size = type.label, .weight = Weight::Semibold}));
    if (!round.hours.empty())
      block.write(ruler_, 0, left, label_width, paragraph(round.hours, small));
    const double x = label_width + (labelled ? 8 : 0);
    const double right =
        kRowGap +
        block.write(ruler_,
                    x,
                    kRowGap,
                    width_ - x,
                    paragraph(round.station, {.size = type.station, .weight = Weight::Bold}));
    if (!round.place.empty())
      block.write(ruler_, x, right, width_ - x, paragraph(round.place, small));
    block.height += kRowGap;
    return block;
  }

  Ruler& ruler_;
  std::string foot_;
  double width_;
  double height_;
  engine::Language language_;
};

/// A page with its two cuts, and no card yet.
Page cut_page(double width, double height) {
  Page page;
  page.marks.emplace_back(FillMark{width / 2 - 0.2, 0, 0.4, height, kHairline});
  page.marks.emplace_back(FillMark{0, height / 2 - 0.2, width, 0.4, kHairline});
  return page;
}

}  // namespace

Document draw_participant_cards(const std::vector<ParticipantCard>& cards,
                                const std::string& foot,
                                const PrintOptions& options,
                                Ruler& ruler) {
  const auto paper = sheet_of(options.paper, kFoot);
  const double width = paper.width / 2;
  const double height = paper.height / 2;
  const Cards drawing(ruler, foot, width, height, options.language);
  std::vector<Block> blocks;
  for (const auto& card : cards) drawing.draw(blocks, card);
  const auto pages = (blocks.size() + kCardsPerPage - 1) / kCardsPerPage;
  Document document{foot,
                    std::string(kTitle.in(options.language)),
                    made_at_iso(options),
                    paper.width,
                    paper.height,
                    std::vector<Page>(pages, cut_page(paper.width, paper.height))};
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto pile = i / pages;
    Block placed;
    placed.add(blocks[i],
               kMargin + static_cast<double>(pile % 2) * width,
               kMargin + static_cast<double>(pile / 2) * height);
    auto& marks = document.pages[i % pages].marks;
    marks.insert(marks.end(), placed.marks.begin(), placed.marks.end());
  }
  return document;
}

}  // namespace sheets
