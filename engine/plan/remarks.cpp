#include "engine/plan/remarks.h"

#include <map>
#include <tuple>

#include "engine/model/words.h"
#include "engine/plan/view.h"

namespace engine {
namespace {

constexpr std::size_t kFew = 2;  // people who are each named
constexpr Words kLikewise{"{0}, et {1}\u00a0{1:autre personne|autres personnes} de même",
                          "{0}, and {1} other {1:person|people} likewise"};
constexpr Words kNoName{"?", "?"};
constexpr Words kRound{"{0} (tour {1})", "{0} (round {1})"};
constexpr Words kStation{"{0} ({1})", "{0} ({1})"};
constexpr Words kStationInRound{"{0} ({1}, tour {2})", "{0} ({1}, round {2})"};
constexpr Words kUnplaced{"non placé", "not placed"};

Text same(const std::string& text) {
  return {text, text};
}

Text name_of(const Gathering& gathering,
             const Board& board,
             PartId part,
             ActivityId activity,
             bool with_round = false) {
  if (!part.exists()) return say(kNoName);
  const auto& problem = board.problem();
  const auto& row = problem.parts[part];
  if (!row.rotation.exists()) {
    const auto session = static_cast<std::size_t>(problem.blocks[row.block].session);
    return same(gathering.sessions[session].title);
  }
  const auto& rotation = gathering.rotations[row.rotation.index()];
  if (activity.exists()) {
    const auto index = static_cast<std::size_t>(problem.activities[activity].station);
    const auto& station = rotation.stations[index];
    const auto& name = station.title.empty() ? station.id.value : station.title;
    return with_round ? say(kStationInRound, rotation.title, name, row.round + 1)
                      : say(kStation, rotation.title, name);
  }
  return rotation.rounds.value > 1 ? say(kRound, rotation.title, row.round + 1)
                                   : same(rotation.title);
}

Text time_of(const Gathering& gathering, const Board& board, PartId part) {
  const auto view = view_of(board);
  if (!part.exists() || !view.placed(view.block_of(part))) return say(kUnplaced);
  const auto from = view.time(part).from;
  if (gathering.days.size() <= 1) return spoken_time(from);
  const auto both = [&](Language language) {
    return long_date(day_of(from), language) + ", " + spoken_time(from, language);
  };
  return {both(Language::Fr), both(Language::En)};
}

Text room_of(const Gathering& gathering, const Board& board, ActivityId activity) {
  if (!activity.exists() || !board.room(activity).exists()) return say(kNoName);
  const auto& room = gathering.rooms[board.room(activity).index()];
  return same(room.name.empty() ? room.id.value : room.name);
}

/// The rule's sentence with its holes filled.
Text filled(const Gathering& gathering,
            const Board& board,
            const Finding& finding,
            bool with_time) {
  const auto person =
      finding.person.exists() ? same(gathering.people[finding.person.index()].name) : say(kNoName);
  const auto item = name_of(gathering, board, finding.part, finding.activity, !with_time);
  const auto other = name_of(gathering, board, finding.other, {});
  const auto room = room_of(gathering, board, finding.activity);
  const auto time = time_of(gathering, board, finding.part);
  const auto fill = [&](Language language) {
    constexpr std::string_view kTime = " ({time})";
    auto sentence = info(finding.rule).finding.in(language);
    if (!with_time && sentence.ends_with(kTime)) sentence.remove_suffix(kTime.size());
    return fmt::format(fmt::runtime(sentence),
                       fmt::arg("person", person.in(language)),
                       fmt::arg("item", item.in(language)),
                       fmt::arg("other", other.in(language)),
                       fmt::arg("room", room.in(language)),
                       fmt::arg("time", time.in(language)),
                       fmt::arg("amount", detail::pick(finding.amount, language)));
  };
  return {fill(Language::Fr), fill(Language::En)};
}

}  // namespace

Text words_of(const Gathering& gathering, const Board& board, const Finding& finding) {
  return filled(gathering, board, finding, true);
}

Text words_without_time(const Gathering& gathering, const Board& board, const Finding& finding) {
  return filled(gathering, board, finding, false);
}

std::vector<SharedFinding> shared(const std::vector<Finding>& findings) {
  std::map<std::tuple<RuleId, PartId, PartId, ActivityId>, std::vector<std::size_t>> alike;
  const auto group = [&](const Finding& f) -> auto& {
    return alike[{f.rule, f.part, f.other, f.activity}];
  };
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (findings[i].person.exists()) group(findings[i]).push_back(i);
  std::vector<SharedFinding> list;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto& finding = findings[i];
    if (!finding.person.exists() || group(finding).size() <= kFew) {
      list.push_back({finding, 0});
      continue;
    }
    const auto& crowd = group(finding);
    if (crowd.front() != i) continue;
    list.push_back({finding, static_cast<std::int64_t>(crowd.size()) - 1});
    for (const auto other : crowd)
      if (other != i) list.back().finding.amount += findings[other].amount;
  }
  return list;
}

Text words_of(const Gathering& gathering, const Board& board, const SharedFinding& shared) {
  const auto text = words_of(gathering, board, shared.finding);
  return shared.others == 0 ? text : say(kLikewise, text, shared.others);
}

}  // namespace engine
