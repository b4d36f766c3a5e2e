#include "app/show.h"

#include <utility>

#include "app/reading.h"
#include "data/sqlite/document.h"
#include "data/write/plan_json.h"

namespace app {

Shown show(const std::string& document, std::optional<int> version) {
  auto stored = data::Document(document).load(version);
  return {.gathering = gathering_of(stored), .plan = std::move(stored.plan)};
}

std::string json(const Shown& shown) {
  return data::plan_json(shown.gathering, shown.plan);
}

}  // namespace app
