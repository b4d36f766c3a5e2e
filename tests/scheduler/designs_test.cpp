// Every construction against the judge: groups of one size, no pair twice, as many rounds as said.
#include "scheduler/rotation/design/field.h"
#include "scheduler/rotation/design/formula.h"
#include "scheduler/rotation/design/orthogonal_array.h"
#include "scheduler/rotation/design/orthomorphisms.h"
#include "scheduler/rotation/judge.h"
#include "tests/catch.h"

namespace scheduler {

TEST_CASE("a field adds and multiplies as fields do", "[designs]") {
  for (const int q : {2, 3, 4, 5, 7, 8, 9, 16, 25, 27}) {
    const Field field(q);
    INFO("field with " << q << " elements");
    REQUIRE(field.size() == q);
    for (int a = 0; a < q; ++a) {
      CHECK(field.add(a, field.negative(a)) == 0);
      CHECK(field.times(a, 1) == a);
      for (int b = 0; b < q; ++b)
        for (int c = 0; c < q; c += 3)
          CHECK(field.times(a, field.add(b, c)) == field.add(field.times(a, b), field.times(a, c)));
    }
  }
  for (const int n : {1, 6, 10, 12, 100}) CHECK_FALSE(is_prime_power(n));
}

TEST_CASE("formulas give as many rounds as they say, without a repeat", "[designs]") {
  for (int groups = 1; groups <= 28; ++groups)
    for (int size = 1; size <= groups; ++size) {
      if (groups * size > 300) continue;
      const auto recipe = formula_recipe(groups, size, INT32_MAX);
      INFO(groups << " groups of " << size << ": " << recipe.method.en);
      const auto rounds = recipe.build();
      const auto found = judge(rounds);
      REQUIRE(found.whole);
      CHECK(rounds.count == recipe.rounds);
      CHECK(found.smallest == size);
      CHECK(found.largest == size);
      CHECK(found.repeat_cost == 0);
    }
}

TEST_CASE("the formulas reach the best known numbers of rounds they are named for", "[designs]") {
  const auto rounds = [](int groups, int size) {
    return formula_recipe(groups, size, INT32_MAX).rounds;
  };
  CHECK(rounds(4, 4) == 5);
  CHECK(rounds(5, 3) == 7);
  CHECK(rounds(5, 5) == 6);
  CHECK(rounds(6, 6) == 3);
  CHECK(rounds(7, 3) == 10);
  CHECK(rounds(7, 4) == 9);
  CHECK(rounds(8, 4) == 10);
  CHECK(rounds(8, 8) == 9);
  CHECK(rounds(9, 3) == 13);
  CHECK(rounds(9, 9) == 10);
  CHECK(rounds(10, 2) == 19);
  CHECK(rounds(10, 4) == 13);
  CHECK(rounds(10, 10) == 4);
  CHECK(rounds(13, 4) == 17);
  CHECK(rounds(15, 3) == 22);
  CHECK(rounds(16, 16) == 17);
  CHECK(rounds(12, 6) == 13);
  CHECK(rounds(12, 12) == 7);
  CHECK(rounds(14, 3) == 14);
  CHECK(rounds(14, 14) == 4);
  CHECK(rounds(15, 5) == 16);
  CHECK(rounds(15, 15) == 6);
}

TEST_CASE("two orthogonal squares of orders that no field serves", "[designs]") {
  for (int tables = 1; tables <= 30; ++tables) {
    INFO(tables << " tables");
    const auto columns = orthogonal_squares(tables, 3, tables);
    const auto rounds = orthogonal_squares(tables, tables - 1, 3);
    REQUIRE(columns.has_value() == (tables >= 10 && tables % 4 == 2));
    REQUIRE(rounds.has_value() == columns.has_value());
    if (!columns) continue;
    CHECK(judge(columns->build()).repeat_cost == 0);
    CHECK(judge(columns->build()).largest == 3);
    CHECK(judge(rounds->build()).repeat_cost == 0);
    CHECK(judge(rounds->build()).largest == tables - 1);
    CHECK_FALSE(orthogonal_squares(tables, 4, 4));
  }
}

TEST_CASE("orthogonal orthomorphisms are difference matrices, as rows and as columns",
          "[designs]") {
  for (const auto& [tables, most] : {std::pair{12, 6}, {15, 5}}) {
    CHECK(judge(developed(*orthomorphism_shifts(tables, most, tables))).repeat_cost == 0);
    CHECK(judge(developed(*orthomorphism_shifts(tables, tables, most))).repeat_cost == 0);
    CHECK_FALSE(orthomorphism_shifts(tables, tables, tables));
  }
  for (const int tables : {6, 9, 10, 14}) CHECK_FALSE(orthomorphism_shifts(tables, 3, 3));
}

}  // namespace scheduler
