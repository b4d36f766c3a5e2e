#include "sheets/drawing/together.h"

namespace sheets {

std::vector<Chapter> together(const std::vector<Chapter>& chapters,
                              const Sheet& sheet,
                              double gap) {
  std::vector<Chapter> pages;
  std::string first;  // outline of the page's first chapter
  double used = 0;
  for (const auto& chapter : chapters) {
    const double tall = height_of(chapter);
    if (pages.empty() || used + gap + tall > sheet.text_height() ||
        !(pages.back().about == chapter.about)) {
      pages.push_back(chapter);
      first = chapter.outline;
      used = tall;
      continue;
    }
    auto& page = pages.back();
    page.sections.push_back({{Block{gap, 0, {}}, chapter.head}, {}});
    page.sections.insert(page.sections.end(), chapter.sections.begin(), chapter.sections.end());
    page.outline = first + " – " + chapter.outline;
    used += gap + tall;
  }
  return pages;
}

}  // namespace sheets
