#include "data/write/replan_json.h"

#include <array>

#include "data/write/plan_value.h"

namespace data {

std::string replan_json(const RepairedPlan& repaired) {
  constexpr std::array kWhen{"now", "before", "information"};
  const auto language = repaired.gathering.language;
  auto json = plan_value(repaired.gathering, repaired.plan);
  json["changes"] = rows_json(repaired.changes, language);
  json["disturbed"] = {{"people", repaired.disturbed},
                       {"sessions", repaired.disturbed_items},
                       {"bound", repaired.bound},
                       {"proved", repaired.proved}};
  json["notify"] = Json::array();
  for (const auto& notice : repaired.notices)
    json["notify"].push_back({{"person", notice.person},
                              {"when", kWhen[static_cast<std::size_t>(notice.urgency)]},
                              {"text", notice.text.in(language)}});
  json["print_again"] = {{"programme", repaired.pages.programme},
                         {"people", repaired.pages.people},
                         {"rooms", repaired.pages.rooms},
                         {"rotations", repaired.pages.rotations}};
  json["written"] = repaired.written;
  return text_of(json);
}

}  // namespace data
