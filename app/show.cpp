#include "app/show.h"

#include <utility>

#include "app/reading.h"
#include "app/series.h"
#include "data/sqlite/document.h"
#include "data/write/plan_json.h"

namespace app {

Shown show(const std::string& document, std::optional<int> version) {
  auto stored = data::Document(document).load(version);
  auto checked = checked_again(stored);
  Shown shown;
  if (checked.ok()) shown.series = series_of(checked, stored.plan);
  shown.gathering = std::move(checked.gathering);
  shown.plan = std::move(stored.plan);
  return shown;
}

std::string json(const Shown& shown) {
  return data::plan_json(shown.gathering, shown.plan, shown.series);
}

}  // namespace app
