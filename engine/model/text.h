/// Words in French and English: written side by side, filled together, chosen when shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>

namespace engine {

enum class Language : std::uint8_t { Fr, En };

/// A sentence as filled for a reader, in both languages.
struct Text {
  std::string fr;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::Fr ? fr : en;
  }
  [[nodiscard]] bool empty() const { return fr.empty() && en.empty(); }
  friend bool operator==(const Text&, const Text&) = default;
};

/// A constant sentence in both languages. Holes are `{0}`, `{1}` … or `{name}`; a pair whose holes
/// differ does not compile.
struct Words {
  std::string_view fr;
  std::string_view en;

  // NOLINTNEXTLINE(google-explicit-constructor): {"oui", "yes"} reads best where words are listed
  consteval Words(const char* french, const char* english) : fr(french), en(english) {
    if (!holes_are_in(fr, en) || !holes_are_in(en, fr)) throw "French and English holes differ";
  }

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::Fr ? fr : en;
  }

 private:
  static consteval bool holes_are_in(std::string_view one, std::string_view other) {
    for (auto open = one.find('{'); open != one.npos; open = one.find('{', open + 1)) {
      const auto hole = one.substr(open, one.find('}', open) - open + 1);
      if (other.find(hole) == other.npos) return false;
    }
    return true;
  }
};

namespace detail {
template <class T>
decltype(auto) pick(const T& value, Language language) {
  if constexpr (std::is_same_v<T, Text> || std::is_same_v<T, Words>)
    return value.in(language);
  else
    return (value);
}
}  // namespace detail

/// Fills the holes of `words`; an argument that is itself Text or Words follows the language.
template <class... Args>
[[nodiscard]] Text say(const Words& words, const Args&... args) {
  const auto fill = [&](Language language) {
    return fmt::format(fmt::runtime(words.in(language)), detail::pick(args, language)...);
  };
  return {.fr = fill(Language::Fr), .en = fill(Language::En)};
}

}  // namespace engine
