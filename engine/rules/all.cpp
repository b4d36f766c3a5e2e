#include "engine/rules/all.h"

namespace engine {

template class Evaluator<PersonOverlap,
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
                         NoWishMet>;

}  // namespace engine
