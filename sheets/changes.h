/// Which pages of a kind changed since another version, and what they replace.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sheets/drawing/page.h"

namespace sheets {

/// One line of the list that goes with changed pages.
struct PageChange {
  int page = 0;      ///< number in the whole kind as it is now, from 1; 0: there is none any more
  int replaces = 0;  ///< number in the whole kind as it was, from 1; 0: it is new
  std::string what;  ///< the page's outline: "Grande salle, mardi 11 février 2025"; may be empty
  About about = {};  ///< whom the page is for, or was
};

struct ChangedPages {
  Document document;  ///< the changed pages only
  std::vector<PageChange> list;
};

/// A page is the same when its words, shapes and boxes that say something are the same in the same
/// order, however far down they stand and in whatever type; its footer does not count. Pages are
/// matched by what they are about, the n-th to the n-th; a page about something else that says the
/// same as one that is gone is not printed either. A leaflet is one thing: all of it is printed
/// when any page of it changed. Small pages that are cut out of the paper are numbered as if each
/// were a page.
[[nodiscard]] ChangedPages changed_pages(const Document& before, Document now);

/// For each page of `now` whether it is the same as its match in `before`.
[[nodiscard]] std::vector<bool> same_pages(const Document& before, const Document& now);

/// Where the changes end that are told in one line with that at `first`: pages that follow one
/// another, as do those they replace, about the same thing. `Change` has the members of PageChange.
template <class Change>
[[nodiscard]] std::size_t end_of_row(const std::vector<Change>& changes, std::size_t first) {
  const auto next = [](int page) { return page == 0 ? 0 : page + 1; };
  auto end = first + 1;
  for (; end < changes.size(); ++end) {
    const auto& one = changes[end - 1];
    const auto& other = changes[end];
    if (other.what != one.what || other.page != next(one.page) ||
        other.replaces != next(one.replaces))
      break;
  }
  return end;
}

/// What is for this person or room only.
[[nodiscard]] bool is_about(const About& about, const std::string& id);
void keep_about(std::vector<Page>& pages, const std::string& id);
void keep_about(std::vector<PageChange>& changes, const std::string& id);

}  // namespace sheets
