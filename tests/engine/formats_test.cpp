#include "engine/formats/formats.h"

#include <set>
#include <string>

#include "tests/catch.h"

TEST_CASE("every usual role of a format has words") {
  for (const auto& format : engine::formats())
    for (const auto role : format.roles) {
      INFO(format.key << ": " << role);
      CHECK((role.empty() || engine::find_role(role) != nullptr));
    }
}

TEST_CASE("formats have distinct keys and sensible sizes") {
  std::set<std::string_view> keys;
  for (const auto& format : engine::formats()) {
    INFO(std::string(format.key));
    CHECK(keys.insert(format.key).second);
    CHECK(format.minutes > 0);
    CHECK(format.round_minutes <= format.minutes);
    CHECK(format.group.min <= format.group.ideal);
    CHECK((format.group.max == 0 || format.group.ideal <= format.group.max));
  }
  CHECK(keys.size() == 21);
}

TEST_CASE("a format is found by its key alone") {
  REQUIRE(engine::find_format("six-hats") != nullptr);
  CHECK(engine::find_format("six-hats")->name.in(engine::Language::Fr) == "chapeaux de Bono");
  CHECK(engine::find_format("Six-Hats") == nullptr);
  CHECK_FALSE(engine::find_format("break")->needs_room);
  CHECK_FALSE(engine::find_format("travel")->needs_room);
}
