#include "sheets/people/badge.h"

#include <map>
#include <utility>

#include "sheets/lookup/person_names.h"
#include "sheets/lookup/round_hours.h"
#include "sheets/lookup/uses.h"

namespace sheets {
namespace {

struct Back {
  std::string rotation;
  std::vector<BadgeRound> rounds;
};

/// Of the first rotation that seats somebody.
std::map<std::string, Back> backs_of(const Directory& directory,
                                     const engine::Plan& plan,
                                     engine::Language language) {
  std::map<std::string, Back> backs;
  for (const auto& planned : plan.rotations) {
    const auto* rotation = directory.rotation(planned.id);
    if (rotation == nullptr) continue;
    const auto hours = round_hours(planned, language).hours;
    std::map<std::string, Back> own;
    for (std::size_t r = 0; r < planned.rounds.size(); ++r)
      for (const auto& station : planned.rounds[r].stations)
        for (const auto& person : station.participants) {
          auto& back = own[person];
          back.rotation = rotation->title;
          back.rounds.push_back({hours[r], station_title(*rotation, station.id)});
        }
    backs.merge(own);  // keeps what an earlier rotation gave
  }
  return backs;
}

std::map<std::string, std::string> parts_of(const Directory& directory,
                                            const engine::Plan& plan,
                                            engine::Language language) {
  std::map<std::string, std::string> parts;
  for (const auto& use : uses_of(directory, plan))
    for (const auto& holders : *use.team)
      for (const auto& person : holders.people)
        parts.emplace(person, role_title(holders.role, language));
  return parts;
}

}  // namespace

std::vector<Badge> badges_of(const engine::Gathering& gathering,
                             const engine::Plan& plan,
                             const PrintOptions& options) {
  std::vector<Badge> badges;
  if (options.no_personal_data) return badges;
  const Directory directory(gathering);
  const auto groups = groups_of(directory, plan);
  const auto backs = backs_of(directory, plan, options.language);
  const auto parts = parts_of(directory, plan, options.language);
  std::vector<std::string> people;
  for (const auto& person : gathering.people) people.push_back(person.id.value);
  sort_by_family(people, directory);
  for (const auto& key : people) {
    auto name = split_name(directory.person_name(key));
    Badge badge;
    badge.person_key = key;
    badge.first_name = std::move(name.given);
    badge.family_name = std::move(name.family);
    badge.organisation = directory.person(key)->organisation;
    if (const auto part = parts.find(key); part != parts.end()) badge.part = part->second;
    if (const auto group = groups.find(key); group != groups.end()) badge.group = group->second;
    if (const auto back = backs.find(key); back != backs.end()) {
      badge.rotation = back->second.rotation;
      badge.rounds = back->second.rounds;
    }
    badges.push_back(std::move(badge));
  }
  return badges;
}

}  // namespace sheets
