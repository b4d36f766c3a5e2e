/// Words in French and English: written side by side, filled together, chosen when shown.
#pragma once

#include <algorithm>
#include <cstddef>
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
/// differ does not compile. "{0:tour|tours}" is the word that goes with the number {0}, not the
/// number:
/// "{0} {0:tour|tours}". French counts 0 as one, English does not.
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
      const auto name = one.substr(open, one.find_first_of(":}", open) - open);
      if (!has_hole(other, name)) return false;
    }
    return true;
  }
  static consteval bool has_hole(std::string_view text, std::string_view name) {
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1))
      if (const char next = text[at + name.size()]; next == ':' || next == '}') return true;
    return false;
  }
};

/// A whole number in a sentence of that language; prints itself or, as "{0:tour|tours}", its word.
template <class T>
struct Counted {
  T number;
  bool one;
};

namespace detail {
template <class T>
decltype(auto) pick(const T& value, Language language) {
  if constexpr (std::is_same_v<T, Text> || std::is_same_v<T, Words>)
    return value.in(language);
  else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>)
    return Counted<T>{value, value == 1 || (value == 0 && language == Language::Fr)};
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

template <class T>
struct fmt::formatter<engine::Counted<T>> : fmt::formatter<T> {
  constexpr auto parse(fmt::format_parse_context& context) {
    const auto* begin = context.begin();
    const auto* end = std::find(begin, context.end(), '}');
    const auto* bar = std::find(begin, end, '|');
    is_word_ = bar != end;
    if (!is_word_) return fmt::formatter<T>::parse(context);
    one_ = {begin, static_cast<std::size_t>(bar - begin)};
    many_ = {bar + 1, static_cast<std::size_t>(end - bar - 1)};
    return end;
  }

  template <class Context>
  auto format(const engine::Counted<T>& counted, Context& context) const {
    if (!is_word_) return fmt::formatter<T>::format(counted.number, context);
    return fmt::format_to(context.out(), "{}", counted.one ? one_ : many_);
  }

 private:
  std::string_view one_;
  std::string_view many_;
  bool is_word_ = false;
};
