/// Parts of the gathering file under a name that is not known.
#pragma once

#include "data/read/value.h"
#include "data/read/wrong.h"

namespace data {

/// Reports every part and key at the top of the file that is not known. A part whose name is near a
/// known one is put there, so that what refers to its rows finds them, and what is wrong inside is
/// said as well.
void adopt_unknown_parts(Context& context, Value& root);

}  // namespace data
