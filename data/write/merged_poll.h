/// Answers to a poll taken into the table that the gathering keeps of them.
#pragma once

#include "data/write/merged.h"

namespace data {

/// The export of a poll is whole: it takes the place of the table. Of several polls it is the one
/// with the same dates. Throws engine::BadRequest when that is none or several.
void merge_poll(const Reading& gathering, const Imported& imported, Merged& out);

}  // namespace data
