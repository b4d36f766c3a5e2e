/// Prints the whole pack: a file per kind and an index of them, or only what changed, or only what
/// concerns one person or room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sheets/catalogue.h"
#include "sheets/changes.h"

namespace sheets {

struct PackRequest {
  PlanToPrint now;
  std::optional<PlanToPrint> since;  ///< the version already printed; none: everything
  std::vector<std::string> kinds;    ///< keys; empty: every kind
  std::string only;                  ///< id of a person or room; empty: everybody
  std::string folder;                ///< which exists
};

struct PackEntry {
  std::string kind;
  std::string path;      ///< empty when nothing was written
  int pages = 0;         ///< sides of paper
  bool removed = false;  ///< an older file of this kind stood there and holds nothing any more
  std::vector<engine::Text> refusals;  ///< why this kind is not printed at all
  std::vector<PageChange> changes;     ///< only with `since`
};

struct Pack {
  std::vector<PackEntry> entries;  ///< one per kind asked for, in the order of kinds()
  std::string index;               ///< path of the index page; empty when there is nothing to index
};

/// Kinds are drawn two at a time: fonts are each thread's own. Files appear whole or not at all.
/// An older file of a kind that has nothing to print now is removed: it would be taken for new.
/// Throws as draw() and write_pdf() do.
[[nodiscard]] Pack print_pack(const PackRequest& request);

}  // namespace sheets
