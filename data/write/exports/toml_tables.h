/// The tables beside a gathering written back from its plan.
#pragma once

#include <map>
#include <string>

#include "data/write/exports/formats.h"

namespace data {

/// From the path of each table in the document to its name beside the exported file.
[[nodiscard]] std::map<std::string, std::string> toml_table_names(const ExportSource& source);

}  // namespace data
