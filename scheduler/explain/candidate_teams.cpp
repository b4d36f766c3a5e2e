#include <set>

#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::say;
using engine::Words;

constexpr std::int64_t kOneOfSeveral = 120;  // somebody leaves a role that others hold as well
constexpr std::int64_t kAlone = 200;         // … or was alone in it
constexpr std::int64_t kFewer = 100;
constexpr std::int64_t kAtAll = 160;  // a role open to anybody at every station

const engine::Who kEverybody{.kind = engine::Who::Kind::All, .list = {}, .where = {}};

constexpr Words kStationOf{"{0} de {1}", "{0} of {1}"};
constexpr Words kFreed{"libérer {0} de {1}", "free {0} from {1}"};
constexpr Words kAnybody{"confier le rôle «\u202f{0}\u202f» à n’importe qui, pour {1}",
                         "let anybody hold the role \"{0}\" of {1}"};
constexpr Words kAnybodyAtAll{
    "confier le rôle «\u202f{0}\u202f» à n’importe qui, à tous les postes de {1}",
    "let anybody hold the role \"{0}\" at every station of {1}"};
constexpr Words kFewerHolders{"se contenter de {0} pour le rôle «\u202f{1}\u202f» de {2}",
                              "make do with {0} in the role \"{1}\" of {2}"};

/// The team of a session or of a station, and where the file has it.
class Team {
 public:
  Team(CandidateList& out,
       const char* table,
       std::string id,
       engine::Text name,
       const std::vector<engine::Role>& roles)
      : out_(out), table_(table), id_(std::move(id)), name_(std::move(name)), roles_(roles) {}

  void add() {
    for (std::size_t r = 0; r < roles_.size(); ++r) {
      for (std::size_t p = 0; p < roles_[r].people.size(); ++p) add_without(r, p);
      if (roles_[r].open) add_open(r);
    }
  }

 private:
  [[nodiscard]] std::string family(const char* what, const std::string& of) const {
    return std::string(what) + table_ + " " + id_ + " " + of;
  }
  [[nodiscard]] std::vector<engine::Setting> with(const std::vector<engine::Role>& team) const {
    return {{table_, id_, "team", team.empty() ? "" : team_toml(team)}};
  }

  void add_without(std::size_t r, std::size_t p) {
    const auto& person = roles_[r].people[p].value;
    auto team = roles_;
    team[r].people.erase(team[r].people.begin() + static_cast<std::ptrdiff_t>(p));
    const bool nobody = team[r].people.empty();
    if (nobody && !team[r].open) team.erase(team.begin() + static_cast<std::ptrdiff_t>(r));
    out_.add(family("without ", person),
             nobody ? kAlone : kOneOfSeveral,
             say(kFreed, person_name(out_.gathering, person), name_),
             with(team));
  }

  void add_open(std::size_t r) {
    const auto& role = roles_[r];
    auto team = roles_;
    for (int count = role.open->value - 1; count > 0; --count) {
      team[r].open->value = count;
      out_.add_by_degrees(family("fewer ", role.name.value),
                          kFewer * (role.open->value - count),
                          say(kFewerHolders, count, role.name.value, name_),
                          with(team));
    }
    team[r] = role;
    team[r].from = kEverybody;
    out_.add(family("anybody ", role.name.value),
             kFewer,
             say(kAnybody, role.name.value, name_),
             with(team));
  }

  CandidateList& out_;
  const char* table_;
  std::string id_;
  engine::Text name_;
  const std::vector<engine::Role>& roles_;
};

/// The open roles of that name, at each station that has one, for anybody.
std::vector<engine::Setting> opened_to_all(const engine::Rotation& rotation,
                                           const std::string& name) {
  std::vector<engine::Setting> changes;
  for (const auto& station : rotation.stations) {
    auto team = station.team;
    bool opened = false;
    for (auto& role : team) {
      if (!role.open || role.name.value != name) continue;
      opened = opened || role.from.kind != engine::Who::Kind::All;
      role.from = kEverybody;
    }
    if (opened)
      changes.push_back(
          {"rotation.station", station_id(rotation, station), "team", team_toml(team)});
  }
  return changes;
}

/// Where stations at the same time draw on the same few people, one more at one of them is not
/// enough.
void add_open_at_all(CandidateList& out, const engine::Rotation& rotation) {
  std::set<std::string> names;
  for (const auto& station : rotation.stations)
    for (const auto& role : station.team)
      if (role.open) names.insert(role.name.value);
  for (const auto& name : names)
    if (auto changes = opened_to_all(rotation, name); changes.size() > 1)
      out.add("anybody at all " + rotation.id.value + " " + name,
              kAtAll,
              say(kAnybodyAtAll, name, quoted_title(rotation.title, rotation.id)),
              std::move(changes));
}

}  // namespace

void add_teams(CandidateList& out) {
  for (const auto* s : out.sessions)
    Team(out, "session", s->id.value, quoted_title(s->title, s->id), s->team).add();
  for (const auto* r : out.rotations) {
    for (const auto& station : r->stations)
      Team(out,
           "rotation.station",
           station_id(*r, station),
           say(kStationOf, quoted_title(station.title, station.id), quoted_title(r->title, r->id)),
           station.team)
          .add();
    add_open_at_all(out, *r);
  }
}

}  // namespace scheduler
