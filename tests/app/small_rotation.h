/// Rotations of small gatherings as people write them, and who is where in the plans of them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/app/planned.h"

namespace app_tests {

using Stations = std::map<std::string, std::set<std::string>>;  ///< who is at each

/// People p1, p2 … called "Personne 1" and so on.
std::string people(int count);

/// A day from nine to six in a house with a hall for forty, and `rest`.
std::string day(const std::string& rest);

Planned plan_of(const std::string& toml, const std::string& wishes = {});

/// The rounds of the first rotation.
std::vector<Stations> rounds_of(const Planned& result);

/// The station of a person in a round; empty: none.
std::string at(const Stations& round, const std::string& person);

void check_once_each(const std::vector<Stations>& rounds);

/// Who begins together stays together.
void check_whole_groups(const std::vector<Stations>& rounds);

}  // namespace app_tests
