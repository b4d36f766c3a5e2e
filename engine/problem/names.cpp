#include "engine/problem/names.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "engine/model/nearest.h"

namespace engine {
namespace {

struct KindWords {
  Words unknown;
  Words twice;
};

constexpr std::array<KindWords, 6> kKinds{{
    {{"personne inconnue\u00a0: «\u202f{0}\u202f»{1}", "unknown person \"{0}\"{1}"},
     {"la personne «\u202f{0}\u202f» existe déjà ({1})",
      "the person \"{0}\" exists already ({1})"}},
    {{"salle inconnue\u00a0: «\u202f{0}\u202f»{1}", "unknown room \"{0}\"{1}"},
     {"la salle «\u202f{0}\u202f» existe déjà ({1})", "the room \"{0}\" exists already ({1})"}},
    {{"site inconnu\u00a0: «\u202f{0}\u202f»{1}", "unknown site \"{0}\"{1}"},
     {"le site «\u202f{0}\u202f» existe déjà ({1})", "the site \"{0}\" exists already ({1})"}},
    {{"matériel inconnu\u00a0: «\u202f{0}\u202f»{1}", "unknown equipment \"{0}\"{1}"},
     {"le matériel «\u202f{0}\u202f» existe déjà ({1})",
      "the equipment \"{0}\" exists already ({1})"}},
    {{"véhicule inconnu\u00a0: «\u202f{0}\u202f»{1}", "unknown vehicle \"{0}\"{1}"},
     {"le véhicule «\u202f{0}\u202f» existe déjà ({1})",
      "the vehicle \"{0}\" exists already ({1})"}},
    {{"séance inconnue\u00a0: «\u202f{0}\u202f»{1}", "unknown session \"{0}\"{1}"},
     {"l’identifiant «\u202f{0}\u202f» désigne déjà une séance ou une rotation ({1})",
      "the id \"{0}\" already names a session or a rotation ({1})"}},
}};

/// Words compared in all: a table of the wrong people is not worth minutes of guessing.
constexpr std::size_t kMostLookedAt = 500'000;

std::size_t at(Named kind) {
  return static_cast<std::size_t>(kind);
}

}  // namespace

Names::Names(const Gathering& gathering, Diagnostics& diagnostics)
    : gathering_(gathering), diagnostics_(diagnostics) {
  const auto learn_all = [&](Named kind, const auto& rows, std::int32_t first) {
    for (const auto& row : rows) learn(kind, row.id, first++);
  };
  learn_all(Named::Person, gathering.people, 0);
  learn_all(Named::Room, gathering.rooms, 0);
  learn_all(Named::Site, gathering.sites, 0);
  learn_all(Named::Equipment, gathering.equipment, 0);
  learn_all(Named::Vehicle, gathering.vehicles, 0);
  learn_all(Named::Item, gathering.sessions, 0);
  learn_all(Named::Item, gathering.rotations, static_cast<std::int32_t>(gathering.sessions.size()));
}

void Names::learn(Named kind, const Key& key, std::int32_t row) {
  if (key.value.empty()) return;
  if (rows_[at(kind)].emplace(key.value, row).second) {
    first_[at(kind)].emplace(key.value, key.where);
    return;
  }
  const auto first = first_[at(kind)].at(key.value);
  diagnostics_.error(key.where,
                     say(kKinds[at(kind)].twice, key.value, place_text(gathering_, first)));
}

std::int32_t Names::find(Named kind, std::string_view id) const {
  const auto found = rows_[at(kind)].find(id);
  return found == rows_[at(kind)].end() ? kUnknown : found->second;
}

std::int32_t Names::row(Named kind, const Key& key) {
  const auto found = find(kind, key.value);
  if (found == kUnknown && !key.value.empty())
    diagnostics_.error(key.where, say(kKinds[at(kind)].unknown, key.value, hint(kind, key.value)));
  return found;
}

const Text& Names::hint(Named kind, const std::string& id) {
  const auto [place, is_new] = hints_[at(kind)].try_emplace(id);
  if (!is_new || looked_at_ > kMostLookedAt) return place->second;
  const auto words = known(kind);
  looked_at_ += words.size();
  place->second = did_you_mean(id, words);
  return place->second;
}

std::vector<std::string_view> Names::known(Named kind) const {
  std::vector<std::string_view> list;
  const auto add = [&](const auto& rows) {
    for (const auto& row : rows) list.push_back(row.id.value);
  };
  switch (kind) {
    case Named::Person:
      add(gathering_.people);
      break;
    case Named::Room:
      add(gathering_.rooms);
      break;
    case Named::Site:
      add(gathering_.sites);
      break;
    case Named::Equipment:
      add(gathering_.equipment);
      break;
    case Named::Vehicle:
      add(gathering_.vehicles);
      break;
    case Named::Item:
      add(gathering_.sessions);
      add(gathering_.rotations);
      break;
  }
  return list;
}

Text did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const auto close = nearest(word, known);
  if (!close) return {};
  return say({". Peut-être\u00a0: {0}", ". Maybe: {0}"}, *close);
}

std::string place_text(const Gathering& gathering, Where where) {
  const auto file = where.file < gathering.files.size() ? gathering.files[where.file] : "";
  return fmt::format("{}:{}", file, where.line);
}

}  // namespace engine
