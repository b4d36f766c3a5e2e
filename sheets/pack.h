/// The whole pack as PDF files: one per kind and an index of them, or only what changed, or only
/// what concerns one person or room.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sheets/catalogue.h"
#include "sheets/changes.h"

namespace sheets {

struct PackRequest {
  PlanToPrint now;
  std::optional<PlanToPrint> since;       ///< the version already printed; none: everything
  std::vector<std::string> kinds;         ///< keys; empty: every kind
  std::string only;                       ///< id of a person or room; empty: everybody
  std::vector<PlanToPrint> earlier = {};  ///< the versions before `now`, the newest first
};

struct PackEntry {
  std::string kind;
  std::string pdf;        ///< bytes of its file; empty when there is nothing to print
  int pages = 0;          ///< sides of paper
  bool outdated = false;  ///< an older file of this kind would be taken for new: it has to go
  std::vector<engine::Text> refusals;  ///< why this kind is not printed at all
  std::vector<PageChange> changes;     ///< only with `since`
  std::set<std::string> left_out;      ///< emoji that no font shows, and no page has
};

struct Pack {
  std::vector<PackEntry> entries;  ///< one per kind asked for, in the order of kinds()
  std::string index;               ///< bytes of its file; empty when there is nothing to index
};

/// Kinds are drawn two at a time: fonts are each thread's own. Throws as draw() and pdf() do.
[[nodiscard]] Pack print_pack(const PackRequest& request);

}  // namespace sheets
