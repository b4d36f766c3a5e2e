/// Small random gatherings with a plan, and random things that happen to them.
#pragma once

#include <optional>
#include <vector>

#include "engine/plan/board_of.h"
#include "engine/problem/compile.h"
#include "scheduler/replan/repair_search.h"
#include "scheduler/replan/replan.h"
#include "scheduler/search/random.h"

namespace support {

struct ReplanCase {
  engine::Gathering gathering;
  engine::Problem problem;
  engine::Plan plan;
  std::vector<scheduler::Disruption> disruptions;
  scheduler::Clock clock;

  [[nodiscard]] scheduler::Upset upset() const {
    return {gathering, problem, plan, disruptions, clock};
  }
};

/// Nothing for a seed whose gathering has no plan. Up to 8 sessions, named and open roles,
/// substitutes, order, fixed starts; every kind of change that is about a session, a person or a
/// room.
[[nodiscard]] std::optional<ReplanCase> replan_case(std::uint64_t seed);

/// Three rooms for eight half hours, and sixteen sessions of people who are in four each; a room is
/// lost.
[[nodiscard]] ReplanCase full_day(std::uint64_t seed);

/// A plan after something has happened, as a repair sees it.
struct Standing {
  explicit Standing(const ReplanCase& c)
      : adapted(scheduler::adapt(c.upset(), c.plan)),
        problem(engine::compile_in_spite(adapted.gathering)),
        board(engine::board_of(adapted.gathering, problem, adapted.plan)),
        model(adapted, c.clock, problem, board),
        terms{scheduler::PeopleSet(problem.people), {}} {}

  scheduler::Adapted adapted;
  engine::Problem problem;
  engine::Board board;
  scheduler::RepairModel model;
  scheduler::RepairTerms terms;
};

}  // namespace support
