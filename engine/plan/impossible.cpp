#include "engine/plan/impossible.h"

namespace engine {
namespace {

constexpr Words kOfficers{
    "il n’existe pas deux carrés latins orthogonaux d’ordre 6 (les 36\u00a0officiers d’Euler)",
    "there are no two orthogonal Latin squares of order 6 (Euler’s 36 officers)"};
constexpr Words kNoPlane{"il n’existe pas de plan affine d’ordre {0}",
                         "there is no affine plane of order {0}"};
constexpr Words kNoDesign{
    "il n’existe pas de plan résoluble pour {0}\u00a0{0:personne|personnes} à "
    "{1}\u00a0{1:table|tables} en {2}\u00a0{2:tour|tours}",
    "there is no resolvable design for {0} {0:person|people} at {1} {1:table|tables} in {2} "
    "{2:round|rounds}"};

bool sum_of_two_squares(std::int64_t n) {
  for (std::int64_t a = 0; a * a <= n; ++a)
    for (std::int64_t b = a; a * a + b * b <= n; ++b)
      if (a * a + b * b == n) return true;
  return false;
}

/// Bruck and Ryser’s theorem, and order 10 by computer.
bool no_plane(std::int64_t order) {
  if (order == 10) return true;
  return (order % 4 == 1 || order % 4 == 2) && !sum_of_two_squares(order);
}

}  // namespace

Text why_impossible(const RotationSize& size) {
  const auto tables = size.stations;
  if (size.people == tables * tables) {
    if (tables == 6 && size.rounds >= 4) return say(kOfficers);
    if (size.rounds > tables && no_plane(tables)) return say(kNoPlane, tables);
  }
  const auto is = [&](std::int64_t people, std::int64_t at, std::int64_t rounds) {
    return size.even && size.people == people && tables == at && size.rounds >= rounds;
  };
  if (is(12, 4, 5) || is(20, 5, 6) || is(30, 6, 7))
    return say(kNoDesign, size.people, tables, tables + 1);
  return {};
}

}  // namespace engine
