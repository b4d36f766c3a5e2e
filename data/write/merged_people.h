/// People of an imported list taken into a gathering's files.
#pragma once

#include "data/write/merged.h"

namespace data {

void merge_people(const Reading& gathering, const Imported& imported, Merged& out);

}  // namespace data
