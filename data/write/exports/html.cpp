#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "data/calendars/zone.h"
#include "data/write/exports/formats.h"
#include "data/write/exports/html_assets.h"
#include "data/write/exports/plain_text.h"
#include "engine/model/fold.h"
#include "engine/model/words.h"

namespace data {
namespace {

using engine::say;
using engine::Words;

constexpr std::size_t kFew = 24;  // so many names are read at a glance

/// Safe between tags and in double quotes.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : plain_text(text)) {
    if (c == '&')
      safe += "&amp;";
    else if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else if (c == '"')
      safe += "&quot;";
    else
      safe += c;
  }
  return safe;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  return fmt::format("{}", fmt::join(parts, between));
}

using Together = std::vector<const Happening*>;

class PageWriter {
 public:
  explicit PageWriter(const ExportSource& source)
      : source_(source),
        gathering_(source.last().gathering),
        programme_(gathering_, source.last().plan, source.language, source.names) {
    for (const auto& person : gathering_.people)
      numbers_.try_emplace(person.id.value, numbers_.size() + 1);
    find_cancelled();
    find_days();
  }

  [[nodiscard]] std::string write() {
    head();
    nav();
    search();
    page_ += "<main id=\"programme\">\n";
    for (const auto& [day, items] : days_) write_day(day);
    if (days_.empty())
      page_ += "<p>" + word({"Rien n’est encore placé.", "Nothing has its place yet."}) + "</p>\n";
    people();
    places();
    page_ += "</main>\n";
    foot();
    return std::move(page_);
  }

 private:
  template <class... Args>
  [[nodiscard]] std::string word(const Words& words, const Args&... args) const {
    return say(words, args...).in(source_.language);
  }

  /// What was in an earlier version and no longer is does not vanish without a word.
  void find_cancelled() {
    CalendarHistory history;
    for (const auto& version : source_.versions) {
      const Programme past(version.gathering, version.plan, source_.language, source_.names);
      history.add(version.made, calendar_events(past, {}));
    }
    for (auto& tracked : history.events())
      if (tracked.cancelled) cancelled_.push_back(std::move(tracked.event));
  }

  void find_days() {
    const auto& all = programme_.happenings();
    for (auto from = all.begin(); from != all.end();) {
      Together together;
      auto to = from;
      for (; to != all.end() && to->item == from->item && to->round == from->round; ++to)
        together.push_back(&*to);
      days_[engine::day_of(from->start)].emplace_back(from->start, item(together));
      from = to;
    }
    for (const auto& event : cancelled_)
      days_[engine::day_of(event.start)].emplace_back(event.start, gone(event));
    for (auto& [day, items] : days_)
      std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
      });
  }

  void head() {
    page_ += "<!DOCTYPE html>\n<html lang=\"" + word({"fr", "en"}) +
             "\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>" +
             escaped(gathering_.name) + "</title>\n<style>" + std::string(kPageStyle) +
             "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#programme\">" +
             word({"Aller au programme", "Skip to the programme"}) + "</a>\n<header>\n<h1>" +
             escaped(gathering_.name) + "</h1>\n<p>" + escaped(dates()) + "</p>\n</header>\n";
  }

  [[nodiscard]] std::string dates() const {
    if (days_.empty()) return {};
    const auto first = engine::long_date(days_.begin()->first, source_.language);
    if (days_.size() == 1) return engine::capital(first);
    return word({"Du {0} au {1}", "{0} to {1}"},
                first,
                engine::long_date(days_.rbegin()->first, source_.language));
  }

  void nav() {
    page_ += "<nav aria-label=\"" + word({"Dans cette page", "On this page"}) + "\">\n<ul>\n";
    const auto link = [&](const std::string& to, const std::string& text) {
      page_ += "<li><a href=\"#" + to + "\">" + escaped(text) + "</a></li>\n";
    };
    for (const auto& [day, items] : days_)
      link("d" + engine::iso_date(day), engine::capital(engine::long_date(day, source_.language)));
    if (source_.names && !gathering_.people.empty())
      link("people", word({"Chaque personne", "Each person"}));
    link("places", word({"Lieux", "Places"}));
    page_ += "</ul>\n</nav>\n";
  }

  /// Hidden until there is a script to make it work.
  void search() {
    page_ += "<form id=\"search\" role=\"search\" hidden>\n<label for=\"text\">" +
             word({"Chercher", "Search"}) +
             " <input type=\"search\" id=\"text\" autocomplete=\"off\"></label>\n";
    if (source_.names && !gathering_.people.empty()) {
      page_ += "<label for=\"who\">" + word({"Personne", "Person"}) +
               " <select id=\"who\">\n<option value=\"\">" + word({"toutes", "everybody"}) +
               "</option>\n";
      for (const auto* person : alphabetical())
        page_ += "<option value=\"" + std::to_string(numbers_.at(person->id.value)) + "\">" +
                 escaped(person->name) + "</option>\n";
      page_ += "</select></label>\n";
    }
    page_ += "<button type=\"reset\">" + word({"Tout montrer", "Show all"}) +
             "</button>\n<p id=\"found\" role=\"status\" data-one=\"" +
             word({"1 temps trouvé", "1 item found"}) + "\" data-many=\"" +
             word({"# temps trouvés", "# items found"}) + "\"></p>\n</form>\n";
  }

  void write_day(engine::Day day) {
    const auto id = "d" + engine::iso_date(day);
    page_ += "<section class=\"day\" aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" +
             escaped(engine::capital(engine::long_date(day, source_.language))) + "</h2>\n";
    for (const auto& [start, html] : days_[day]) page_ += html;
    page_ += "</section>\n";
  }

  [[nodiscard]] static std::string when(engine::Minute start, engine::Minute end) {
    const auto time = [](engine::Minute moment) {
      return "<time datetime=\"" + engine::iso_date(engine::day_of(moment)) + "T" +
             engine::clock_text(moment) + "\">" + engine::clock_text(moment) + "</time>";
    };
    return "<p class=\"when\">" + time(start) + "–" + time(end) + "</p>\n";
  }

  [[nodiscard]] std::string item(const Together& together) const {
    const auto& one = *together.front();
    std::string html = "<article class=\"item\"" + data_people(together) + ">\n" +
                       when(one.start, one.end) + "<div>\n<h3>" +
                       escaped(programme_.round_title(one)) + "</h3>\n";
    if (one.round < 0) {
      html += place_line(one.room) + team_lines(one) + phases(one) + audience(one);
    } else {
      const bool one_room = std::all_of(together.begin(), together.end(), [&](const auto* other) {
        return other->room == one.room;
      });
      if (one_room) html += place_line(one.room);
      html += "<ul class=\"plain\">\n";
      for (const auto* station : together) {
        html += "<li class=\"station\"" + data_people({station}) + ">\n<p><strong>" +
                escaped(station->station_title) + "</strong>";
        const auto room = one_room || station->room.empty() ? "" : programme_.room(station->room);
        if (!room.empty() && room != station->station_title) html += " · " + escaped(room);
        html += "</p>\n" + team_lines(*station) + audience(*station) + "</li>\n";
      }
      html += "</ul>\n";
    }
    return html + "</div>\n</article>\n";
  }

  [[nodiscard]] std::string gone(const CalendarEvent& event) const {
    return "<article class=\"item gone\">\n" + when(event.start, event.end) +
           "<div>\n<h3><strong>" + word({"Annulé\u00a0:", "Cancelled:"}) + "</strong> <span>" +
           escaped(event.summary) + "</span></h3>\n</div>\n</article>\n";
  }

  [[nodiscard]] std::string data_people(const Together& together) const {
    if (!source_.names) return {};
    std::set<std::size_t> people;
    for (const auto* one : together) {
      for (const auto& id : *one->participants) people.insert(number(id));
      for (const auto& role : *one->team)
        for (const auto& id : role.people) people.insert(number(id));
    }
    return fmt::format(" data-people=\"{}\"", fmt::join(people, " "));
  }

  [[nodiscard]] std::size_t number(const std::string& id) const {
    const auto found = numbers_.find(id);
    return found == numbers_.end() ? 0 : found->second;
  }

  [[nodiscard]] std::string place_line(const std::string& room) const {
    if (room.empty()) return {};
    auto text = programme_.room(room);
    const auto* site = programme_.site_of(room);
    if (site != nullptr && gathering_.sites.size() > 1) text += ", " + Programme::site_name(*site);
    return "<p>" + escaped(text) + "</p>\n";
  }

  [[nodiscard]] std::string team_lines(const Happening& one) const {
    std::string html;
    for (const auto& role : programme_.team(one))
      html += "<p>" +
              escaped(word({"{0}\u00a0: {1}", "{0}: {1}"},
                           engine::capital(role.role),
                           joined(role.names, ", "))) +
              "</p>\n";
    return html;
  }

  [[nodiscard]] std::string phases(const Happening& one) const {
    std::string html;
    for (const auto& phase : programme_.phases(one))
      html += "<li>" + escaped(phase.title) + " (" +
              engine::spoken_length(phase.minutes, source_.language) + ")</li>\n";
    return html.empty() ? html : "<ol>\n" + html + "</ol>\n";
  }

  [[nodiscard]] std::string audience(const Happening& one) const {
    const auto count = one.participants->size();
    if (count == 0) return {};
    const bool all = count > 1 && count == gathering_.people.size();
    const auto counted =
        all ? word({"Tout le monde ({0})", "Everybody ({0})"}, count)
            : word({"{0}\u00a0{0:personne|personnes}", "{0}\u00a0{0:person|people}"}, count);
    if (!source_.names || all) return "<p class=\"faint\">" + counted + "</p>\n";
    std::vector<std::string> names;
    for (const auto& id : *one.participants) names.push_back(escaped(programme_.person(id)));
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
      return std::pair(engine::fold(a), a) < std::pair(engine::fold(b), b);
    });
    const auto list = joined(names, ", ");
    if (count <= kFew) return "<p class=\"faint\">" + list + "</p>\n";
    return "<details>\n<summary>" + counted + "</summary>\n<p class=\"faint\">" + list +
           "</p>\n</details>\n";
  }

  [[nodiscard]] std::vector<const engine::Person*> alphabetical() const {
    std::vector<const engine::Person*> people;
    for (const auto& person : gathering_.people) people.push_back(&person);
    std::stable_sort(people.begin(), people.end(), [](const auto* a, const auto* b) {
      return engine::fold(a->name) < engine::fold(b->name);
    });
    return people;
  }

  /// Everyone's own way through the day, for those who read without a script.
  void people() {
    if (!source_.names || gathering_.people.empty()) return;
    page_ += "<section aria-labelledby=\"people\">\n<h2 id=\"people\">" +
             word({"Chaque personne", "Each person"}) + "</h2>\n<div class=\"paths\">\n";
    std::map<std::string, std::vector<const Happening*>> own;
    for (const auto& one : programme_.happenings()) {
      std::set<std::string> there(one.participants->begin(), one.participants->end());
      for (const auto& role : *one.team) there.insert(role.people.begin(), role.people.end());
      for (const auto& id : there) own[id].push_back(&one);
    }
    for (const auto* person : alphabetical()) {
      page_ += "<div class=\"path\" data-people=\"" +
               std::to_string(numbers_.at(person->id.value)) + "\">\n<h3>" + escaped(person->name) +
               "</h3>\n";
      path(own[person->id.value], person->id.value);
      page_ += "</div>\n";
    }
    page_ += "</div>\n</section>\n";
  }

  void path(const Together& steps, const std::string& person) {
    if (steps.empty()) {
      page_ += "<p class=\"faint\">" + word({"Rien de prévu", "Nothing planned"}) + "</p>\n";
      return;
    }
    page_ += "<ul class=\"plain\">\n";
    for (const auto* one : steps) {
      page_ += "<li>";
      if (days_.size() > 1)
        page_ += engine::long_date(engine::day_of(one->start), source_.language) + " ";
      page_ += engine::clock_text(one->start) + "–" + engine::clock_text(one->end) + " " +
               escaped(programme_.full_title(*one));
      if (!one->room.empty()) page_ += " · " + escaped(programme_.room(one->room));
      const auto roles = roles_of(*one, person);
      if (!roles.empty()) page_ += " (" + escaped(roles) + ")";
      page_ += "</li>\n";
    }
    page_ += "</ul>\n";
  }

  [[nodiscard]] std::string roles_of(const Happening& one, const std::string& person) const {
    std::vector<std::string> roles;
    for (const auto& role : *one.team)
      if (std::find(role.people.begin(), role.people.end(), person) != role.people.end())
        roles.push_back(programme_.role_name(role.role));
    return joined(roles, ", ");
  }

  void places() {
    page_ += "<section aria-labelledby=\"places\">\n<h2 id=\"places\">" +
             word({"Lieux", "Places"}) + "</h2>\n";
    for (const auto& site : gathering_.sites) {
      page_ += "<h3>" + escaped(Programme::site_name(site)) + "</h3>\n";
      if (!site.address.empty()) page_ += "<p>" + escaped(site.address) + "</p>\n";
      std::vector<std::string> rooms;
      for (const auto& room : gathering_.rooms)
        if (room.site.value == site.id.value) rooms.push_back(programme_.room(room.id.value));
      if (!rooms.empty()) page_ += "<p class=\"faint\">" + escaped(joined(rooms, ", ")) + "</p>\n";
    }
    page_ += "</section>\n";
  }

  void foot() {
    auto made = iso_at(source_.last().made, gathering_.timezone).substr(0, 16);
    made[10] = ' ';
    page_ += "<footer>\n<p class=\"faint\">" +
             word({"Version {0}, faite le {1}", "Version {0}, made {1}"},
                  source_.last().plan.version,
                  made) +
             " · Farandole</p>\n</footer>\n<script>" + std::string(kPageScript) +
             "</script>\n</body>\n</html>\n";
  }

  const ExportSource& source_;
  const engine::Gathering& gathering_;
  Programme programme_;
  std::map<std::string, std::size_t> numbers_;  ///< of people, for the filter
  std::vector<CalendarEvent> cancelled_;
  /// By day: what happens, as HTML, with its start.
  std::map<engine::Day, std::vector<std::pair<engine::Minute, std::string>>> days_;
  std::string page_;
};

}  // namespace

std::string html_export(const ExportSource& source) {
  return PageWriter(source).write();
}

}  // namespace data
