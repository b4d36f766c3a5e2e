/// Draws workshop cards: one page each where it fits, read at arm's length while speaking.
#pragma once

#include "sheets/press.h"
#include "sheets/team/workshop_card.h"

namespace sheets {

[[nodiscard]] Document draw_workshop_cards(const std::vector<WorkshopCard>& cards,
                                           const Press& press);

}  // namespace sheets
