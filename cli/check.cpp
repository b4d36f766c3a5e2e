#include "app/check.h"

#include <fmt/format.h>

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/views/phrases.h"

namespace cli {
namespace {

/// "12 séances, 2 rotations, 45 personnes, 6 salles"
std::string contents(const Screen& screen, const engine::Gathering& gathering) {
  auto text = said(screen,
                   {"{0}\u00a0{0:séance|séances}", "{0}\u00a0{0:session|sessions}"},
                   gathering.sessions.size());
  if (!gathering.rotations.empty())
    text += ", " + said(screen,
                        {"{0}\u00a0{0:rotation|rotations}", "{0}\u00a0{0:rotation|rotations}"},
                        gathering.rotations.size());
  text += ", " + people_counted(screen, gathering.people.size());
  return text + ", " +
         said(screen,
              {"{0}\u00a0{0:salle|salles}", "{0}\u00a0{0:room|rooms}"},
              gathering.rooms.size());
}

void write_summary(const Door& door, const app::Checked& checked) {
  const auto found = checked.diagnostics;
  if (!checked.ok()) {
    const auto err = for_gathering(door.err, checked.gathering);
    paragraph(err,
              said(err, {"{0} à corriger.", "{0} to correct."}, diagnostics_counted(err, found)));
    return;
  }
  const auto out = for_gathering(door.out, checked.gathering);
  const auto text = contents(out, checked.gathering);
  if (found.empty())
    paragraph(
        out, said(out, {"Tout est bon\u00a0: {0}.", "All is well: {0}."}, text), "", Tone::Good);
  else
    paragraph(out,
              said(out,
                   {"Rien n’empêche de planifier\u00a0: {0}. {1} à relire.",
                    "Nothing stands in the way of planning: {0}. {1} to look at."},
                   text,
                   diagnostics_counted(out, found)));
}

Status check(const Arguments& arguments, const Door& door) {
  const auto checked = app::check(arguments.words[0]);
  write_diagnostics(
      for_gathering(door.err, checked.gathering), checked.diagnostics, checked.gathering);
  if (arguments.has("--json"))
    door.out.out << app::json(checked);
  else
    write_summary(door, checked);
  return checked.ok() ? Status::Done : Status::Wrong;
}

}  // namespace

const Command kCheck{
    .name = "check",
    .summary = {"relire le fichier d’une rencontre et dire tout ce qui cloche",
                "read a gathering's file and say everything that is wrong"},
    .detail =
        {"Relit le fichier et ses tableaux, et dit d’un coup tout ce qui cloche, avec le fichier, "
         "la ligne et ce qui était attendu. N’écrit rien.",
         "Reads the file and its tables, and says everything that is wrong at once, with the "
         "file, the line and what was expected. Writes nothing."},
    .arguments = {{.name = {"FICHIER", "FILE"},
                   .help = {"le fichier de la rencontre, comme gathering.toml",
                            "the gathering's file, such as gathering.toml"}}},
    .options = {json_option()},
    .run = check};

}  // namespace cli
