#include "data/write/series_json.h"

#include <string>

#include "data/calendars/zone.h"

namespace data {
namespace {

class SeriesWriter {
 public:
  explicit SeriesWriter(const engine::Gathering& gathering) : gathering_(gathering) {}

  [[nodiscard]] Json write(const engine::PollOutcome& poll) const {
    Json json{{"session", poll.session}};
    json["dates"] = Json::array();
    for (const auto& date : poll.dates) {
      auto when = engine::iso_date(date.day);
      if (date.clock) when += " " + engine::clock_text(*date.clock);
      json["dates"].push_back({{"date", when},
                               {"chosen", date.chosen},
                               {"possible", date.possible},
                               {"yes", date.yes},
                               {"if_need_be", date.if_need_be},
                               {"no", date.no},
                               {"silent", date.silent},
                               {"text", said(date.text)}});
    }
    json["absences"] = Json::array();
    for (const auto& [person, by] : poll.absences)
      json["absences"].push_back({{"person", person}, {"by", by.empty() ? Json() : Json(by)}});
    json["texts"] = Json::array();
    for (const auto& text : poll.texts) json["texts"].push_back(said(text));
    return json;
  }

  [[nodiscard]] Json write(const engine::Milestone& row) const {
    return {{"session", row.session},
            {"start", row.start ? Json(time(*row.start)) : Json()},
            {"decision", row.decision},
            {"waiting", row.waiting},
            {"text", said(row.text)}};
  }

  [[nodiscard]] Json write(const engine::Cohort& cohort) const {
    Json json{{"cohort", cohort.name}, {"always", cohort.always}, {"only_once", cohort.only_once}};
    json["sessions"] = Json::array();
    for (const auto& step : cohort.steps)
      json["sessions"].push_back({{"id", step.session},
                                  {"start", time(step.start)},
                                  {"people", step.people},
                                  {"kept", step.kept},
                                  {"joined", step.joined},
                                  {"left", step.left},
                                  {"text", said(step.text)}});
    json["text"] = said(cohort.text);
    return json;
  }

  [[nodiscard]] Json write(const engine::LongPause& row) const {
    return {{"from", row.earlier},
            {"to", row.later},
            {"days", row.days},
            {"term_days", row.term_days},
            {"text", said(row.text)}};
  }

  [[nodiscard]] Json write(const engine::Slack& row) const {
    return {{"date", engine::iso_date(row.day)},
            {"items", row.items},
            {"latest", engine::iso_date(row.latest)},
            {"days", row.days},
            {"proved", row.proved},
            {"text", said(row.text)}};
  }

  template <class Row>
  [[nodiscard]] Json list(const std::vector<Row>& rows) const {
    auto list = Json::array();
    for (const auto& row : rows) list.push_back(write(row));
    return list;
  }

 private:
  [[nodiscard]] const std::string& said(const engine::Text& text) const {
    return text.in(gathering_.language);
  }
  [[nodiscard]] std::string time(engine::Minute moment) const {
    return iso_with_offset(moment, gathering_.timezone);
  }

  const engine::Gathering& gathering_;
};

}  // namespace

Json series_json(const engine::Gathering& gathering, const engine::Series& series) {
  const SeriesWriter writer(gathering);
  return {{"polls", writer.list(series.polls)},
          {"milestones", writer.list(series.milestones)},
          {"cohorts", writer.list(series.cohorts)},
          {"pauses", writer.list(series.pauses)},
          {"slack", writer.list(series.slack)}};
}

}  // namespace data
