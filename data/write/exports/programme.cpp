#include "data/write/exports/programme.h"

#include <algorithm>
#include <tuple>

#include "engine/formats/formats.h"

namespace data {
namespace {

using engine::say;

}  // namespace

Programme::Programme(const engine::Gathering& gathering,
                     const engine::Plan& plan,
                     engine::Language language,
                     bool names)
    : gathering_(gathering), language_(language), names_(names), directory_(gathering) {
  add_sessions(plan);
  add_rotations(plan);
  std::stable_sort(
      happenings_.begin(), happenings_.end(), [](const Happening& a, const Happening& b) {
        return std::tie(a.start, a.end) < std::tie(b.start, b.end);
      });
}

void Programme::add_sessions(const engine::Plan& plan) {
  for (const auto& planned : plan.sessions) {
    const auto* row = directory_.session(planned.id);
    Happening one;
    one.start = planned.start;
    one.end = planned.end;
    one.item = planned.id;
    one.title = directory_.title(planned.id);
    one.format = row == nullptr ? "other" : row->format.value;
    one.room = planned.room;
    one.team = &planned.team;
    one.participants = &planned.participants;
    happenings_.push_back(std::move(one));
  }
}

void Programme::add_rotations(const engine::Plan& plan) {
  for (const auto& planned : plan.rotations) {
    const auto* row = directory_.rotation(planned.id);
    for (std::size_t round = 0; round < planned.rounds.size(); ++round)
      for (const auto& station : planned.rounds[round].stations) {
        Happening one;
        one.start = planned.rounds[round].start;
        one.end = planned.rounds[round].end;
        one.item = planned.id;
        one.title = directory_.title(planned.id);
        one.format = row == nullptr ? "other" : row->format.value;
        one.round = static_cast<int>(round);
        one.rounds = static_cast<int>(planned.rounds.size());
        one.station = station.id;
        one.station_title = directory_.station_title(planned.id, station.id);
        one.room = station.room;
        one.team = &station.team;
        one.participants = &station.participants;
        happenings_.push_back(std::move(one));
      }
  }
}

std::string Programme::round_title(const Happening& one) const {
  if (one.rounds < 2) return one.title;
  return say({"{0} · tour\u00a0{1}", "{0} · round\u00a0{1}"}, one.title, one.round + 1)
      .in(language_);
}

std::string Programme::full_title(const Happening& one) const {
  const auto title = round_title(one);
  return one.station.empty() ? title : title + " · " + one.station_title;
}

std::string Programme::person(std::string_view id) const {
  return names_ ? directory_.person_name(id) : std::string(id);
}

std::string Programme::room(std::string_view id) const {
  return directory_.room_name(id);
}

const engine::Site* Programme::site_of(std::string_view room) const {
  const auto* row = directory_.room(room);
  return row == nullptr ? nullptr : directory_.site(row->site.value);
}

std::string Programme::site_name(const engine::Site& site) {
  return site.name.empty() ? site.id.value : site.name;
}

std::string Programme::place(std::string_view room_id) const {
  if (room_id.empty()) return {};
  auto text = room(room_id);
  const auto* site = site_of(room_id);
  if (site == nullptr) return text;
  if (!site->name.empty() && site->name != text) text += ", " + site->name;
  if (!site->address.empty()) text += ", " + site->address;
  return text;
}

std::string Programme::format_name(std::string_view key) const {
  const auto* format = engine::find_format(key);
  return format == nullptr ? std::string(key)
                           : engine::capital(std::string(format->name.in(language_)));
}

std::string Programme::role_name(const std::string& role) const {
  const auto* known = engine::find_role(role);
  return known == nullptr ? role : std::string(known->name.in(language_));
}

std::vector<NamedRole> Programme::team(const Happening& one) const {
  std::vector<NamedRole> team;
  if (!names_) return team;
  for (const auto& holders : *one.team) {
    if (holders.people.empty()) continue;
    NamedRole role{role_name(holders.role), {}};
    for (const auto& id : holders.people) role.names.push_back(person(id));
    team.push_back(std::move(role));
  }
  return team;
}

const std::vector<engine::Phase>& Programme::phases(const Happening& one) const {
  static const std::vector<engine::Phase> none;
  if (const auto* session = directory_.session(one.item)) return session->phases;
  const auto* rotation = directory_.rotation(one.item);
  return rotation == nullptr ? none : rotation->phases;
}

}  // namespace data
