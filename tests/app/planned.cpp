#include "tests/app/planned.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/timetable/solve.h"

namespace app_tests {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> complaints(const engine::Diagnostics& diagnostics,
                                    const engine::Gathering& gathering) {
  std::vector<std::string> list;
  for (const auto& d : diagnostics.sorted())
    list.push_back(gathering.files.at(d.where.file) + ":" + std::to_string(d.where.line) + ":" +
                   std::to_string(d.where.column) + ": " + d.text.en);
  return list;
}

template <class Row>
const Row* find(const std::vector<Row>& rows, const std::string& id) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.id == id; });
  return row == rows.end() ? nullptr : &*row;
}

}  // namespace

Planned planned(std::vector<data::SourceFile> files, std::int64_t steps) {
  auto reading = data::read_gathering(std::move(files));
  auto& diagnostics = reading.diagnostics;
  const auto problem = engine::compile(reading.gathering, diagnostics);
  Planned result{reading.gathering, complaints(diagnostics, reading.gathering), {}};
  if (!problem || diagnostics.has_errors()) return result;
  const auto solution = scheduler::solve(*problem, {.iterations = steps, .threads = 1}, {});
  result.plan = engine::make_plan(reading.gathering, *problem, solution.board);
  return result;
}

std::vector<data::SourceFile> example(const std::string& name) {
  const fs::path folder = fs::path(FARANDOLE_SOURCE_DIR) / "examples" / name;
  std::vector<data::SourceFile> files;
  for (const auto* file :
       {"gathering.toml", "people.csv", "wishes.csv", "registrations.csv", "sondage.csv"}) {
    std::ifstream in(folder / file, std::ios::binary);
    if (in) files.push_back({file, {std::istreambuf_iterator<char>(in), {}}});
  }
  if (files.empty()) throw std::runtime_error("no example in " + folder.string());
  return files;
}

const engine::PlannedSession* session(const engine::Plan& plan, const std::string& id) {
  return find(plan.sessions, id);
}

const engine::PlannedRotation* rotation(const engine::Plan& plan, const std::string& id) {
  return find(plan.rotations, id);
}

}  // namespace app_tests
