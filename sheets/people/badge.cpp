#include "sheets/people/badge.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "sheets/lookup/person_names.h"
#include "sheets/lookup/round_hours.h"
#include "sheets/lookup/uses.h"

namespace sheets {
namespace {

using Rotations = std::vector<BadgeRotation>;

engine::Minute start_of(const engine::PlannedRotation& rotation) {
  return rotation.rounds.empty() ? 0 : rotation.rounds.front().start;
}

std::string day_and_month(engine::Minute moment) {
  const auto date = engine::civil_from_day(engine::day_of(moment));
  return fmt::format("{:02}/{:02}", date.day, date.month);
}

bool on_one_day(const engine::Plan& plan) {
  std::set<engine::Day> days;
  for (const auto& session : plan.sessions) days.insert(engine::day_of(session.start));
  for (const auto& rotation : plan.rotations)
    for (const auto& round : rotation.rounds) days.insert(engine::day_of(round.start));
  return days.size() < 2;
}

/// Everybody's own way through the rotations that seat them.
std::map<std::string, Rotations> rotations_of(const Directory& directory,
                                              const engine::Plan& plan,
                                              engine::Language language) {
  auto planned = plan.rotations;
  std::stable_sort(planned.begin(), planned.end(), [](const auto& a, const auto& b) {
    return start_of(a) < start_of(b);
  });
  const bool one_day = on_one_day(plan);
  std::map<std::string, Rotations> backs;
  for (const auto& one : planned) {
    const auto* rotation = directory.rotation(one.id);
    if (rotation == nullptr) continue;
    const auto said = round_hours(one, language);
    std::map<std::string, BadgeRotation> own;
    for (std::size_t r = 0; r < one.rounds.size(); ++r)
      for (const auto& station : one.rounds[r].stations)
        for (const auto& person : station.participants)
          own[person].rounds.push_back({said.hours[r], station_title(*rotation, station.id)});
    for (auto& [person, path] : own) {
      path.title = rotation->title;
      if (!one_day && !said.date.empty()) path.date = day_and_month(start_of(one));
      backs[person].push_back(std::move(path));
    }
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
  const auto backs = rotations_of(directory, plan, options.language);
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
    if (const auto back = backs.find(key); back != backs.end()) badge.rotations = back->second;
    badges.push_back(std::move(badge));
  }
  return badges;
}

}  // namespace sheets
