#include "data/sqlite/plan_rows.h"

#include <stdexcept>
#include <string>
#include <vector>

#include "data/sqlite/rows.h"

namespace data {
namespace {

using engine::Plan;
using engine::RoleHolders;

/// The teams and participants of sessions and stations alike.
class PeopleWriter {
 public:
  PeopleWriter(SQLite::Database& database, int version)
      : version_(version),
        role_(database, "INSERT INTO role VALUES (?, ?, ?, ?)"),
        holder_(database, "INSERT INTO holder VALUES (?, ?, ?, ?, ?)"),
        participant_(database, "INSERT INTO participant VALUES (?, ?, ?, ?)") {}

  void write(std::size_t placement,
             const std::vector<RoleHolders>& team,
             const std::vector<std::string>& participants) {
    for (std::size_t role = 0; role < team.size(); ++role) {
      role_(version_, placement, role, team[role].role);
      const auto& people = team[role].people;
      for (std::size_t i = 0; i < people.size(); ++i)
        holder_(version_, placement, role, i, people[i]);
    }
    for (std::size_t i = 0; i < participants.size(); ++i)
      participant_(version_, placement, i, participants[i]);
  }

 private:
  int version_;
  Insert role_;
  Insert holder_;
  Insert participant_;
};

void insert_placements(SQLite::Database& database, int version, const Plan& plan) {
  PeopleWriter people(database, version);
  Insert session(database,
                 "INSERT INTO placement (version, number, id, room, starts, ends)"
                 " VALUES (?, ?, ?, ?, ?, ?)");
  Insert rotation(database, "INSERT INTO rotation VALUES (?, ?, ?, ?, ?, ?, ?)");
  Insert round(database, "INSERT INTO round VALUES (?, ?, ?, ?, ?)");
  Insert station(database,
                 "INSERT INTO placement (version, number, id, room, rotation, round)"
                 " VALUES (?, ?, ?, ?, ?, ?)");
  std::size_t placement = 0;
  for (const auto& s : plan.sessions) {
    session(version, placement, s.id, s.room, Clocked{s.start}, Clocked{s.end});
    people.write(placement++, s.team, s.participants);
  }
  for (std::size_t i = 0; i < plan.rotations.size(); ++i) {
    const auto& r = plan.rotations[i];
    rotation(version, i, r.id, r.repeat_meetings, r.repeat_cost, r.bound, r.proved);
    for (std::size_t n = 0; n < r.rounds.size(); ++n) {
      round(version, i, n, Clocked{r.rounds[n].start}, Clocked{r.rounds[n].end});
      for (const auto& s : r.rounds[n].stations) {
        station(version, placement, s.id, s.room, i, n);
        people.write(placement++, s.team, s.participants);
      }
    }
  }
}

/// Where the team and the participants of each placement go, by its number.
struct Seats {
  std::vector<RoleHolders>* team;
  std::vector<std::string>* participants;
};

void load_rotations(SQLite::Database& database, int version, Plan& plan) {
  each_row(database,
           "SELECT id, repeat_meetings, repeat_cost, bound, proved FROM rotation"
           " WHERE version = ? ORDER BY position",
           version,
           [&](const Row& row) {
             plan.rotations.push_back({.id = row.text(0),
                                       .repeat_meetings = row.number(1),
                                       .repeat_cost = row.number(2),
                                       .bound = row.number(3),
                                       .proved = row.flag(4),
                                       .rounds = {}});
           });
  each_row(database,
           "SELECT rotation, starts, ends FROM round WHERE version = ? ORDER BY rotation, round",
           version,
           [&](const Row& row) {
             plan.rotations.at(row.position(0))
                 .rounds.push_back({.start = row.moment(1), .end = row.moment(2), .stations = {}});
           });
}

void load_placements(SQLite::Database& database, int version, Plan& plan) {
  std::size_t next = 0;
  each_row(database,
           "SELECT id, room, starts, ends, rotation, round, number FROM placement"
           " WHERE version = ? ORDER BY number",
           version,
           [&](const Row& row) {
             if (row.position(6) != next++) throw std::invalid_argument("a placement is missing");
             if (row.is_null(4)) {
               plan.sessions.push_back({.id = row.text(0),
                                        .start = row.moment(2),
                                        .end = row.moment(3),
                                        .room = row.text(1),
                                        .team = {},
                                        .participants = {}});
               return;
             }
             auto& rounds = plan.rotations.at(row.position(4)).rounds;
             rounds.at(row.position(5))
                 .stations.push_back(
                     {.id = row.text(0), .room = row.text(1), .team = {}, .participants = {}});
           });
}

/// In the order of the placement numbers, once every vector above is complete.
std::vector<Seats> seats_of(Plan& plan) {
  std::vector<Seats> seats;
  for (auto& s : plan.sessions) seats.push_back({&s.team, &s.participants});
  for (auto& r : plan.rotations)
    for (auto& round : r.rounds)
      for (auto& s : round.stations) seats.push_back({&s.team, &s.participants});
  return seats;
}

void load_people(SQLite::Database& database, int version, Plan& plan) {
  const auto seats = seats_of(plan);
  each_row(database,
           "SELECT placement, name FROM role WHERE version = ? ORDER BY placement, position",
           version,
           [&](const Row& row) {
             seats.at(row.position(0)).team->push_back({.role = row.text(1), .people = {}});
           });
  each_row(database,
           "SELECT placement, role, person FROM holder WHERE version = ?"
           " ORDER BY placement, role, position",
           version,
           [&](const Row& row) {
             auto& team = *seats.at(row.position(0)).team;
             team.at(row.position(1)).people.push_back(row.text(2));
           });
  each_row(database,
           "SELECT placement, person FROM participant WHERE version = ?"
           " ORDER BY placement, position",
           version,
           [&](const Row& row) { seats.at(row.position(0)).participants->push_back(row.text(1)); });
}

void load_judgement(SQLite::Database& database, int version, Plan& plan) {
  each_row(database,
           "SELECT rule, hard, weight, count, penalty FROM rule_score"
           " WHERE version = ? ORDER BY position",
           version,
           [&](const Row& row) {
             plan.rules.push_back(
                 {row.text(0), row.flag(1), row.number(2), row.number(3), row.number(4)});
           });
  each_row(database,
           "SELECT id, reason_fr, reason_en FROM unplaced WHERE version = ? ORDER BY position",
           version,
           [&](const Row& row) {
             plan.unplaced.push_back({row.text(0), row.texts(1)});
           });
  each_row(database,
           "SELECT rule, hard, text_fr, text_en FROM remark WHERE version = ? ORDER BY position",
           version,
           [&](const Row& row) {
             plan.remarks.push_back({row.text(0), row.flag(1), row.texts(2)});
           });
}

}  // namespace

void insert_plan(SQLite::Database& database, int number, const Plan& plan) {
  insert_placements(database, number, plan);
  Insert rule(database, "INSERT INTO rule_score VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    const auto& r = plan.rules[i];
    rule(number, i, r.id, r.hard, r.weight, r.count, r.penalty);
  }
  Insert unplaced(database, "INSERT INTO unplaced VALUES (?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < plan.unplaced.size(); ++i) {
    const auto& u = plan.unplaced[i];
    unplaced(number, i, u.id, u.reason.fr, u.reason.en);
  }
  Insert remark(database, "INSERT INTO remark VALUES (?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < plan.remarks.size(); ++i) {
    const auto& r = plan.remarks[i];
    remark(number, i, r.rule, r.hard, r.text.fr, r.text.en);
  }
}

Plan load_plan(SQLite::Database& database, int number) {
  Plan plan;
  plan.version = number;
  load_rotations(database, number, plan);
  load_placements(database, number, plan);
  load_people(database, number, plan);
  load_judgement(database, number, plan);
  return plan;
}

}  // namespace data
