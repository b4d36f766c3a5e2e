#include "cli/views/rotation_table.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "cli/terminal/table.h"
#include "cli/terminal/width.h"
#include "cli/views/phrases.h"

namespace cli {
namespace {

constexpr int kIndent = 2;
constexpr int kGap = 2;  // between columns

std::string group_text(const app::Rotated& rotated, const std::vector<std::int32_t>& group) {
  std::vector<std::string> names;
  for (const auto person : group)
    names.push_back(unbroken(rotated.gathering.people[static_cast<std::size_t>(person)].name));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string round_title(const Screen& screen, std::size_t round) {
  return said(screen, {"Tour\u00a0{0}", "Round\u00a0{0}"}, round + 1);
}

const std::string& table_title(const app::Rotated& rotated, std::size_t group) {
  return rotated.gathering.rotations.front().stations[group].title;
}

Table across(const Screen& screen, const app::Rotated& rotated) {
  std::vector<Column> columns{{""}};
  for (std::size_t r = 0; r < rotated.rounds.size(); ++r)
    columns.push_back({round_title(screen, r)});
  Table table(columns, kIndent);
  for (std::size_t g = 0; g < rotated.rounds.front().size(); ++g) {
    std::vector<Cell> row{{table_title(rotated, g), Tone::Strong}};
    for (const auto& round : rotated.rounds) row.push_back({group_text(rotated, round[g])});
    table.add(std::move(row));
  }
  return table;
}

Table round_by_round(const Screen& screen, const app::Rotated& rotated) {
  Table table({{""}, {""}}, kIndent);
  for (std::size_t r = 0; r < rotated.rounds.size(); ++r) {
    table.section(round_title(screen, r));
    for (std::size_t g = 0; g < rotated.rounds[r].size(); ++g)
      table.add({{table_title(rotated, g)}, {group_text(rotated, rotated.rounds[r][g])}});
  }
  return table;
}

/// Columns that the table takes when no cell wraps.
int width_across(const Screen& screen, const app::Rotated& rotated) {
  int titles = 0;
  for (std::size_t g = 0; g < rotated.rounds.front().size(); ++g)
    titles = std::max(titles, display_width(table_title(rotated, g)));
  int width = kIndent + titles;
  for (std::size_t r = 0; r < rotated.rounds.size() && width <= screen.width; ++r) {
    int column = display_width(round_title(screen, r));
    for (const auto& group : rotated.rounds[r])
      column = std::max(column, display_width(group_text(rotated, group)));
    width += kGap + column;
  }
  return width;
}

/// "Everyone meets 22 to 24 of the 40 others", without what follows.
std::string met_text(const Screen& screen, const app::Rotated& rotated) {
  const auto& met = rotated.meetings;
  const auto others = rotated.gathering.people.size() - 1;
  if (others == 1 && met.fewest_met == 1)
    return said(screen, {"Les deux personnes se rencontrent", "The two people meet"});
  if (static_cast<std::size_t>(met.fewest_met) == others)
    return said(
        screen,
        {"Chaque personne rencontre toutes les autres ({0})", "Everyone meets all {0} others"},
        others);
  if (met.fewest_met == met.most_met)
    return said(screen,
                {"Chaque personne rencontre {0} des {1} {1:autre|autres}",
                 "Everyone meets {0} of the {1} {1:other|others}"},
                met.most_met,
                others);
  return said(screen,
              {"Chaque personne rencontre de {0} à {1} des {2} {2:autre|autres}",
               "Everyone meets {0} to {1} of the {2} {2:other|others}"},
              met.fewest_met,
              met.most_met,
              others);
}

std::string again_text(const Screen& screen, const engine::Meetings& met) {
  if (met.most == 2)
    return said(screen,
                {"{0}\u00a0{0:paire se rencontre|paires se rencontrent} deux fois",
                 "{0}\u00a0{0:pair meets|pairs meet} twice"},
                met.pairs_again);
  const auto pairs = said(screen,
                          {"{0}\u00a0{0:paire se rencontre|paires se rencontrent}",
                           "{0}\u00a0{0:pair meets|pairs meet}"},
                          met.pairs_again);
  return pairs +
         said(screen,
              {" plusieurs fois, jusqu’à {0} ({1}\u00a0{1:rencontre répétée|rencontres répétées})",
               " again, up to {0} times ({1} repeated {1:meeting|meetings})"},
              met.most,
              met.repeat_meetings);
}

std::string how_good(const Screen& screen, const app::Rotated& rotated) {
  if (rotated.bound == rotated.meetings.repeat_cost)
    return said(screen,
                {"\u202f; aucun programme ne peut faire mieux.", "; no schedule can do better."});
  if (rotated.unavoidable == 0)
    return said(screen,
                {"\u202f; on ne sait pas si l’on peut faire mieux.",
                 "; whether less is possible is not known."});
  return said(screen,
              {"\u202f; au moins {0} {0:est inévitable|sont inévitables}.",
               "; at least {0} {0:is|are} unavoidable."},
              rotated.unavoidable);
}

engine::Text attribute_name(const std::string& attribute) {
  if (attribute == "profile") return engine::say({"profil", "profile"});
  if (attribute == "organisation") return engine::say({"organisme", "organisation"});
  return {attribute, attribute};
}

constexpr engine::Words kWithinOne{
    "Mixité ({0})\u00a0: chaque table est à {1}\u00a0personne près de sa part",
    "Mix ({0}): every table is within {1} of a person of its share"};
constexpr engine::Words kWithinSome{
    "Mixité ({0})\u00a0: chaque table est à {1}\u00a0personnes près de sa part",
    "Mix ({0}): every table is within {1} people of its share"};

constexpr double kRounding = 1e-6;  ///< what a hundredth may be off

/// A number of hundredths with the decimals it needs.
std::string hundredths(const Screen& screen, double number) {
  auto text = fmt::format("{:g}", number / 100);
  if (screen.language == engine::Language::Fr) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

}  // namespace

void write_rotation_table(const Screen& screen, const app::Rotated& rotated) {
  const bool fits = width_across(screen, rotated) <= screen.width;
  if (fits) screen.out << '\n';  // a section begins with an empty line of its own
  (fits ? across(screen, rotated) : round_by_round(screen, rotated)).write(screen);
}

std::string meetings_sentence(const Screen& screen, const app::Rotated& rotated) {
  const auto& met = rotated.meetings;
  if (met.most_met == 0)
    return said(screen, {"Personne n’en rencontre une autre.", "Nobody meets anybody."});
  if (met.repeat_meetings == 0)
    return met_text(screen, rotated) +
           said(screen, {", jamais deux fois la même", ", nobody twice"}) +
           how_good(screen, rotated);
  return again_text(screen, met) + how_good(screen, rotated) + " " + met_text(screen, rotated) +
         ".";
}

std::string mix_sentence(const Screen& screen, const app::Mixed& mixed) {
  const auto attribute = attribute_name(mixed.attribute);
  if (mixed.largest == 0)
    return said(screen,
                {"Mixité ({0})\u00a0: chaque table a exactement sa part.",
                 "Mix ({0}): every table has exactly its share."},
                attribute);
  const auto near = said(screen,
                         mixed.largest < 2 ? kWithinOne : kWithinSome,
                         attribute,
                         hundredths(screen, std::ceil(mixed.largest * 100 - kRounding)));
  if (mixed.largest <= mixed.least)
    return near +
           said(screen,
                {"\u202f; aucun programme ne peut faire mieux.", "; no schedule can do better."});
  return near + said(screen,
                     {"\u202f; au moins {0} est inévitable.", "; at least {0} is unavoidable."},
                     hundredths(screen, std::floor(mixed.least * 100 + kRounding)));
}

std::string impossible_sentence(const Screen& screen, const app::Rotated& rotated) {
  if (rotated.why.empty()) return {};
  return said(screen,
              {"Que personne ne se revoie est impossible\u00a0: {0}.",
               "That nobody meets twice is impossible: {0}."},
              rotated.why);
}

std::string empty_sentence(const Screen& screen, const app::Rotated& rotated) {
  const auto& rounds = rotated.rounds;
  const auto without = std::count_if(rounds.begin(), rounds.end(), [](const auto& round) {
    return std::any_of(round.begin(), round.end(), [](const auto& group) { return group.empty(); });
  });
  if (without == 0) return {};
  return said(
      screen,
      {"À {0} des {1}\u00a0{1:tour|tours}, une table reste vide\u00a0: avec les personnes à "
       "réunir, aucune répartition en groupes de même taille n’a été trouvée.",
       "In {0} of the {1} {1:round|rounds} a table stays empty: with the people to keep "
       "together no groups of the same size were found."},
      without,
      rounds.size());
}

}  // namespace cli
