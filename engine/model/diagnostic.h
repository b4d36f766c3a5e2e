/// What is wrong with the input and where: the one shape of every error and warning about files.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/statement.h"
#include "engine/model/text.h"
#include "engine/rules/rule_id.h"

namespace engine {

/// A place in an input file. Lines and columns count from 1 (columns in characters, not bytes);
/// line 0 means the file as a whole.
struct Where {
  std::uint16_t file = 0;  ///< index into Gathering::files
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend constexpr auto operator<=>(const Where&, const Where&) = default;
};

/// A value and the place it was read from.
template <class T>
struct At {
  T value{};
  Where where{};
};

enum class Severity : std::uint8_t { Error, Warning };

/// What is asked for and cannot be had.
struct Impossible {
  Statement statement;
  std::vector<RuleId> rules;  ///< that would be broken, ascending; none: it is not for a rule alone
};

struct Diagnostic {
  Severity severity = Severity::Error;
  Where where;
  Text text;
  std::optional<Impossible> impossible = {};  ///< the file is well written, and asks for too much
};

/// "gathering.toml:14:1: error: …", "warning" for a warning: these two words are the same in both
/// languages, so that editors and scripts find them. Without a line: "gathering.toml: error: …".
[[nodiscard]] std::string line_of(const Diagnostic& diagnostic,
                                  const std::vector<std::string>& files,
                                  Language language);

/// Collects every diagnostic of one reading; nothing stops at the first. Whatever a file holds, a
/// diagnostic stays one readable line: no control characters, at most about a thousand letters.
class Diagnostics {
 public:
  void error(Where where, Text text) { add({Severity::Error, where, std::move(text)}); }
  /// An error that says no plan can exist: `explain` looks for what would have to change.
  void impossible(Where where, std::vector<RuleId> rules, Statement statement) {
    auto text = statement.by_id;
    add({Severity::Error,
         where,
         std::move(text),
         Impossible{std::move(statement), std::move(rules)}});
  }
  void warning(Where where, Text text) { add({Severity::Warning, where, std::move(text)}); }

  [[nodiscard]] bool has_errors() const {
    return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) {
      return d.severity == Severity::Error;
    });
  }
  /// In file order (file, line, column); within one place, in the order they were found.
  [[nodiscard]] std::vector<Diagnostic> sorted() const {
    auto list = all_;
    std::stable_sort(list.begin(), list.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.where < b.where;
    });
    return list;
  }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

  void add(Diagnostic diagnostic);

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace engine
