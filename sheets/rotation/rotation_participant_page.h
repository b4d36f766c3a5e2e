/// Draws the participants' cards: A6, four to a page of A4, cut crosswise.
#pragma once

#include "sheets/press.h"
#include "sheets/rotation/rotation_participant.h"

namespace sheets {

/// The cuts go through the middle of every page, so that the pile is cut at once; cards are laid
/// out so that the four piles, put one upon the other, are in the order of `cards`. A path too long
/// for one card goes on on the next.
[[nodiscard]] Document draw_participant_cards(const std::vector<ParticipantCard>& cards,
                                              const Press& press);

}  // namespace sheets
