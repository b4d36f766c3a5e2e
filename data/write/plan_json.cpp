#include "data/write/plan_json.h"

#include <map>
#include <vector>

#include "data/calendars/zone.h"
#include "data/write/plan_value.h"
#include "data/write/series_json.h"

namespace data {
namespace {

using engine::Gathering;
using engine::Plan;

/// One plan being written: the gathering's names and clock at hand.
class PlanWriter {
 public:
  explicit PlanWriter(const Gathering& gathering) : gathering_(gathering) {
    for (const auto& room : gathering.rooms) sites_.emplace(room.id.value, room.site.value);
    for (const auto& session : gathering.sessions) titles_.emplace(session.id.value, session.title);
  }

  [[nodiscard]] Json write(const Plan& plan, const engine::Transport& transport) const {
    Json json{{"format", "farandole.plan/1"},
              {"gathering", gathering_.name},
              {"version", plan.version},
              {"status", status_word(plan.feasible)}};
    json["score"] = score_json(plan.score, plan.bound);
    json["score"]["rules"] = rules_json(plan);
    json["sessions"] = Json::array();
    for (const auto& session : plan.sessions) json["sessions"].push_back(write(session));
    json["rotations"] = Json::array();
    for (const auto& rotation : plan.rotations) json["rotations"].push_back(write(rotation));
    json["trips"] = Json::array();
    for (const auto& trip : transport.trips) json["trips"].push_back(write(trip));
    json["moves"] = Json::array();
    for (const auto& move : transport.moves) json["moves"].push_back(write(move));
    json["unplaced"] = Json::array();
    for (const auto& item : plan.unplaced)
      json["unplaced"].push_back(
          {{"id", item.id}, {"reason", item.reason.in(gathering_.language)}});
    json["remarks"] = remarks(plan);
    json["proved"] = plan.proved;
    json["seconds"] = seconds_json(plan.seconds);
    return json;
  }

 private:
  [[nodiscard]] Json write(const engine::PlannedSession& session) const {
    const auto title = titles_.find(session.id);
    const auto site = sites_.find(session.room);
    return {{"id", session.id},
            {"title", title == titles_.end() ? session.id : title->second},
            {"start", time(session.start)},
            {"end", time(session.end)},
            {"room", key(session.room)},
            {"site", site == sites_.end() ? Json() : Json(site->second)},
            {"team", team(session.team)},
            {"participants", session.participants}};
  }

  [[nodiscard]] Json write(const engine::PlannedRotation& rotation) const {
    Json json{{"id", rotation.id},
              {"repeat_meetings", rotation.repeat_meetings},
              {"repeat_cost", rotation.repeat_cost},
              {"bound", rotation.bound},
              {"proved", rotation.proved}};
    json["rounds"] = Json::array();
    for (const auto& round : rotation.rounds) {
      auto stations = Json::array();
      for (const auto& station : round.stations)
        stations.push_back({{"id", station.id},
                            {"room", key(station.room)},
                            {"team", team(station.team)},
                            {"participants", station.participants}});
      json["rounds"].push_back(
          {{"start", time(round.start)}, {"end", time(round.end)}, {"stations", stations}});
    }
    return json;
  }

  [[nodiscard]] Json write(const engine::EquipmentMove& move) const {
    const auto moment = [&](std::optional<engine::Minute> when) {
      return when ? Json(time(*when)) : Json();
    };
    return {{"equipment", move.equipment},
            {"count", move.count},
            {"from", move.from},
            {"to", move.to},
            {"free", moment(move.free)},
            {"needed", moment(move.needed)},
            {"minutes", move.minutes},
            {"after", key(move.after)},
            {"before", key(move.before)}};
  }

  [[nodiscard]] Json write(const engine::Trip& trip) const {
    return {{"from", trip.from},
            {"to", trip.to},
            {"leaves", time(trip.time.from)},
            {"arrives", time(trip.time.to)},
            {"mode", key(trip.mode)},
            {"seats", trip.seats > 0 ? Json(trip.seats) : Json()},
            {"vehicle", key(trip.vehicle)},
            {"number", trip.number > 0 ? Json(trip.number) : Json()},
            {"driver", key(trip.driver)},
            {"session", key(trip.item)},
            {"people", trip.people}};
  }

  [[nodiscard]] Json remarks(const Plan& plan) const {
    auto list = Json::array();
    for (const auto& remark : plan.remarks)
      list.push_back({{"rule", remark.rule},
                      {"level", level_word(remark.hard)},
                      {"text", remark.text.in(gathering_.language)}});
    return list;
  }

  [[nodiscard]] static Json team(const std::vector<engine::RoleHolders>& team) {
    auto roles = Json::object();
    for (const auto& holders : team) roles[holders.role] = holders.people;
    return roles;
  }

  [[nodiscard]] static Json key(const std::string& id) { return id.empty() ? Json() : Json(id); }

  [[nodiscard]] std::string time(engine::Minute moment) const {
    return iso_with_offset(moment, gathering_.timezone);
  }

  const Gathering& gathering_;
  std::map<std::string, std::string> sites_;   ///< of rooms
  std::map<std::string, std::string> titles_;  ///< of sessions
};

}  // namespace

Json plan_value(const Gathering& gathering, const Plan& plan) {
  return PlanWriter(gathering).write(plan, engine::transport_of(gathering, plan));
}

std::string plan_json(const Gathering& gathering, const Plan& plan, const engine::Series& series) {
  return plan_json(gathering, plan, series, engine::transport_of(gathering, plan));
}

std::string plan_json(const Gathering& gathering,
                      const Plan& plan,
                      const engine::Series& series,
                      const engine::Transport& transport) {
  auto json = PlanWriter(gathering).write(plan, transport);
  if (!series.empty()) json["series"] = series_json(gathering, series);
  return text_of(json);
}

}  // namespace data
