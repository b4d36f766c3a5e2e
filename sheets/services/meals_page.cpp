#include "sheets/services/meals_page.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/table.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

class Drawing {
 public:
  Drawing(const Press& press, double width)
      : press_(press),
        width_(width),
        diets_(press.ruler, {{"", 62, Align::Right}, {"", -1}}, width - kNumber),
        drinks_(press.ruler, {{"", 92}, {"", 62, Align::Right}, {"", -1.4}, {"", -1}}, width) {}

  [[nodiscard]] Chapter chapter(const MealDay& day) const {
    const Heading words{
        press_.words({"REPAS, POUR LE TRAITEUR", "MEALS, FOR THE CATERER"}),
        day.date,
        {},
        {press_.gathering,
         press_.words({"Les nombres comptent les personnes prévues, équipe comprise.",
                       "The numbers count everyone expected, the team too."})}};
    auto chapter = headed(press_, words, width_);
    chapter.key = day.key;
    for (const auto& sitting : day.meals) chapter.sections.push_back(meal(sitting));
    if (!day.drinks.empty()) chapter.sections.push_back(drinks(day.drinks));
    return chapter;
  }

 private:
  static constexpr double kNumber = 120;  // column of the large number

  [[nodiscard]] Section meal(const Sitting& sitting) const {
    Section section;
    Block head;
    head.fill({0, 0, width_, 1, kInk});
    head.write(press_.ruler,
               0,
               4,
               kNumber - 10,
               paragraph(std::to_string(sitting.people),
                         {.size = 44, .weight = Weight::Bold, .colour = kAccent, .tabular = true}));
    const double x = kNumber;
    double y = 12;
    y += head.write(
        press_.ruler,
        x,
        y,
        width_ - x,
        paragraph(sitting.hours,
                  {.size = 13, .weight = Weight::Semibold, .colour = kInk, .tabular = true}));
    y += head.write(press_.ruler, x, y, width_ - x, paragraph(sitting.title, {.size = 13}));
    if (!sitting.place.empty())
      head.write(
          press_.ruler,
          x,
          y,
          width_ - x,
          paragraph(sitting.place, {.size = 11, .weight = Weight::Medium, .colour = kAccent}));
    head.height += 8;
    section.rows.push_back(std::move(head));
    for (const auto& diet : sitting.diets) {
      Block row;
      row.add(diets_.row(
                  {paragraph(std::to_string(diet.people),
                             {.size = 13, .weight = Weight::Bold, .colour = kInk, .tabular = true}),
                   paragraph(diet.diet, {.size = 12})},
                  RowLine::Hair,
                  4),
              kNumber,
              0);
      section.rows.push_back(std::move(row));
    }
    section.rows.back().gap = 18;
    return section;
  }

  [[nodiscard]] Section drinks(const std::vector<Sitting>& sittings) const {
    Section section;
    Block head;
    head.write(
        press_.ruler,
        0,
        4,
        width_,
        paragraph(press_.words({"Boissons", "Drinks"}), {.size = 14, .weight = Weight::Semibold}));
    head.height += 4;
    section.rows.push_back(std::move(head));
    for (const auto& sitting : sittings)
      section.rows.push_back(drinks_.row(
          {paragraph(sitting.hours, {.size = 11, .colour = kGrey, .tabular = true}),
           paragraph(std::to_string(sitting.people),
                     {.size = 13, .weight = Weight::Bold, .colour = kInk, .tabular = true}),
           paragraph(sitting.title, {.size = 11}),
           paragraph(sitting.place, {.size = 10, .weight = Weight::Medium, .colour = kAccent})}));
    return section;
  }

  const Press& press_;
  double width_;
  TableDrawing diets_;
  TableDrawing drinks_;
};

}  // namespace

Document draw_meals(const std::vector<MealDay>& days, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8);
  const Drawing drawing(press, sheet.text_width());
  const auto chapters = chapters_of(days, [&](const MealDay& day) { return drawing.chapter(day); });
  return flowing(press, sheet, chapters, {"Repas", "Meals"});
}

}  // namespace sheets
