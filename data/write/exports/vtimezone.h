/// A time zone as calendars want it told: VTIMEZONE (RFC 5545, 3.6.5), from the machine's tzdata.
#pragma once

#include <string>

#include "data/write/exports/ics_lines.h"
#include "engine/model/time.h"

namespace data {

/// Adds the component for `zone`, which must exist. It holds for the days `first` to `last`; where
/// the clocks change on the same weekday of the same month every year, as a rule without end.
void add_vtimezone(IcsLines& lines, const std::string& zone, engine::Day first, engine::Day last);

}  // namespace data
