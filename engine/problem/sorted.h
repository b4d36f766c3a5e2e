/// Small things done to sorted vectors.
#pragma once

#include <algorithm>
#include <vector>

namespace engine {

/// Ascending, each value once.
template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Of an ascending vector.
template <class T>
[[nodiscard]] bool has(const std::vector<T>& values, const T& value) {
  return std::binary_search(values.begin(), values.end(), value);
}

}  // namespace engine
