#include "cli/views/rotation_outcome.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "engine/rules/catalogue.h"

namespace cli {
namespace {

using engine::PlannedRotation;

/// Pairs of people who sit together more than once.
std::size_t pairs_meeting_again(const PlannedRotation& rotation) {
  std::map<std::pair<std::string_view, std::string_view>, int> meetings;
  for (const auto& round : rotation.rounds)
    for (const auto& station : round.stations)
      for (const auto& a : station.participants)
        for (const auto& b : station.participants)
          if (a < b) ++meetings[{a, b}];
  return static_cast<std::size_t>(std::count_if(
      meetings.begin(), meetings.end(), [](const auto& pair) { return pair.second > 1; }));
}

/// For each wish rank: how many were expressed and how many granted.
std::map<int, std::pair<int, int>> wishes_by_rank(const engine::Gathering& gathering,
                                                  const PlannedRotation& rotation) {
  std::set<std::pair<std::string_view, std::string_view>> seats;
  for (const auto& round : rotation.rounds)
    for (const auto& station : round.stations)
      for (const auto& person : station.participants) seats.insert({person, station.id});
  std::map<int, std::pair<int, int>> ranks;
  for (const auto& wish : gathering.wishes) {
    if (wish.rotation.value != rotation.id) continue;
    auto& [expressed, granted] = ranks[wish.rank.value];
    ++expressed;
    if (seats.count({wish.person.value, wish.station.value}) > 0) ++granted;
  }
  return ranks;
}

}  // namespace

std::string repeats_sentence(const Screen& screen, const PlannedRotation& rotation) {
  if (rotation.repeat_meetings == 0)
    return said(screen,
                {"Personne ne rencontre deux fois la même personne.", "Nobody meets twice."});
  const auto pairs = said(screen,
                          {"{0}\u00a0{0:paire se revoit|paires se revoient}.",
                           "{0}\u00a0{0:pair meets|pairs meet} again."},
                          pairs_meeting_again(rotation));
  if (rotation.proved)
    return pairs + " " +
           said(screen,
                {"On ne peut pas faire mieux\u00a0: c’est prouvé.",
                 "Nothing better exists: proved."});
  return pairs + " " +
         said(screen,
              {"Le minimum possible est entre {0} et {1}\u00a0{1:rencontre répétée|rencontres "
               "répétées}.",
               "The least possible is between {0} and {1} repeated meetings."},
              rotation.bound,
              rotation.repeat_cost);
}

void write_wishes(const Showing& showing, const Screen& screen, const PlannedRotation& rotation) {
  const auto ranks = wishes_by_rank(showing.gathering, rotation);
  if (ranks.empty()) return;
  Table table({{said(screen, {"Vœu", "Wish"})},
               {said(screen, {"exprimés", "expressed"}), true},
               {said(screen, {"obtenus", "granted"}), true}});
  for (const auto& [rank, counts] : ranks)
    table.add({{said(screen, {"n°\u00a0{0}", "no. {0}"}, rank)},
               {std::to_string(counts.first)},
               {std::to_string(counts.second)}});
  screen.out << '\n';
  table.write(screen);
}

bool is_about_another_run(const engine::Remark& remark) {
  return !remark.hard && remark.rule == engine::info(engine::RuleId::StationCapacity).key;
}

void write_refusals(const Showing& showing, const Screen& screen) {
  bool first = true;
  for (const auto& remark : showing.plan.remarks) {
    const bool wish = remark.rule == engine::info(engine::RuleId::WishRank).key ||
                      remark.rule == engine::info(engine::RuleId::NoWishMet).key;
    if (!wish && !is_about_another_run(remark)) continue;
    if (first) heading(screen, said(screen, {"Vœux refusés", "Wishes refused"}));
    first = false;
    paragraph(screen, remark.text.in(screen.language), "  - ");
  }
}

}  // namespace cli
