#include "cli/run.h"

#include <exception>
#include <string_view>

#include "cli/command.h"
#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/terminal/screen.h"
#include "engine/model/failure.h"
#include "engine/model/nearest.h"

namespace cli {
namespace {

void complain(const Screen& screen, const engine::Text& text) {
  paragraph(screen, said(screen, {"Erreur\u00a0: {0}", "Error: {0}"}, text), "", Tone::Bad);
}

Status unknown_command(const Screen& err, const std::string& word) {
  std::vector<std::string_view> known;
  for (const auto* command : commands()) known.push_back(command->name);
  const auto maybe = engine::nearest(word, known);
  complain(
      err,
      engine::say({"pas de commande «\u202f{0}\u202f».", "there is no command \"{0}\"."}, word));
  if (maybe)
    paragraph(err, said(err, {"Peut-être\u00a0: farandole {0}", "Maybe: farandole {0}"}, *maybe));
  paragraph(err,
            said(err,
                 {"farandole --help montre toutes les commandes.",
                  "farandole --help lists every command."}));
  return Status::Wrong;
}

Status run_command(const Command& command, std::vector<std::string> words, const Door& door) {
  auto understood = understand(command, std::move(words));
  if (understood.help) {
    show_command(door.out, command);
    return Status::Done;
  }
  if (understood.errors.empty()) return command.run(understood.arguments, door);
  for (const auto& error : understood.errors) complain(door.err, error);
  paragraph(door.err,
            said(door.err,
                 {"farandole {0} --help montre comment l’écrire.",
                  "farandole {0} --help shows how to write it."},
                 command.name));
  return Status::Wrong;
}

Status dispatch(const std::vector<std::string>& words, const Door& door) {
  if (words.empty()) {
    show_first_steps(door.out);
    return Status::Done;
  }
  const auto& first = words.front();
  const bool help = first == "--help" || first == "-h" || first == "help";
  const Command* command = find_command(help && words.size() > 1 ? words[1] : first);
  if (first == "--version") {
    door.out.out << "farandole " FARANDOLE_VERSION "\n";
  } else if (help && command != nullptr) {
    show_command(door.out, *command);
  } else if (help) {
    show_commands(door.out);
  } else if (command == nullptr) {
    return unknown_command(door.err, first);
  } else {
    return run_command(*command, {words.begin() + 1, words.end()}, door);
  }
  return Status::Done;
}

/// An answer that could not be written down is no answer.
Status delivered(Status status, const Door& door) {
  if (door.out.out.flush()) return status;
  complain(door.err,
           {"la réponse n’a pu être écrite en entier (disque plein\u202f?).",
            "the answer could not be written in full (disk full?)."});
  return Status::Unreadable;
}

Status answered(const std::vector<std::string>& words, const Door& door) {
  try {
    return delivered(dispatch(words, door), door);
  } catch (const engine::BadRequest& wrong) {
    complain(door.err, wrong.text());
    return Status::Wrong;
  } catch (const engine::Failure& failure) {
    complain(door.err, failure.text());
  } catch (const std::exception& failure) {
    complain(door.err, {failure.what(), failure.what()});
  }
  return Status::Unreadable;
}

}  // namespace

int run(const std::vector<std::string>& words,
        std::ostream& out,
        std::ostream& err,
        const Environment& environment) {
  const Door door{.out = {out, environment.width, environment.colour_out, environment.language},
                  .err = {err, environment.width, environment.colour_err, environment.language},
                  .environment = environment};
  return static_cast<int>(answered(words, door));
}

}  // namespace cli
