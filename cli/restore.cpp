#include "app/restore.h"

#include <chrono>

#include "cli/answers.h"
#include "cli/command.h"

namespace cli {
namespace {

Status restore(const Arguments& arguments, const Door& door) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const int version = arguments.word_number(1).value_or(0);
  const auto& document = arguments.words[0];
  const auto restored = app::restore(document, version, now);
  if (arguments.has("--json")) {
    door.out.out << app::json(restored);
    return Status::Done;
  }
  const auto screen = door.out.in(restored.gathering.language);
  paragraph(
      screen,
      said(screen,
           {"La version\u00a0{0} est de nouveau la dernière, sous le numéro\u00a0{1}. Les autres "
            "restent dans l’histoire.",
            "Version\u00a0{0} is the newest again, as number\u00a0{1}. The others stay in the "
            "history."},
           version,
           restored.plan.version));
  suggest(screen, {"Pour la voir\u00a0:", "To see it:"}, "farandole show " + typed(document));
  return Status::Done;
}

}  // namespace

const Command kRestore{
    .name = "restore",
    .summary = {"revenir à une version d’avant", "go back to an earlier version"},
    .detail = {"Fait d’une version d’avant la dernière en date. Rien n’est perdu\u00a0: c’est une "
               "nouvelle version, et celles d’entre-temps restent.",
               "Makes an earlier version the newest one. Nothing is lost: it is a new version, and "
               "those in between stay."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit",
                            "the document that plan wrote"}},
                  {.name = {"VERSION", "VERSION"},
                   .help = {"le numéro de la version (voir history)",
                            "the number of the version (see history)"},
                   .takes = Takes::Count}},
    .options = {json_option()},
    .run = restore};

}  // namespace cli
