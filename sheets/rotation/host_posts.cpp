#include "sheets/rotation/host_posts.h"

#include <algorithm>
#include <set>

namespace sheets {
namespace {

bool takes_part(const engine::Gathering& gathering,
                const engine::Rotation& rotation,
                const engine::Person& person) {
  const auto& who = rotation.participants;
  const auto& id = person.id.value;
  const auto registered = [&](const engine::Registration& row) {
    return row.person.value == id && row.session.value == rotation.id.value;
  };
  const auto meant = [&](const engine::Key& key) {
    const auto& word = key.value;
    const auto tagged = [&](const std::string& tag) { return word == "tag:" + tag; };
    return word == id || word == "profile:" + person.profile ||
           word == "organisation:" + person.organisation ||
           std::any_of(person.tags.begin(), person.tags.end(), tagged);
  };
  switch (who.kind) {
    case engine::Who::Kind::None:
      return false;
    case engine::Who::Kind::All:
      return true;
    case engine::Who::Kind::Registered:
      return std::any_of(
          gathering.registrations.begin(), gathering.registrations.end(), registered);
    case engine::Who::Kind::List:
      return std::any_of(who.list.begin(), who.list.end(), meant);
  }
  return false;
}

void add(std::vector<Post>& posts, const Post& post, std::size_t round) {
  auto known = std::find_if(posts.begin(), posts.end(), [&](const Post& other) {
    return other.station == post.station && other.person == post.person;
  });
  if (known == posts.end()) known = posts.insert(known, post);
  if (known->rounds.empty() || known->rounds.back() != round) known->rounds.push_back(round);
}

}  // namespace

std::vector<Post> posts_of(const engine::Rotation& rotation,
                           const engine::PlannedRotation& planned) {
  std::vector<Post> posts;
  for (const auto& row : rotation.stations)
    for (std::size_t r = 0; r < planned.rounds.size(); ++r) {
      const auto* station = station_in(planned.rounds[r], row.id.value);
      if (station == nullptr) continue;
      for (const auto& holders : station->team)
        for (const auto& person : holders.people)
          add(posts, {row.id.value, person, holders.role, {}}, r);
    }
  return posts;
}

const engine::PlannedStation* station_in(const engine::PlannedRound& round,
                                         const std::string& key) {
  const auto at = std::find_if(
      round.stations.begin(), round.stations.end(), [&](const auto& s) { return s.id == key; });
  return at == round.stations.end() ? nullptr : &*at;
}

std::size_t expected_load(const engine::Gathering& gathering,
                          const engine::Rotation& rotation,
                          const engine::PlannedRotation& planned,
                          std::size_t open) {
  std::set<std::string> hosts;
  for (const auto& round : planned.rounds)
    for (const auto& station : round.stations)
      for (const auto& holders : station.team)
        hosts.insert(holders.people.begin(), holders.people.end());
  std::size_t strolling = 0;
  for (const auto& person : gathering.people)
    if (takes_part(gathering, rotation, person) && hosts.count(person.id.value) == 0) ++strolling;
  return open == 0 ? 0 : (strolling + open - 1) / open;
}

}  // namespace sheets
