/// The numbers of the rules: rows of the catalogue (engine/rules/catalogue.h).
#pragma once

#include <cstdint>

namespace engine {

enum class RuleId : std::uint8_t {
  // hard by default
  PersonOverlap,
  PersonUnavailable,
  TravelTime,
  RoomOverlap,
  RoomUnavailable,
  RoomCapacity,
  RoomFeatures,
  SiteClosed,
  EquipmentStock,
  DayBounds,
  Precedence,
  SameStart,
  NotWith,
  TeamComplete,
  StationCapacity,
  StationOnce,
  Together,
  Apart,
  ShuttleSeats,
  DriverBreak,
  Locked,
  // soft by default
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
  PollAnswer,
};

}  // namespace engine
