#include "scheduler/explain/reasons.h"

#include <algorithm>

#include "engine/problem/items.h"
#include "scheduler/explain/conflict_words.h"

namespace scheduler {
namespace {

using engine::BlockId;

}  // namespace

void add_reasons(const engine::Gathering& gathering,
                 const engine::Problem& problem,
                 const std::vector<Conflict>& conflicts,
                 engine::Plan& plan) {
  if (plan.feasible || conflicts.empty()) return;
  plan.proved = true;
  for (auto& item : plan.unplaced) {
    const Conflict* shortest = nullptr;
    for (const auto& conflict : conflicts) {
      const bool named =
          std::any_of(conflict.blocks.begin(), conflict.blocks.end(), [&](BlockId b) {
            return engine::id_of(gathering, problem.blocks[b]).value == item.id;
          });
      if (named && (shortest == nullptr || conflict.blocks.size() < shortest->blocks.size()))
        shortest = &conflict;
    }
    if (shortest != nullptr) item.reason = words_of(gathering, problem, *shortest);
  }
}

}  // namespace scheduler
