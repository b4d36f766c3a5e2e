#include "sheets/team/running_order.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/model/words.h"
#include "sheets/lookup/credits.h"
#include "sheets/lookup/first_names.h"
#include "sheets/lookup/itinerary.h"
#include "sheets/lookup/material.h"
#include "sheets/lookup/uses.h"
#include "sheets/team/spare_rooms.h"

namespace sheets {
namespace {

using engine::Minute;
using engine::say;
using engine::Text;

/// Uses of one session, or of the rounds of one rotation that follow one another.
struct Item {
  Minute start = 0;
  Minute end = 0;
  std::vector<const Use*> uses;
};

std::vector<Item> items_of(const std::vector<Use>& uses) {
  std::vector<Item> items;
  std::map<std::string_view, std::size_t> open;
  for (const auto& use : uses) {
    const auto found = open.find(use.item);
    const bool joins =
        found != open.end() && use.rotation != nullptr &&
        engine::day_of(items[found->second].start) == engine::day_of(use.start) &&
        (use.rotation->contiguous || use.start == items[found->second].uses.back()->start);
    if (!joins) {
      open[use.item] = items.size();
      items.push_back({use.start, use.end, {}});
    }
    auto& item = items[open[use.item]];
    item.end = std::max(item.end, use.end);
    item.uses.push_back(&use);
  }
  return items;
}

class Writer {
 public:
  Writer(const engine::Gathering& gathering, const engine::Plan& plan, const PrintOptions& options)
      : gathering_(gathering),
        options_(options),
        directory_(gathering),
        uses_(uses_of(directory_, plan)),
        itineraries_(directory_, plan),
        spares_(gathering, uses_) {}

  [[nodiscard]] RunningOrder order() const {
    RunningOrder order;
    for (const auto& item : items_of(uses_)) {
      const auto day = engine::day_of(item.start);
      const auto key = engine::iso_date(day);
      if (order.days.empty() || order.days.back().key != key)
        order.days.push_back({key, date_title(day, options_.language), {}});
      order.days.back().rows.push_back(row(item));
    }
    if (!options_.no_personal_data) order.phones = phones();
    return order;
  }

 private:
  [[nodiscard]] std::string in(const Text& text) const { return text.in(options_.language); }

  [[nodiscard]] RunningRow row(const Item& item) const {
    const auto& use = *item.uses.front();
    RunningRow row;
    row.start = engine::clock_text(item.start);
    row.end = engine::clock_text(item.end);
    row.length = engine::spoken_length(item.end - item.start, options_.language);
    row.title = use.title;
    row.light = use.is_pause();
    row.cues = cues(item);
    row.team = team(item);
    row.heads = heads(item);
    row.place = place(item);
    if (use.session != nullptr) row.material = material(use);
    row.contingency = contingency(item);
    return row;
  }

  [[nodiscard]] std::vector<Cue> cues(const Item& item) const {
    std::vector<Cue> cues;
    const auto& use = *item.uses.front();
    if (use.session != nullptr) {
      Minute clock = use.start;
      for (const auto& phase : use.session->phases) {
        cues.push_back({engine::clock_text(clock), phase.title});
        clock += phase.minutes;
      }
      // A wrong clock time is worse than none.
      return clock > use.end ? std::vector<Cue>{} : cues;
    }
    if (use.rotation == nullptr || use.rotation->rounds.value == 1) return cues;
    std::set<Minute> starts;
    for (const auto* one : item.uses)
      if (starts.insert(one->start).second)
        cues.push_back({engine::clock_text(one->start),
                        in(say({"Tour\u00a0{0}", "Round\u00a0{0}"}, one->round + 1))});
    return cues;
  }

  /// Of a rotation, who hosts each station: "Table 3 : Awa Diallo".
  [[nodiscard]] std::vector<std::string> team(const Item& item) const {
    std::vector<std::string> lines;
    for (const auto* use : item.uses) {
      const auto credits = credits_of(directory_, *use->team, options_);
      if (use->rotation == nullptr) {
        for (const auto& credit : credits) lines.push_back(credit_line(credit, options_.language));
        continue;
      }
      Credit station{station_title(*use->rotation, use->station), {}};
      for (const auto& credit : credits)
        station.holders.insert(station.holders.end(), credit.holders.begin(), credit.holders.end());
      if (station.holders.empty()) continue;
      auto line = credit_line(station, options_.language);
      if (std::find(lines.begin(), lines.end(), line) == lines.end())
        lines.push_back(std::move(line));
    }
    return lines;
  }

  [[nodiscard]] std::string heads(const Item& item) const {
    std::set<std::string> people;
    std::size_t seats = 0;
    for (const auto* use : item.uses) {
      const auto there = people_in(*use);
      people.insert(there.begin(), there.end());
      seats = std::max(seats, heads_in(*use));
    }
    const auto count = std::max(people.size(), seats);
    return count == 0 ? std::string() : in(people_counted(count));
  }

  [[nodiscard]] std::string place(const Item& item) const {
    std::vector<std::string> rooms;
    for (const auto* use : item.uses)
      if (!use->room.empty() && std::find(rooms.begin(), rooms.end(), use->room) == rooms.end())
        rooms.push_back(use->room);
    std::string text;
    for (const auto& room : rooms) text += (text.empty() ? "" : ", ") + directory_.room_name(room);
    const auto site = rooms.size() == 1 ? directory_.site_to_tell(rooms.front()) : std::string();
    return site.empty() ? text : text + " (" + site + ")";
  }

  [[nodiscard]] std::vector<std::string> material(const Use& use) const {
    auto list = material_of(gathering_, *use.session);
    if (use.session->setup > 0)
      list.push_back(
          in(say({"mise en place dès {0}", "set up from {0}"},
                 engine::spoken_time(use.start - use.session->setup, options_.language))));
    return list;
  }

  [[nodiscard]] std::vector<std::string> contingency(const Item& item) const {
    std::vector<std::string> list;
    const auto& use = *item.uses.front();
    const auto* session = use.session;
    if (session != nullptr && session->min_minutes &&
        session->min_minutes->value < item.end - item.start)
      list.push_back(
          in(say({"peut se réduire à {0}", "can shrink to {0}"},
                 engine::spoken_length(session->min_minutes->value, options_.language))));
    if (session != nullptr && session->optional)
      list.push_back(in(say({"peut être supprimé", "can be dropped"})));
    if (const auto margin = margin_after(item); margin > 0)
      list.push_back(in(say({"{0} de marge ensuite", "{0} to spare afterwards"},
                            engine::spoken_length(margin, options_.language))));
    if (session != nullptr && !use.room.empty() && !use.is_pause())
      if (const auto* spare = spares_.spare(use))
        list.push_back(in(say({"repli\u00a0: {0} ({1})", "fallback: {0} ({1})"},
                              directory_.room_name(spare->id.value),
                              seats_counted(spare->capacity.value))));
    return list;
  }

  /// Minutes until the first of its people is due elsewhere; 0 when nobody is.
  [[nodiscard]] Minute margin_after(const Item& item) const {
    Minute due = 0;
    for (const auto* use : item.uses)
      for (const auto& person : people_in(*use))
        if (const auto* next = itineraries_.next(person, item.end))
          due = due == 0 ? next->start : std::min(due, next->start);
    return due == 0 ? 0 : due - item.end;
  }

  [[nodiscard]] std::vector<PhoneLine> phones() const {
    std::map<std::string, std::vector<std::string>> parts;  // by person
    for (const auto& item : items_of(uses_))
      for (const auto* use : item.uses)
        for (const auto& holders : *use->team)
          for (const auto& person : holders.people) {
            auto text = engine::clock_text(item.start) + " " + use->title;
            auto& list = parts[person];
            if (std::find(list.begin(), list.end(), text) == list.end())
              list.push_back(std::move(text));
          }
    std::vector<PhoneLine> lines;
    for (const auto& [key, list] : parts) {
      const auto* person = directory_.person(key);
      if (person == nullptr || person->phone.empty()) continue;
      PhoneLine line{directory_.person_name(key), person->organisation, person->phone, {}};
      for (const auto& part : list) line.parts += (line.parts.empty() ? "" : ", ") + part;
      lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
      return stands_before(a.name, b.name);
    });
    return lines;
  }

  const engine::Gathering& gathering_;
  const PrintOptions& options_;
  Directory directory_;
  std::vector<Use> uses_;
  Itineraries itineraries_;
  SpareRooms spares_;
};

}  // namespace

RunningOrder running_order_of(const engine::Gathering& gathering,
                              const engine::Plan& plan,
                              const PrintOptions& options) {
  return Writer(gathering, plan, options).order();
}

}  // namespace sheets
