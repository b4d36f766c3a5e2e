#include "cli/views/repair.h"

#include <algorithm>
#include <map>

#include <fmt/ranges.h>

#include "cli/answers.h"
#include "cli/views/phrases.h"
#include "engine/model/words.h"

namespace cli {
namespace {

using engine::Urgency;
using engine::Words;

void write_rows(const Screen& screen, const std::vector<engine::Difference>& rows) {
  int number = 0;
  for (const auto& row : rows)
    paragraph(screen, row.text.in(screen.language), fmt::format("  {:>2}. ", ++number));
}

/// Sessions the repair leaves out, those the organiser cancelled aside.
void write_left_out(const app::Replanned& replanned, const Screen& screen) {
  for (const auto& unplaced : replanned.plan.unplaced) {
    std::string title = unplaced.id;
    for (const auto& session : replanned.gathering.sessions)
      if (session.id.value == unplaced.id) title = session.title;
    for (const auto& rotation : replanned.gathering.rotations)
      if (rotation.id.value == unplaced.id) title = rotation.title;
    if (title == unplaced.id) continue;
    paragraph(
        screen,
        said(
            screen, {"Sans place\u00a0: {0} ({1})", "Left out: {0} ({1})"}, title, unplaced.reason),
        "  ",
        Tone::Bad);
  }
  for (const auto& remark : replanned.plan.remarks)
    if (remark.hard) paragraph(screen, remark.text.in(screen.language), "  ", Tone::Bad);
}

void write_disturbed(const app::Replanned& replanned, const Screen& screen) {
  const auto people = replanned.disturbed.people.size();
  if (people == 0)
    return paragraph(
        screen,
        said(screen, {"Aucune autre personne n’est dérangée.", "Nobody else is disturbed."}),
        "  ",
        Tone::Strong);
  auto text = said(screen,
                   {"{0}\u00a0{0:personne dérangée|personnes dérangées}",
                    "{0}\u00a0{0:person|people} disturbed"},
                   people);
  if (replanned.disturbed.proved)
    text += said(screen,
                 {"\u00a0: aucune réparation n’en dérange moins", ": no repair disturbs fewer"});
  else
    text += said(
        screen,
        {"\u202f; toute réparation en dérange au moins {0}", "; any repair disturbs at least {0}"},
        replanned.disturbed.bound);
  paragraph(screen, text + ".", "  ", Tone::Strong);
}

/// People who are told the same.
struct Told {
  std::vector<std::string> names;
  std::string text;
};

constexpr std::size_t kMostNotices = 15;
constexpr std::size_t kMostNames = 12;  // who is told the same; the rest as a number

std::vector<Told> alike(const app::Replanned& replanned,
                        Urgency urgency,
                        engine::Language language) {
  std::vector<Told> told;
  for (const auto& notice : replanned.notices) {
    if (notice.urgency != urgency) continue;
    const auto& text = notice.text.in(language);
    const auto same =
        std::find_if(told.begin(), told.end(), [&](const Told& t) { return t.text == text; });
    if (same == told.end())
      told.push_back({{unbroken(notice.name)}, text});
    else
      same->names.push_back(unbroken(notice.name));
  }
  return told;
}

std::string names_of(const Screen& screen, const Told& told) {
  if (told.names.size() <= kMostNames) return fmt::format("{}", fmt::join(told.names, ", "));
  const auto last = told.names.begin() + kMostNames / 2;
  return said(screen,
              {"{0} personnes ({1}… et {2} {2:autre|autres})",
               "{0} people ({1} … and {2} {2:other|others})"},
              told.names.size(),
              fmt::format("{}", fmt::join(told.names.begin(), last, ", ")),
              told.names.end() - last);
}

void write_notices(const app::Replanned& replanned, const Screen& screen) {
  const std::map<Urgency, Words> titles{
      {Urgency::Now, {"À prévenir maintenant", "Tell now"}},
      {Urgency::Before,
       {"À prévenir avant leur prochaine séance", "Tell before their next session"}},
      {Urgency::Information, {"Pour information", "For information"}}};
  for (const auto& [urgency, title] : titles) {
    const auto told = alike(replanned, urgency, screen.language);
    if (told.empty()) continue;
    heading(screen, said(screen, title));
    std::size_t others = 0;
    for (std::size_t i = 0; i < told.size(); ++i) {
      if (i >= kMostNotices)
        others += told[i].names.size();
      else
        paragraph(
            screen,
            said(screen, {"{0}\u00a0: {1}", "{0}: {1}"}, names_of(screen, told[i]), told[i].text),
            "  - ");
    }
    if (others > 0)
      paragraph(screen,
                said(screen,
                     {"et {0} {0:autre|autres} (farandole diff les montre toutes)",
                      "and {0} {0:other|others} (farandole diff shows them all)"},
                     others),
                "  - ");
  }
}

template <class Rows>
std::string named(const Rows& rows, const std::vector<std::string>& ids, std::size_t most) {
  std::vector<std::string> names;
  for (const auto& row : rows)
    if (std::find(ids.begin(), ids.end(), row.id.value) != ids.end()) {
      if constexpr (requires { row.name; })
        names.push_back(row.name.empty() ? row.id.value : row.name);
      else
        names.push_back(row.title);
    }
  if (names.size() > most) return {};
  return fmt::format("{}", fmt::join(names, ", "));
}

void write_pages(const app::Replanned& replanned, const Screen& screen) {
  const auto& pages = replanned.pages;
  const auto& g = replanned.gathering;
  if (pages.empty()) return;
  heading(screen, said(screen, {"Feuilles périmées, à réimprimer", "Pages void, to print again"}));
  if (pages.programme) paragraph(screen, said(screen, {"le programme", "the programme"}), "  - ");
  // One that is cancelled has no sheet to print again.
  if (const auto rotations = named(g.rotations, pages.rotations, 99); !rotations.empty())
    paragraph(screen, said(screen, {"rotation\u00a0: {0}", "rotation: {0}"}, rotations), "  - ");
  if (!pages.rooms.empty())
    paragraph(screen,
              said(screen, {"porte\u00a0: {0}", "door: {0}"}, named(g.rooms, pages.rooms, 99)),
              "  - ");
  if (pages.people.empty()) return;
  constexpr std::size_t kFew = 8;
  const auto names = named(g.people, pages.people, kFew);
  paragraph(
      screen,
      names.empty()
          ? said(screen,
                 {"les feuilles de {0}\u00a0personnes", "the sheets of {0}\u00a0people"},
                 pages.people.size())
          : said(screen, {"les feuilles des personnes\u00a0: {0}", "the sheets of {0}"}, names),
      "  - ");
}

std::string kinds_text(const Screen& screen, const scheduler::RepairKinds& kinds) {
  std::vector<std::string> parts;
  const auto add = [&](int number, const Words& words) {
    if (number > 0) parts.push_back(said(screen, words, number));
  };
  add(kinds.substitutes,
      {"{0}\u00a0{0:remplacement|remplacements}", "{0}\u00a0{0:stand-in|stand-ins}"});
  add(kinds.fewer,
      {"{0}\u00a0{0:place laissée libre|places laissées libres}",
       "{0}\u00a0{0:place|places} left open"});
  add(kinds.moves, {"{0}\u00a0{0:déplacement|déplacements}", "{0}\u00a0{0:move|moves}"});
  add(kinds.rounds,
      {"{0}\u00a0{0:tour retiré|tours retirés}", "{0}\u00a0{0:round|rounds} left out"});
  add(kinds.drops,
      {"{0}\u00a0{0:séance retirée|séances retirées}", "{0}\u00a0{0:session|sessions} left out"});
  if (parts.empty()) return said(screen, {"rien à faire de plus", "nothing more to do"});
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// Beside the first repair: what it costs in people, then what differs.
std::string cost_text(const Screen& screen,
                      const app::OtherRepair& other,
                      const engine::Score& first) {
  auto text = said(screen,
                   {"{0}\u00a0{0:personne dérangée|personnes dérangées}",
                    "{0}\u00a0{0:person|people} disturbed"},
                   other.disturbed);
  if (other.score.hard > 0)
    text +=
        said(screen,
             {"\u00a0· points de règles non tenues\u00a0: {0}", " · points of rules broken: {0}"},
             other.score.hard);
  if (other.score.soft != first.soft)
    text += said(screen,
                 {"\u00a0· préférences\u00a0: une pénalité de {0} au lieu de {1}",
                  " · preferences: a penalty of {0} instead of {1}"},
                 other.score.soft,
                 first.soft);
  return text;
}

void write_others(const app::Replanned& replanned, const Screen& screen) {
  for (const auto& other : replanned.others) {
    heading(
        screen,
        said(screen, {"Autrement\u00a0: {0}", "Otherwise: {0}"}, kinds_text(screen, other.kinds)));
    paragraph(screen, cost_text(screen, other, replanned.plan.score), "  ");
    write_rows(screen, other.changes);
  }
}

}  // namespace

void show_repair(const app::Replanned& replanned, const Screen& screen) {
  paragraph(screen, replanned.gathering.name, "", Tone::Strong);
  for (const auto& cause : replanned.causes) paragraph(screen, cause.in(screen.language), "  ");
  if (replanned.changes.empty())
    paragraph(screen, said(screen, {"Rien d’autre ne change.", "Nothing else changes."}), "  ");
  else
    heading(screen, said(screen, {"À faire, dans l’ordre", "To do, in order"}));
  write_rows(screen, replanned.changes);
  write_left_out(replanned, screen);
  screen.out << '\n';
  write_disturbed(replanned, screen);
  write_notices(replanned, screen);
  write_pages(replanned, screen);
  write_others(replanned, screen);
  screen.out << '\n';
  if (!replanned.written) {
    paragraph(screen,
              said(screen, {"Essai\u00a0: rien n’a été écrit.", "Dry run: nothing was written."}));
    return;
  }
  const auto version = replanned.plan.version;
  paragraph(screen,
            said(screen,
                 {"Gardé dans {0} (version\u00a0{1}).", "Kept in {0} (version\u00a0{1})."},
                 replanned.document,
                 version));
  if (!replanned.pages.empty())
    suggest(screen,
            {"Pour imprimer les seules feuilles qui changent\u00a0:",
             "To print only the pages that change:"},
            fmt::format("farandole sheets {} --since {} --out {}",
                        typed(replanned.document),
                        version - 1,
                        said(screen, {"feuilles", "sheets"})));
  suggest(screen,
          {"Pour revenir en arrière\u00a0:", "To go back:"},
          fmt::format("farandole restore {} {}", typed(replanned.document), version - 1));
}

}  // namespace cli
