#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"
#include "scheduler/explain/naming.h"

namespace scheduler {
namespace {

using engine::Quota;
using engine::say;
using engine::Words;

constexpr std::int64_t kFewer = 100;
constexpr std::int64_t kPerHead = 5;
constexpr std::int64_t kNotRequired = 150;
constexpr std::int64_t kInSpite = 250;  // of what people answered
constexpr std::size_t kMostDays = 6;

constexpr Words kFewerOf{"ramener à {0} le nombre de personnes demandé pour {2} ({1})",
                         "cut the number of people asked for at {2} ({1}) to {0}"};
constexpr Words kOnDay{"tenir {0} le {1}, quelles que soient les réponses au sondage",
                       "hold {0} on {1}, whatever the answers to the poll"};
constexpr Words kEverybody{"tout le monde", "everybody"};
constexpr Words kWithout{"tenir {1} sans attendre {0}", "hold {1} without waiting for {0}"};

/// The key of a part that holds quotas.
struct Held {
  const char* table;
  const engine::Key& id;
  const char* key;
  engine::Text name;
};

/// Days the poll asks about; where none is a day of the gathering, those nearest to them.
std::vector<engine::Day> days_near(const engine::Gathering& gathering, const engine::Poll& poll) {
  std::vector<std::pair<engine::Day, engine::Day>> days;  // how far, which
  for (const auto& day : gathering.days) {
    auto far = std::numeric_limits<engine::Day>::max();
    for (const auto& option : poll.options) far = std::min(far, std::abs(option.day - day.date));
    days.emplace_back(far, day.date);
  }
  std::stable_sort(days.begin(), days.end());
  std::vector<engine::Day> nearest;
  for (const auto& [far, day] : days)
    if (nearest.size() < kMostDays && (far == 0 || days.front().first > 0)) nearest.push_back(day);
  return nearest;
}

/// On a day that is said in the file, the answers play no part.
void add_days_of_poll(CandidateList& out, const engine::Poll& poll, const engine::Text& title) {
  if (poll.options.empty()) return;
  for (const auto day : days_near(out.gathering, poll))
    out.add("poll " + poll.session.value,
            kInSpite,
            say(kOnDay, title, engine::long_date(day)),
            {{"session", poll.session.value, "day", engine::iso_date(day)}});
}

engine::Text who_text(const engine::Gathering& gathering, const engine::Who& who) {
  if (who.kind == engine::Who::Kind::All) return say(kEverybody);
  std::vector<engine::Text> names;
  for (const auto& one : who.list) names.push_back(person_name(gathering, one.value));
  return enumeration(names);
}

void add_fewer(CandidateList& out, const Held& held, const std::vector<Quota>& quotas) {
  for (std::size_t i = 0; i < quotas.size(); ++i) {
    const int now = quotas[i].min.value_or(0);
    const auto who = who_text(out.gathering, quotas[i].from);
    for (const auto left : down_from(now, 1, kHeadSteps)) {
      auto fewer = quotas;
      fewer[i].min = left;
      out.add_by_degrees(held.key + (" " + held.id.value) + std::to_string(i),
                         kFewer + kPerHead * (now - left),
                         say(kFewerOf, left, who, held.name),
                         {{held.table, held.id.value, held.key, quotas_toml(fewer)}});
    }
  }
}

}  // namespace

void add_quotas(CandidateList& out) {
  for (const auto* session : out.sessions) {
    const auto title = quoted_title(session->title, session->id);
    add_fewer(out, {"session", session->id, "composition", title}, session->composition);
    for (const auto& poll : out.gathering.polls) {
      if (poll.session.value != session->id.value) continue;
      add_fewer(out, {"poll", poll.session, "quorum", title}, poll.quorum);
      for (std::size_t i = 0; i < poll.required.list.size(); ++i) {
        auto left = poll.required;
        left.list.erase(left.list.begin() + static_cast<std::ptrdiff_t>(i));
        out.add("required " + poll.session.value + " " + poll.required.list[i].value,
                kNotRequired,
                say(kWithout, person_name(out.gathering, poll.required.list[i].value), title),
                {{"poll",
                  poll.session.value,
                  "required",
                  left.list.empty() ? "" : list_toml(left.list)}});
      }
      add_days_of_poll(out, poll, title);
    }
  }
}

}  // namespace scheduler
