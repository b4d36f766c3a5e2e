#include "scheduler/explain/part_of.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "engine/problem/items.h"

namespace scheduler {
namespace {

using Ids = std::set<std::string, std::less<>>;

void forget_others(engine::Timing& timing, const Ids& kept) {
  const auto gone = [&](const engine::Key& key) { return !kept.contains(key.value); };
  std::erase_if(timing.after, [&](const engine::After& after) { return gone(after.item); });
  std::erase_if(timing.same_start, gone);
  std::erase_if(timing.not_with, [&](const engine::NotWith& row) { return gone(row.item); });
}

}  // namespace

engine::Gathering part_of(const engine::Gathering& gathering, const Items& kept) {
  auto part = gathering;
  const auto sessions = gathering.sessions.size();
  auto rows = kept;
  std::sort(rows.begin(), rows.end());
  part.sessions.clear();
  part.rotations.clear();
  Ids ids;
  for (const auto row : rows) {
    if (row < sessions)
      ids.insert(part.sessions.emplace_back(gathering.sessions[row]).id.value);
    else
      ids.insert(part.rotations.emplace_back(gathering.rotations[row - sessions]).id.value);
  }
  for (auto& session : part.sessions) forget_others(session.timing, ids);
  for (auto& rotation : part.rotations) forget_others(rotation.timing, ids);
  std::erase_if(part.polls, [&](const auto& poll) { return !ids.contains(poll.session.value); });
  std::erase_if(part.registrations, [&](const auto& r) { return !ids.contains(r.session.value); });
  std::erase_if(part.wishes, [&](const auto& w) { return !ids.contains(w.rotation.value); });
  return part;
}

Items items_left_out(const engine::Gathering& gathering,
                     const engine::Problem& problem,
                     const engine::Board& board) {
  Items items;
  problem.blocks.each([&](engine::BlockId b) {
    if (board.placed(b) || problem.blocks[b].optional) return;
    const auto item = engine::item_of(gathering, problem.blocks[b]);
    if (items.empty() || items.back() != item) items.push_back(item);
  });
  return items;
}

Items items_of(const engine::Gathering& gathering,
               const engine::Problem& problem,
               const Conflict& conflict) {
  std::set<std::size_t> rows;
  const auto add = [&](const std::vector<engine::BlockId>& blocks) {
    for (const auto block : blocks) rows.insert(engine::item_of(gathering, problem.blocks[block]));
  };
  add(conflict.blocks);
  for (const auto& cause : conflict.causes) add(cause.blocks);
  return {rows.begin(), rows.end()};
}

Items items_named(const engine::Gathering& gathering, const std::vector<std::string>& ids) {
  Items items;
  for (std::size_t i = 0; i < item_count(gathering); ++i)
    if (std::find(ids.begin(), ids.end(), engine::id_of_item(gathering, i).value) != ids.end())
      items.push_back(i);
  return items;
}

}  // namespace scheduler
