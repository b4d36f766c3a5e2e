#include "tests/app/small_rotation.h"

#include "tests/catch.h"

namespace app_tests {

std::string people(int count) {
  std::string rows;
  for (int i = 1; i <= count; ++i)
    rows += "[[person]]\nid = \"p" + std::to_string(i) + "\"\nname = \"Personne " +
            std::to_string(i) + "\"\n";
  return rows;
}

std::string day(const std::string& rest) {
  return "[gathering]\nname = \"Essai\"\n[[day]]\ndate = 2026-06-01\nopens = \"09:00\"\n"
         "closes = \"18:00\"\n[[site]]\nid = \"maison\"\n[[room]]\nid = \"salle\"\n"
         "site = \"maison\"\ncapacity = 40\n" +
         rest;
}

Planned plan_of(const std::string& toml, const std::string& wishes) {
  std::vector<data::SourceFile> files{{"gathering.toml", toml}};
  if (!wishes.empty()) files.push_back({"wishes.csv", wishes});
  return planned(files);
}

std::vector<Stations> rounds_of(const Planned& result) {
  std::vector<Stations> rounds;
  if (result.plan.rotations.empty()) return rounds;
  for (const auto& round : result.plan.rotations.front().rounds) {
    auto& stations = rounds.emplace_back();
    for (const auto& s : round.stations)
      stations[s.id] = {s.participants.begin(), s.participants.end()};
  }
  return rounds;
}

std::string at(const Stations& round, const std::string& person) {
  for (const auto& [station, there] : round)
    if (there.contains(person)) return station;
  return {};
}

void check_once_each(const std::vector<Stations>& rounds) {
  std::map<std::string, std::set<std::string>> seen;
  for (const auto& round : rounds)
    for (const auto& [station, there] : round)
      for (const auto& person : there) CHECK(seen[person].insert(station).second);
}

void check_whole_groups(const std::vector<Stations>& rounds) {
  for (const auto& [first, group] : rounds.front())
    for (const auto& round : rounds) {
      std::set<std::string> stations;
      for (const auto& person : group) stations.insert(at(round, person));
      CHECK(stations.size() == 1);
    }
}

}  // namespace app_tests
