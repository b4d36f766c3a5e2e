#include "sheets/press.h"

namespace sheets {

std::string called(const std::string& title, std::string date, engine::Language language) {
  if (language == engine::Language::Fr && !date.empty() && date[0] >= 'A' && date[0] <= 'Z')
    date[0] = static_cast<char>(date[0] - 'A' + 'a');
  return title + ", " + date;
}

Chapter headed(
    const Press& press, const Heading& words, double width, const Block& columns, double scale) {
  Chapter chapter;
  chapter.head = heading(press.ruler, words, width, scale);
  chapter.again = heading_again(press.ruler, words, press.words(kContinued), width, scale);
  for (auto* block : {&chapter.head, &chapter.again}) block->add(columns, 0, block->height);
  chapter.outline = words.title;
  return chapter;
}

Document titled(const Press& press,
                const engine::Words& title,
                double width,
                double height,
                Imposition imposition) {
  Document document;
  document.title = press.gathering;
  document.subject = press.words(title);
  document.made_at = made_at_iso(press.options);
  document.width = width;
  document.height = height;
  document.imposition = imposition;
  return document;
}

Document flowing(const Press& press,
                 const Sheet& sheet,
                 const std::vector<Chapter>& chapters,
                 const engine::Words& title,
                 double footer_size) {
  auto document = titled(press, title, sheet.width, sheet.height);
  document.pages = paginate(chapters, sheet);
  number_pages(document.pages, sheet, {press.gathering, press.version, footer_size}, press.ruler);
  return document;
}

}  // namespace sheets
