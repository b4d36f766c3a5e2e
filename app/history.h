/// Lists the versions of a document: when, why and how good each one is.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/history.h"

namespace app {

struct HistoryRow {
  engine::PlanVersion version;
  std::string made;  ///< on the gathering's clock, with its offset: 2025-02-11T09:30:00+01:00
};

struct History {
  engine::Gathering gathering;   ///< as the newest version has it
  std::vector<HistoryRow> rows;  ///< oldest first
};

/// Throws engine::Failure when the document cannot be read.
[[nodiscard]] History history(const std::string& document);

[[nodiscard]] std::string json(const History& history);

}  // namespace app
