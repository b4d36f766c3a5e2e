#include "engine/model/nearest.h"

#include <algorithm>
#include <cstddef>

#include "engine/model/fold.h"

namespace engine {
namespace {

/// Longer words are never compared: no id or key is that long, and the table grows with the square.
constexpr std::size_t kLongest = 64;

std::string spelling(std::string_view word) {
  auto plain = fold(word);
  std::replace(plain.begin(), plain.end(), '_', '-');
  std::replace(plain.begin(), plain.end(), ' ', '-');
  return plain;
}

std::size_t slips(const std::string& a, const std::string& b) {
  const auto width = b.size() + 1;
  std::vector<std::size_t> table((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return table[i * width + j];
  };
  for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = a[i - 1] == b[j - 1] ? 0 : 1;
      at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + replaced});
      const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (exchanged) at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
    }
  return at(a.size(), b.size());
}

}  // namespace

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string_view>& known) {
  if (word.empty() || word.size() > kLongest) return {};
  const auto typed = spelling(word);
  std::optional<std::string> best;
  std::size_t best_slips = 0;
  for (const auto candidate : known) {
    if (candidate.empty() || candidate.size() > kLongest) continue;
    const auto right = spelling(candidate);
    const auto longer = std::max(typed.size(), right.size());
    const auto shorter = std::min(typed.size(), right.size());
    const auto allowed = (longer + 1) / 3;
    if (longer - shorter > allowed) continue;
    const auto count = slips(typed, right);
    if (count > allowed || (best && count >= best_slips)) continue;
    best = std::string(candidate);
    best_slips = count;
  }
  return best;
}

}  // namespace engine
