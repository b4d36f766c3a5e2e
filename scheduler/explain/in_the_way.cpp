#include "scheduler/explain/in_the_way.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/plan/remarks.h"
#include "engine/rules/all.h"
#include "scheduler/explain/naming.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Finding;
using engine::PartId;
using engine::PersonId;
using engine::Presence;
using engine::RuleId;
using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kBusy{"{0} est déjà à {1}", "{0} is at {1} already"};
constexpr Words kManyBusy{"{0} sont déjà à {1}", "{0} are at {1} already"};
constexpr Words kJourney{"trop peu de temps entre ici et {1} pour {0}",
                         "too little time between here and {1} for {0}"};
constexpr Words kAway{"{0} n’est pas disponible", "{0} is not available"};
constexpr Words kManyAway{"{0} ne sont pas disponibles", "{0} are not available"};
constexpr Words kTwo{"{0} et {1}", "{0} and {1}"};
constexpr Words kMany{"{0} et {1}\u00a0{1:autre|autres}", "{0} and {1}\u00a0more"};
constexpr Words kTaken{"{0} est prise par {1}", "{0} is taken by {1}"};

using Crowd = std::vector<PersonId>;  // the people of one reason

template <class... Rules>
void inspect_one(std::tuple<Rules...>*, const engine::Board& board, RuleId id, auto sink) {
  ((Rules::kId == id ? Rules::inspect(board, sink) : void()), ...);
}

class Reasons {
 public:
  Reasons(const engine::Gathering& gathering, const engine::Board& board, BlockId block)
      : gathering_(gathering),
        board_(board),
        problem_(board.problem()),
        view_(engine::view_of(board)),
        block_(block),
        naming_(gathering, board.problem()) {}

  void add(RuleId rule) {
    const auto before = list_.size();
    if (rule == RuleId::PersonOverlap || rule == RuleId::TravelTime)
      add_meetings(rule);
    else if (rule == RuleId::PersonUnavailable)
      add_away();
    else if (rule == RuleId::RoomOverlap)
      add_taken_rooms();
    else
      add_findings(rule);
    if (list_.size() > before) return;
    // Another item bears the finding, as where equipment runs out when that item begins.
    const auto part = problem_.blocks[block_].first_part;
    say_finding({rule, 1, part, {}, problem_.parts[part].first_activity, {}});
  }

  std::vector<engine::InTheWay> take() { return std::move(list_); }

 private:
  [[nodiscard]] BlockId block_of(PartId part) const { return problem_.parts[part].block; }

  /// Everyone in the block, each once.
  [[nodiscard]] std::vector<PersonId> people() const {
    std::vector<PersonId> list;
    engine::each_part(problem_, block_, [&](PartId part) {
      const auto attendees = problem_.attendees[part];
      list.insert(list.end(), attendees.begin(), attendees.end());
      engine::each_activity(problem_, part, [&](ActivityId a) {
        for (const auto slot : problem_.slots_of[a])
          if (board_.holder(slot).exists()) list.push_back(board_.holder(slot));
      });
    });
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  }

  void add_meetings(RuleId rule) {
    std::map<BlockId, Crowd> crowds;
    for (const auto person : people()) {
      std::vector<Presence> here;
      std::vector<Presence> elsewhere;
      engine::each_presence(view_, person, [&](Presence p) {
        (block_of(p.part) == block_ ? here : elsewhere).push_back(p);
      });
      std::map<BlockId, bool> met;
      for (const auto& a : here)
        for (const auto& b : elsewhere)
          if (clash(rule, a, b)) met[block_of(b.part)] = true;
      for (const auto& [other, yes] : met) crowds[other].push_back(person);
    }
    const bool journey = rule == RuleId::TravelTime;
    for (const auto& [other, crowd] : crowds)
      tell(rule,
           crowd,
           journey ? kJourney : kBusy,
           journey ? kJourney : kManyBusy,
           naming_.item(other));
  }

  [[nodiscard]] bool clash(RuleId rule, Presence a, Presence b) const {
    return rule == RuleId::PersonOverlap ? engine::OverlapCost::pair(view_, a, b) > 0
                                         : engine::JourneyCost::pair(view_, a, b) > 0;
  }

  void add_away() {
    Crowd crowd;
    for (const auto person : people()) {
      const auto windows = problem_.available[person];
      bool away = false;
      engine::each_presence(view_, person, [&](Presence p) {
        if (block_of(p.part) != block_) return;
        const auto time = view_.time(p.part);
        away =
            away || (!windows.empty() && std::none_of(windows.begin(), windows.end(), [&](auto w) {
              return w.contains(time);
            }));
      });
      if (away) crowd.push_back(person);
    }
    if (!crowd.empty()) tell(RuleId::PersonUnavailable, crowd, kAway, kManyAway, {});
  }

  void tell(
      RuleId rule, const Crowd& crowd, const Words& one, const Words& many, const Text& item) {
    const auto first = naming_.person(crowd.front());
    if (crowd.size() == 1) return put(rule, say(one, first, item));
    const auto who = crowd.size() == 2 ? say(kTwo, first, naming_.person(crowd.back()))
                                       : say(kMany, first, crowd.size() - 1);
    put(rule, say(many, who, item));
  }

  void add_taken_rooms() {
    std::map<std::pair<engine::RoomId, BlockId>, bool> taken;
    engine::each_moved_activity(problem_, engine::Change::place(block_, 0), [&](ActivityId a) {
      const auto room = board_.room(a);
      if (!room.exists()) return;
      for (const auto& booking : board_.in_room(room))
        if (booking.block != block_ && engine::RoomOverlap::clash(view_, a, booking.activity))
          taken[{room, booking.block}] = true;
    });
    for (const auto& [pair, yes] : taken)
      put(RuleId::RoomOverlap, say(kTaken, naming_.room(pair.first), naming_.item(pair.second)));
  }

  void add_findings(RuleId rule) {
    constexpr engine::RulesInForce* kAll = nullptr;
    inspect_one(kAll, board_, rule, [&](const Finding& f) {
      const bool mine = (f.part.exists() && block_of(f.part) == block_) ||
                        (f.other.exists() && block_of(f.other) == block_);
      if (mine) say_finding(f);
    });
  }

  void say_finding(const Finding& finding) {
    put(finding.rule, engine::words_without_time(gathering_, board_, finding));
  }

  void put(RuleId rule, Text text) {
    engine::InTheWay reason{std::string(engine::info(rule).key), std::move(text)};
    if (std::find(list_.begin(), list_.end(), reason) == list_.end())
      list_.push_back(std::move(reason));
  }

  const engine::Gathering& gathering_;
  const engine::Board& board_;
  const engine::Problem& problem_;
  engine::BoardView view_;
  BlockId block_;
  Naming naming_;
  std::vector<engine::InTheWay> list_;
};

}  // namespace

std::vector<engine::InTheWay> in_the_way(const engine::Gathering& gathering,
                                         const engine::Board& board,
                                         BlockId block,
                                         const std::vector<RuleId>& rules) {
  Reasons reasons(gathering, board, block);
  for (const auto rule : rules) reasons.add(rule);
  return reasons.take();
}

}  // namespace scheduler
