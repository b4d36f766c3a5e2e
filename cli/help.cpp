#include "cli/help.h"

#include <array>

#include <fmt/format.h>

#include "cli/command_line.h"
#include "cli/terminal/table.h"

namespace cli {
namespace {

constexpr engine::Words kWhat{
    "Farandole prépare le déroulé d’une rencontre\u00a0: qui est où, quand, avec qui, et les "
    "feuilles "
    "à imprimer.",
    "Farandole plans a gathering: who is where, when, with whom, and the sheets to print."};

struct Step {
  engine::Words words;
  engine::Words why;
};

constexpr std::array<Step, 5> kSteps{
    Step{{"farandole new ma-journee", "farandole new my-day"},
         {"un premier fichier, commenté, à adapter", "a first file, with comments, to adapt"}},
    Step{{"farandole check ma-journee/gathering.toml", "farandole check my-day/gathering.toml"},
         {"tout ce qui cloche, ligne par ligne", "everything that is wrong, line by line"}},
    Step{{"farandole plan ma-journee/gathering.toml", "farandole plan my-day/gathering.toml"},
         {"le programme, en quelques secondes", "the plan, in a few seconds"}},
    Step{{"farandole show ma-journee/gathering.farandole --by person",
          "farandole show my-day/gathering.farandole --by person"},
         {"le revoir, par jour, salle, personne ou rotation",
          "see it again, by day, room, person or rotation"}},
    Step{{"farandole sheets ma-journee/gathering.farandole --out feuilles",
          "farandole sheets my-day/gathering.farandole --out sheets"},
         {"les feuilles à imprimer", "the sheets to print"}},
};

void write_options(const Screen& screen, const Command& command) {
  Table table({{""}, {""}});
  for (const auto& argument : command.arguments)
    table.add({{std::string(argument.name.in(screen.language)), Tone::Strong},
               {std::string(argument.help.in(screen.language))}});
  for (const auto& option : command.options) {
    const auto value = option.value.in(screen.language);
    table.add(
        {{value.empty() ? std::string(option.name) : fmt::format("{}\u00a0{}", option.name, value),
          Tone::Strong},
         {std::string(option.help.in(screen.language))}});
  }
  table.add({{"-h, --help", Tone::Strong}, {said(screen, {"cette aide", "this help"})}});
  table.write(screen);
}

}  // namespace

void show_first_steps(const Screen& screen) {
  paragraph(screen, said(screen, kWhat));
  heading(screen, said(screen, {"Cinq étapes pour commencer", "Five steps to begin"}));
  int number = 0;
  for (const auto& step : kSteps) {
    paragraph(screen, said(screen, step.why), fmt::format("  {}. ", ++number));
    paragraph(screen, said(screen, step.words), "     ", Tone::Strong);
  }
  screen.out << '\n';
  paragraph(screen,
            said(screen,
                 {"farandole --help montre toutes les commandes.",
                  "farandole --help lists every command."}));
}

void show_commands(const Screen& screen) {
  paragraph(screen, said(screen, kWhat));
  heading(screen, said(screen, {"Commandes", "Commands"}));
  Table table({{""}, {""}});
  for (const auto* command : commands())
    table.add({{std::string(command->name), Tone::Strong},
               {std::string(command->summary.in(screen.language))}});
  table.write(screen);
  screen.out << '\n';
  paragraph(screen,
            said(screen,
                 {"farandole COMMANDE --help explique une commande, farandole --version dit quelle "
                  "version c’est.",
                  "farandole COMMAND --help explains a command, farandole --version says which "
                  "version this is."}));
  paragraph(
      screen,
      said(screen,
           {"Pour les scripts, l’état de sortie\u00a0: 0 c’est fait, 1 aucun programme ne tient "
            "toutes les règles, 2 le fichier ou la commande est à corriger, 3 le document n’a pu "
            "être lu ou écrit.",
            "For scripts, the exit status: 0 done, 1 no plan keeps every rule, 2 the file or "
            "the command is wrong, 3 the document could not be read or written."}));
}

void show_command(const Screen& screen, const Command& command) {
  paragraph(screen,
            usage(command, screen.language),
            fmt::format("farandole {} ", command.name),
            Tone::Strong);
  screen.out << '\n';
  paragraph(screen, said(screen, command.detail), "  ");
  screen.out << '\n';
  write_options(screen, command);
  if (command.more_help != nullptr) command.more_help(screen);
}

}  // namespace cli
