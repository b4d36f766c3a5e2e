/// The rules in force, in catalogue order. A new rule is added here and in catalogue.h, nowhere
/// else.
#pragma once

#include <tuple>

#include "engine/plan/evaluator.h"
#include "engine/rules/apart.h"
#include "engine/rules/day_bounds.h"
#include "engine/rules/equipment_stock.h"
#include "engine/rules/group_balance.h"
#include "engine/rules/last_slot.h"
#include "engine/rules/locked.h"
#include "engine/rules/lone_session.h"
#include "engine/rules/long_run.h"
#include "engine/rules/no_wish_met.h"
#include "engine/rules/not_with.h"
#include "engine/rules/person_overlap.h"
#include "engine/rules/person_unavailable.h"
#include "engine/rules/precedence.h"
#include "engine/rules/profile_mix.h"
#include "engine/rules/repeat_meeting.h"
#include "engine/rules/room_capacity.h"
#include "engine/rules/room_features.h"
#include "engine/rules/room_overlap.h"
#include "engine/rules/room_unavailable.h"
#include "engine/rules/same_start.h"
#include "engine/rules/shuttle_seats.h"
#include "engine/rules/site_closed.h"
#include "engine/rules/station_capacity.h"
#include "engine/rules/station_once.h"
#include "engine/rules/team_complete.h"
#include "engine/rules/together.h"
#include "engine/rules/travel_time.h"
#include "engine/rules/wish_rank.h"

namespace engine {

using RulesInForce = std::tuple<PersonOverlap,
                                PersonUnavailable,
                                TravelTime,
                                RoomOverlap,
                                RoomUnavailable,
                                RoomCapacity,
                                RoomFeatures,
                                SiteClosed,
                                EquipmentStock,
                                DayBounds,
                                InOrder,
                                SameStart,
                                NotWith,
                                TeamComplete,
                                StationCapacity,
                                StationOnce,
                                Together,
                                Apart,
                                ShuttleSeats,
                                Locked,
                                RepeatMeeting,
                                GroupBalance,
                                ProfileMix,
                                WishRank,
                                NoWishMet,
                                LongRun,
                                LastSlot,
                                LoneSession>;

using PlanEvaluator = Evaluator<RulesInForce>;

/// Compiled once, in all.cpp: two dozen rules are too much for every file that keeps a score.
extern template class Evaluator<RulesInForce>;

/// Whether plans are held to the rule. One of the catalogue that is not is read, kept and changes
/// no plan.
[[nodiscard]] inline bool in_force(RuleId id) {
  bool found = false;
  PlanEvaluator::each_rule_id([&](RuleId one) { found = found || one == id; });
  return found;
}

}  // namespace engine
