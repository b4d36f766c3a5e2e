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
constexpr int kGroup = 3;     // its column, where somebody has one
constexpr Style kQuiet{.size = 9, .colour = kGrey};

class Drawing {
 public:
  Drawing(const Press& press, double width, bool groups)
      : press_(press),
        width_(width),
        groups_(groups),
        table_(press.ruler, columns(press, groups), width) {}

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
  [[nodiscard]] static std::vector<TableColumn> columns(const Press& press, bool groups) {
    std::vector<TableColumn> columns{{"", kBox},
                                     {press.words({"Nom", "Name"}), -2},
                                     {press.words({"Organisation", "Organisation"}), -1.6},
                                     {press.words({"Va d’abord", "Goes first to"}), -1.6},
                                     {press.words({"À remettre", "To hand out"}), -1.5}};
    if (groups) columns.insert(columns.begin() + kGroup, {press.words({"Groupe", "Group"}), 86});
    return columns;
  }

  [[nodiscard]] Section section(const WelcomeLetter& letter) const {
    Section section;
    section.flows = true;
    section.again = band(letter.letter + press_.words(kContinued));
    for (const auto& person : letter.rows) {
      auto block = section.rows.empty() ? band(letter.letter) : Block{};
      block.add(row(person), 0, block.height);
      section.rows.push_back(std::move(block));
    }
    return section;
  }

  [[nodiscard]] Block band(const std::string& letter) const {
    Block block;
    block.fill({0, 3, width_, 15, kTint});
    block.write(press_.ruler,
                6,
                3.5,
                width_ / 2,
                paragraph(letter, {.size = 11, .weight = Weight::Bold, .colour = kAccent}));
    block.height = 18;
    return block;
  }

  [[nodiscard]] Block row(const WelcomeRow& row) const {
    const bool both = !row.family_name.empty();
    Paragraph name;
    name.runs.push_back(
        {both ? row.family_name : row.given_name, {.size = 11, .weight = Weight::Semibold}, true});
    if (both) name.runs.push_back({" " + row.given_name, {.size = 11}});
    Paragraph group;
    if (groups_ && row.group) group = paragraph(row.group->name, {.size = 9});
    std::vector<Paragraph> cells{{},
                                 std::move(name),
                                 paragraph(row.organisation, kQuiet),
                                 paragraph(row.first, {.size = 9, .tabular = true}),
                                 paragraph(row.hand_out, kQuiet)};
    if (groups_) cells.insert(cells.begin() + kGroup, Paragraph{});
    auto block = table_.row(std::move(cells), RowLine::Hair, 5);
    for (const auto& side : tick_box(0, 6.5, kBox)) block.fill(side);
    if (groups_ && row.group) chip(block, *row.group, std::move(group));
    return block;
  }

  void chip(Block& block, const Group& group, Paragraph name) const {
    const double x = table_.left(kGroup);
    auto shape = group_shape(group.index, x, 3.5, kChip);
    shape.colour = group.colour;
    block.marks.emplace_back(std::move(shape));
    auto letter =
        paragraph(group.letter, {.size = 8.5, .weight = Weight::Bold, .colour = {1, 1, 1}});
    letter.align = Align::Centre;
    block.write(press_.ruler, x, 6.8, kChip, std::move(letter));
    const double width = table_.width(kGroup) - kChip - 5;
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
