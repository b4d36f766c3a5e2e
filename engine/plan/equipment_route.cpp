#include "engine/plan/equipment_route.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "engine/problem/journeys.h"

namespace engine {
namespace {

struct UseOnSite {
  Interval time;  ///< with setup and teardown
  std::string site;
  std::string session;
  int count = 0;
};

/// Pieces that stand together.
struct Pile {
  std::string site;            ///< empty: without a home, they are where they are needed first
  std::optional<Minute> free;  ///< none: at home, not used yet
  std::string after;
  int count = 0;
};

/// Looks up what a plan names by key.
struct Index {
  explicit Index(const Gathering& gathering) {
    for (const auto& room : gathering.rooms) site_of_room[room.id.value] = room.site.value;
    for (const auto& session : gathering.sessions) sessions[session.id.value] = &session;
  }

  std::unordered_map<std::string_view, std::string_view> site_of_room;
  std::unordered_map<std::string_view, const Session*> sessions;
};

/// The uses of one kind of equipment, in order of time.
std::vector<UseOnSite> uses_of(const Index& index, const Plan& plan, const Equipment& equipment) {
  std::vector<UseOnSite> uses;
  for (const auto& planned : plan.sessions) {
    const auto site = index.site_of_room.find(planned.room);
    const auto session = index.sessions.find(planned.id);
    if (site == index.site_of_room.end() || session == index.sessions.end()) continue;
    const auto& row = *session->second;
    for (const auto& use : row.equipment)
      if (use.equipment.value == equipment.id.value)
        uses.push_back({{planned.start - row.setup, planned.end + row.teardown},
                        std::string(site->second),
                        planned.id,
                        use.count});
  }
  std::sort(uses.begin(), uses.end(), [](const auto& a, const auto& b) {
    return std::tie(a.time, a.session) < std::tie(b.time, b.session);
  });
  return uses;
}

class Route {
 public:
  Route(const Journeys& journeys, const Equipment& equipment)
      : journeys_(journeys), equipment_(equipment) {
    const auto home = equipment.site ? equipment.site->value : std::string();
    piles_.push_back({home, {}, {}, equipment.count});
  }

  void use(const UseOnSite& use) {
    int missing = use.count;
    while (missing > 0) {
      const auto pile = best_pile(use);
      if (pile == piles_.end()) break;
      const int taken = std::min(missing, pile->count);
      move(*pile, taken, use.site, use.time.from, use.session);
      pile->count -= taken;
      missing -= taken;
      if (pile->count == 0) piles_.erase(pile);
    }
    piles_.push_back({use.site, use.time.to, use.session, use.count});
  }

  std::vector<EquipmentMove> finish() {
    if (equipment_.site)
      for (const auto& pile : piles_)
        if (pile.free) move(pile, pile.count, equipment_.site->value, {}, {});
    return std::move(moves_);
  }

 private:
  [[nodiscard]] Minute minutes(const std::string& from, const std::string& to) const {
    const auto way = journeys_.between({from}, {to});
    return way ? way->minutes : 0;
  }

  /// On the spot, then not used yet and without a home, then nearest, then from home; none when
  /// nothing can come in time.
  std::vector<Pile>::iterator best_pile(const UseOnSite& use) {
    auto best = piles_.end();
    std::pair<int, Minute> best_key;
    for (auto pile = piles_.begin(); pile != piles_.end(); ++pile) {
      const Minute way = minutes(pile->site, use.site);
      if (pile->free && *pile->free + way > use.time.from) continue;
      const int rank = pile->site == use.site ? 0 : pile->site.empty() ? 1 : pile->free ? 2 : 3;
      const std::pair key(rank, way);
      if (best != piles_.end() && best_key <= key) continue;
      best = pile;
      best_key = key;
    }
    return best;
  }

  void move(const Pile& pile,
            int count,
            const std::string& to,
            std::optional<Minute> needed,
            const std::string& before) {
    if (pile.site == to || pile.site.empty()) return;
    moves_.push_back({equipment_.id.value,
                      count,
                      pile.site,
                      to,
                      pile.free,
                      needed,
                      minutes(pile.site, to),
                      pile.after,
                      before});
  }

  const Journeys& journeys_;
  const Equipment& equipment_;
  std::vector<Pile> piles_;
  std::vector<EquipmentMove> moves_;
};

}  // namespace

std::vector<EquipmentMove> equipment_moves(const Gathering& gathering, const Plan& plan) {
  const Journeys journeys(gathering);
  const Index index(gathering);
  std::vector<EquipmentMove> moves;
  for (const auto& equipment : gathering.equipment) {
    Route route(journeys, equipment);
    for (const auto& use : uses_of(index, plan, equipment)) route.use(use);
    auto found = route.finish();
    moves.insert(moves.end(), found.begin(), found.end());
  }
  return moves;
}

}  // namespace engine
