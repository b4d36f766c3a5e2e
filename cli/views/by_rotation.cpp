#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/views/views.h"
#include "engine/rules/catalogue.h"

namespace cli {
namespace {

using engine::PlannedRotation;
using engine::PlannedRound;

/// Numbers the groups of a carousel, which keep together from round to round.
class Groups {
 public:
  explicit Groups(const PlannedRotation& rotation) {
    for (const auto& round : rotation.rounds)
      for (const auto& station : round.stations)
        if (!station.participants.empty() && number(station.participants) == 0)
          groups_.push_back(sorted(station.participants));
  }
  /// From 1; 0 for people who are no group.
  [[nodiscard]] std::size_t number(const std::vector<std::string>& people) const {
    const auto found = std::find(groups_.begin(), groups_.end(), sorted(people));
    return found == groups_.end() ? 0 : static_cast<std::size_t>(found - groups_.begin()) + 1;
  }
  [[nodiscard]] const std::vector<std::vector<std::string>>& all() const { return groups_; }

 private:
  static std::vector<std::string> sorted(std::vector<std::string> people) {
    std::sort(people.begin(), people.end());
    return people;
  }
  std::vector<std::vector<std::string>> groups_;
};

std::string group_name(const Screen& screen, std::size_t number) {
  return said(screen, {"groupe\u00a0{0}", "group\u00a0{0}"}, number);
}

void write_groups(const Showing& showing, const Screen& screen, const Groups& groups) {
  Table table({{said(screen, {"Groupe", "Group"})}, {said(screen, {"Qui", "Who"})}});
  for (std::size_t i = 0; i < groups.all().size(); ++i)
    table.add({{fmt::format("{} ({})", group_name(screen, i + 1), groups.all()[i].size())},
               {names(showing, groups.all()[i])}});
  table.write(screen);
  screen.out << '\n';
}

void write_rounds(const Showing& showing,
                  const Screen& screen,
                  const PlannedRotation& rotation,
                  const Groups* groups) {
  Table table({{said(screen, {"Poste", "Station"})},
               {said(screen, {"Où", "Where"})},
               {said(screen, {"Équipe", "Team"})},
               {"", true},
               {said(screen, {"Qui", "Who"})}});
  const bool many_days = has_many_days(showing.plan);
  for (std::size_t i = 0; i < rotation.rounds.size(); ++i) {
    const auto& round = rotation.rounds[i];
    const auto day = many_days ? day_title(screen, engine::day_of(round.start)) + ", " : "";
    const auto time = day + span({round.start, round.end});
    const auto numbered =
        said(screen, {"Tour\u00a0{0} · {1}", "Round\u00a0{0} · {1}"}, i + 1, time);
    table.section(rotation.rounds.size() > 1 ? numbered : time);
    for (const auto& station : round.stations) {
      const auto& people = station.participants;
      const auto number = groups == nullptr ? 0 : groups->number(people);
      table.add({{showing.directory.station_title(rotation.id, station.id)},
                 {station.room.empty() ? "" : showing.directory.room_name(station.room)},
                 {team_text(showing, screen, station.team)},
                 {people.empty() ? "" : std::to_string(people.size())},
                 {number > 0 ? group_name(screen, number) : names(showing, people)}});
    }
  }
  table.write(screen);
}

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

std::string repeats_sentence(const Screen& screen, const PlannedRotation& rotation) {
  if (rotation.repeat_meetings == 0)
    return said(screen,
                {"Personne ne rencontre deux fois la même personne.", "Nobody meets twice."});
  const auto pairs = counted(screen,
                             static_cast<std::int64_t>(pairs_meeting_again(rotation)),
                             {"{0}\u00a0paire se revoit.", "{0}\u00a0pair meets again."},
                             {"{0}\u00a0paires se revoient.", "{0}\u00a0pairs meet again."});
  if (rotation.proved)
    return pairs + " " +
           said(screen,
                {"On ne peut pas faire mieux\u00a0: c’est prouvé.",
                 "Nothing better exists: proved."});
  return pairs + " " +
         said(screen,
              {"Le minimum possible est entre {0} et {1}\u00a0rencontres répétées.",
               "The least possible is between {0} and {1} repeated meetings."},
              rotation.bound,
              rotation.repeat_cost);
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

void write_rotation(const Showing& showing, const Screen& screen, const PlannedRotation& rotation) {
  const auto* row = showing.directory.rotation(rotation.id);
  const auto pattern = row == nullptr ? engine::Pattern::Split : row->pattern.value;
  heading(screen, showing.directory.title(rotation.id));
  if (rotation.rounds.empty()) return;
  const Groups groups(rotation);
  const bool fixed = pattern == engine::Pattern::Carousel;
  screen.out << '\n';
  if (fixed) write_groups(showing, screen, groups);
  write_rounds(showing, screen, rotation, fixed ? &groups : nullptr);
  screen.out << '\n';
  auto sizes = group_sizes(screen, rotation.rounds) + ".";
  sizes[0] = static_cast<char>(sizes[0] - 'a' + 'A');
  paragraph(screen, sizes, "  ");
  if (pattern == engine::Pattern::Remix)
    paragraph(screen, repeats_sentence(screen, rotation), "  ");
  write_wishes(showing, screen, rotation);
}

void write_refusals(const Showing& showing, const Screen& screen) {
  bool first = true;
  for (const auto& remark : showing.plan.remarks) {
    const bool wish = remark.rule == engine::info(engine::RuleId::WishRank).key ||
                      remark.rule == engine::info(engine::RuleId::NoWishMet).key;
    if (!wish) continue;
    if (first) heading(screen, said(screen, {"Vœux refusés", "Wishes refused"}));
    first = false;
    paragraph(screen, remark.text.in(screen.language), "  - ");
  }
}

}  // namespace

void show_by_rotation(const Showing& showing, const Screen& screen) {
  if (showing.plan.rotations.empty())
    paragraph(
        screen,
        said(screen, {"Ce programme n’a pas de rotation.", "This programme has no rotation."}));
  for (const auto& rotation : showing.plan.rotations) write_rotation(showing, screen, rotation);
  write_refusals(showing, screen);
}

}  // namespace cli
