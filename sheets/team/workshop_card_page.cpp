#include "sheets/team/workshop_card_page.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/typography.h"
#include "sheets/lookup/directory.h"

namespace sheets {
namespace {

constexpr int kBlankPhases = 4;
constexpr int kFewestNotes = 3;           // lines
constexpr std::size_t kNamesPerRow = 60;  // so that a crowd goes on on the next page

class Drawing {
 public:
  Drawing(const Press& press, double width, double scale)
      : press_(press), width_(width), scale_(scale) {}

  [[nodiscard]] Chapter chapter(const WorkshopCard& card) const {
    Heading words{press_.words({"FICHE ATELIER", "WORKSHOP CARD"}), card.title, {}, {card.when}};
    if (!card.place.empty()) words.lines.push_back(card.place);
    words.lines.push_back(card.format + " · " + press_.gathering);
    auto chapter = headed(press_, words, width_, {}, scale_);
    chapter.key = card.key;
    chapter.about.people = card.team_keys;
    if (!card.room_key.empty()) chapter.about.rooms = {card.room_key};
    chapter.sections.push_back({{goal(card)}, {}});
    if (!card.team.empty())
      chapter.sections.push_back(
          {{labelled(press_.words({"Équipe", "Team"}), lines(card.team))}, {}});
    chapter.sections.push_back(phases(card));
    chapter.sections.push_back({{room(card)}, {}});
    if (!card.count.empty()) chapter.sections.push_back(people(card));
    return chapter;
  }

  /// What was done otherwise, and is worth knowing next time: as many lines as `room`, in points,
  /// has place for. Are they enough?
  [[nodiscard]] bool add_notes(Chapter& chapter, double room) const {
    const auto lines = static_cast<int>((room - pt(34)) / pt(24));
    if (lines < kFewestNotes) return false;
    chapter.sections.push_back(
        {{by_hand(press_.words({"Ajustements, pour la prochaine fois", "What to change next time"}),
                  lines)},
         {}});
    return true;
  }

 private:
  [[nodiscard]] double pt(double points) const { return points * scale_; }
  [[nodiscard]] double left() const { return pt(92); }

  [[nodiscard]] Paragraph lines(const std::vector<std::string>& list) const {
    return stacked(list, {.size = pt(12)});
  }

  [[nodiscard]] Block labelled(const std::string& label, Paragraph text) const {
    Block block;
    block.fill({0, 0, width_, 0.5, kHairline});
    block.write(press_.ruler,
                0,
                pt(9),
                left() - pt(10),
                paragraph(label, {.size = pt(10), .weight = Weight::Semibold, .colour = kAccent}));
    block.write(press_.ruler, left(), pt(7), width_ - left(), std::move(text));
    block.height += pt(9);
    return block;
  }

  /// Lines to write on, where the organiser said nothing.
  [[nodiscard]] Block by_hand(const std::string& label, int count) const {
    auto block = labelled(label, {});
    for (int i = 0; i < count; ++i)
      block.fill({left(), pt(24) + i * pt(24), width_ - left(), 0.5, kHairline});
    block.height += pt(10);
    return block;
  }

  [[nodiscard]] Block goal(const WorkshopCard& card) const {
    const auto label = press_.words({"Objectif", "Goal"});
    if (card.goal.empty()) return by_hand(label, 1);
    return labelled(label, paragraph(card.goal, {.size = pt(15), .weight = Weight::Semibold}));
  }

  [[nodiscard]] Section phases(const WorkshopCard& card) const {
    const auto label = press_.words({"Déroulé", "Steps"});
    if (card.phases.empty()) return {{by_hand(label, kBlankPhases)}, {}};
    Section section;
    for (const auto& phase : card.phases) {
      auto block = labelled(section.rows.empty() ? label : std::string(), {});
      const double time = pt(62);
      const double x = left() + time;
      block.write(
          press_.ruler,
          left(),
          pt(7),
          time,
          paragraph(phase.time.empty() ? phase.length : phase.time,
                    {.size = pt(14), .weight = Weight::Bold, .colour = kInk, .tabular = true}));
      Paragraph text = paragraph(phase.title, {.size = pt(13), .weight = Weight::Semibold});
      if (!phase.time.empty())
        text.runs.push_back({"\u2002" + phase.length, {.size = pt(10.5), .colour = kGrey}, true});
      if (!phase.prompt.empty()) text.runs.push_back({"\n" + phase.prompt, {.size = pt(12)}});
      block.write(
          press_.ruler, x, pt(7) + baseline_drop(pt(14), pt(13)), width_ - x, std::move(text));
      block.height += pt(8);
      section.rows.push_back(std::move(block));
    }
    return section;
  }

  [[nodiscard]] Block room(const WorkshopCard& card) const {
    auto list = card.material;
    if (!card.layout.empty()) list.insert(list.begin(), capital(card.layout));
    return labelled(press_.words({"Salle, matériel", "Room, material"}), lines(list));
  }

  [[nodiscard]] Section people(const WorkshopCard& card) const {
    Section section;
    const auto count = card.names.size();
    for (std::size_t from = 0; from == 0 || from < count; from += kNamesPerRow) {
      Paragraph text;
      if (from == 0)
        text.runs.push_back(
            {card.count + (count == 0 ? "" : "\n"), {.size = pt(13), .weight = Weight::Semibold}});
      for (std::size_t i = from; i < std::min(count, from + kNamesPerRow); ++i)
        text.runs.push_back({card.names[i] + (i + 1 < count ? ", " : ""), {.size = pt(11)}, true});
      section.rows.push_back(labelled(
          from == 0 ? press_.words({"Qui vient", "Who comes"}) : std::string(), std::move(text)));
    }
    return section;
  }

  const Press& press_;
  double width_;
  double scale_;
};

}  // namespace

Document draw_workshop_cards(const std::vector<WorkshopCard>& cards, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8);
  const auto chapters = chapters_of(cards, [&](const WorkshopCard& card) {
    const std::vector<double> scales{1.15, 1, 0.85};
    for (const double scale : scales) {
      const Drawing drawing(press, sheet.text_width(), scale);
      auto chapter = drawing.chapter(card);
      if (drawing.add_notes(chapter, sheet.text_height() - height_of(chapter))) return chapter;
    }
    return on_one_page(sheet, scales, [&](double scale) {
      return Drawing(press, sheet.text_width(), scale).chapter(card);
    });
  });
  return flowing(press, sheet, chapters, {"Fiches atelier", "Workshop cards"});
}

}  // namespace sheets
