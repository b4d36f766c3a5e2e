/// Every rule, in catalogue order. A new rule is added here, in rule_id.h and in catalogue.h.
#pragma once

#include <tuple>

#include "engine/plan/evaluator.h"
#include "engine/rules/apart.h"
#include "engine/rules/back_to_back.h"
#include "engine/rules/day_bounds.h"
#include "engine/rules/driver_break.h"
#include "engine/rules/equipment_stock.h"
#include "engine/rules/group_balance.h"
#include "engine/rules/group_split.h"
#include "engine/rules/idle_gap.h"
#include "engine/rules/last_slot.h"
#include "engine/rules/late_meal.h"
#include "engine/rules/locked.h"
#include "engine/rules/lone_session.h"
#include "engine/rules/long_run.h"
#include "engine/rules/no_break.h"
#include "engine/rules/no_wish_met.h"
#include "engine/rules/not_with.h"
#include "engine/rules/person_overlap.h"
#include "engine/rules/person_unavailable.h"
#include "engine/rules/poll_answer.h"
#include "engine/rules/precedence.h"
#include "engine/rules/preferred_window.h"
#include "engine/rules/presence_span.h"
#include "engine/rules/profile_mix.h"
#include "engine/rules/repeat_meeting.h"
#include "engine/rules/room_capacity.h"
#include "engine/rules/room_change.h"
#include "engine/rules/room_features.h"
#include "engine/rules/room_overlap.h"
#include "engine/rules/room_unavailable.h"
#include "engine/rules/same_start.h"
#include "engine/rules/shuttle_seats.h"
#include "engine/rules/site_closed.h"
#include "engine/rules/station_capacity.h"
#include "engine/rules/station_once.h"
#include "engine/rules/tag_clash.h"
#include "engine/rules/team_complete.h"
#include "engine/rules/together.h"
#include "engine/rules/travel_time.h"
#include "engine/rules/walking.h"
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
                                NeverTogether,
                                TeamComplete,
                                StationCapacity,
                                StationOnce,
                                Together,
                                Apart,
                                ShuttleSeats,
                                DriverBreak,
                                Locked,
                                RepeatMeeting,
                                GroupBalance,
                                ProfileMix,
                                WishRank,
                                NoWishMet,
                                BackToBack,
                                RoomChange,
                                Walking,
                                IdleGap,
                                LongRun,
                                LastSlot,
                                LoneSession,
                                LateMeal,
                                NoBreak,
                                TagClash,
                                PresenceSpan,
                                PreferredWindow,
                                GroupSplit,
                                PollAnswer>;

using PlanEvaluator = Evaluator<RulesInForce>;

/// Compiled once, in all.cpp: two dozen rules are too much for every file that keeps a score.
extern template class Evaluator<RulesInForce>;

namespace checks {
consteval bool every_rule_is_there() {
  std::size_t row = 0;
  bool same = true;
  PlanEvaluator::each_rule_id([&](RuleId id) { same = same && kRules[row++].id == id; });
  return same && row == kRuleCount;
}
}  // namespace checks
static_assert(checks::every_rule_is_there(), "the catalogue and RulesInForce list the same rules");

}  // namespace engine
