/// The ids of a gathering file and their rows; complains about ids used twice or known to nobody.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/model/diagnostic.h"
#include "engine/model/gathering.h"

namespace engine {

/// What an id names. An Item is a session or a rotation: `after` and the registrations name either.
enum class Named : std::uint8_t { Person, Room, Site, Equipment, Vehicle, Item };

inline constexpr std::int32_t kUnknown = -1;

class Names {
 public:
  /// Keeps references: both must outlive it.
  Names(const Gathering& gathering, Diagnostics& diagnostics);

  /// Row of the gathering's vector; items count the sessions first, then the rotations. kUnknown
  /// after a complaint, or without one for an empty key, which the reader has complained about.
  [[nodiscard]] std::int32_t row(Named kind, const Key& key);
  /// The same without a complaint.
  [[nodiscard]] std::int32_t find(Named kind, std::string_view id) const;
  [[nodiscard]] std::vector<std::string_view> known(Named kind) const;

 private:
  void learn(Named kind, const Key& key, std::int32_t row);
  const Text& hint(Named kind, const std::string& id);

  const Gathering& gathering_;
  Diagnostics& diagnostics_;
  std::array<std::unordered_map<std::string_view, std::int32_t>, 6> rows_;
  std::array<std::unordered_map<std::string_view, Where>, 6> first_;
  std::array<std::unordered_map<std::string, Text>, 6> hints_;  ///< found once per unknown id
  std::size_t looked_at_ = 0;                                   ///< known words compared so far
};

/// ". Maybe: salle-a", the end of a sentence; nothing when no known word is close.
[[nodiscard]] Text did_you_mean(std::string_view word, const std::vector<std::string_view>& known);

/// "gathering.toml:12", for pointing at another place in a sentence.
[[nodiscard]] std::string place_text(const Gathering& gathering, Where where);

}  // namespace engine
