#include "sheets/print_options.h"

#include "tests/catch.h"

TEST_CASE("the version line says number, day and time as far as they are known") {
  sheets::PrintOptions options;
  options.made_at = "2025-02-10T18:32:07+01:00";
  CHECK(sheets::version_line(3, options) == "Version 3 du lundi 10 février 2025 à 18h32");
  CHECK(sheets::made_at_iso(options) == "2025-02-10T18:32:00");
  options.language = engine::Language::En;
  CHECK(sheets::version_line(3, options) == "Version 3 of Monday 10 February 2025 at 18:32");
  options.made_at = "";
  CHECK(sheets::version_line(3, options) == "Version 3");
  CHECK(sheets::version_line(0, options) == "");
  CHECK(sheets::made_at_iso(options).empty());
}
