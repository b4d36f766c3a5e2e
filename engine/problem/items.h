/// The items of a gathering, its sessions first and then its rotations, and which of them a block
/// is of.
#pragma once

#include <cstddef>

#include "engine/model/gathering.h"
#include "engine/problem/problem.h"

namespace engine {

/// `f` of the session or of the rotation that the block is of.
template <class G, class F>
decltype(auto) visit_item(G& gathering, const BlockRow& block, F f) {
  if (block.session >= 0) return f(gathering.sessions[static_cast<std::size_t>(block.session)]);
  return f(gathering.rotations[block.rotation.index()]);
}

[[nodiscard]] inline const Key& id_of(const Gathering& gathering, const BlockRow& block) {
  return visit_item(gathering, block, [](const auto& item) -> const Key& { return item.id; });
}

template <class G>
[[nodiscard]] auto& timing_of(G& gathering, const BlockRow& block) {
  return visit_item(
      gathering, block, [](auto& item) -> auto& { return item.timing; });
}

/// Where it stands among the items.
[[nodiscard]] inline std::size_t item_of(const Gathering& gathering, const BlockRow& block) {
  return block.session >= 0 ? static_cast<std::size_t>(block.session)
                            : gathering.sessions.size() + block.rotation.index();
}

[[nodiscard]] inline const Key& id_of_item(const Gathering& gathering, std::size_t item) {
  const auto sessions = gathering.sessions.size();
  return item < sessions ? gathering.sessions[item].id : gathering.rotations[item - sessions].id;
}

}  // namespace engine
