#include "engine/problem/some_names.h"

#include <algorithm>

namespace engine {
namespace {

constexpr std::size_t kShown = 3;

}  // namespace

Statement some_names(const Gathering& gathering, const std::vector<PersonId>& people) {
  Statement names;
  for (std::size_t i = 0; i < std::min(kShown, people.size()); ++i) {
    auto one = named(gathering.people[people[i].index()]);
    one.by_id = one.by_name;  // ids are no help among so many
    names = i == 0 ? one : state({"{0}, {1}", "{0}, {1}"}, names, one);
  }
  if (people.size() <= kShown) return names;
  return state({"{0} et {1} {1:autre|autres}", "{0} and {1} more"}, names, people.size() - kShown);
}

}  // namespace engine
