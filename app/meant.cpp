#include "app/meant.h"

#include <algorithm>

#include "engine/model/fold.h"
#include "engine/model/nearest.h"

namespace app {
namespace {

using engine::fold;
using engine::say;
using engine::Text;

constexpr std::size_t kMost = 3;
constexpr std::size_t kShortest = 3;  // letters that are more than a coincidence

/// At the beginning of one of its words.
bool has_word(std::string_view text, const std::string& word) {
  const auto plain = fold(text);
  const auto is_letter = [](char c) {
    return std::string_view(" -_'’.").find(c) == std::string::npos;
  };
  for (auto at = plain.find(word); at != std::string::npos; at = plain.find(word, at + 1))
    if (at == 0 || !is_letter(plain[at - 1])) return true;
  return false;
}

template <class Is>
std::vector<std::string_view> ids_where(const std::vector<Known>& rows, Is is) {
  std::vector<std::string_view> ids;
  for (const auto& row : rows)
    if (is(row)) ids.push_back(row.id);
  return ids;
}

std::vector<std::string_view> meant(const std::string& typed, const std::vector<Known>& rows) {
  const auto word = fold(typed);
  auto ids = ids_where(rows, [&](const Known& row) { return fold(row.name) == word; });
  if (!ids.empty()) return ids;
  const auto every = ids_where(rows, [](const Known&) { return true; });
  if (const auto near = engine::nearest(typed, every))
    return {*std::find(every.begin(), every.end(), std::string_view(*near))};
  if (word.size() < kShortest) return {};
  return ids_where(
      rows, [&](const Known& row) { return has_word(row.id, word) || has_word(row.name, word); });
}

}  // namespace

Text maybe(const std::string& typed, const std::vector<Known>& rows) {
  auto ids = meant(typed, rows);
  if (ids.empty()) return {};
  ids.resize(std::min(ids.size(), kMost));
  Text list = say({"«\u202f{0}\u202f»", "\"{0}\""}, ids.front());
  for (std::size_t i = 1; i < ids.size(); ++i)
    list = say({"{0}, «\u202f{1}\u202f»", "{0}, \"{1}\""}, list, ids[i]);
  return say({" Peut-être {0}\u202f?", " Maybe {0}?"}, list);
}

}  // namespace app
