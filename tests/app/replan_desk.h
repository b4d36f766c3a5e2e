/// Days that repairs are tried on, kept in documents.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/replan.h"
#include "engine/model/rows.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

namespace app_tests {

/// Two workshops, one after the other; who leads the first has two people who may stand in.
inline const std::string kDay = small_day(kAnaAndBo + std::string(R"toml(
[[room]]
id = "petite"
name = "Petite salle"
site = "mairie"
capacity = 10
[[person]]
id = "cy"
name = "Cy"
[[person]]
id = "di"
name = "Di"
[[session]]
id = "un"
title = "Un"
format = "workshop"
minutes = 60
start = "09:00"
room = "petite"
audience = ["di"]
team = { facilitator = { people = ["ana"], substitutes = ["bo", "cy"] } }
[[session]]
id = "deux"
title = "Deux"
format = "workshop"
minutes = 60
audience = ["bo", "di"]
after = ["un"]
team = { speaker = ["cy"] }
)toml"),
                                          "");

/// Full from 9:00 to 10:50; the first and the last item may be shortened, the tables between may
/// not.
[[nodiscard]] inline std::string full_day() {
  return replaced(small_day(kAnaAndBo + std::string(R"toml(
[[session]]
id = "mot"
title = "Mot"
format = "plenary"
minutes = 20
min_minutes = 10
audience = "all"
start = "09:00"
[[rotation]]
id = "tables"
title = "Tables"
format = "speed-meeting"
pattern = "remix"
rounds = 2
minutes = 30
participants = "all"
tables = 1
room = "grande"
revisit = true
after = ["mot"]
[[session]]
id = "bilan"
title = "Bilan"
format = "report-back"
minutes = 30
min_minutes = 20
audience = "all"
after = ["tables"]
)toml"),
                            ""),
                  "closes = \"12:30\"",
                  "closes = \"10:50\"");
}

/// A day that is planned, and repaired as often as a test likes.
struct Repaired : Desk {
  explicit Repaired(const std::string& day = kDay) : Desk({{"jour.toml", day}}) { (void)planned(); }

  [[nodiscard]] app::Replanned replan(std::vector<app::TypedChange> changes,
                                      std::optional<std::string> at = {}) const {
    app::ReplanRequest request;
    request.document = document;
    request.changes = std::move(changes);
    request.at = std::move(at);
    request.iterations = 100'000;
    return app::replan(request);
  }
};

[[nodiscard]] inline const engine::PlannedSession& session_in(const engine::Plan& plan,
                                                              const std::string& id) {
  const auto* found = engine::find_row(plan.sessions, id);
  REQUIRE(found != nullptr);
  return *found;
}

[[nodiscard]] inline std::vector<std::string> told(const app::Replanned& replanned) {
  std::vector<std::string> ids;
  for (const auto& notice : replanned.notices) ids.push_back(notice.person);
  return ids;
}

}  // namespace app_tests
