#include "cli/views/phrases.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "engine/formats/formats.h"
#include "engine/model/fold.h"
#include "engine/model/words.h"

namespace cli {
namespace {

constexpr std::size_t kFew = 3;  // so many people are named where a count would do

void add_line(std::string& text, const std::string& line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string people_counted(const Screen& screen, std::size_t number) {
  return said(screen, {"{0}\u00a0{0:personne|personnes}", "{0}\u00a0{0:person|people}"}, number);
}

std::string span(engine::Interval time) {
  return engine::clock_text(time.from) + "–" + engine::clock_text(time.to);
}

std::string day_title(const Screen& screen, engine::Day day) {
  auto text = engine::long_date(day, screen.language);
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string unbroken(std::string name) {
  for (auto at = name.find(' '); at != name.npos; at = name.find(' ', at))
    name.replace(at, 1, "\u00a0");
  return name;
}

std::string names(const Showing& showing, const std::vector<std::string>& people) {
  std::vector<std::string> list;
  list.reserve(people.size());
  for (const auto& id : people) list.push_back(unbroken(showing.directory.person_name(id)));
  std::sort(list.begin(), list.end(), [](const std::string& a, const std::string& b) {
    return std::pair(engine::fold(a), a) < std::pair(engine::fold(b), b);
  });
  return joined(list);
}

std::string role_name(const Screen& screen, const std::string& role) {
  const auto* known = engine::find_role(role);
  return known == nullptr ? role : std::string(known->name.in(screen.language));
}

std::string team_text(const Showing& showing,
                      const Screen& screen,
                      const std::vector<engine::RoleHolders>& team) {
  std::string text;
  for (const auto& role : team) {
    std::vector<std::string> holders;
    for (const auto& id : role.people)
      holders.push_back(unbroken(showing.directory.person_name(id)));
    if (!holders.empty())
      add_line(text,
               said(screen,
                    {"{0}\u00a0: {1}", "{0}: {1}"},
                    role_name(screen, role.role),
                    joined(holders)));
  }
  return text;
}

const engine::RuleInfo* find_rule(std::string_view id) {
  const auto* row = std::find_if(engine::kRules.begin(),
                                 engine::kRules.end(),
                                 [&](const auto& rule) { return rule.key == id; });
  return row == engine::kRules.end() ? nullptr : row;
}

std::string units_text(const Screen& screen, std::string_view rule, std::int64_t count) {
  const auto* info = find_rule(rule);
  return info == nullptr ? std::to_string(count)
                         : fmt::format("{} × {}", count, info->unit.in(screen.language));
}

std::string audience_text(const Showing& showing,
                          const Screen& screen,
                          const std::vector<std::string>& people) {
  return people.size() <= kFew ? names(showing, people) : people_counted(screen, people.size());
}

std::string who(const Showing& showing, const Screen& screen, const Entry& entry) {
  std::set<std::string_view> present(entry.participants->begin(), entry.participants->end());
  for (const auto& role : *entry.team) present.insert(role.people.begin(), role.people.end());
  const bool everybody = present.size() > kFew && present.size() == showing.gathering.people.size();
  auto text = team_text(showing, screen, *entry.team);
  add_line(text,
           everybody ? said(screen, {"tout le monde ({0})", "everybody ({0})"}, present.size())
                     : audience_text(showing, screen, *entry.participants));
  return text;
}

std::string group_sizes(const Screen& screen, std::span<const engine::PlannedRound> rounds) {
  std::size_t least = SIZE_MAX;
  std::size_t most = 0;
  for (const auto& round : rounds)
    for (const auto& station : round.stations) {
      least = std::min(least, station.participants.size());
      most = std::max(most, station.participants.size());
    }
  if (most == 0) return said(screen, {"circulation libre", "people stroll"});
  if (least == most) return said(screen, {"groupes de {0}", "groups of {0}"}, most);
  return said(screen, {"groupes de {0} à {1}", "groups of {0} to {1}"}, least, most);
}

}  // namespace cli
