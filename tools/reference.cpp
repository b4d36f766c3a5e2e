// Writes docs/rules.md and docs/formats.md from the catalogues into the folder given.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "engine/formats/formats.h"
#include "engine/rules/all.h"

namespace {

std::string rules_table(bool hard) {
  std::string page =
      "| rule | weight | what it wants | one unit is |\n| --- | ---: | --- | --- |\n";
  for (const engine::RuleInfo& rule : engine::kRules) {
    if (rule.hard != hard) continue;
    fmt::format_to(std::back_inserter(page),
                   "| `{}` | {} | {} · *{}* | {} · *{}* |\n",
                   rule.key,
                   rule.weight,
                   rule.title.en,
                   rule.title.fr,
                   rule.unit.en,
                   rule.unit.fr);
  }
  return page;
}

std::string rules_page() {
  return "# The rules\n\n"
         "Written by `reference` from `engine/rules/catalogue.h`; change that, not this page.\n\n"
         "A gathering changes a rule by its name: `[rules]`, then `walking = 3` for a weight,\n"
         "`\"hard\"` or `\"off\"`. Every plan is compared by hard rules first, then by what is "
         "left "
         "out,\nthen by soft rules. A weight of 0 is a rule that is off until a gathering asks for "
         "it.\n"
         "\n"
         "## Hard by default\n\n" +
         rules_table(true) + "\n## Soft by default\n\n" + rules_table(false);
}

std::string roles_of(const engine::Format& format) {
  std::string roles;
  for (const std::string_view role : format.roles) {
    if (role.empty()) break;
    fmt::format_to(std::back_inserter(roles), "{}`{}`", roles.empty() ? "" : ", ", role);
  }
  return roles;
}

std::string size_of(const engine::GroupSize& size) {
  if (size.max == 0) return "any";
  return fmt::format("{}–{}, best {}", size.min, size.max, size.ideal);
}

std::string formats_page() {
  std::string page =
      "# The session formats\n\n"
      "Written by `reference` from `engine/formats/`; change that, not this page.\n\n"
      "A format gives the defaults of practice (`farandole new DIR --template FORMAT` writes them "
      "out).\nIt is never a hidden rule.\n\n"
      "| format | name | minutes | a round | group | roles | room |\n"
      "| --- | --- | ---: | ---: | --- | --- | --- |\n";
  for (const engine::Format& format : engine::formats()) {
    fmt::format_to(std::back_inserter(page),
                   "| `{}` | {} · *{}* | {} | {} | {} | {} | {} · *{}* |\n",
                   format.key,
                   format.name.en,
                   format.name.fr,
                   format.minutes,
                   format.round_minutes == 0 ? "" : fmt::format("{}", format.round_minutes),
                   size_of(format.group),
                   roles_of(format),
                   format.room.en,
                   format.room.fr);
  }
  return page;
}

bool write(const std::string& path, const std::string& page) {
  std::ofstream out(path, std::ios::binary);
  out << page;
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: reference FOLDER\n", stderr);
    return 2;
  }
  const std::string folder = arguments[1];
  if (write(folder + "/rules.md", rules_page()) && write(folder + "/formats.md", formats_page()))
    return 0;
  fmt::print(stderr, "reference: cannot write into {}\n", folder);
  return 3;
}
