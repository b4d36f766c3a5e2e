#include "sheets/people/sign_in_page.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr double kRow = 27;  // points: a signature wants a centimetre
constexpr double kPad = 5;
constexpr std::size_t kFewestBlank = 2;  // for who comes unannounced
constexpr Colour kNotExpected{0.88, 0.89, 0.91};

class Drawing {
 public:
  Drawing(const Press& press, double width, std::size_t columns)
      : press_(press),
        width_(width),
        names_(width * 0.24),
        details_(width * 0.22),
        box_((width - names_ - details_) / static_cast<double>(std::max<std::size_t>(columns, 1))) {
  }

  [[nodiscard]] Chapter chapter(const SignSheet& sheet) const {
    const Heading words{press_.words({"FEUILLE D’ÉMARGEMENT", "ATTENDANCE SHEET"}),
                        sheet.title,
                        sheet.seats,
                        {sheet.when, press_.gathering, sheet.place}};
    auto chapter = headed(press_, words, width_, column_heads(sheet));
    chapter.outline = called(sheet.title, sheet.when, press_.options.language);
    chapter.key = sheet.key;
    if (!sheet.room_key.empty()) chapter.about.rooms = {sheet.room_key};
    for (const auto& row : sheet.trainers)
      chapter.sections.push_back({{line(row, sheet.columns.size(), true)}, {}});
    for (const auto& row : sheet.people)
      chapter.sections.push_back({{line(row, sheet.columns.size(), false)}, {}});
    for (std::size_t i = 0; i < sheet.blank; ++i)
      chapter.sections.push_back({{line({{}, {}, std::vector<bool>(sheet.columns.size(), true)},
                                        sheet.columns.size(),
                                        false)},
                                  {}});
    return chapter;
  }

 private:
  [[nodiscard]] double box_left(std::size_t column) const {
    return names_ + details_ + static_cast<double>(column) * box_;
  }

  [[nodiscard]] Block column_heads(const SignSheet& sheet) const {
    Block block;
    const Style quiet{.size = 8.5, .weight = Weight::Semibold, .colour = kGrey};
    double tall = 0;
    std::vector<Paragraph> heads;
    for (const auto& column : sheet.columns) {
      Paragraph text = paragraph(
          column.hours, {.size = 10, .weight = Weight::Semibold, .colour = kInk, .tabular = true});
      if (sheet.columns.size() > 1 && column.title != sheet.title)
        text.runs.push_back({"\n" + column.title, {.size = 8.5, .colour = kGrey}});
      tall = std::max(tall, press_.ruler.height(text, box_ - 2 * kPad));
      heads.push_back(std::move(text));
    }
    for (std::size_t c = 0; c < heads.size(); ++c)
      block.write(press_.ruler, box_left(c) + kPad, 0, box_ - 2 * kPad, std::move(heads[c]));
    const double low = std::max(0.0, tall - 12);
    block.write(press_.ruler,
                kPad,
                low,
                names_ - 2 * kPad,
                paragraph(press_.words({"Nom, prénom", "Name"}), quiet));
    block.write(press_.ruler,
                names_,
                low,
                details_ - kPad,
                paragraph(press_.words({"Organisation ou rôle", "Organisation or role"}), quiet));
    block.height = tall + 5;
    return block;
  }

  [[nodiscard]] Block line(const SignRow& row, std::size_t columns, bool trainer) const {
    Block text;
    const Weight weight = trainer ? Weight::Bold : Weight::Medium;
    if (!row.name.empty())
      text.write(press_.ruler,
                 kPad,
                 kPad,
                 names_ - 2 * kPad,
                 {.runs = {{row.name, {.size = 11, .weight = weight}, true}}});
    if (!row.detail.empty())
      text.write(press_.ruler,
                 names_,
                 kPad + 1,
                 details_ - kPad,
                 paragraph(row.detail, {.size = 9.5, .colour = kGrey}));
    const double tall = std::max(kRow, text.height + kPad);
    Block block;
    if (trainer) block.fill({0, 0, names_ + details_, tall, kTint});
    for (std::size_t c = 0; c < columns; ++c)
      if (!row.expected[c]) block.fill({box_left(c), 0, box_, tall, kNotExpected, true});
    block.fill({0, 0, width_, trainer ? 0.8 : 0.5, trainer ? kInk : kHairline});
    for (std::size_t c = 0; c <= columns; ++c)
      block.fill({box_left(c) - (c == columns ? 0.5 : 0), 0, 0.5, tall, kGrey});
    block.fill({0, tall - 0.25, width_, 0.5, kHairline});
    block.add(text, 0, 0);
    block.height = tall;
    return block;
  }

  const Press& press_;
  double width_;
  double names_;
  double details_;
  double box_;  ///< width of a box to sign in
};

/// Drops a few empty rows at the end where they alone would take another page.
Chapter without_blank_page(Chapter chapter, std::size_t blank, const Sheet& sheet) {
  const auto pages = paginate({chapter}, sheet).size();
  auto shorter = chapter;
  for (; blank > kFewestBlank; --blank) {
    shorter.sections.pop_back();
    if (paginate({shorter}, sheet).size() < pages) return shorter;
  }
  return chapter;
}

}  // namespace

Document draw_sign_in_sheets(const std::vector<SignSheet>& sheets, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8).turned();
  const auto chapters = chapters_of(sheets, [&](const SignSheet& one) {
    return without_blank_page(
        Drawing(press, sheet.text_width(), one.columns.size()).chapter(one), one.blank, sheet);
  });
  return flowing(press, sheet, chapters, {"Feuilles d’émargement", "Attendance sheets"});
}

}  // namespace sheets
