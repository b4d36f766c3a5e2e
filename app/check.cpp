#include "app/check.h"

#include "app/reading.h"
#include "data/write/report_json.h"

namespace app {

bool Checked::asks_the_impossible() const {
  bool impossible = false;
  for (const auto& one : diagnostics) {
    if (one.severity == engine::Severity::Error && !one.impossible) return false;
    impossible = impossible || one.impossible;
  }
  return impossible;
}

Checked check(const std::string& file) {
  return read(file).checked;
}

std::string json(const Checked& checked) {
  return data::check_json(checked.gathering, checked.diagnostics);
}

}  // namespace app
