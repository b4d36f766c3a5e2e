#include "scheduler/explain/overfull.h"

#include <algorithm>
#include <numeric>

namespace scheduler {
namespace {

using engine::Interval;
using engine::Minute;

/// Stretches tried from: more would cost too much for what they add.
constexpr std::size_t kMostBegins = 24;

Minute first_start(const Load& load) {
  return load.starts.front();
}

Minute last_end(const Load& load) {
  return load.starts.back() + load.length;
}

std::int64_t minutes_within(const std::vector<Server>& servers, Interval during) {
  std::int64_t sum = 0;
  for (const auto& server : servers)
    for (const auto& one : server.within)
      sum += std::max(0, std::min(one.to, during.to) - std::max(one.from, during.from));
  return sum;
}

/// How many loads of `length` fit one after the other, beginning as soon as the last has ended:
/// no other choice of starts has room for more.
std::int64_t most_in_turn(const std::vector<Server>& servers, Interval during, Minute length) {
  std::int64_t sum = 0;
  for (const auto& server : servers) {
    auto next = std::lower_bound(server.starts.begin(), server.starts.end(), during.from);
    while (next != server.starts.end() && *next + length <= during.to) {
      ++sum;
      next = std::lower_bound(next, server.starts.end(), *next + length);
    }
  }
  return sum;
}

class Stretch {
 public:
  Stretch(const std::vector<Load>& loads, const std::vector<Server>& servers)
      : loads_(loads), servers_(servers) {}

  /// The loads that begin at `from` or later, in the order of their last ends: each makes a stretch
  /// with those before it.
  std::optional<Overfull> look(Minute from, const std::vector<std::size_t>& by_end) {
    inside_.clear();
    std::int64_t needed = 0;
    Minute shortest = INT32_MAX;
    for (std::size_t i = 0; i < by_end.size(); ++i) {
      const auto& load = loads_[by_end[i]];
      if (first_start(load) < from) continue;
      inside_.push_back(by_end[i]);
      needed += load.length;
      shortest = std::min(shortest, load.length);
      const bool last = i + 1 == by_end.size() || last_end(loads_[by_end[i + 1]]) > last_end(load);
      if (!last || inside_.size() <= servers_.size()) continue;
      const Interval during{from, last_end(load)};
      const auto available = minutes_within(servers_, during);
      if (needed > available) return by_minutes(during, needed, available);
      if (2 * needed < available) continue;  // far from full: no count can be short
      const auto most = most_in_turn(servers_, during, shortest);
      if (static_cast<std::int64_t>(inside_.size()) > most) return by_count(during, most);
    }
    return {};
  }

 private:
  /// Leaves out the shortest loads that are not needed for there to be too many minutes.
  Overfull by_minutes(Interval during, std::int64_t needed, std::int64_t available) {
    std::stable_sort(inside_.begin(), inside_.end(), [&](std::size_t a, std::size_t b) {
      return loads_[a].length < loads_[b].length;
    });
    std::size_t spared = 0;
    while (needed - loads_[inside_[spared]].length > available)
      needed -= loads_[inside_[spared++]].length;
    inside_.erase(inside_.begin(), inside_.begin() + static_cast<std::ptrdiff_t>(spared));
    return {blocks(), during, false, needed, available};
  }

  Overfull by_count(Interval during, std::int64_t most) const {
    return {blocks(), during, true, static_cast<std::int64_t>(inside_.size()), most};
  }

  [[nodiscard]] std::vector<engine::BlockId> blocks() const {
    std::vector<engine::BlockId> list;
    for (const auto i : inside_) list.push_back(loads_[i].block);
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  }

  const std::vector<Load>& loads_;
  const std::vector<Server>& servers_;
  std::vector<std::size_t> inside_;
};

}  // namespace

Server server_of(const std::vector<Load>& loads) {
  std::vector<Interval> held;
  for (const auto& load : loads)
    for (const Minute start : load.starts) held.push_back({start, start + load.length});
  std::sort(held.begin(), held.end());
  Server server;
  for (const auto& one : held) {
    if (server.starts.empty() || server.starts.back() != one.from)
      server.starts.push_back(one.from);
    if (server.within.empty() || one.from > server.within.back().to)
      server.within.push_back(one);
    else
      server.within.back().to = std::max(server.within.back().to, one.to);
  }
  return server;
}

std::optional<Overfull> overfull(const std::vector<Load>& loads,
                                 const std::vector<Server>& servers) {
  if (loads.size() <= servers.size()) return {};
  std::vector<std::size_t> by_end(loads.size());
  std::iota(by_end.begin(), by_end.end(), std::size_t{0});
  std::stable_sort(by_end.begin(), by_end.end(), [&](std::size_t a, std::size_t b) {
    return last_end(loads[a]) < last_end(loads[b]);
  });
  std::vector<Minute> begins;
  for (const auto& load : loads) begins.push_back(first_start(load));
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  if (begins.size() > kMostBegins) begins.resize(kMostBegins);
  Stretch stretch(loads, servers);
  for (const Minute from : begins)
    if (auto found = stretch.look(from, by_end)) return found;
  return {};
}

}  // namespace scheduler
