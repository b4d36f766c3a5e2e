#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "scheduler/explain/candidate_list.h"
#include "scheduler/explain/naming.h"

namespace scheduler {
namespace {

using engine::RuleId;
using engine::say;
using engine::Text;
using engine::Words;

constexpr std::int64_t kWithdrawn = 120;  // somebody gives up one thing they asked for
constexpr std::size_t kMostPeople = 12;

constexpr Words kWithdraw{"désinscrire {0} de {1}", "withdraw {0} from {1}"};

/// Rules that the number of registrations of one person has to do with.
constexpr std::array kOfOnePerson{
    RuleId::PersonOverlap, RuleId::PersonUnavailable, RuleId::TravelTime};

/// An item whose people register for it.
struct Registrable {
  const engine::Key& id;
  Text name;
  bool concerned = false;  ///< by the conflict
};
using Registrables = std::map<std::string, Registrable>;

Registrables registrables(const CandidateList& out) {
  Registrables items;
  const auto add = [&](const auto& row, const engine::Who& who) {
    if (who.kind == engine::Who::Kind::Registered)
      items.insert({row.id.value, {row.id, quoted_title(row.title, row.id)}});
  };
  for (const auto& session : out.gathering.sessions) add(session, session.audience);
  for (const auto& rotation : out.gathering.rotations) add(rotation, rotation.participants);
  each_item(out, [&](const Item& item) {
    if (const auto found = items.find(item.id.value); found != items.end())
      found->second.concerned = true;
  });
  return items;
}

/// What a person is registered for: what the conflict is about first, of that and of the rest the
/// latest first, as whoever comes first is served first.
using Asked = std::vector<const Registrable*>;

std::map<std::string, Asked> asked_by_person(const CandidateList& out, const Registrables& items) {
  std::map<std::string, Asked> asked;
  const auto& rows = out.gathering.registrations;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    const auto item = items.find(row->session.value);
    if (item == items.end()) continue;
    auto& list = asked[row->person.value];
    if (std::find(list.begin(), list.end(), &item->second) == list.end())
      list.push_back(&item->second);
  }
  for (auto& [person, list] : asked)
    std::stable_partition(list.begin(), list.end(), [](const auto* one) { return one->concerned; });
  return asked;
}

std::size_t concerned(const Asked& asked) {
  return static_cast<std::size_t>(
      std::count_if(asked.begin(), asked.end(), [](const auto* one) { return one->concerned; }));
}

/// People who may be asked to give something up.
struct PeopleAsked {
  std::vector<std::string> list;
  bool named = false;  ///< by the conflict; else they are in most of it, as many others may be
};

PeopleAsked people_asked(const CandidateList& out, const std::map<std::string, Asked>& asked) {
  std::vector<std::string> named;
  std::vector<std::string> others;
  const auto& items = out.conflict.items;
  for (const auto& [person, list] : asked) {
    if (concerned(list) == 0) continue;
    if (std::find(items.begin(), items.end(), person) != items.end())
      named.push_back(person);
    else if (concerned(list) > 1)
      others.push_back(person);
  }
  const bool any_named = !named.empty();
  auto& people = any_named ? named : others;
  std::stable_sort(people.begin(), people.end(), [&](const auto& a, const auto& b) {
    return concerned(asked.at(a)) > concerned(asked.at(b));
  });
  if (people.size() > kMostPeople) people.resize(kMostPeople);
  return {std::move(people), any_named};
}

/// One item after the other until the person has time for the rest; or another of the conflict.
void add_withdrawals(CandidateList& out, const std::string& person, const Asked& asked) {
  const auto name = person_name(out.gathering, person);
  std::vector<engine::Setting> changes;
  std::vector<Text> names;
  for (const auto* item : asked) {
    changes.push_back({"registrations", person, item->id.value, ""});
    names.push_back(item->name);
    out.add_by_degrees("registered " + person,
                       kWithdrawn * static_cast<std::int64_t>(changes.size()),
                       say(kWithdraw, name, enumeration(names)),
                       changes);
  }
  for (std::size_t i = 1; i < concerned(asked); ++i)
    out.add("registration " + person + " " + asked[i]->id.value,
            kWithdrawn,
            say(kWithdraw, name, asked[i]->name),
            {{"registrations", person, asked[i]->id.value, ""}});
}

}  // namespace

void add_registrations(CandidateList& out) {
  const auto items = registrables(out);
  if (items.empty()) return;
  const auto asked = asked_by_person(out, items);
  const auto people = people_asked(out, asked);
  out.add_as(!people.named || !about(out, kOfOnePerson), [&] {
    for (const auto& person : people.list) add_withdrawals(out, person, asked.at(person));
  });
}

}  // namespace scheduler
