#include "sheets/rooms/room_setup.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/model/words.h"
#include "sheets/lookup/material.h"

namespace sheets {
namespace {

using engine::say;

using Counts = std::map<std::string, int>;  ///< pieces by key of equipment

class Setups {
 public:
  Setups(const engine::Gathering& gathering, const engine::Plan& plan, const PrintOptions& options)
      : gathering_(gathering),
        options_(options),
        directory_(gathering),
        uses_(uses_of(directory_, plan)),
        occupations_(occupations_of(uses_)) {}

  [[nodiscard]] std::vector<SetupSheet> sheets() const {
    std::vector<SetupSheet> sheets;
    for (const auto& day : room_days_of(gathering_, directory_, occupations_, options_))
      sheets.push_back({day.day, rows(day.occupations)});
    return sheets;
  }

 private:
  [[nodiscard]] std::vector<SetupRow> rows(const std::vector<const Occupation*>& list) const {
    std::vector<SetupRow> rows;
    Counts there;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto here = equipment(*list[i]);
      // What stays is what the next one needs too, unless both are there at once.
      const bool last = i + 1 == list.size();
      const auto next = last ? Counts{} : equipment(*list[i + 1]);
      const bool at_once = !last && list[i + 1]->start < list[i]->end;
      auto row = this->row(*list[i]);
      row.bring = more(here, there);
      row.take = at_once ? std::vector<std::string>{} : more(here, next);
      there = at_once ? Counts{} : common(here, next);
      rows.push_back(std::move(row));
    }
    return rows;
  }

  [[nodiscard]] SetupRow row(const Occupation& occupation) const {
    const auto& use = occupation.first();
    SetupRow row;
    row.start = engine::clock_text(occupation.start);
    row.end = engine::clock_text(occupation.end);
    row.title = use.title;
    if (const auto* format = use.format())
      row.layout = std::string(format->room.in(options_.language));
    row.seats = seats(occupation);
    if (use.session != nullptr) {
      const auto& session = *use.session;
      if (session.setup > 0) row.ready = engine::clock_text(use.start - session.setup);
      if (session.teardown > 0) row.clear = engine::clock_text(use.end + session.teardown);
      row.needs = spoken_needs(session.needs, row.layout);
      return row;
    }
    std::set<std::string> told;
    for (const auto* one : occupation.uses)
      if (const auto* station = station_of(*one))
        for (auto& need : spoken_needs(station->needs, row.layout))
          if (told.insert(need).second) row.needs.push_back(std::move(need));
    return row;
  }

  static const engine::Station* station_of(const Use& use) {
    if (use.rotation == nullptr) return nullptr;
    const auto& stations = use.rotation->stations;
    const auto row = std::find_if(stations.begin(), stations.end(), [&](const auto& one) {
      return one.id.value == use.station;
    });
    return row == stations.end() ? nullptr : &*row;
  }

  [[nodiscard]] std::string seats(const Occupation& occupation) const {
    std::set<std::string> tables;
    for (const auto* use : occupation.uses)
      if (!use->station.empty()) tables.insert(use->station);
    const auto heads = heads_in(occupation);
    std::string text;
    if (tables.size() > 1)
      text = say({"{0}\u00a0{0:table ou groupe|tables ou groupes}",
                  "{0}\u00a0{0:table or group|tables or groups}"},
                 tables.size())
                 .in(options_.language);
    if (heads == 0) return text;
    return text + (text.empty() ? "" : ", ") +
           say({"pour {0}\u00a0{0:personne|personnes}", "for {0}\u00a0{0:person|people}"}, heads)
               .in(options_.language);
  }

  static Counts equipment(const Occupation& occupation) {
    Counts counts;
    if (const auto* session = occupation.first().session)
      for (const auto& use : session->equipment) counts[use.equipment.value] += use.count;
    return counts;
  }

  /// What of `all` is beyond `less`, in words.
  [[nodiscard]] std::vector<std::string> more(const Counts& all, const Counts& less) const {
    std::vector<std::string> list;
    for (const auto& [key, count] : all) {
      const auto found = less.find(key);
      const int rest = count - (found == less.end() ? 0 : found->second);
      if (rest > 0)
        list.push_back(fmt::format("{}\u00a0× {}", rest, equipment_name(gathering_, key)));
    }
    return list;
  }

  static Counts common(const Counts& a, const Counts& b) {
    Counts both;
    for (const auto& [key, count] : a)
      if (const auto found = b.find(key); found != b.end())
        both[key] = std::min(count, found->second);
    return both;
  }

  const engine::Gathering& gathering_;
  const PrintOptions& options_;
  Directory directory_;
  std::vector<Use> uses_;
  std::vector<Occupation> occupations_;
};

}  // namespace

std::vector<SetupSheet> room_setups_of(const engine::Gathering& gathering,
                                       const engine::Plan& plan,
                                       const PrintOptions& options) {
  return Setups(gathering, plan, options).sheets();
}

}  // namespace sheets
