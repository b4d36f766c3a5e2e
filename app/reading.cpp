#include "app/reading.h"

#include <utility>

#include "engine/plan/planned_rounds.h"
#include "engine/problem/compile.h"

namespace app {
namespace {

/// What was not read as a whole is not compiled: it would lack what stands in the lines passed
/// over.
Read compiled(data::Reading reading) {
  Read read;
  if (reading.whole) {
    auto problem = engine::compile(reading.gathering, reading.diagnostics);
    if (!reading.diagnostics.has_errors()) read.checked.problem = std::move(problem);
  }
  read.checked.diagnostics = reading.diagnostics.sorted();
  read.checked.gathering = std::move(reading.gathering);
  read.sources = std::move(reading.sources);
  return read;
}

}  // namespace

Read read(const std::string& file) {
  return compiled(data::read_gathering(file));
}

engine::Gathering gathering_of(const data::StoredVersion& version) {
  return data::read_gathering(version.sources).gathering;
}

Checked checked_again(const data::StoredVersion& version) {
  auto reading = data::read_gathering(version.sources);
  engine::ask_for_planned_rounds(reading.gathering, version.plan);
  auto checked = compiled(std::move(reading)).checked;
  if (checked.asks_the_impossible()) checked.problem = engine::compile_in_spite(checked.gathering);
  return checked;
}

}  // namespace app
