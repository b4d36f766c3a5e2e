#include "engine/problem/rotation_rows.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "engine/problem/sorted.h"
#include "engine/problem/who.h"

namespace engine {
namespace {

/// Position of a person among the participants, or kUnknown after a complaint.
std::int32_t position_of(Compiling& c, const Key& key, const std::vector<PersonId>& participants) {
  const PersonId person{c.names.row(Named::Person, key)};
  if (!person.exists()) return kUnknown;
  if (has(participants, person)) {
    const auto found = std::lower_bound(participants.begin(), participants.end(), person);
    return static_cast<std::int32_t>(found - participants.begin());
  }
  c.diagnostics.error(key.where,
                      say({"«\u202f{0}\u202f» ne fait pas partie de participants",
                           "\"{0}\" is not among the participants"},
                          key.value));
  return kUnknown;
}

std::vector<std::vector<std::int32_t>> sets_of(Compiling& c,
                                               const std::vector<std::vector<Key>>& written,
                                               const std::vector<PersonId>& participants) {
  std::vector<std::vector<std::int32_t>> sets;
  for (const auto& keys : written) {
    std::vector<std::int32_t> set;
    for (const auto& key : keys) {
      const auto position = position_of(c, key, participants);
      if (position != kUnknown) set.push_back(position);
    }
    sort_unique(set);
    if (set.size() > 1) sets.push_back(std::move(set));
  }
  return sets;
}

/// Sets that share somebody are one: whoever sits with a person in every round sits with those who
/// do.
std::vector<std::vector<std::int32_t>> joined(const std::vector<std::vector<std::int32_t>>& sets) {
  std::vector<std::vector<std::int32_t>> apart;
  for (auto set : sets) {
    const auto shares = [&](const auto& other) {
      return std::any_of(other.begin(), other.end(), [&](auto one) { return has(set, one); });
    };
    const auto first = std::stable_partition(
        apart.begin(), apart.end(), [&](const auto& other) { return !shares(other); });
    for (auto other = first; other != apart.end(); ++other)
      set.insert(set.end(), other->begin(), other->end());
    apart.erase(first, apart.end());
    sort_unique(set);
    apart.push_back(std::move(set));
  }
  return apart;
}

/// The value number of each participant, in order of first appearance.
std::vector<std::int32_t> numbered(const Gathering& gathering,
                                   const std::vector<PersonId>& participants,
                                   std::string Person::*attribute) {
  std::map<std::string_view, std::int32_t> numbers;
  std::vector<std::int32_t> values;
  for (const auto person : participants) {
    const auto next = static_cast<std::int32_t>(numbers.size());
    values.push_back(
        numbers.emplace(gathering.people[person.index()].*attribute, next).first->second);
  }
  return values;
}

std::vector<std::int32_t> mixed_by(Compiling& c,
                                   const Key& key,
                                   const std::vector<PersonId>& participants) {
  if (key.value == "profile") return numbered(c.gathering, participants, &Person::profile);
  if (key.value == "organisation")
    return numbered(c.gathering, participants, &Person::organisation);
  const auto* tagged = key.value.starts_with("tag:") ? selected(c, key.value) : nullptr;
  if (tagged == nullptr) {
    c.diagnostics.error(
        key.where,
        say({"mix attend «\u202fprofile\u202f», «\u202forganisation\u202f» ou «\u202ftag:X\u202f», "
             "pas «\u202f{0}\u202f»{1}",
             "mix takes \"profile\", \"organisation\" or \"tag:X\", not \"{0}\"{1}"},
            key.value,
            did_you_mean(key.value, {"profile", "organisation"})));
    return {};
  }
  if (tagged->empty())
    c.diagnostics.error(
        key.where,
        say({"«\u202f{0}\u202f» ne désigne personne", "\"{0}\" names nobody"}, key.value));
  std::vector<std::int32_t> values;
  values.reserve(participants.size());
  for (const auto person : participants) values.push_back(has(*tagged, person) ? 1 : 0);
  return values;
}

/// Named hosts of stations that rest in some rounds, who take part in these.
std::vector<std::pair<std::int32_t, std::int32_t>> hosting(const Compiling& c,
                                                           const Rotation& rotation,
                                                           const RotationRow& row) {
  std::vector<std::pair<std::int32_t, std::int32_t>> list;
  if (row.pattern == Pattern::Carousel) return list;
  for (std::size_t s = 0; s < rotation.stations.size(); ++s) {
    if (row.runs[s] >= row.rounds) continue;
    for (const auto& role : rotation.stations[s].team)
      for (const auto& key : role.people) {
        const PersonId person{c.names.find(Named::Person, key.value)};
        if (!person.exists() || !has(row.participants, person)) continue;
        const auto at = std::lower_bound(row.participants.begin(), row.participants.end(), person);
        list.emplace_back(static_cast<std::int32_t>(at - row.participants.begin()),
                          static_cast<std::int32_t>(s));
      }
  }
  sort_unique(list);
  return list;
}

}  // namespace

RotationRow rotation_row(Compiling& c,
                         const Rotation& rotation,
                         std::vector<PersonId> participants) {
  RotationRow row;
  row.pattern = rotation.pattern.value;
  row.rounds = std::max(1, rotation.rounds.value);
  row.stations = static_cast<std::int32_t>(rotation.stations.size());
  const bool never_twice = row.pattern == Pattern::Carousel || row.pattern == Pattern::Choice;
  row.revisit = rotation.revisit && !never_twice;
  row.plain_tables = rotation.plain_tables;
  row.hosts_move = rotation.hosts_move;
  for (const auto& station : rotation.stations)
    row.runs.push_back(station.runs ? std::clamp(station.runs->value, 1, row.rounds) : row.rounds);
  if (row.pattern == Pattern::Free) return row;
  row.together = joined(sets_of(c, rotation.together, participants));
  row.apart = sets_of(c, rotation.apart, participants);
  for (const auto& key : rotation.mix) row.mix.push_back(mixed_by(c, key, participants));
  row.wish_rank.resize(participants.size() * rotation.stations.size());
  row.participants = std::move(participants);
  row.hosting = hosting(c, rotation, row);
  return row;
}

std::vector<std::int32_t> shared_out(std::int32_t people, const std::vector<std::int32_t>& limits) {
  std::vector<std::size_t> order(limits.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return limits[a] < limits[b];
  });
  std::vector<std::int32_t> shares(limits.size());
  auto places = static_cast<std::int32_t>(limits.size());
  for (const auto place : order) {
    shares[place] = std::min(limits[place], (people + places - 1) / places);
    people -= shares[place];
    --places;
  }
  return shares;
}

}  // namespace engine
