/// A set of people as bits: unions and counts are what a repair asks for most.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"

namespace scheduler {

class PeopleSet {
 public:
  explicit PeopleSet(std::size_t people = 0) : words_((people + 63) / 64) {}

  void add(engine::PersonId person) { words_[word(person)] |= bit(person); }
  void remove(engine::PersonId person) { words_[word(person)] &= ~bit(person); }
  void add(const PeopleSet& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= others.words_[i];
  }
  void remove(const PeopleSet& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~others.words_[i];
  }
  [[nodiscard]] bool has(engine::PersonId person) const {
    return (words_[word(person)] & bit(person)) != 0;
  }
  [[nodiscard]] std::int64_t count() const {
    std::int64_t sum = 0;
    for (const auto w : words_) sum += std::popcount(w);
    return sum;
  }
  /// How many of `others` are not in the set yet.
  [[nodiscard]] std::int64_t lacking(const PeopleSet& others) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
      sum += std::popcount(others.words_[i] & ~words_[i]);
    return sum;
  }

 private:
  static std::size_t word(engine::PersonId person) { return person.index() / 64; }
  static std::uint64_t bit(engine::PersonId person) {
    return std::uint64_t{1} << (person.index() % 64);
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace scheduler
