#include "cli/views/places.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"

namespace cli {
namespace {

using engine::Minute;
using engine::Placement;
using engine::Placements;

constexpr std::size_t kLinesShown = 15;
constexpr std::size_t kReasonsShown = 3;

/// Starts next to one another among the candidates, with what they have in common.
struct Line {
  std::size_t first = 0;  ///< row of the start among all candidate starts
  std::size_t last = 0;
  engine::Score cost;
  std::string rooms;
  std::string why;
  bool current = false;
};

std::string signed_text(std::int64_t number) {
  return number > 0   ? fmt::format("+{}", number)
         : number < 0 ? fmt::format("−{}", -number)
                      : std::string("0");
}

/// "Pas de longues attentes +2 · Peu de trajet −1"
std::string changes(const Screen& screen, const Placement& place) {
  std::string text;
  for (const auto& rule : place.rules) {
    const auto* info = find_rule(rule.id);
    text += fmt::format("{}{}\u00a0{}",
                        text.empty() ? "" : " · ",
                        info == nullptr ? rule.id : std::string(info->title.in(screen.language)),
                        signed_text(rule.penalty));
  }
  return text;
}

class PlacesView {
 public:
  PlacesView(const Showing& showing, const Placements& places, const Screen& screen)
      : showing_(showing), places_(places), screen_(screen) {
    for (const auto& place : places.list) by_start_[place.start].push_back(&place);
    for (const auto& [start, list] : by_start_) starts_.push_back(start);
    many_days_ =
        !starts_.empty() && engine::day_of(starts_.front()) != engine::day_of(starts_.back());
  }

  void write() const {
    write_now();
    if (starts_.size() == 1)
      paragraph(screen_,
                said(screen_,
                     {"Le fichier ne lui laisse que ce début (start, day, window…).",
                      "The file leaves it this start only (start, day, window …)."}));
    write_allowed();
    write_forbidden();
    write_rooms_out();
  }

 private:
  void write_now() const {
    auto title = showing_.directory.title(places_.id);
    if (places_.round > 0)
      title = said(screen_, {"{0} · tour\u00a0{1}", "{0} · round\u00a0{1}"}, title, places_.round);
    const auto found = std::find_if(
        places_.list.begin(), places_.list.end(), [](const Placement& p) { return p.current; });
    std::string now =
        said(screen_, {"sans place dans ce programme", "without a place in this plan"});
    if (found != places_.list.end()) {
      now = when(found->start, found->start + places_.minutes);
      if (!found->room.empty()) now += ", " + room(found->room);
    }
    heading(screen_, title);
    paragraph(screen_,
              said(screen_,
                   {"{0}\u00a0min\u202f; en ce moment\u00a0: {1}", "{0}\u00a0min; now: {1}"},
                   places_.minutes,
                   now));
  }

  void write_allowed() const {
    auto lines = allowed();
    std::stable_sort(
        lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.cost < b.cost; });
    screen_.out << '\n';
    if (lines.empty())
      return paragraph(screen_,
                       said(screen_,
                            {"Aucune place ne tient toutes les règles obligatoires.",
                             "No place keeps every hard rule."}),
                       "",
                       Tone::Notice);
    paragraph(
        screen_,
        said(screen_,
             {"Où la mettre, du moins cher au plus cher (les points s’ajoutent à la note)\u00a0:",
              "Where it could go, the cheapest first (points added to the score):"}));
    Table table({{said(screen_, {"Points", "Points"}), true},
                 {said(screen_, {"Début", "Start"})},
                 {said(screen_, {"Où", "Where"})},
                 {said(screen_, {"Ce qui change", "What changes"})}});
    const auto shown = std::min(lines.size(), kLinesShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const auto& line = lines[i];
      const auto tone = line.current ? Tone::Good : Tone::Plain;
      table.add(
          {{signed_text(line.cost.soft), tone},
           {range(line), tone},
           {line.rooms},
           {line.current ? said(screen_, {"sa place actuelle", "its place now"}) : line.why}});
    }
    table.write(screen_);
    write_rest(lines.size() - shown);
  }

  void write_forbidden() const {
    const auto lines = forbidden();
    if (lines.empty()) return;
    screen_.out << '\n';
    paragraph(screen_,
              said(screen_,
                   {"Où elle ne peut pas aller, et ce qui l’en empêche\u00a0:",
                    "Where it cannot go, and what is in the way:"}));
    Table table({{said(screen_, {"Début", "Start"})}, {said(screen_, {"Pourquoi", "Why"})}});
    const auto shown = std::min(lines.size(), kLinesShown);
    for (std::size_t i = 0; i < shown; ++i) table.add({{range(lines[i])}, {lines[i].why}});
    table.write(screen_);
    write_rest(lines.size() - shown);
  }

  void write_rest(std::size_t count) const {
    if (count > 0)
      paragraph(screen_,
                said(screen_,
                     {"… et {0}\u00a0lignes de plus (--json les donne toutes).",
                      "… and {0}\u00a0more lines (--json gives them all)."},
                     count),
                "  ",
                Tone::Faint);
  }

  /// Rooms that no start makes possible.
  void write_rooms_out() const {
    std::map<std::string, std::string> by_rule;
    for (const auto& out : places_.out) {
      auto& list = by_rule[out.rule];
      list += (list.empty() ? "" : ", ") + unbroken(room(out.room));
    }
    if (by_rule.empty()) return;
    screen_.out << '\n';
    for (const auto& [rule, rooms] : by_rule)
      paragraph(
          screen_,
          rule == engine::info(engine::RuleId::RoomCapacity).key
              ? said(screen_, {"Trop petit\u00a0: {0}.", "Too small: {0}."}, rooms)
              : said(screen_,
                     {"Sans l’équipement demandé\u00a0: {0}.", "Without a feature it needs: {0}."},
                     rooms));
  }

  /// Rooms of one start that cost the same make one line; so do starts that are alike.
  [[nodiscard]] std::vector<Line> allowed() const {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      std::vector<Line> here;
      for (const auto* place : by_start_.at(starts_[i])) {
        if (!place->allowed()) continue;
        const auto why = changes(screen_, *place);
        const auto same = std::find_if(here.begin(), here.end(), [&](const Line& line) {
          return line.cost == place->cost && line.why == why && !line.current && !place->current;
        });
        if (same == here.end())
          here.push_back({i, i, place->cost, where(*place), why, place->current});
        else
          same->rooms += ", " + where(*place);
      }
      for (auto& line : here) join(lines, std::move(line));
    }
    return lines;
  }

  [[nodiscard]] std::vector<Line> forbidden() const {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const auto& list = by_start_.at(starts_[i]);
      if (std::any_of(list.begin(), list.end(), [](const auto* p) { return p->allowed(); }))
        continue;
      Line line{i, i, {}, {}, reasons(list), false};
      join(lines, std::move(line));
    }
    return lines;
  }

  /// What is in the way in every room; else what is in each.
  [[nodiscard]] std::string reasons(const std::vector<const Placement*>& list) const {
    std::vector<std::string> everywhere;
    std::vector<std::string> any;
    for (const auto* place : list)
      for (const auto& reason : place->broken) {
        const auto& text = reason.text.in(screen_.language);
        if (std::find(any.begin(), any.end(), text) != any.end()) continue;
        any.push_back(text);
        if (std::all_of(list.begin(), list.end(), [&](const auto* other) {
              return std::any_of(other->broken.begin(), other->broken.end(), [&](const auto& r) {
                return r.text == reason.text;
              });
            }))
          everywhere.push_back(text);
      }
    const auto& told = everywhere.empty() ? any : everywhere;
    std::string text;
    for (std::size_t i = 0; i < std::min(told.size(), kReasonsShown); ++i)
      text += (i > 0 ? "\n" : "") + told[i];
    if (told.size() > kReasonsShown)
      text += "\n" + said(screen_,
                          {"et {0}\u00a0{0:autre raison|autres raisons}",
                           "and {0}\u00a0other {0:reason|reasons}"},
                          told.size() - kReasonsShown);
    return text;
  }

  void join(std::vector<Line>& lines, Line line) const {
    for (auto before = lines.rbegin(); before != lines.rend(); ++before) {
      const bool alike = before->last + 1 == line.first && before->cost == line.cost &&
                         before->rooms == line.rooms && before->why == line.why &&
                         !before->current && !line.current && same_day(*before, line);
      if (!alike) continue;
      before->last = line.last;
      return;
    }
    lines.push_back(std::move(line));
  }

  [[nodiscard]] bool same_day(const Line& a, const Line& b) const {
    return engine::day_of(starts_[a.last]) == engine::day_of(starts_[b.first]);
  }

  [[nodiscard]] std::string range(const Line& line) const {
    const auto from = starts_[line.first];
    return (many_days_ ? engine::iso_date(engine::day_of(from)) + " " : "") +
           (line.first == line.last ? engine::clock_text(from) : span({from, starts_[line.last]}));
  }
  [[nodiscard]] std::string when(Minute from, Minute to) const {
    const auto time = span({from, to});
    return many_days_ ? day_title(screen_, engine::day_of(from)) + ", " + time : time;
  }
  [[nodiscard]] std::string room(const std::string& id) const {
    return showing_.directory.room_name(id);
  }
  [[nodiscard]] std::string where(const Placement& place) const {
    if (!place.room.empty()) return unbroken(room(place.room));
    std::set<std::string> rooms;
    for (const auto& station : place.stations) rooms.insert(unbroken(room(station.room)));
    return fmt::format("{}", fmt::join(rooms, ", "));
  }

  const Showing& showing_;
  const Placements& places_;
  const Screen& screen_;
  std::map<Minute, std::vector<const Placement*>> by_start_;
  std::vector<Minute> starts_;
  bool many_days_ = false;
};

}  // namespace

void show_places(const Showing& showing, const Placements& places, const Screen& screen) {
  PlacesView(showing, places, screen).write();
}

}  // namespace cli
