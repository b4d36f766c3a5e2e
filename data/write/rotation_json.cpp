#include "data/write/rotation_json.h"

#include "data/write/json.h"

namespace data {

std::string rotation_json(const RotationReport& report) {
  return text_of({{"people", report.people},
                  {"groups", report.rounds.empty() ? 0 : report.rounds.front().size()},
                  {"rounds", report.rounds},
                  {"repeat_meetings", report.meetings.repeat_meetings},
                  {"repeat_cost", report.meetings.repeat_cost},
                  {"bound", report.bound},
                  {"proved", report.bound == report.meetings.repeat_cost},
                  {"method", report.method},
                  {"seconds", seconds_json(report.seconds)}});
}

}  // namespace data
