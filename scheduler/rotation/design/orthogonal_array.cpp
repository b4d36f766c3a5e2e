#include "scheduler/rotation/design/orthogonal_array.h"

#include <array>
#include <vector>

namespace scheduler {
namespace {

using Row = std::array<std::int32_t, 4>;
constexpr engine::Words kMethod{"deux carrés latins orthogonaux d’ordre 10",
                                "two orthogonal Latin squares of order 10"};

/// The symbols 0 to 6 are Z7, 7 to 9 lie at infinity.
std::vector<Row> rows() {
  std::vector<Row> list;
  constexpr std::array<std::int32_t, 3> kMultipliers{1, 2, 4};
  for (std::int32_t j = 0; j < 3; ++j)
    for (std::size_t shift = 0; shift < 4; ++shift)
      for (std::int32_t d = 0; d < 7; ++d) {
        const auto m = kMultipliers[static_cast<std::size_t>(j)];
        const Row base{7 + j, d, (m + d) % 7, (6 * m + d) % 7};
        Row row{};
        for (std::size_t k = 0; k < 4; ++k) row[(k + shift) % 4] = base[k];
        list.push_back(row);
      }
  for (std::int32_t d = 0; d < 7; ++d) list.push_back({d, d, d, d});
  for (std::int32_t x = 0; x < 3; ++x)
    for (std::int32_t y = 0; y < 3; ++y)
      list.push_back({7 + x, 7 + y, 7 + (x + y) % 3, 7 + (x + 2 * y) % 3});
  return list;
}

/// The first symbol of a row is the round; the others are the people of one table.
Rounds three_columns() {
  Rounds rounds(30, 10, 10);
  std::array<std::int32_t, 10> next_table{};
  for (const auto& row : rows()) {
    const auto table = next_table[static_cast<std::size_t>(row[0])]++;
    for (std::int32_t c = 0; c < 3; ++c)
      rounds.at(row[0], c * 10 + row[static_cast<std::size_t>(c) + 1]) = table;
  }
  return rounds;
}

/// A row is a person of the column of its first symbol; the others are the tables of three rounds.
Rounds ten_columns() {
  Rounds rounds(100, 10, 3);
  for (const auto& row : rows())
    for (std::int32_t r = 0; r < 3; ++r)
      rounds.at(r, row[0] * 10 + row[1]) = row[static_cast<std::size_t>(r) + 1];
  return rounds;
}

Rounds first_people(const Rounds& rounds, std::int32_t count) {
  std::vector<std::int32_t> people;
  for (std::int32_t p = 0; p < count; ++p) people.push_back(p);
  return only_people(rounds, people);
}

}  // namespace

std::optional<Recipe> ten_tables(std::int32_t tables, std::int32_t columns, std::int32_t rounds) {
  if (tables != 10 || columns > 10 || rounds > 10) return std::nullopt;
  if (columns <= 3)
    return Recipe{
        10, say(kMethod), [columns] { return first_people(three_columns(), 10 * columns); }};
  if (rounds <= 3)
    return Recipe{3, say(kMethod), [columns] { return first_people(ten_columns(), 10 * columns); }};
  return std::nullopt;
}

}  // namespace scheduler
