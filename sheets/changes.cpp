#include "sheets/changes.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace sheets {
namespace {

/// What a page says, without how far down or in which type. Some boxes count: a grey one on an
/// attendance sheet says that somebody does not sign there.
std::string content_of(const Page& page) {
  std::string content;
  for (const auto& mark : page.marks) {
    if (const auto* text = std::get_if<TextMark>(&mark)) {
      for (const auto& run : text->text.runs) content += run.text;
      content += '\n';
    } else if (const auto* shape = std::get_if<ShapeMark>(&mark)) {
      const auto& colour = shape->colour;
      content += fmt::format("shape {:.3f} {:.3f} {:.3f}", colour.red, colour.green, colour.blue);
      for (const auto& outline : shape->outlines)
        for (const auto& point : outline)
          content += fmt::format(" {:.2f} {:.2f}", point.x, point.y);
      content += '\n';
    } else if (const auto* box = std::get_if<FillMark>(&mark)) {
      if (box->says)
        content += fmt::format("box {:.1f} {:.1f} {:.3f}\n", box->x, box->width, box->colour.red);
    }
  }
  return content;
}

/// Numbers, from 0, of the pages about each thing, in order.
std::map<std::string, std::vector<std::size_t>> by_key(const std::vector<Page>& pages) {
  std::map<std::string, std::vector<std::size_t>> found;
  for (std::size_t i = 0; i < pages.size(); ++i) found[pages[i].key].push_back(i);
  return found;
}

int number(std::size_t index) {
  return static_cast<int>(index) + 1;
}

/// The outline of the first page about the same thing: the pages that follow have none.
std::string name_of(const std::vector<Page>& pages, const std::vector<std::size_t>& group) {
  return pages[group.front()].outline;
}

/// A page that is new and says the same as one that is gone: the old paper serves on.
void leave_what_serves_on(const std::vector<Page>& before,
                          const std::vector<Page>& now,
                          std::vector<PageChange>& changes) {
  for (auto& fresh : changes) {
    if (fresh.page == 0 || fresh.replaces != 0) continue;
    const auto content = content_of(now[static_cast<std::size_t>(fresh.page - 1)]);
    const auto gone = std::find_if(changes.begin(), changes.end(), [&](const PageChange& old) {
      return old.page == 0 && old.replaces > 0 &&
             content_of(before[static_cast<std::size_t>(old.replaces - 1)]) == content;
    });
    if (gone == changes.end()) continue;
    gone->replaces = 0;
    fresh.page = 0;
  }
  std::erase_if(changes, [](const auto& one) { return one.page == 0 && one.replaces == 0; });
}

}  // namespace

std::vector<bool> same_pages(const Document& before, const Document& now) {
  const auto old_pages = by_key(before.pages);
  std::vector<bool> same(now.pages.size());
  for (const auto& [key, group] : by_key(now.pages)) {
    const auto old_group = old_pages.find(key);
    if (old_group == old_pages.end()) continue;
    const auto pairs = std::min(group.size(), old_group->second.size());
    for (std::size_t n = 0; n < pairs; ++n)
      same[group[n]] =
          content_of(before.pages[old_group->second[n]]) == content_of(now.pages[group[n]]);
  }
  return same;
}

ChangedPages changed_pages(const Document& before, Document now) {
  const auto old_pages = by_key(before.pages);
  const auto new_pages = by_key(now.pages);
  const auto same = same_pages(before, now);
  std::vector<PageChange> changes;
  for (const auto& [key, group] : new_pages) {
    const auto old_group = old_pages.find(key);
    for (std::size_t n = 0; n < group.size(); ++n) {
      const bool had = old_group != old_pages.end() && n < old_group->second.size();
      const auto& page = now.pages[group[n]];
      if (same[group[n]]) continue;
      changes.push_back({number(group[n]),
                         had ? number(old_group->second[n]) : 0,
                         name_of(now.pages, group),
                         page.about});
    }
  }
  for (const auto& [key, group] : old_pages) {
    const auto kept = new_pages.find(key);
    const auto still = kept == new_pages.end() ? 0 : kept->second.size();
    for (std::size_t n = still; n < group.size(); ++n)
      changes.push_back(
          {0, number(group[n]), name_of(before.pages, group), before.pages[group[n]].about});
  }
  leave_what_serves_on(before.pages, now.pages, changes);
  std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) {
    // By the page that is printed; pages that are gone come last, by their number.
    return std::pair(a.page == 0, a.page == 0 ? a.replaces : a.page) <
           std::pair(b.page == 0, b.page == 0 ? b.replaces : b.page);
  });
  if (now.imposition == Imposition::Booklet) {
    if (changes.empty()) now.pages.clear();
    return {std::move(now), std::move(changes)};
  }
  std::vector<Page> pages;
  for (const auto& change : changes)
    if (change.page > 0)
      pages.push_back(std::move(now.pages[static_cast<std::size_t>(change.page - 1)]));
  now.pages = std::move(pages);
  return {std::move(now), std::move(changes)};
}

bool is_about(const About& about, const std::string& id) {
  const auto has = [&](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  return has(about.people) || has(about.rooms);
}

void keep_about(std::vector<Page>& pages, const std::string& id) {
  pages.erase(
      std::remove_if(
          pages.begin(), pages.end(), [&](const Page& page) { return !is_about(page.about, id); }),
      pages.end());
}

void keep_about(std::vector<PageChange>& changes, const std::string& id) {
  changes.erase(std::remove_if(changes.begin(),
                               changes.end(),
                               [&](const auto& change) { return !is_about(change.about, id); }),
                changes.end());
}

}  // namespace sheets
