#include "sheets/lookup/groups.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/model/fold.h"
#include "sheets/drawing/shapes.h"

namespace sheets {
namespace {

using engine::Pattern;

struct NamedColour {
  std::string_view word;  ///< folded
  Colour colour;
};

constexpr std::array kNamed{NamedColour{"bleu", {0.00, 0.36, 0.62}},
                            NamedColour{"blue", {0.00, 0.36, 0.62}},
                            NamedColour{"vert", {0.00, 0.46, 0.35}},
                            NamedColour{"green", {0.00, 0.46, 0.35}},
                            NamedColour{"jaune", {0.60, 0.46, 0.00}},
                            NamedColour{"yellow", {0.60, 0.46, 0.00}},
                            NamedColour{"rouge", {0.70, 0.11, 0.13}},
                            NamedColour{"red", {0.70, 0.11, 0.13}},
                            NamedColour{"orange", {0.76, 0.36, 0.00}},
                            NamedColour{"violet", {0.45, 0.24, 0.60}},
                            NamedColour{"purple", {0.45, 0.24, 0.60}},
                            NamedColour{"rose", {0.76, 0.22, 0.48}},
                            NamedColour{"pink", {0.76, 0.22, 0.48}},
                            NamedColour{"gris", {0.38, 0.40, 0.43}},
                            NamedColour{"grey", {0.38, 0.40, 0.43}},
                            NamedColour{"noir", {0.12, 0.13, 0.15}},
                            NamedColour{"black", {0.12, 0.13, 0.15}},
                            NamedColour{"marron", {0.42, 0.26, 0.14}},
                            NamedColour{"brown", {0.42, 0.26, 0.14}}};

/// Is `word` one of the words of `text`? « vert » is, of « Groupe vert »; not of « ouverture ».
bool has_word(std::string_view text, std::string_view word) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end])))
      return true;
  }
  return false;
}

Colour colour_of(const std::string& name, std::size_t index) {
  const auto folded = engine::fold(name);
  for (const auto& named : kNamed)
    if (has_word(folded, named.word)) return named.colour;
  return group_colour(index);
}

std::string letter_of(std::size_t index) {
  const auto letter = std::string(1, static_cast<char>('A' + index % 26));
  return index < 26 ? letter : letter_of(index / 26 - 1) + letter;
}

bool seats_anyone(const engine::PlannedRotation& planned) {
  return std::any_of(planned.rounds.begin(), planned.rounds.end(), [](const auto& round) {
    return std::any_of(round.stations.begin(), round.stations.end(), [](const auto& station) {
      return !station.participants.empty();
    });
  });
}

const engine::PlannedRotation* grouping(const Directory& directory, const engine::Plan& plan) {
  const engine::PlannedRotation* first = nullptr;
  for (const auto& planned : plan.rotations) {
    const auto* rotation = directory.rotation(planned.id);
    if (rotation == nullptr || !seats_anyone(planned)) continue;
    const auto pattern = rotation->pattern.value;
    if (pattern == Pattern::Split || pattern == Pattern::Carousel) return &planned;
    if (first == nullptr) first = &planned;
  }
  return first;
}

}  // namespace

std::map<std::string, Group> groups_of(const Directory& directory, const engine::Plan& plan) {
  std::map<std::string, Group> groups;
  const auto* planned = grouping(directory, plan);
  if (planned == nullptr) return groups;
  const auto& rotation = *directory.rotation(planned->id);
  std::map<std::string, Group> by_station;
  for (std::size_t s = 0; s < rotation.stations.size(); ++s) {
    const auto& key = rotation.stations[s].id.value;
    auto name = station_title(rotation, key);
    const auto colour = colour_of(name, s);
    by_station.emplace(key, Group{s, letter_of(s), std::move(name), colour});
  }
  for (const auto& round : planned->rounds)
    for (const auto& station : round.stations)
      for (const auto& person : station.participants) {
        const auto group = by_station.find(station.id);
        if (group != by_station.end()) groups.emplace(person, group->second);
      }
  return groups;
}

}  // namespace sheets
