/// A folder with a gathering in it, planned into a document as often as a test likes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/import_list.h"
#include "app/plan.h"
#include "data/read/reader.h"
#include "tests/support/temp_folder.h"

namespace app_tests {

/// The gathering file of "Petite journée": the morning of 11 February 2025, a room "grande" of 20
/// seats, then `more`. `head` stands in [gathering].
[[nodiscard]] std::string small_day(const std::string& more,
                                    const std::string& head = "people = \"people.csv\"\n");

/// A rotation of that day: everybody at two tables, three times.
inline constexpr const char* kDuos = R"toml(
[[rotation]]
id = "duos"
title = "Duos"
format = "speed-meeting"
pattern = "remix"
rounds = 3
minutes = 10
participants = "all"
tables = 2
room = "grande"
)toml";

/// Two people of the file.
inline constexpr const char* kAnaAndBo = R"toml(
[[person]]
id = "ana"
name = "Ana"
[[person]]
id = "bo"
name = "Bo"
)toml";

/// A rotation of that day: two groups of `participants` visit the cellar and the roof, where
/// `guide` shows round; `more` is another key.
[[nodiscard]] std::string visits(const std::string& participants,
                                 const std::string& guide,
                                 const std::string& more = "");

/// So many minutes after 9 o'clock on the day before.
[[nodiscard]] engine::Instant morning(int minute);

/// One passage of a text replaced; it must be there.
[[nodiscard]] std::string replaced(std::string text,
                                   const std::string& from,
                                   const std::string& to);

struct Desk {
  /// Writes the files; the first one is the gathering.
  explicit Desk(const std::vector<data::SourceFile>& files);

  void write(const std::string& name, const std::string& bytes) const;
  /// Replaces one passage of the gathering file; it must be there.
  void replace(const std::string& from, const std::string& to) const;

  /// On one thread, within so few steps that a test takes no time; the same for the same seed.
  [[nodiscard]] app::PlanRequest request(std::uint64_t seed = 1) const;
  /// Plans the gathering, which must be in order, and returns the path of the document.
  std::string planned() const;

  tests::TempFolder folder;
  std::string file;      ///< path of the gathering
  std::string document;  ///< path of the document that planned() writes
};

/// Takes a list into the document, five minutes later.
[[nodiscard]] app::ListImport take_in(const Desk& desk,
                                      const std::string& list,
                                      const std::string& as = "");

}  // namespace app_tests
