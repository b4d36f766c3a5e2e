#include "sheets/rotation/rotation_host_page.h"

#include <algorithm>
#include <utility>

#include "engine/model/text.h"
#include "sheets/drawing/typography.h"
#include "sheets/rotation/host_rounds.h"

namespace sheets {
namespace {

using engine::say;
using engine::Words;

constexpr double kText = HostRounds::kText;

constexpr Words kTitle{"FEUILLE DE ROTATION", "ROTATION SHEET"};
constexpr Words kHelp{"Un imprévu\u202f? Appelez ", "Something wrong? Call "};
constexpr Words kNobodyNamed{"____________________________", "____________________________"};

class Drawing {
 public:
  Drawing(const Press& press, double width, bool tight)
      : press_(press), width_(width), rounds_(press, width, tight) {}

  [[nodiscard]] Chapter chapter(const HostSheet& sheet) const {
    Chapter chapter{head(sheet), head_again(sheet), {}, outline(sheet)};
    chapter.key = sheet.key;
    chapter.about = {{sheet.person_key}, sheet.room_keys};
    for (const auto& round : sheet.rounds) chapter.sections.push_back(rounds_.section(round));
    return chapter;
  }

 private:
  [[nodiscard]] static std::string outline(const HostSheet& sheet) {
    return sheet.station + (sheet.host.empty() ? "" : ", " + sheet.host);
  }

  [[nodiscard]] Block head(const HostSheet& sheet) const {
    Block block;
    block.fill({0, 0, 34, 4, kAccent});
    double y = 9;
    const auto line = [&](Paragraph text, double gap) {
      if (text.runs.empty()) return;
      y += block.write(press_.ruler, 0, y, width_, std::move(text)) + gap;
    };
    line(overline(press_.words(kTitle), kText, kAccent), 2);
    line(paragraph(sheet.station, {.size = 28, .weight = Weight::Bold}), 2);
    line(host_line(sheet), 3);
    if (!sheet.place.empty())
      line(paragraph(sheet.place, {.size = 15, .weight = Weight::Semibold, .colour = kAccent}), 3);
    line(paragraph(sheet.rotation + " · " + sheet.date, {.size = kText, .colour = kGrey}), 5);
    line(paragraph(sheet.how, {.size = kText}), 6);
    const auto help = contact(sheet);
    const double tall = press_.ruler.height(help, width_ - 20);
    block.fill({0, y, width_, tall + 9, kTint});
    block.write(press_.ruler, 10, y + 4.5, width_ - 20, help);
    block.height = y + tall + 9 + 11;
    return block;
  }

  [[nodiscard]] Paragraph host_line(const HostSheet& sheet) const {
    Paragraph text;
    if (!sheet.host.empty())
      text.runs.push_back({sheet.host, {.size = 17, .weight = Weight::Semibold}, true});
    text.runs.push_back(
        {(sheet.host.empty() ? "" : "  ") + sheet.role, {.size = kText, .colour = kGrey}});
    if (!sheet.with.empty())
      text.runs.push_back(
          {say({", avec {0}", ", with {0}"}, sheet.with).in(press_.options.language),
           {.size = kText, .colour = kGrey}});
    return text;
  }

  [[nodiscard]] Paragraph contact(const HostSheet& sheet) const {
    auto text = paragraph(press_.words(kHelp), {.size = kText});
    const bool known = !sheet.contact.empty();
    text.runs.push_back({known ? sheet.contact : press_.words(kNobodyNamed),
                         {.size = kText, .weight = known ? Weight::Semibold : Weight::Regular},
                         true});
    return text;
  }

  [[nodiscard]] Block head_again(const HostSheet& sheet) const {
    Block block;
    auto text = paragraph(sheet.station, {.size = 16, .weight = Weight::Bold});
    if (!sheet.host.empty()) text.runs.push_back({"  " + sheet.host, {.size = kText}});
    text.runs.push_back({press_.words(kContinued), {.size = kText, .colour = kGrey}});
    block.write(press_.ruler, 0, 0, width_, std::move(text));
    block.height += 12;
    return block;
  }

  const Press& press_;
  double width_;
  HostRounds rounds_;
};

}  // namespace

Document draw_host_sheets(const std::vector<HostSheet>& sheets, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, kText);
  const Drawing airy(press, sheet.text_width(), false);
  const Drawing tight(press, sheet.text_width(), true);
  // A last round alone on a second page is a sheet that gets lost.
  const auto chapters = chapters_of(sheets, [&](const HostSheet& one) {
    auto chapter = airy.chapter(one);
    const auto pages = paginate({chapter}, sheet).size();
    if (pages == 1) return chapter;
    auto closer = tight.chapter(one);
    return paginate({closer}, sheet).size() < pages ? closer : chapter;
  });
  return flowing(press, sheet, chapters, {"Feuilles de rotation", "Rotation sheets"}, kText);
}

}  // namespace sheets
