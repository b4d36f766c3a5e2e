#include "sheets/lookup/first_names.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/model/fold.h"

namespace sheets {
namespace {

struct Name {
  std::string first;
  std::string rest;
};

Name split(const std::string& full) {
  const auto space = full.find(' ');
  if (space == full.npos) return {full, {}};
  const auto rest = full.find_first_not_of(' ', space);
  return {full.substr(0, space), rest == full.npos ? std::string() : full.substr(rest)};
}

/// A UTF-8 byte that begins a letter: neither a continuation nor a combining accent (U+0300 to
/// U+036F, as macOS writes "é").
bool begins_letter(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return (byte & 0xC0U) != 0x80U && byte != 0xCCU && byte != 0xCDU;
}

std::string letters(const std::string& text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (begins_letter(text, i) && ++seen > count) return text.substr(0, i);
  return text;
}

/// The first name and `count` letters of the rest.
std::string prefix(const Name& name, std::size_t count) {
  return count == 0 || name.rest.empty() ? name.first
                                         : name.first + " " + letters(name.rest, count);
}

/// The fewest letters of the rest that tell this person from the others; none when somebody has
/// the same whole name.
std::optional<std::size_t> letters_needed(const std::vector<std::pair<std::string, Name>>& people,
                                          const Name& mine) {
  std::size_t longest = 0;
  for (const auto& [key, name] : people) longest = std::max(longest, name.rest.size());
  const auto taken = [&](std::size_t count) {
    return std::any_of(people.begin(), people.end(), [&](const auto& other) {
      return &other.second != &mine &&
             engine::fold(prefix(other.second, count)) == engine::fold(prefix(mine, count));
    });
  };
  for (std::size_t count = 0; count <= longest; ++count)
    if (!taken(count)) return count;
  return {};
}

std::string called(const std::string& key, const Name& name, std::optional<std::size_t> count) {
  const auto whole = prefix(name, name.rest.size());
  if (!count) return whole + " (" + key + ")";
  const auto text = prefix(name, *count);
  return *count > 0 && text != whole ? text + "." : text;
}

}  // namespace

std::map<std::string, std::string> first_names(
    const std::map<std::string, std::string>& full_names) {
  std::map<std::string, std::vector<std::pair<std::string, Name>>> namesakes;
  for (const auto& [key, full] : full_names) {
    auto name = split(full);
    namesakes[engine::fold(name.first)].emplace_back(key, std::move(name));
  }
  std::map<std::string, std::string> result;
  for (const auto& [folded, people] : namesakes)
    for (const auto& [key, name] : people)
      result[key] = called(key, name, letters_needed(people, name));
  return result;
}

bool stands_before(const std::string& a, const std::string& b) {
  const auto digits = [](const std::string& text) {
    return text.find_first_not_of("0123456789") == text.npos ? text.size() : 0;
  };
  return std::tuple(digits(a), engine::fold(a), a) < std::tuple(digits(b), engine::fold(b), b);
}

void sort_names(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end(), stands_before);
}

}  // namespace sheets
