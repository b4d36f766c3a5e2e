#include "cli/views/rotation_table.h"

#include <sstream>

#include "cli/terminal/width.h"
#include "tests/catch.h"
#include "tests/cli/golden.h"

namespace {

using engine::Language;

app::Rotated rotated(std::int32_t people, engine::SeatingTable rounds, std::int64_t bound) {
  app::Rotated answer;
  for (std::int32_t p = 1; p <= people; ++p) {
    auto& person = answer.gathering.people.emplace_back();
    person.name = std::to_string(p);
  }
  auto& rotation = answer.gathering.rotations.emplace_back();
  for (std::size_t g = 0; g < rounds.front().size(); ++g)
    rotation.stations.emplace_back().title = "Table\u00a0" + std::to_string(g + 1);
  answer.meetings = engine::count_meetings(people, rounds);
  answer.rounds = std::move(rounds);
  answer.bound = bound;
  answer.unavoidable = bound;
  return answer;
}

app::Rotated perfect() {
  return rotated(4, {{{0, 1}, {2, 3}}, {{0, 2}, {1, 3}}, {{0, 3}, {1, 2}}}, 0);
}

std::string sentences(const app::Rotated& answer, Language language) {
  std::ostringstream out;
  const cli::Screen screen{.out = out, .width = 80, .language = language};
  cli::write_rotation_table(screen, answer);
  cli::paragraph(screen, cli::meetings_sentence(screen, answer));
  cli::paragraph(screen, cli::impossible_sentence(screen, answer));
  for (const auto& mixed : answer.mix) cli::paragraph(screen, cli::mix_sentence(screen, mixed));
  cli::paragraph(screen, cli::empty_sentence(screen, answer));
  return out.str();
}

app::Rotated with_names() {
  auto answer = rotated(4, {{{0, 1}, {2, 3}}, {{0, 1}, {2, 3}}, {{0, 1}, {2, 3}}}, 2);
  answer.gathering.people[0].name = "Élodie Le Goff";
  answer.gathering.people[1].name = "Jean-Baptiste de la Rochefoucauld";
  answer.why = {"parce que", "because"};
  answer.mix = {{"profile", 0.75, 0.75},
                {"organisation", 1.0 / 3, 0.25},
                {"tag:ville", 2, 2},
                {"tag:x", 0, 0}};
  return answer;
}

}  // namespace

TEST_CASE("a rotation alone reads as a table, and says what is proved, in both languages") {
  for (const auto language : {Language::Fr, Language::En}) {
    std::string text;
    for (const auto& answer : {perfect(),
                               with_names(),
                               rotated(1, {{{0}}}, 0),
                               rotated(2, {{{0, 1}}}, 0),
                               rotated(4, {{{0, 1}, {2, 3}}, {{0, 1}, {2, 3}}}, 2),
                               rotated(4, {{{0, 1}, {2, 3}}, {{0, 1}, {2, 3}}}, 1),
                               rotated(5, {{{0, 1, 2}, {}, {3, 4}}, {{0, 1}, {3}, {2, 4}}}, 1),
                               rotated(5, {{{0, 1, 4}, {2, 3}}, {{0, 1}, {2, 3, 4}}}, 0)})
      text += sentences(answer, language) + "\n";
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(cli::display_width(line) <= 80);
    const auto* const file = language == Language::Fr ? "rotate_fr.txt" : "rotate_en.txt";
    CHECK(text == tests::golden(file, text));
  }
}
