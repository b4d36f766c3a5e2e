#include "cli/views/views.h"

#include <map>
#include <sstream>

#include "cli/terminal/width.h"
#include "tests/catch.h"
#include "tests/cli/golden.h"
#include "tests/cli/small_day.h"

namespace {

using View = void (*)(const cli::Showing&, const cli::Screen&);

const std::map<std::string, View> kViews{{"day", cli::show_by_day},
                                         {"room", cli::show_by_room},
                                         {"person", cli::show_by_person},
                                         {"rotation", cli::show_by_rotation},
                                         {"verdict", cli::show_verdict},
                                         {"comfort", cli::show_comfort}};

std::string shown(View view,
                  const engine::Plan& plan,
                  engine::Language language = engine::Language::Fr,
                  int width = 80) {
  const auto gathering = tests::small_day(language);
  std::ostringstream out;
  view(cli::Showing(gathering, plan), {.out = out, .width = width, .language = language});
  return out.str();
}

}  // namespace

TEST_CASE("every view says the day in both languages, within the screen") {
  for (const auto& [name, view] : kViews)
    for (const auto language : {engine::Language::Fr, engine::Language::En}) {
      const auto text = shown(view, tests::small_plan(), language);
      const auto file = name + (language == engine::Language::Fr ? "_fr.txt" : "_en.txt");
      CHECK(text == tests::golden(file, text));
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) CHECK(cli::display_width(line) <= 80);
    }
}

TEST_CASE("people are listed in the order of the alphabet, accents aside") {
  const auto text = shown(cli::show_by_person, tests::small_plan());
  const auto elise = text.find("Elise Marchand");
  const auto elodie = text.find("Élodie Auclair");
  const auto leo = text.find("Léo Perrin");
  CHECK(text.find("Anaïs Lebrun") < elise);
  CHECK(elise < elodie);
  CHECK(elodie < leo);
  CHECK(leo < text.find("Zoé Quillet"));
}

TEST_CASE("whoever serves at a session of their own audience reads it once, with the role") {
  auto plan = tests::small_plan();
  const auto once = shown(cli::show_by_person, plan);
  plan.sessions[0].participants.push_back("ann");  // she is its host
  CHECK(shown(cli::show_by_person, plan) == once);
}

TEST_CASE("a broken rule is said before anything else") {
  auto plan = tests::small_plan();
  plan.feasible = false;
  plan.score.hard = 2;
  plan.remarks.insert(
      plan.remarks.begin(),
      {"room-overlap", true, {"deux séances en salle verte", "two items in the green room"}});
  const auto open = shown(cli::show_verdict, plan);
  CHECK(open.find("Des règles obligatoires ne sont pas tenues") <
        open.find("deux séances en salle verte"));
  CHECK(open.find("dans le temps donné") != std::string::npos);
  CHECK(open.find("prouvé") == std::string::npos);
  plan.proved = true;
  CHECK(shown(cli::show_verdict, plan).find("c’est prouvé") != std::string::npos);
}

TEST_CASE("a rotation says when nobody meets twice and when no better one exists") {
  auto plan = tests::small_plan();
  auto& duos = plan.rotations[1];
  duos.bound = 1;
  duos.proved = true;
  CHECK(shown(cli::show_by_rotation, plan)
            .find("1\u00a0paire se revoit. On ne peut pas faire mieux") != std::string::npos);
  duos.rounds.pop_back();
  duos.repeat_meetings = 0;
  duos.repeat_cost = 0;
  CHECK(shown(cli::show_by_rotation, plan).find("Personne ne rencontre deux fois") !=
        std::string::npos);
}
