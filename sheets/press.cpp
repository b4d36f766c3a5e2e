#include "sheets/press.h"

#include <utility>

namespace sheets {

Document flowing(const Press& press,
                 const Sheet& sheet,
                 const std::vector<Chapter>& chapters,
                 const engine::Words& title,
                 double footer_size) {
  Document document;
  document.title = press.gathering;
  document.subject = press.words(title);
  document.made_at = made_at_iso(press.options);
  document.width = sheet.width;
  document.height = sheet.height;
  document.pages = paginate(chapters, sheet);
  number_pages(document.pages, sheet, {press.gathering, press.version, footer_size}, press.ruler);
  return document;
}

}  // namespace sheets
