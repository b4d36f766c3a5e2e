#include "sheets/people/welcome_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/model/words.h"
#include "engine/plan/sheet_lines.h"
#include "sheets/lookup/person_names.h"

namespace sheets {
namespace {

using engine::say;

class List {
 public:
  List(const engine::Gathering& gathering, const engine::Plan& plan, const PrintOptions& options)
      : options_(options),
        directory_(gathering),
        groups_(groups_of(directory_, plan)),
        lines_(engine::lines_by_person(plan)) {
    std::set<engine::Day> days;
    for (const auto& [person, lines] : lines_)
      for (const auto& line : lines) days.insert(engine::day_of(line.start));
    several_days_ = days.size() > 1;
    for (const auto& person : gathering.people) people_.push_back(person.id.value);
    sort_by_family(people_, directory_);
  }

  [[nodiscard]] std::vector<WelcomeLetter> letters() const {
    std::vector<WelcomeLetter> letters;
    for (const auto& person : people_) {
      const auto name = split_name(directory_.person_name(person));
      const auto letter = list_letter(name);
      if (letters.empty() || letters.back().letter != letter) letters.push_back({letter, {}});
      letters.back().rows.push_back(row(person, name));
    }
    return letters;
  }

 private:
  [[nodiscard]] WelcomeRow row(const std::string& person, const PersonName& name) const {
    WelcomeRow row;
    row.family_name = name.family;
    row.given_name = name.given;
    row.organisation = directory_.person(person)->organisation;
    if (const auto group = groups_.find(person); group != groups_.end()) row.group = group->second;
    row.first = first(person);
    row.hand_out = hand_out(person);
    return row;
  }

  [[nodiscard]] std::string first(const std::string& person) const {
    const auto found = lines_.find(person);
    if (found == lines_.end()) return {};
    const auto& lines = found->second;
    const auto placed = std::find_if(
        lines.begin(), lines.end(), [](const auto& line) { return !line.room.empty(); });
    const auto& line = placed == lines.end() ? lines.front() : *placed;
    std::string text;
    if (several_days_) {
      const auto date = engine::civil_from_day(engine::day_of(line.start));
      text = fmt::format("{:02}/{:02} ", date.day, date.month);
    }
    text += engine::clock_text(line.start);
    return line.room.empty() ? text : text + " " + directory_.room_name(line.room);
  }

  [[nodiscard]] std::string hand_out(const std::string& person) const {
    std::set<std::string> cards;
    bool hosts = false;
    bool leads = false;
    if (const auto found = lines_.find(person); found != lines_.end())
      for (const auto& line : found->second) {
        if (line.round >= 0 && line.role.empty()) cards.insert(line.item);
        if (line.round >= 0 && !line.role.empty()) hosts = true;
        if (line.round < 0 && !line.role.empty()) leads = true;
      }
    std::string text(engine::Words{"badge", "badge"}.in(options_.language));
    if (cards.size() == 1) text += say({", carte", ", card"}).in(options_.language);
    if (cards.size() > 1)
      text += say({", {0}\u00a0{0:carte|cartes}", ", {0}\u00a0{0:card|cards}"}, cards.size())
                  .in(options_.language);
    if (hosts) text += say({", feuille de rotation", ", rotation sheet"}).in(options_.language);
    if (leads) text += say({", conducteur", ", running order"}).in(options_.language);
    return text;
  }

  const PrintOptions& options_;
  Directory directory_;
  std::map<std::string, Group> groups_;
  engine::SheetLines lines_;
  std::vector<std::string> people_;
  bool several_days_ = false;
};

}  // namespace

std::vector<WelcomeLetter> welcome_list_of(const engine::Gathering& gathering,
                                           const engine::Plan& plan,
                                           const PrintOptions& options) {
  if (options.no_personal_data) return {};
  return List(gathering, plan, options).letters();
}

}  // namespace sheets
