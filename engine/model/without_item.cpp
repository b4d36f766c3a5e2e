#include "engine/model/without_item.h"

namespace engine {
namespace {

void forget(Timing& timing, const std::string& id) {
  std::erase_if(timing.after, [&](const After& after) { return after.item.value == id; });
  std::erase_if(timing.same_start, [&](const Key& key) { return key.value == id; });
  std::erase_if(timing.not_with, [&](const NotWith& other) { return other.item.value == id; });
}

}  // namespace

void take_out_item(Gathering& gathering, const std::string& id) {
  std::erase_if(gathering.sessions, [&](const auto& row) { return row.id.value == id; });
  std::erase_if(gathering.rotations, [&](const auto& row) { return row.id.value == id; });
  std::erase_if(gathering.polls, [&](const auto& poll) { return poll.session.value == id; });
  for (auto& session : gathering.sessions) forget(session.timing, id);
  for (auto& rotation : gathering.rotations) forget(rotation.timing, id);
  std::erase_if(gathering.registrations, [&](const auto& row) { return row.session.value == id; });
  std::erase_if(gathering.wishes, [&](const auto& row) { return row.rotation.value == id; });
}

}  // namespace engine
