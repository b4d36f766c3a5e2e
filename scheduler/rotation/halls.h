/// Rooms in which several stations of a rotation stand: people who have a seat there together.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"

namespace scheduler {

/// In one round. Stations are those of a rotation, or whatever else people are seated at.
struct Hall {
  std::int32_t round = 0;
  std::vector<std::int32_t> stations;  ///< ascending
  std::int32_t seats = 0;
  friend bool operator==(const Hall&, const Hall&) = default;
};

/// Those that may be too small for the groups in them, by the rounds of the rotation; no two of a
/// round have a station in common.
[[nodiscard]] std::vector<Hall> halls_of(const engine::Problem& problem,
                                         engine::RotationId rotation);

/// How many people are in each hall, as they come and go. A cell is round × stations + station.
class HallCount {
 public:
  HallCount(std::vector<Hall> halls, std::int32_t stations, std::int32_t rounds);

  void add(std::size_t cell, std::int32_t people) {
    if (of_.empty()) return;
    for (const auto h : of_[cell]) people_[h] += people;
  }
  /// People without a seat, all halls together.
  [[nodiscard]] std::int64_t lacking() const;
  /// Had so many people gone from one cell to another of its round.
  [[nodiscard]] std::int64_t change(std::size_t from, std::size_t to, std::int32_t people) const {
    return of_.empty() ? 0 : moved(from, to, people);
  }
  /// Seats left at a station in all the halls it is in (below 0: too few), at most `most`.
  [[nodiscard]] std::int32_t left(std::size_t cell, std::int32_t most) const;

 private:
  [[nodiscard]] std::int64_t moved(std::size_t from, std::size_t to, std::int32_t people) const;
  [[nodiscard]] std::int64_t lacking(std::size_t hall, std::int32_t more) const {
    return std::max(0, people_[hall] + more - halls_[hall].seats);
  }

  std::vector<Hall> halls_;
  std::vector<std::int32_t> people_;          ///< [hall]
  std::vector<std::vector<std::size_t>> of_;  ///< [cell]: halls it is in; empty without any hall
};

}  // namespace scheduler
