/// One command: its name, what it takes, and the function that does it. The list of them all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/environment.h"
#include "cli/terminal/screen.h"
#include "engine/model/text.h"

namespace cli {

/// The exit statuses, as promised to scripts.
enum class Status : int {
  Done = 0,
  No = 1,         ///< the answer is no: no plan keeps the hard rules
  Wrong = 2,      ///< the input or the command line is wrong; nothing is written
  Unreadable = 3  ///< the document could not be read or written; nothing is lost
};

/// What may stand after an option, or for an argument.
enum class Takes : std::uint8_t {
  Nothing,
  Text,
  Seconds,  ///< a number above 0
  Count,    ///< a whole number from 1
  Number,   ///< a whole number from 0
};

struct Argument {
  engine::Words name;  ///< "FICHIER", "FILE"
  engine::Words help;
  Takes takes = Takes::Text;
  bool required = true;
};

struct Option {
  std::string_view name;  ///< "--time"; "-o"
  Takes takes = Takes::Nothing;
  engine::Words value{"", ""};  ///< what the help calls its value
  engine::Words help;
  std::vector<std::string_view> choices = {};  ///< the only values there are; empty: any
  bool repeatable = false;                     ///< every value given counts, not only the last
};

/// A command line that has been understood: every value has the form its command asks for.
class Arguments {
 public:
  std::vector<std::string> words;  ///< those that belong to no option
  std::vector<std::pair<std::string, std::string>>
      options;  ///< name and value, the last one counts

  [[nodiscard]] bool has(std::string_view option) const { return text(option).has_value(); }
  [[nodiscard]] std::optional<std::string> text(std::string_view option) const;
  /// Every value of a repeatable option, in the order given.
  [[nodiscard]] std::vector<std::string> texts(std::string_view option) const;
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view option) const;
  [[nodiscard]] std::optional<double> seconds(std::string_view option) const;
  /// The word at `place` as a number, when it is there.
  [[nodiscard]] std::optional<int> word_number(std::size_t place) const;
};

/// Where a command speaks: answers on `out`, everything else on `err`.
struct Door {
  Screen out;
  Screen err;
  const Environment& environment;
};

struct Command {
  std::string_view name;
  engine::Words summary;  ///< one line of the list of commands
  engine::Words detail;   ///< what it does, in a few sentences
  std::vector<Argument> arguments;
  std::vector<Option> options;
  Status (*run)(const Arguments& arguments, const Door& door);
  /// What its help says after the options; may be null.
  void (*more_help)(const Screen& screen) = nullptr;
};

// One per file, in the order of the work.
extern const Command kNew;
extern const Command kCheck;
extern const Command kPlan;
extern const Command kShow;
extern const Command kExplain;
extern const Command kReplan;
extern const Command kSheets;
extern const Command kExport;
extern const Command kHistory;
extern const Command kRestore;
extern const Command kDiff;
extern const Command kImport;
extern const Command kForget;
extern const Command kRotate;

[[nodiscard]] std::span<const Command* const> commands();
/// nullptr when there is no such command.
[[nodiscard]] const Command* find_command(std::string_view name);

/// The option of every command that reports.
[[nodiscard]] const Option& json_option();

}  // namespace cli
