#include "sheets/team/running_order.h"

#include <fmt/format.h>

#include "sheets/team/running_order_page.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/sheets/gatherings.h"
#include "tests/sheets/written.h"
#include "tests/support/golden.h"

namespace {

using engine::Language;
using sheets::RunningOrder;
using tests::Planned;

RunningOrder order(const Planned& planned, Language language = Language::Fr) {
  return sheets::running_order_of(planned.gathering, planned.plan, tests::options(language));
}

void list(std::string& out, const char* label, const std::vector<std::string>& lines) {
  for (const auto& line : lines) out += fmt::format("      {} {}\n", label, line);
}

std::string written(const RunningOrder& order) {
  std::string out;
  for (const auto& day : order.days) {
    out += day.key + " " + day.date + "\n";
    for (const auto& row : day.rows) {
      out += fmt::format("  {}-{} {}{} ({}) @ {} [{}]\n",
                         row.start,
                         row.end,
                         row.light ? "~ " : "",
                         row.title,
                         row.length,
                         row.place,
                         row.heads);
      for (const auto& cue : row.cues) out += fmt::format("      > {} {}\n", cue.time, cue.text);
      list(out, "who", row.team);
      list(out, "with", row.material);
      list(out, "else", row.contingency);
    }
  }
  for (const auto& line : order.phones)
    out += fmt::format("{} | {} | {} | {}\n", line.name, line.organisation, line.phone, line.parts);
  return out;
}

const sheets::RunningRow& row(const RunningOrder& order, const std::string& title) {
  for (const auto& day : order.days)
    for (const auto& one : day.rows)
      if (one.title == title) return one;
  throw std::out_of_range(title);
}

}  // namespace

TEST_CASE("running order of a topical day in French") {
  const auto text = written(order(tests::topical_day()));
  CHECK(text == tests::approved("sheets/running_order_day_fr.txt", text));
}

TEST_CASE("running order of two equipped days in English") {
  const auto text = written(order(tests::equipped_days(), Language::En));
  CHECK(text == tests::approved("sheets/running_order_equipped_en.txt", text));
}

TEST_CASE("a fallback room is free, open, large enough and on the same site") {
  auto days = tests::equipped_days();
  const auto fallback = [&] {
    const auto made = order(days, Language::En);
    for (const auto& line : row(made, "Écrire un pacte local").contingency)
      if (line.rfind("fallback", 0) == 0) return line;
    return std::string("none");
  };
  for (auto& room : days.gathering.rooms)
    if (room.id.value == "c") room.features = {{"movable-chairs", {}}};
  CHECK(fallback() == "fallback: Salle Cèdre (24\u00a0seats)");
  engine::Window closed;
  closed.from.clock = 12 * 60;
  closed.to.clock = 13 * 60;
  for (auto& room : days.gathering.rooms)
    if (room.id.value == "c") room.closed = {closed};
  CHECK(fallback() == "none");
}

TEST_CASE("without personal data the running order has neither names nor telephones") {
  auto options = tests::options();
  options.no_personal_data = true;
  const auto day = tests::topical_day();
  const auto made = sheets::running_order_of(day.gathering, day.plan, options);
  CHECK(made.phones.empty());
  for (const auto& one : made.days.at(0).rows) CHECK(one.team.empty());
}

TEST_CASE("material that goes from one day leaves the pages of the other as they are") {
  const auto first_page = [](const tests::Planned& days) {
    return tests::words_on(tests::drawn("running-order", days).pages.front());
  };
  auto days = tests::equipped_days();
  const auto before = first_page(days);
  const auto second = engine::day_of(days.plan.sessions.front().start) + 1;
  for (const auto& planned : days.plan.sessions)
    for (auto& session : days.gathering.sessions)
      if (session.id.value == planned.id && engine::day_of(planned.start) == second)
        session.equipment.clear();
  CHECK(first_page(days) == before);
}

TEST_CASE("two telephones too many for a page do not stand alone on another") {
  const auto pages_of_phones = [](std::size_t people) {
    sheets::RunningOrder order;
    order.days.push_back({"2025-02-11", "Mardi 11 février 2025", {}});
    order.phones.resize(people, {"Amina Barrow", "La Bobine", "06 39 98 10 01", "09:30 Ouverture"});
    tests::SquareRuler ruler;
    const auto options = tests::options();
    return sheets::draw_running_order(order, {options, ruler, "", ""}).pages.size() - 1;
  };
  std::size_t fit = 1;
  while (pages_of_phones(fit + 1) == 1) ++fit;
  CHECK(pages_of_phones(fit) == 1);
  CHECK(fit >= 18);  // 16 in usual type
}
