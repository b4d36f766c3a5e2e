#include "app/history.h"

#include "cli/command.h"
#include "cli/terminal/table.h"

namespace cli {
namespace {

/// "2025-02-11T09:30:00+01:00" as people read it, on one line: "2025-02-11 09:30".
std::string to_the_minute(std::string moment) {
  constexpr std::size_t kMinutesEnd = 16;
  if (moment.size() < kMinutesEnd || moment.find('T') > kMinutesEnd) return moment;
  moment.resize(kMinutesEnd);
  return moment.replace(moment.find('T'), 1, "\u00a0");
}

void write(const app::History& history, const Screen& screen) {
  paragraph(screen, history.gathering.name, "", Tone::Strong);
  screen.out << '\n';
  Table table({{said(screen, {"Version", "Version"}), true},
               {said(screen, {"Faite le", "Made"})},
               {said(screen, {"Pourquoi", "Why"})},
               {said(screen, {"Règles non tenues", "Rules broken"}), true},
               {said(screen, {"Sans place", "Left out"}), true},
               {said(screen, {"Préférences", "Preferences"}), true}});
  for (const auto& [version, made] : history.rows)
    table.add(
        {{std::to_string(version.number)},
         {to_the_minute(made)},
         {version.cause.in(screen.language)},
         {std::to_string(version.score.hard), version.score.hard > 0 ? Tone::Bad : Tone::Plain},
         {std::to_string(version.score.unplaced)},
         {std::to_string(version.score.soft)}});
  table.write(screen);
}

Status history(const Arguments& arguments, const Door& door) {
  const auto found = app::history(arguments.words[0]);
  if (arguments.has("--json"))
    door.out.out << app::json(found);
  else
    write(found, door.out.in(found.gathering.language));
  return Status::Done;
}

}  // namespace

const Command kHistory{
    .name = "history",
    .summary = {"lister les versions d’un programme", "list the versions of a plan"},
    .detail =
        {"Liste toutes les versions gardées dans le document\u00a0: quand, pourquoi, et leurs "
         "pénalités (0 est parfait, moins c’est mieux).",
         "Lists every version kept in the document: when, why, and their penalties (0 is "
         "perfect, less is better)."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit",
                            "the document that plan wrote"}}},
    .options = {json_option()},
    .run = history};

}  // namespace cli
