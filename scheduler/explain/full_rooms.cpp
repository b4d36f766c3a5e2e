#include <algorithm>
#include <map>
#include <set>

#include "scheduler/explain/alone.h"
#include "scheduler/explain/emptied.h"
#include "scheduler/explain/overbooked.h"
#include "scheduler/explain/overfull.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Minute;
using engine::PartId;
using engine::Problem;
using engine::RoomId;
using engine::RuleId;

using Rooms = std::vector<RoomId>;  ///< ascending

/// Starts times rooms times items that may be looked at: about half a second.
constexpr std::size_t kMostWork = 6'000'000;
constexpr std::size_t kMostSets = 300;

/// A part that takes one room of a set, which others then cannot use.
struct Use {
  PartId part;
  Rooms rooms;
};

/// Items that may go into a room with room for several at once are left out, and so are the later
/// rounds of a rotation whose rounds are apart: one rotation may be in a room with itself.
std::vector<Use> uses_of(const Problem& problem, const std::vector<Domain>& domains) {
  std::set<std::pair<PartId, Rooms>> uses;
  problem.activities.each([&](engine::ActivityId a) {
    const PartId part = problem.activities[a].part;
    const auto& block = problem.blocks[problem.parts[part].block];
    const auto& domain = domains[problem.parts[part].block.index()];
    if (block.optional || domain.starts.empty()) return;
    Rooms rooms;
    for (const auto& room : domain.rooms) rooms.push_back(room.room);
    const auto choices = problem.room_choices[a];
    const bool whole = block.part_count > 1 || problem.parts[part].round == 0;
    if (block.rotation.exists() && whole && choices.size() == 1) rooms = {choices.front()};
    const bool shared = std::any_of(
        rooms.begin(), rooms.end(), [&](RoomId room) { return problem.rooms[room].shared; });
    if (rooms.empty() || shared) return;
    std::sort(rooms.begin(), rooms.end());
    uses.insert({part, std::move(rooms)});
  });
  std::vector<Use> list;
  for (const auto& [part, rooms] : uses) list.push_back({part, rooms});
  return list;
}

/// The sets of rooms that some item has to choose from, the smallest first, and all rooms.
std::vector<Rooms> sets_of(const std::vector<Use>& uses) {
  std::set<std::pair<std::size_t, Rooms>> by_size;
  std::set<RoomId> all;
  for (const auto& use : uses) {
    by_size.insert({use.rooms.size(), use.rooms});
    all.insert(use.rooms.begin(), use.rooms.end());
  }
  std::vector<Rooms> sets;
  for (const auto& [size, rooms] : by_size)
    if (sets.size() < kMostSets) sets.push_back(rooms);
  if (!all.empty() && sets.back().size() < all.size()) sets.emplace_back(all.begin(), all.end());
  return sets;
}

/// The items that have to share one set of rooms.
class RoomSet {
 public:
  RoomSet(const Problem& problem, const std::vector<Domain>& domains, Rooms rooms)
      : problem_(&problem), domains_(&domains), rooms_(std::move(rooms)) {
    for (const RoomId room : rooms_) pause_ = std::min(pause_, problem.rooms[room].setup);
  }

  void add(const Use& use) {
    if (!std::includes(rooms_.begin(), rooms_.end(), use.rooms.begin(), use.rooms.end())) return;
    if (problem_->parts[use.part].rotation.exists() && pause_ > 0)
      return;  // none between two rounds of one rotation
    uses_.push_back(&use);
    work_ += domain_of(use).starts.size() * rooms_.size();
    minutes_ += length_of(use);
  }

  [[nodiscard]] bool crowded() const { return uses_.size() > rooms_.size(); }
  [[nodiscard]] std::size_t work() const { return work_; }
  /// Minutes asked of each room on average.
  [[nodiscard]] std::int64_t pressure() const {
    return minutes_ / static_cast<std::int64_t>(rooms_.size());
  }

  [[nodiscard]] std::optional<Conflict> look() const {
    std::vector<Load> loads;
    for (const auto* use : uses_) loads.push_back(load_of(*use, {}));
    std::vector<Server> servers;
    for (const RoomId room : rooms_) {
      std::vector<Load> here;
      for (const auto* use : uses_)
        if (std::binary_search(use->rooms.begin(), use->rooms.end(), room))
          here.push_back(load_of(*use, room));
      servers.push_back(server_of(here));
    }
    auto too_much = overfull(loads, servers);
    if (!too_much) return {};
    // The pause is counted after each use; a room needs none after its last.
    too_much->during.to -= pause_;
    if (!too_much->counted) {
      const auto pauses = std::int64_t{pause_} * static_cast<std::int64_t>(rooms_.size());
      too_much->needed -= pauses;
      too_much->available -= pauses;
    }
    auto conflict = conflict_of(ConflictKind::RoomsTooFew, *too_much);
    conflict.rooms = rooms_;
    conflict.rules = {RuleId::RoomOverlap};
    return conflict;
  }

 private:
  [[nodiscard]] const Domain& domain_of(const Use& use) const {
    return (*domains_)[problem_->parts[use.part].block.index()];
  }
  [[nodiscard]] Minute length_of(const Use& use) const {
    const auto& part = problem_->parts[use.part];
    return part.setup + part.minutes + part.teardown + pause_;
  }

  /// When the part may take the room; no room: any of its own.
  [[nodiscard]] Load load_of(const Use& use, RoomId room) const {
    const auto& part = problem_->parts[use.part];
    const auto& domain = domain_of(use);
    const auto row = std::find_if(
        domain.rooms.begin(), domain.rooms.end(), [&](const auto& r) { return r.room == room; });
    Load load{part.block, length_of(use), {}};
    for (std::size_t i = 0; i < domain.starts.size(); ++i)
      if (row == domain.rooms.end() || row->at(i))
        load.starts.push_back(domain.starts[i] + part.offset - part.setup);
    return load;
  }

  const Problem* problem_;
  const std::vector<Domain>* domains_;
  Rooms rooms_;
  Minute pause_ = kFar;  ///< between two uses, at least
  std::vector<const Use*> uses_;
  std::size_t work_ = 0;
  std::int64_t minutes_ = 0;
};

}  // namespace

std::vector<Conflict> full_rooms(const Problem& problem, const std::vector<Domain>& domains) {
  std::vector<Conflict> found;
  if (!is_hard(problem, RuleId::RoomOverlap)) return found;
  const auto uses = uses_of(problem, domains);
  std::vector<RoomSet> crowded;
  for (auto& rooms : sets_of(uses)) {
    RoomSet set(problem, domains, std::move(rooms));
    for (const auto& use : uses) set.add(use);
    if (set.crowded()) crowded.push_back(std::move(set));
  }
  std::stable_sort(crowded.begin(), crowded.end(), [](const RoomSet& a, const RoomSet& b) {
    return a.pressure() > b.pressure();
  });
  std::size_t work = 0;
  for (const auto& set : crowded) {
    if (work + set.work() > kMostWork) continue;
    work += set.work();
    if (auto conflict = set.look()) found.push_back(std::move(*conflict));
  }
  return found;
}

}  // namespace scheduler
