#include "sheets/people/welcome_list_page.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/shapes.h"
#include "sheets/drawing/table.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr double kBox = 10;   // to tick
constexpr double kChip = 17;  // the group's shape
constexpr Style kQuiet{.size = 9, .colour = kGrey};

class Drawing {
 public:
  Drawing(const Press& press, double width, bool groups)
      : press_(press),
        width_(width),
        groups_(groups),
        table_(press.ruler,
               {{"", kBox},
                {press.words({"Nom", "Name"}), -2},
                {press.words({"Organisation", "Organisation"}), -1.7},
                {press.words({"Groupe", "Group"}), groups ? 86.0 : 0.0},
                {press.words({"Va d’abord", "Goes first to"}), -1.5},
                {press.words({"À remettre", "To hand out"}), -1.4}},
               width) {}

  [[nodiscard]] Chapter chapter(const std::vector<WelcomeLetter>& letters) const {
    std::size_t people = 0;
    for (const auto& letter : letters) people += letter.rows.size();
    const Heading words{press_.words({"LISTE D’ACCUEIL", "WELCOME LIST"}),
                        press_.gathering,
                        {},
                        {people_counted(people).in(press_.options.language)}};
    auto chapter = headed(press_, words, width_, table_.head());
    chapter.key = "all";
    for (const auto& letter : letters) chapter.sections.push_back(section(letter));
    return chapter;
  }

 private:
  [[nodiscard]] Section section(const WelcomeLetter& letter) const {
    Section section;
    for (std::size_t i = 0; i < letter.rows.size(); ++i) {
      const auto line = row(letter.rows[i]);
      if (i > 0) {
        section.rows.push_back(line);
        continue;
      }
      Block first;
      first.fill({0, 3, width_, 15, kTint});
      first.write(
          press_.ruler,
          6,
          3.5,
          60,
          paragraph(letter.letter, {.size = 11, .weight = Weight::Bold, .colour = kAccent}));
      first.add(line, 0, 18);
      section.rows.push_back(std::move(first));
    }
    return section;
  }

  [[nodiscard]] Block row(const WelcomeRow& row) const {
    const bool both = !row.family_name.empty();
    Paragraph name;
    name.runs.push_back(
        {both ? row.family_name : row.given_name, {.size = 11, .weight = Weight::Semibold}, true});
    if (both) name.runs.push_back({" " + row.given_name, {.size = 11}});
    Paragraph group;
    if (groups_ && row.group) group = paragraph(row.group->name, {.size = 9});
    Paragraph empty;
    auto block = table_.row({empty,
                             std::move(name),
                             paragraph(row.organisation, kQuiet),
                             empty,
                             paragraph(row.first, {.size = 9, .tabular = true}),
                             paragraph(row.hand_out, kQuiet)},
                            RowLine::Hair,
                            5);
    for (const auto& side : tick_box(0, 6.5, kBox)) block.fill(side);
    if (groups_ && row.group) chip(block, *row.group, std::move(group));
    return block;
  }

  void chip(Block& block, const Group& group, Paragraph name) const {
    const double x = table_.left(3);
    auto shape = group_shape(group.index, x, 3.5, kChip);
    shape.colour = group.colour;
    block.marks.emplace_back(std::move(shape));
    auto letter =
        paragraph(group.letter, {.size = 8.5, .weight = Weight::Bold, .colour = {1, 1, 1}});
    letter.align = Align::Centre;
    block.write(press_.ruler, x, 6.8, kChip, std::move(letter));
    const double width = table_.width(3) - kChip - 5;
    name.one_line = press_.ruler.height(name, width) > 30;  // two lines at the most
    block.write(press_.ruler, x + kChip + 5, 6.5, width, std::move(name));
    block.height = std::max(block.height, kChip + 6);
  }

  const Press& press_;
  double width_;
  bool groups_;
  TableDrawing table_;
};

}  // namespace

Document draw_welcome_list(const std::vector<WelcomeLetter>& letters, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8);
  bool groups = false;
  for (const auto& letter : letters)
    for (const auto& row : letter.rows) groups = groups || row.group.has_value();
  std::vector<Chapter> chapters;
  if (!letters.empty())
    chapters.push_back(Drawing(press, sheet.text_width(), groups).chapter(letters));
  return flowing(press, sheet, chapters, {"Liste d’accueil", "Welcome list"});
}

}  // namespace sheets
