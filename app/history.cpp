#include "app/history.h"

#include <utility>

#include "app/reading.h"
#include "data/calendars/zone.h"
#include "data/sqlite/document.h"
#include "data/write/report_json.h"

namespace app {

History history(const std::string& document) {
  const data::Document stored(document);
  History history;
  history.gathering = gathering_of(stored.load());
  for (auto& version : stored.history()) {
    auto made = data::iso_at(version.made, history.gathering.timezone);
    history.rows.push_back({.version = std::move(version), .made = std::move(made)});
  }
  return history;
}

std::string json(const History& history) {
  std::vector<engine::PlanVersion> versions;
  for (const auto& row : history.rows) versions.push_back(row.version);
  return data::history_json(history.gathering, versions);
}

}  // namespace app
