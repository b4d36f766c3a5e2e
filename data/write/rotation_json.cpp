#include "data/write/rotation_json.h"

#include "data/write/json.h"

namespace data {

std::string rotation_json(const RotationReport& report) {
  Json json{{"people", report.people},
            {"groups", report.groups},
            {"rounds", report.rounds},
            {"repeat_meetings", report.meetings.repeat_meetings},
            {"repeat_cost", report.meetings.repeat_cost},
            {"bound", report.bound},
            {"proved", report.bound == report.meetings.repeat_cost},
            {"method", report.method},
            {"seconds", seconds_json(report.seconds)}};
  if (!report.names.empty()) json["names"] = report.names;
  for (const auto& [attribute, largest, bound] : report.mix)
    json["mix"].push_back(
        {{"attribute", attribute}, {"largest_deviation", largest}, {"bound", bound}});
  return text_of(json);
}

}  // namespace data
