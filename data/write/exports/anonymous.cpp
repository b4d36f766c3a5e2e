#include "data/write/exports/anonymous.h"

#include <unordered_map>

namespace data {
namespace {

class Numbers {
 public:
  explicit Numbers(const engine::Gathering& gathering) {
    for (const auto& person : gathering.people) (void)number(person.id.value);
  }

  void replace(std::vector<std::string>& people) {
    for (auto& id : people) id = "person-" + std::to_string(number(id));
  }
  void replace(std::vector<engine::RoleHolders>& team) {
    for (auto& role : team) replace(role.people);
  }

 private:
  std::size_t number(const std::string& id) {
    return numbers_.try_emplace(id, numbers_.size() + 1).first->second;
  }
  std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace

engine::Plan anonymous(const engine::Gathering& gathering, engine::Plan plan) {
  Numbers numbers(gathering);
  for (auto& session : plan.sessions) {
    numbers.replace(session.team);
    numbers.replace(session.participants);
  }
  for (auto& rotation : plan.rotations)
    for (auto& round : rotation.rounds)
      for (auto& station : round.stations) {
        numbers.replace(station.team);
        numbers.replace(station.participants);
      }
  plan.remarks.clear();
  for (auto& item : plan.unplaced) item.reason = {};
  return plan;
}

}  // namespace data
