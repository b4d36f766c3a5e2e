#include "app/replan.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/change_history.h"
#include "app/notices.h"
#include "app/reading.h"
#include "app/refused_orders.h"
#include "app/searching.h"
#include "data/sqlite/document.h"
#include "data/write/arrivals.h"
#include "data/write/replan_json.h"
#include "engine/model/rows.h"
#include "engine/model/words.h"
#include "engine/problem/compile.h"

namespace app {
namespace {

using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kNoChange{
    "dites ce qui a changé\u00a0: --person-out ID, --room-out ID, --delay SÉANCE=MINUTES… "
    "(farandole replan --help les montre tous)",
    "say what has changed: --person-out ID, --room-out ID, --delay SESSION=MINUTES… "
    "(farandole replan --help shows them all)"};
constexpr Words kRepairAt{"Réparation à {0}\u00a0: {1}", "Repair at {0}: {1}"};
constexpr Words kRepair{"Réparation\u00a0: {0}", "Repair: {0}"};
constexpr Words kNext{"{0}\u202f; {1}", "{0}; {1}"};
constexpr Words kTimeKnown{
    "Il est au moins {0}\u00a0: une réparation l’a déjà dit (--at), et ce qui a commencé reste.",
    "It is {0} at least: an earlier repair said so (--at), and what has begun stays."};
constexpr Words kTimeGoesOn{
    "--at {0}\u00a0: une réparation a déjà dit qu’il est {1}\u202f; c’est cette heure qui compte. "
    "Si elle était fausse, farandole restore revient avant elle.",
    "--at {0}: an earlier repair said that it is {1}; that time counts. If it was wrong, "
    "farandole restore goes back before it."};
constexpr Words kArrive{"--arrive\u00a0: {0}", "--arrive: {0}"};
constexpr Words kNobodyComes{"--arrive\u00a0: {0} ne nomme personne", "--arrive: {0} names nobody"};

/// The gathering of the newest version, with those who have come since.
struct Ground {
  engine::Gathering gathering;
  std::vector<data::SourceFile> sources;
  std::vector<TypedChange> typed;  ///< an arrival per person instead of per file
};

void add_arrivals(const std::string& file, Ground& ground, Replanned& result) {
  auto reading = data::read_people_file(file);
  for (const auto& one : reading.diagnostics.sorted())
    if (one.severity == engine::Severity::Error)
      result.wrong.push_back({engine::line_of(one, reading.gathering.files, engine::Language::Fr),
                              engine::line_of(one, reading.gathering.files, engine::Language::En)});
  const auto arrivals = data::arrivals_of(reading, ground.gathering);
  for (const auto& wrong : arrivals.wrong) result.wrong.push_back(say(kArrive, wrong));
  for (const auto& person : arrivals.people) ground.typed.push_back({"--arrive", person.id.value});
  if (reading.gathering.people.empty() && !reading.diagnostics.has_errors())
    result.wrong.push_back(say(kNobodyComes, file));
  if (!result.wrong.empty() || ground.sources.empty()) return;
  auto& toml = ground.sources.front().bytes;
  toml = data::with_people(toml, arrivals.people);
  ground.gathering = data::read_gathering(ground.sources).gathering;
}

Ground ground_of(const data::StoredVersion& stored,
                 const ReplanRequest& request,
                 Replanned& result) {
  Ground ground{.gathering = gathering_of(stored), .sources = stored.sources, .typed = {}};
  for (const auto& change : request.changes)
    if (change.option == "--arrive")
      add_arrivals(change.value, ground, result);
    else
      ground.typed.push_back(change);
  return ground;
}

Text cause_of(const std::vector<engine::RecordedChange>& changes,
              const scheduler::Clock& clock,
              bool time_was_said) {
  auto list = changes.front().text;
  for (std::size_t i = 1; i < changes.size(); ++i) list = say(kNext, list, changes[i].text);
  if (!time_was_said || !clock.now) return say(kRepair, list);
  return say(kRepairAt, engine::clock_text(*clock.now), list);
}

/// Time does not go back: what somebody has told the document to be past stays so.
scheduler::Clock clock_of(const ReplanRequest& request,
                          const engine::Gathering& gathering,
                          const std::vector<engine::RecordedChange>& in_force,
                          Replanned& result) {
  scheduler::Clock clock{.now = {}, .freeze = gathering.freeze};
  if (request.at) clock.now = moment_of(gathering, "--at", *request.at, result.wrong);
  const auto told = time_told(in_force);
  if (!told || clock.now >= told) return clock;
  const auto time = engine::spoken_time(*told);
  if (clock.now)
    result.notes.push_back(say(kTimeGoesOn, *request.at, time));
  else if (!request.at)
    result.notes.push_back(say(kTimeKnown, time));
  clock.now = told;
  return clock;
}

/// Soonest first, as a person on site would act on it; what goes makes room for what comes.
engine::Minute acts_at(const engine::Plan& before,
                       const engine::Plan& after,
                       const engine::Difference& row) {
  engine::Minute soonest = INT32_MAX;
  const auto look = [&](const engine::Plan& plan) {
    for (const auto& session : plan.sessions)
      if (session.id == row.item) soonest = std::min(soonest, session.start);
    for (const auto& rotation : plan.rotations)
      if (rotation.id == row.item && !rotation.rounds.empty())
        soonest = std::min(soonest, rotation.rounds.front().start);
  };
  look(before);
  look(after);
  return soonest;
}

std::vector<engine::Difference> in_acting_order(const engine::PlanDiff& diff,
                                                const engine::Plan& before,
                                                const engine::Plan& after) {
  auto rows = diff.items;
  for (const auto& group : diff.groups)
    rows.insert(rows.end(), group.rows.begin(), group.rows.end());
  const auto stays = [&](const engine::Difference& row) {
    return row.kind != "removed" || engine::find_row(after.rotations, row.item) != nullptr;
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
    return std::pair(acts_at(before, after, a), stays(a)) <
           std::pair(acts_at(before, after, b), stays(b));
  });
  return rows;
}

/// The plan as others see it: those the change is about are told apart.
engine::Plan without(engine::Plan plan, const std::vector<std::string>& people) {
  const auto leave = [&](std::vector<std::string>& list) {
    std::erase_if(list, [&](const auto& id) {
      return std::find(people.begin(), people.end(), id) != people.end();
    });
  };
  for (auto& session : plan.sessions) leave(session.participants);
  for (auto& rotation : plan.rotations)
    for (auto& round : rotation.rounds)
      for (auto& station : round.stations) leave(station.participants);
  return plan;
}

std::vector<engine::Difference> in_acting_order(const engine::Gathering& old_gathering,
                                                const engine::Plan& before,
                                                const scheduler::Replanned& repaired) {
  const auto was = without(before, repaired.concerned);
  const auto is = without(repaired.plan, repaired.concerned);
  const auto diff = engine::diff({old_gathering, was}, {repaired.gathering, is});
  return in_acting_order(diff, was, is);
}

void describe(const engine::Gathering& old_gathering,
              const engine::Plan& before,
              const scheduler::Clock& clock,
              scheduler::Replanned repaired,
              Replanned& result) {
  const auto diff = engine::diff({old_gathering, before}, {repaired.gathering, repaired.plan});
  result.changes = in_acting_order(old_gathering, before, repaired);
  std::set<std::string> items;
  for (const auto& row : result.changes) items.insert(row.item);
  result.disturbed_items = static_cast<std::int64_t>(items.size());
  std::vector<engine::Difference> first;
  for (const auto& one : repaired.interrupted)
    first.push_back(interruption(repaired.gathering, one));
  for (const auto& one : repaired.last_turns) first.push_back(last_turn(repaired.gathering, one));
  result.changes.insert(result.changes.begin(), first.begin(), first.end());
  result.notices = notices_of({.diff = diff,
                               .before = before,
                               .repaired = repaired,
                               .changes = result.causes,
                               .clock = clock});
  result.pages = void_pages(diff);
  result.gathering = std::move(repaired.gathering);
  result.plan = std::move(repaired.plan);
  result.disturbed = std::move(repaired.disturbed);
  result.kinds = repaired.kinds;
}

OtherRepair other(const engine::Gathering& gathering,
                  const engine::Plan& before,
                  const scheduler::Replanned& repaired) {
  return {.kinds = repaired.kinds,
          .score = repaired.plan.score,
          .disturbed = static_cast<std::int64_t>(repaired.disturbed.people.size()),
          .changes = in_acting_order(gathering, before, repaired)};
}

}  // namespace

Replanned replan(const ReplanRequest& request) {
  const data::Document document(request.document);
  const auto stored = document.load();
  const int newest = stored.record.number;
  if (!request.dry_run) (void)document.version_to_save_on();
  Replanned result;
  result.document = document.path();
  auto ground = ground_of(stored, request, result);
  const auto& gathering = ground.gathering;
  result.language = gathering.language;
  const auto in_force = changes_in_force(document.history(), newest);
  const auto clock = clock_of(request, gathering, in_force, result);
  if (request.changes.empty()) result.wrong.push_back(say(kNoChange));
  const auto read = read_changes(
      {.gathering = gathering, .plan = stored.plan, .clock = clock, .in_force = in_force},
      ground.typed,
      request.now);
  result.wrong.insert(result.wrong.end(), read.wrong.begin(), read.wrong.end());
  if (!result.wrong.empty()) return result;
  for (const auto& change : read.recorded) result.causes.push_back(change.text);
  auto recorded = read.recorded;
  if (request.at && clock.now) recorded.push_back(telling_the_time(*clock.now, request.now));

  const auto problem = engine::compile_in_spite(gathering);
  const scheduler::Upset upset{gathering, problem, stored.plan, read.disruptions, clock};
  const auto limits = limits_of(request);
  const auto monitor = monitor_of(request);
  std::vector<scheduler::Replanned> repairs;
  if (request.dry_run)
    repairs = scheduler::compare_repairs(upset, limits, monitor);
  else
    repairs.push_back(scheduler::replan(upset, limits, monitor));
  result.wrong = refused_orders(upset, repairs.front(), limits, monitor);
  if (!result.wrong.empty()) return result;
  for (std::size_t i = 1; i < repairs.size(); ++i)
    result.others.push_back(other(gathering, stored.plan, repairs[i]));
  describe(gathering, stored.plan, clock, std::move(repairs.front()), result);
  if (request.dry_run) {
    result.plan.version = newest;
    return result;
  }
  result.plan.version =
      document.save(newest,
                    {.plan = result.plan,
                     .sources = std::move(ground.sources),
                     .cause = cause_of(read.recorded, clock, request.at.has_value()),
                     .search = {.seed = request.seed,
                                .iterations = request.iterations,
                                .seconds = result.plan.seconds},
                     .changes = std::move(recorded),
                     .made = request.now});
  result.written = true;
  return result;
}

std::string json(const Replanned& replanned) {
  return data::replan_json(
      {.gathering = replanned.gathering,
       .plan = replanned.plan,
       .changes = replanned.changes,
       .disturbed = static_cast<std::int64_t>(replanned.disturbed.people.size()),
       .disturbed_items = replanned.disturbed_items,
       .bound = replanned.disturbed.bound,
       .proved = replanned.disturbed.proved,
       .notices = replanned.notices,
       .pages = replanned.pages,
       .written = replanned.written});
}

}  // namespace app
