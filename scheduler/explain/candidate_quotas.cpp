#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::Quota;
using engine::say;
using engine::Words;

constexpr std::int64_t kFewer = 100;
constexpr std::int64_t kPerHead = 5;
constexpr std::int64_t kNotRequired = 150;

constexpr Words kFewerOf{"ramener à {0} le nombre de personnes demandé pour {2} ({1})",
                         "cut the number of people asked for at {2} ({1}) to {0}"};
constexpr Words kWithout{"tenir {1} sans attendre {0}", "hold {1} without waiting for {0}"};

/// The key of a part that holds quotas.
struct Held {
  const char* table;
  const engine::Key& id;
  const char* key;
  engine::Text name;
};

void add_fewer(CandidateList& out, const Held& held, const std::vector<Quota>& quotas) {
  for (std::size_t i = 0; i < quotas.size(); ++i) {
    const int now = quotas[i].min.value_or(0);
    const auto who = who_toml(quotas[i].from);
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
                {{"poll", poll.session.value, "required", list_toml(left.list)}});
      }
    }
  }
}

}  // namespace scheduler
