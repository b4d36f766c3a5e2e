// Not tests. Writes every kind of sheet of the gatherings made up for tests, to be looked at.
//   FARANDOLE_LOOK=build/look build/dev/tests/sheets_tests '[look]'
#include <cstdlib>
#include <filesystem>

#include <sys/resource.h>

#include "sheets/pack.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"

TEST_CASE("sheets to look at", "[.][look]") {
  const char* folder = std::getenv("FARANDOLE_LOOK");
  REQUIRE(folder != nullptr);
  for (const auto& [name, planned] : {std::pair("day", tests::topical_day()),
                                      std::pair("two_days", tests::two_days()),
                                      std::pair("long", tests::long_names()),
                                      std::pair("crowd", tests::large_cafe(40, 400)),
                                      std::pair("equipped", tests::equipped_days())})
    for (const auto language : {engine::Language::Fr, engine::Language::En}) {
      const auto where = std::filesystem::path(folder) /
                         (name + std::string(language == engine::Language::Fr ? "_fr" : "_en"));
      std::filesystem::create_directories(where);
      for (const auto& kind : sheets::kinds())
        tests::print(kind.key,
                     planned,
                     (where / (std::string(kind.key) + ".pdf")).string(),
                     tests::options(language));
    }
}

// Not a test: the pack of 1,000 people, timed (processor seconds of all threads, and memory).
TEST_CASE("the pack of a thousand people, timed", "[.][thousand]") {
  const auto planned = tests::large_cafe(100, 1000);
  (void)sheets::print_pack({{planned.gathering, planned.plan, {}}, {}, {}, {}});
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  WARN(used.ru_utime.tv_sec + used.ru_stime.tv_sec << " s of processor time, "
                                                   << used.ru_maxrss / 1024 << " MB");
}
