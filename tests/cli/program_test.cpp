// The built program, as a person or a script meets it: files, statuses, pipes.
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include <sys/wait.h>

#include "tests/catch.h"
#include "tests/support/temp_folder.h"

namespace {

constexpr const char* kDay = R"([gathering]
name = "Essai"
language = "fr"

[[day]]
date = 2025-02-11
opens = "09:00"
closes = "12:00"

[[site]]
id = "maison"

[[room]]
id = "verte"
name = "Salle verte"
site = "maison"
capacity = 10

[[person]]
id = "ana"
name = "Ana Roux"
[[person]]
id = "bao"
name = "Bao Nguyen"
[[person]]
id = "elo"
name = "Élodie Martin"
[[person]]
id = "zoe"
name = "Zoé Quillet"

[[session]]
id = "accueil"
title = "Accueil"
format = "welcome"
minutes = 30
audience = "all"
room = "verte"
start = "09:00"

[[rotation]]
id = "duos"
title = "Rencontres à deux"
format = "speed-meeting"
pattern = "remix"
rounds = 3
minutes = 10
participants = "all"
tables = 2
room = "verte"
after = ["accueil"]
)";

/// Everybody is wanted twice in three quarters of an hour.
constexpr const char* kTooMuchForOneHour = R"(
[[session]]
id = "bilan"
title = "Bilan"
format = "plenary"
minutes = 30
audience = "all"
room = "verte"
window = ["11:00", "11:45"]

[[session]]
id = "suites"
title = "Suites"
format = "plenary"
minutes = 30
audience = "all"
room = "verte"
window = ["11:00", "11:45"]
)";

struct Answer {
  int status = -1;
  std::string out;
};

/// What the shell gives back for a command in `folder`, standard error included when wanted.
Answer shell(const std::filesystem::path& folder, const std::string& command) {
  const auto line = "cd '" + folder.string() +
                    "' && LC_ALL=fr_FR.UTF-8 COLUMNS=80; export LC_ALL COLUMNS; " + command;
  Answer answer;
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) return answer;
  std::array<char, 4096> buffer{};
  while (const auto read = std::fread(buffer.data(), 1, buffer.size(), pipe))
    answer.out.append(buffer.data(), read);
  const int status = pclose(pipe);
  answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return answer;
}

const std::string kProgram = "'" FARANDOLE_BINARY "' ";
const std::string kSteps = " --iterations 200 --threads 1 ";  // no clock in a test

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a day is checked, planned, shown, compared, brought back and printed") {
  const tests::TempFolder folder;
  const auto& dir = folder.path();
  tests::write_bytes(folder.file("jour.toml"), kDay);
  const auto done = [&](const std::string& command) {
    const auto answer = shell(dir, kProgram + command);
    INFO(command << "\n" << answer.out);
    CHECK(answer.status == 0);
    return answer.out;
  };
  CHECK_THAT(done("check jour.toml"), Catch::Matchers::ContainsSubstring("Tout est bon"));
  const auto planned = done("plan jour.toml" + kSteps);
  CHECK_THAT(planned, Catch::Matchers::ContainsSubstring("09:00–09:30"));
  CHECK_THAT(planned, Catch::Matchers::ContainsSubstring("farandole sheets jour.farandole"));
  done("plan jour.toml --seed 2" + kSteps);
  CHECK_THAT(done("show jour.farandole --by rotation"),
             Catch::Matchers::ContainsSubstring("Personne ne rencontre deux fois"));
  CHECK_THAT(done("show jour.farandole --by person --version 1"),
             Catch::Matchers::ContainsSubstring("Zoé Quillet"));
  CHECK_THAT(done("show jour.farandole --by room"),
             Catch::Matchers::ContainsSubstring("Salle verte, 10"));
  done("diff jour.farandole");
  done("restore jour.farandole 1");
  CHECK_THAT(done("diff jour.farandole 1 3"),
             Catch::Matchers::ContainsSubstring("Rien n’a changé"));
  CHECK_THAT(done("history jour.farandole"), Catch::Matchers::ContainsSubstring("Essai"));
  CHECK_THAT(done("sheets jour.farandole --out feuilles"),
             Catch::Matchers::ContainsSubstring("feuilles/"));
}

TEST_CASE("with steps, one thread and a seed, the answer is the same byte for byte") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("jour.toml"), kDay);
  const auto plan = [&](const std::string& document) {
    return shell(folder.path(), kProgram + "plan jour.toml --json -o " + document + kSteps + "2>&1")
        .out;
  };
  const auto first = plan("a.farandole");
  CHECK(first == plan("b.farandole"));
  CHECK_THAT(first, Catch::Matchers::ContainsSubstring("farandole.plan/1"));
}

TEST_CASE("where no plan is possible the partial one is kept and shown, with status 1") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("jour.toml"), std::string(kDay) + kTooMuchForOneHour);
  const auto answer = shell(folder.path(), kProgram + "plan jour.toml" + kSteps + "2>&1");
  INFO(answer.out);
  CHECK(answer.status == 1);
  CHECK_THAT(answer.out, Catch::Matchers::ContainsSubstring("Sans place dans le programme"));
  CHECK(std::filesystem::exists(folder.path() / "jour.farandole"));
}

TEST_CASE("a file with errors is status 2, each with its place, and nothing is written") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("jour.toml"), replaced(kDay, "tables = 2", "tabels = 2"));
  for (const std::string command : {"check", "plan"}) {
    const auto answer = shell(folder.path(), kProgram + command + " jour.toml 2>&1 >/dev/null");
    CHECK(answer.status == 2);
    CHECK_THAT(answer.out, Catch::Matchers::ContainsSubstring("jour.toml:49:1: error: "));
    CHECK_THAT(answer.out, Catch::Matchers::ContainsSubstring("tables"));
  }
  CHECK_FALSE(std::filesystem::exists(folder.path() / "jour.farandole"));
}

TEST_CASE("a document that cannot be written is status 3, said before any search") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("jour.toml"), kDay);
  const auto answer =
      shell(folder.path(), kProgram + "plan jour.toml -o jour.toml/x.farandole --time 60 2>&1");
  INFO(answer.out);
  CHECK(answer.status == 3);
  CHECK_THAT(answer.out, Catch::Matchers::ContainsSubstring("jour.toml/x.farandole"));
}

TEST_CASE("a reader who leaves early is not told so") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("jour.toml"), kDay);
  shell(folder.path(), kProgram + "plan jour.toml" + kSteps);
  const auto answer =
      shell(folder.path(), "{ " + kProgram + "show jour.farandole --by person; } 2>&1 | head -n 1");
  CHECK(answer.out == "Essai · version\u00a01\n");
  const auto full = shell(folder.path(), kProgram + "show jour.farandole 2>&1 > /dev/full");
  CHECK(full.status == 3);
  CHECK_THAT(full.out, Catch::Matchers::ContainsSubstring("disque plein"));
}

TEST_CASE("the JSON of a command is alone on standard output") {
  const tests::TempFolder folder;
  tests::write_bytes(folder.file("jour.toml"), kDay);
  const auto planned =
      shell(folder.path(), kProgram + "plan jour.toml --json" + kSteps + "2>/dev/null");
  CHECK(planned.out.substr(0, 1) == "{");
  for (const std::string command :
       {"check jour.toml", "show jour.farandole", "history jour.farandole"}) {
    const auto answer = shell(folder.path(), kProgram + command + " --json 2>/dev/null");
    INFO(command);
    CHECK(answer.out.substr(0, 1) == "{");
    CHECK(answer.out.substr(answer.out.size() - 2) == "}\n");
  }
}

TEST_CASE("a long plan is told in a line, a short one is shown") {
  const tests::TempFolder folder;
  auto many = replaced(kDay, "capacity = 10", "capacity = 100\nshared = true");
  for (int i = 0; i < 45; ++i)
    many += "\n[[session]]\nid = \"s" + std::to_string(i) + "\"\ntitle = \"Stand " +
            std::to_string(i) + "\"\nformat = \"other\"\nminutes = 30\n";
  tests::write_bytes(folder.file("jour.toml"), many);
  const auto answer = shell(folder.path(), kProgram + "plan jour.toml" + kSteps);
  INFO(answer.out);
  CHECK_THAT(answer.out, Catch::Matchers::ContainsSubstring("Pour les lire"));
  CHECK_THAT(answer.out, !Catch::Matchers::ContainsSubstring("Stand 7"));
}
