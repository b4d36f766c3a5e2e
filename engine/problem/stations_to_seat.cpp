#include "engine/problem/stations_to_seat.h"

#include <algorithm>

namespace engine {
namespace {

/// Numbers of people that something can seat when it takes place: above 0, from the lowest span to
/// the highest.
using Spans = SeatRanges;

/// What several things, each at rest or within one of its spans, can seat together.
class Sums {
 public:
  Sums(std::int32_t most, std::vector<Spans> parts)
      : parts_(std::move(parts)),
        reached_(1, std::vector<char>(static_cast<std::size_t>(std::max(0, most)) + 1, 0)) {
    reached_[0][0] = 1;
    for (const auto& spans : parts_) {
      const auto before = reached_.back();
      auto next = before;  // it rests
      for (const auto& span : spans) add(before, span, next);
      reached_.push_back(std::move(next));
    }
  }

  [[nodiscard]] bool has(std::int32_t people) const { return reached(parts_.size(), people); }

  /// Above 0.
  [[nodiscard]] Spans all() const {
    Spans spans;
    const auto size = static_cast<std::int32_t>(reached_.back().size());
    for (std::int32_t n = 1; n < size; ++n) {
      if (!has(n)) continue;
      if (spans.empty() || spans.back().second != n - 1) spans.emplace_back(n, n);
      spans.back().second = n;
    }
    return spans;
  }

  /// [part]: its share of `people`, which the sums have; 0: it rests.
  [[nodiscard]] std::vector<std::int32_t> shares(std::int32_t people) const {
    std::vector<std::int32_t> shares(parts_.size());
    for (std::size_t k = parts_.size(); k-- > 0;) {
      shares[k] = share(k, people);
      people -= shares[k];
    }
    return shares;
  }

 private:
  [[nodiscard]] bool reached(std::size_t parts, std::int32_t people) const {
    const auto& row = reached_[parts];
    return people >= 0 && people < static_cast<std::int32_t>(row.size()) &&
           row[static_cast<std::size_t>(people)] != 0;
  }

  static void add(const std::vector<char>& before,
                  std::pair<std::int32_t, std::int32_t> span,
                  std::vector<char>& next) {
    const auto at = [&](std::int64_t n) {
      return n < 0 ? 0 : static_cast<std::int32_t>(before[static_cast<std::size_t>(n)]);
    };
    std::int32_t sources = 0;
    for (std::int64_t n = 1; n < static_cast<std::int64_t>(before.size()); ++n) {
      sources += at(n - span.first) - at(n - span.second - 1);
      if (sources > 0) next[static_cast<std::size_t>(n)] = 1;
    }
  }

  /// The most that the part can have when those before it have the rest.
  [[nodiscard]] std::int32_t share(std::size_t part, std::int32_t people) const {
    const auto& spans = parts_[part];
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
      for (auto here = std::min(span->second, people); here >= span->first; --here)
        if (reached(part, people - here)) return here;
    return 0;
  }

  std::vector<Spans> parts_;
  std::vector<std::vector<char>> reached_;  ///< [k][n]: can the first k parts seat n people?
};

Spans spans_of(std::pair<std::int32_t, std::int32_t> range) {
  return {{std::max(1, range.first), range.second}};
}

Sums sums_of(std::int32_t people, const SeatRanges& ranges, const JointSeats& joint) {
  std::vector<Spans> parts;
  for (const auto s : joint.stations)
    parts.push_back(spans_of(ranges[static_cast<std::size_t>(s)]));
  return {std::min(people, joint.seats), std::move(parts)};
}

}  // namespace

std::optional<std::vector<bool>> stations_to_seat(std::int32_t people,
                                                  const SeatRanges& ranges,
                                                  const std::vector<JointSeats>& joint) {
  std::vector<Sums> rooms;
  std::vector<Spans> parts;
  std::vector<bool> is_joint(ranges.size());
  for (const auto& one : joint) {
    rooms.push_back(sums_of(people, ranges, one));
    parts.push_back(rooms.back().all());
    for (const auto s : one.stations) is_joint[static_cast<std::size_t>(s)] = true;
  }
  std::vector<std::size_t> alone;
  for (std::size_t s = 0; s < ranges.size(); ++s)
    if (!is_joint[s]) {
      alone.push_back(s);
      parts.push_back(spans_of(ranges[s]));
    }
  const Sums sums(people, std::move(parts));
  if (!sums.has(people)) return {};
  const auto shares = sums.shares(people);
  std::vector<bool> used(ranges.size());
  for (std::size_t i = 0; i < alone.size(); ++i) used[alone[i]] = shares[rooms.size() + i] > 0;
  for (std::size_t i = 0; i < rooms.size(); ++i) {
    const auto within = rooms[i].shares(shares[i]);
    for (std::size_t k = 0; k < within.size(); ++k)
      used[static_cast<std::size_t>(joint[i].stations[k])] = within[k] > 0;
  }
  return used;
}

}  // namespace engine
