/// French words, and English near-synonyms, for the keys of the gathering file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace data {

/// The key of `known` that somebody meant by `word`: a translation ("salle" for room) or a slip of
/// the finger ("romo"). nullopt when nothing is near.
[[nodiscard]] std::optional<std::string> meant(std::string_view word,
                                               const std::vector<std::string_view>& known);

/// The first key that `word` may translate to, whatever the table; nullopt when it is no such word.
[[nodiscard]] std::optional<std::string> translation(std::string_view word);

}  // namespace data
