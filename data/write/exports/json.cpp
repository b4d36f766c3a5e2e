#include "data/write/exports/anonymous.h"
#include "data/write/exports/formats.h"
#include "data/write/plan_json.h"

namespace data {

std::string json_export(const ExportSource& source) {
  const auto& [gathering, plan, made, reading, in_force] = source.last();
  return plan_json(gathering, source.names ? plan : anonymous(gathering, plan));
}

}  // namespace data
