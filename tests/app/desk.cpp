#include "tests/app/desk.h"

#include <chrono>

#include "tests/catch.h"

namespace app_tests {

std::string small_day(const std::string& more, const std::string& head) {
  return "[gathering]\nname = \"Petite journée\"\n" + head + R"toml(
[[day]]
date = "2025-02-11"
opens = "09:00"
closes = "12:30"

[[site]]
id = "mairie"
[[room]]
id = "grande"
name = "Grande salle"
site = "mairie"
capacity = 20
)toml" + more;
}

std::string visits(const std::string& participants,
                   const std::string& guide,
                   const std::string& more) {
  return R"toml(
[[rotation]]
id = "visites"
title = "Visites"
format = "visit"
pattern = "carousel"
rounds = 2
minutes = 10
participants = [)toml" +
         participants + "]\n" + more + R"toml(
[[rotation.station]]
id = "cave"
title = "La cave"
[[rotation.station]]
id = "toit"
title = "Le toit"
team = { guide = { count = 1, from = [")toml" +
         guide + "\"] } }\n";
}

engine::Instant morning(int minute) {
  return engine::Instant{std::chrono::seconds{1739174400}} + std::chrono::minutes{minute};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

Desk::Desk(const std::vector<data::SourceFile>& files)
    : file(folder.file(files.at(0).path)), document(app::document_beside(file)) {
  for (const auto& one : files) write(one.path, one.bytes);
}

void Desk::write(const std::string& name, const std::string& bytes) const {
  tests::write_bytes(folder.file(name), bytes);
}

void Desk::replace(const std::string& from, const std::string& to) const {
  tests::write_bytes(file, replaced(tests::bytes_of(file), from, to));
}

app::PlanRequest Desk::request(std::uint64_t seed) const {
  app::PlanRequest request;
  request.file = file;
  request.iterations = 1000;
  request.seed = seed;
  request.threads = 1;
  request.now = morning(0);
  return request;
}

std::string Desk::planned() const {
  const auto planned = app::plan(request());
  for (const auto& one : planned.diagnostics) UNSCOPED_INFO(one.text.en);
  REQUIRE(planned.plan);
  return planned.document;
}

app::ListImport take_in(const Desk& desk, const std::string& list, const std::string& as) {
  desk.write("liste.csv", list);
  app::ImportRequest request;
  request.document = desk.document;
  request.file = desk.folder.file("liste.csv");
  request.as = as;
  request.iterations = 500;
  request.threads = 1;
  request.now = morning(5);
  return app::import_list(request);
}

}  // namespace app_tests
