#include "app/reading.h"

#include <stdexcept>
#include <utility>

#include "engine/model/failure.h"
#include "engine/problem/compile.h"

namespace app {
namespace {

Read unreadable(const std::string& file, engine::Text why) {
  Read read;
  read.checked.gathering.files = {file};
  read.checked.diagnostics.push_back(
      {.severity = engine::Severity::Error, .where = {}, .text = std::move(why)});
  return read;
}

Read compiled(data::Reading reading) {
  Read read;
  auto problem = engine::compile(reading.gathering, reading.diagnostics);
  if (!reading.diagnostics.has_errors()) read.checked.problem = std::move(problem);
  read.checked.diagnostics = reading.diagnostics.sorted();
  read.checked.gathering = std::move(reading.gathering);
  read.sources = std::move(reading.sources);
  return read;
}

}  // namespace

Read read(const std::string& file) {
  try {
    return compiled(data::read_gathering(file));
  } catch (const engine::Failure& failure) {
    return unreadable(file, failure.text());
  } catch (const std::runtime_error& error) {
    return unreadable(file, {error.what(), error.what()});
  }
}

engine::Gathering gathering_of(const data::StoredVersion& version) {
  return data::read_gathering(version.sources).gathering;
}

}  // namespace app
