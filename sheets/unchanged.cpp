#include "sheets/unchanged.h"

#include <algorithm>
#include <utility>

#include "sheets/changes.h"

namespace sheets {

Unchanged::Unchanged(const Document& now, std::string version)
    : now_(now), version_(std::move(version)), since_(now.pages.size()), left_(now.pages.size()) {}

void Unchanged::compare(const EarlierSheets& earlier) {
  const auto same = same_pages(earlier.document, now_);
  for (std::size_t i = 0; i < since_.size(); ++i) {
    if (!since_[i].open) continue;
    if (same[i])
      since_[i] = {true, earlier.version, earlier.document.made_at};
    else
      since_[i].open = false;
  }
  left_ = static_cast<std::size_t>(
      std::count_if(since_.begin(), since_.end(), [](const auto& one) { return one.open; }));
}

void Unchanged::name_versions(Document& now) const {
  for (std::size_t i = 0; i < since_.size(); ++i) {
    if (since_[i].version.empty()) continue;
    now.pages[i].made_at = since_[i].made_at;
    for (auto& mark : now.pages[i].foot)
      if (auto* text = std::get_if<TextMark>(&mark))
        for (auto& run : text->text.runs)
          if (run.text == version_) run.text = since_[i].version;
  }
}

std::string newest_moment(const Document& document) {
  std::string newest;
  for (const auto& page : document.pages)
    newest = std::max(newest, page.made_at.empty() ? document.made_at : page.made_at);
  return newest;
}

}  // namespace sheets
