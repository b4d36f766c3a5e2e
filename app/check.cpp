#include "app/check.h"

#include "app/reading.h"
#include "data/write/report_json.h"

namespace app {

Checked check(const std::string& file) {
  return read(file).checked;
}

std::string json(const Checked& checked) {
  return data::check_json(checked.gathering, checked.diagnostics);
}

}  // namespace app
