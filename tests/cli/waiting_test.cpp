// What surrounds a command: progress while one waits, Ctrl-C, the language of the machine.
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/plan.h"
#include "cli/answers.h"
#include "cli/environment.h"
#include "cli/interrupt.h"
#include "cli/terminal/progress.h"
#include "cli/terminal/width.h"
#include "tests/catch.h"

namespace {

std::string line(double fraction,
                 engine::Score best,
                 engine::Language language = engine::Language::Fr,
                 int width = 80) {
  std::ostringstream out;
  return cli::progress_line({.out = out, .width = width, .language = language},
                            {.seconds = 10 * fraction, .fraction = fraction, .best = best});
}

/// The environment variables of one test; put back when it ends.
class Variables {
 public:
  Variables() {
    for (const char* name : kNames) {
      const char* value = std::getenv(name);
      before_.emplace_back(name, value == nullptr ? "" : value);
      unsetenv(name);
    }
  }
  ~Variables() {
    for (const auto& [name, value] : before_)
      value.empty() ? unsetenv(name.c_str()) : setenv(name.c_str(), value.c_str(), 1);
  }
  Variables(const Variables&) = delete;
  Variables& operator=(const Variables&) = delete;

 private:
  static constexpr const char* kNames[] = {"LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR"};
  std::vector<std::pair<std::string, std::string>> before_;
};

}  // namespace

TEST_CASE("progress says what is worst, and how long there is to wait") {
  CHECK(line(0, {4, 0, 0}) == "░░░░░░░░░░░░░░░░ 0\u00a0% · place · règles non tenues\u00a0: 4");
  CHECK(line(0.5, {0, 12, 3}) ==
        "████████░░░░░░░░ 50\u00a0% · encore 5\u00a0s · place · encore sans place\u00a0: 12");
  CHECK(line(0.75, {0, 0, 40}, engine::Language::En) ==
        "████████████░░░░ 75% · 3\u00a0s left · placing · rules kept, preferences: 40");
  CHECK(cli::display_width(line(0.5, {0, 0, 123456}, engine::Language::Fr, 40)) < 40);
}

TEST_CASE("machines read progress line by line") {
  CHECK(app::json(engine::Progress{.seconds = 2.5,
                                   .fraction = 0.25,
                                   .best = {.hard = 0, .unplaced = 12, .soft = 3},
                                   .phase = engine::SearchPhase::Improving}) ==
        "{\"phase\":\"improving\",\"seconds\":2.5,\"left\":7.5,\"hard\":0,\"unplaced\":12,"
        "\"soft\":3}\n");
  CHECK(app::json(engine::Progress{.phase = engine::SearchPhase::Proving}).find("\"left\":null") !=
        std::string::npos);
}

TEST_CASE("progress is drawn now and then, and leaves nothing behind") {
  std::ostringstream out;
  {
    cli::ProgressLine progress({.out = out});
    for (int i = 0; i < 100; ++i)
      progress.draw({.seconds = i * 0.01, .fraction = i * 0.01, .best = {}});
  }
  const auto text = out.str();
  const auto draws = std::count(text.begin(), text.end(), '\r') - 1;  // the last one wipes
  CHECK(draws > 1);
  CHECK(draws <= 11);
  CHECK(text.substr(text.size() - 4) == "\r\033[K");
}

TEST_CASE(
    "the first Ctrl-C, or a terminal closed, asks, and the second is left to end the program") {
  const int signal = GENERATE(SIGINT, SIGTERM, SIGHUP);
  const cli::Interrupt interrupt;
  CHECK_FALSE(cli::Interrupt::asked());
  std::raise(signal);
  CHECK(cli::Interrupt::asked());
  CHECK(std::signal(signal, SIG_IGN) == SIG_DFL);
}

TEST_CASE("what is to go on when its terminal closes goes on") {
  const auto before = std::signal(SIGHUP, SIG_IGN);
  {
    const cli::Interrupt interrupt;
    std::raise(SIGHUP);
    CHECK_FALSE(cli::Interrupt::asked());
  }
  CHECK(std::signal(SIGHUP, before) == SIG_IGN);
}

TEST_CASE("the reader's language and width are those of the machine") {
  const Variables variables;
  CHECK(cli::environment_of_process().language == engine::Language::En);
  setenv("LANG", "fr_BE.UTF-8", 1);
  CHECK(cli::environment_of_process().language == engine::Language::Fr);
  setenv("LC_ALL", "en_GB.UTF-8", 1);
  CHECK(cli::environment_of_process().language == engine::Language::En);
  setenv("COLUMNS", "132", 1);
  CHECK(cli::environment_of_process().width == 132);
  setenv("COLUMNS", "3", 1);
  CHECK(cli::environment_of_process().width == 40);
}

TEST_CASE("a path is said as it can be typed") {
  CHECK(cli::typed("jour/rencontre-été.toml") == "jour/rencontre-été.toml");
  CHECK(cli::typed("ma journée.toml") == "'ma journée.toml'");
  CHECK(cli::typed("l'été.toml") == "'l'\\''été.toml'");
  CHECK(cli::typed("") == "''");
}
