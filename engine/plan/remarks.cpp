#include "engine/plan/remarks.h"

#include "engine/model/words.h"
#include "engine/plan/view.h"

namespace engine {
namespace {

constexpr Words kNoName{"?", "?"};
constexpr Words kRound{"{0} (tour {1})", "{0} (round {1})"};
constexpr Words kStation{"{0} ({1})", "{0} ({1})"};
constexpr Words kUnplaced{"non placé", "not placed"};

Text same(const std::string& text) {
  return {text, text};
}

Text name_of(const Gathering& gathering, const Board& board, PartId part, ActivityId activity) {
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
    return say(kStation, rotation.title, station.title.empty() ? station.id.value : station.title);
  }
  return rotation.rounds.value > 1 ? say(kRound, rotation.title, row.round + 1)
                                   : same(rotation.title);
}

Text time_of(const Gathering& gathering, const Board& board, PartId part) {
  const auto view = view_of(board);
  if (!part.exists() || !view.placed(view.block_of(part))) return say(kUnplaced);
  const auto from = view.time(part).from;
  if (gathering.days.size() <= 1)
    return {spoken_time(from, Language::Fr), spoken_time(from, Language::En)};
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
  const auto item = name_of(gathering, board, finding.part, finding.activity);
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
                       fmt::arg("amount", finding.amount));
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

}  // namespace engine
