#include "app/diff.h"

#include "cli/answers.h"
#include "cli/command.h"

namespace cli {
namespace {

void write_lines(const Screen& screen, const std::vector<engine::Difference>& rows) {
  for (const auto& row : rows) paragraph(screen, row.text.in(screen.language), "  - ");
}

void write_part(const Screen& screen,
                const engine::Words& title,
                const std::vector<engine::DifferencesOf>& part) {
  if (part.empty()) return;
  heading(screen, said(screen, title));
  for (const auto& one : part) {
    paragraph(screen, one.name, "  ");
    for (const auto& row : one.rows) paragraph(screen, row.text.in(screen.language), "    - ");
  }
}

void write(const app::Compared& compared, const Screen& screen) {
  const auto& diff = compared.diff;
  paragraph(screen,
            said(screen,
                 {"De la version\u00a0{0} à la version\u00a0{1}",
                  "From version\u00a0{0} to version\u00a0{1}"},
                 compared.from.number,
                 compared.to.number),
            "",
            Tone::Strong);
  for (const auto* version : {&compared.from, &compared.to})
    paragraph(screen,
              said(screen,
                   {"Version\u00a0{0}\u00a0: {1}", "Version\u00a0{0}: {1}"},
                   version->number,
                   score_text(screen, version->score)),
              "  ");
  if (diff.empty()) {
    paragraph(screen, said(screen, {"Rien n’a changé.", "Nothing has changed."}), "  ");
    return;
  }
  if (!diff.items.empty()) {
    heading(screen, said(screen, {"Séance par séance", "Session by session"}));
    write_lines(screen, diff.items);
  }
  write_part(
      screen, {"Ce qui change pour chaque personne", "What changes for each person"}, diff.people);
  write_part(screen, {"Salle par salle", "Room by room"}, diff.rooms);
  write_part(screen, {"Groupe par groupe", "Group by group"}, diff.groups);
}

Status diff(const Arguments& arguments, const Door& door) {
  const auto compared =
      app::diff(arguments.words[0], arguments.word_number(1), arguments.word_number(2));
  if (arguments.has("--json"))
    door.out.out << app::json(compared);
  else
    write(compared, door.out.in(compared.language));
  return Status::Done;
}

}  // namespace

const Command kDiff{
    .name = "diff",
    .summary = {"dire ce qui change entre deux versions", "say what changed between two versions"},
    .detail =
        {"Dit ce qui change d’une version à l’autre\u00a0: séance par séance, puis pour chaque "
         "personne, chaque salle et chaque groupe.",
         "Says what changes from one version to another: session by session, then for each "
         "person, room and group."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit",
                            "the document that plan wrote"}},
                  {.name = {"DE", "FROM"},
                   .help = {"la version d’avant\u202f; sinon celle qui précède la version d’après",
                            "the earlier version; else the one before the later version"},
                   .takes = Takes::Count,
                   .required = false},
                  {.name = {"À", "TO"},
                   .help = {"la version d’après\u202f; sinon la dernière",
                            "the later version; else the newest"},
                   .takes = Takes::Count,
                   .required = false}},
    .options = {json_option()},
    .run = diff};

}  // namespace cli
