#include "scheduler/exact/network.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace scheduler {
namespace {

constexpr std::size_t kBits = 64;

std::size_t words_for(std::size_t bits) {
  return (bits + kBits - 1) / kBits;
}

void set_bit(std::span<Network::Word> words, std::size_t bit) {
  words[bit / kBits] |= Network::Word{1} << (bit % kBits);
}

void clear_bit(std::span<Network::Word> words, std::size_t bit) {
  words[bit / kBits] &= ~(Network::Word{1} << (bit % kBits));
}

bool get_bit(std::span<const Network::Word> words, std::size_t bit) {
  return (words[bit / kBits] >> (bit % kBits) & 1) != 0;
}

bool meet(std::span<const Network::Word> a, std::span<const Network::Word> b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if ((a[i] & b[i]) != 0) return true;
  return false;
}

/// Calls `f(bit)` for each bit set; `f` may clear it.
template <class F>
void each_bit(std::span<const Network::Word> words, F f) {
  for (std::size_t i = 0; i < words.size(); ++i)
    for (auto word = words[i]; word != 0; word &= word - 1)
      f(i * kBits + static_cast<std::size_t>(std::countr_zero(word)));
}

}  // namespace

Network::Network(const std::vector<int>& sizes)
    : size_(sizes),
      pairs_of_(sizes.size()),
      tables_of_(sizes.size()),
      own_weight_(sizes.size(), 1),
      takes_part_(sizes.size(), true),
      free_(sizes.size(), -1) {
  std::size_t next = 0;
  for (const int size : sizes) {
    begin_.push_back(next);
    words_.push_back(words_for(at(size)));
    next += words_.back();
  }
}

std::span<Network::Word> Network::values_of(State& state, int variable) const {
  return {state.values.data() + begin_[at(variable)], words_[at(variable)]};
}

std::span<const Network::Word> Network::values_of(const State& state, int variable) const {
  return {state.values.data() + begin_[at(variable)], words_[at(variable)]};
}

void Network::add_pair(int a, int b, std::vector<Word> of_a, std::vector<Word> of_b) {
  pairs_of_[at(a)].push_back(pairs_.size());
  pairs_of_[at(b)].push_back(pairs_.size());
  pairs_.push_back({a, b, std::move(of_a), std::move(of_b)});
  pair_weight_.push_back(1);
}

std::span<const Network::Word> Network::allowed(int a, int b) const {
  for (const auto i : pairs_of_[at(a)]) {
    const auto& pair = pairs_[i];
    if (pair.b == b) return pair.of_a;
    if (pair.a == b) return pair.of_b;
  }
  return {};
}

void Network::add_table(const std::vector<int>& variables,
                        const std::vector<std::vector<int>>& tuples) {
  Table table{variables, 0, std::max<std::size_t>(1, words_for(tuples.size())), {}, {}};
  if (!tables_.empty()) table.begin = tables_.back().begin + tables_.back().words;
  for (std::size_t column = 0; column < variables.size(); ++column) {
    auto& holds = table.holds.emplace_back(at(values(variables[column])) * table.words);
    for (std::size_t t = 0; t < tuples.size(); ++t)
      set_bit({holds.data() + at(tuples[t][column]) * table.words, table.words}, t);
    table.last_seen.emplace_back(at(values(variables[column])));
    tables_of_[at(variables[column])].push_back(tables_.size());
  }
  mask_.resize(std::max(mask_.size(), table.words));
  tables_.push_back(std::move(table));
  table_weight_.push_back(1);
}

Network::State Network::whole() const {
  State state;
  state.left = size_;
  for (std::size_t v = 0; v < size_.size(); ++v) {
    state.values.resize(begin_[v] + words_[v]);
    for (std::size_t i = 0; i < at(size_[v]); ++i)
      set_bit({state.values.data() + begin_[v], words_[v]}, i);
  }
  // Bits beyond the last tuple are in no value's list, so they do no harm.
  for (const auto& table : tables_) state.tuples.resize(table.begin + table.words, ~Word{0});
  return state;
}

Network::State Network::part(const std::vector<std::pair<int, std::vector<Word>>>& values) {
  State state{std::vector<Word>(begin_.back() + words_.back()), {}, std::vector<int>(size_.size())};
  takes_part_.assign(size_.size(), false);
  for (const auto& [variable, words] : values) {
    takes_part_[at(variable)] = true;
    std::copy(words.begin(), words.end(), values_of(state, variable).begin());
    for (const auto word : words) state.left[at(variable)] += std::popcount(word);
  }
  for (auto& list : pairs_of_) list.clear();
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if (!takes_part_[at(pairs_[i].a)] || !takes_part_[at(pairs_[i].b)]) continue;
    pairs_of_[at(pairs_[i].a)].push_back(i);
    pairs_of_[at(pairs_[i].b)].push_back(i);
  }
  return state;
}

bool Network::make_consistent(State& state) {
  std::vector<int> changed;
  for (std::size_t v = 0; v < size_.size(); ++v) {
    if (!takes_part_[v]) continue;
    if (state.left[v] == 0) return false;
    changed.push_back(static_cast<int>(v));
  }
  return settle(state, changed);
}

bool Network::assign(State& state, int variable, int value) {
  auto words = values_of(state, variable);
  std::fill(words.begin(), words.end(), 0);
  set_bit(words, at(value));
  state.left[at(variable)] = 1;
  std::vector<int> changed{variable};
  return settle(state, changed);
}

bool Network::remove(State& state, std::span<const std::pair<int, int>> values) {
  std::vector<int> changed;
  for (const auto& [variable, value] : values) {
    if (!has(state, variable, value)) continue;
    clear_bit(values_of(state, variable), at(value));
    if (--state.left[at(variable)] == 0) return false;
    changed.push_back(variable);
  }
  return settle(state, changed);
}

bool Network::settle(State& state, std::vector<int>& changed) {
  std::vector<bool> waiting(size_.size());
  for (const int v : changed) waiting[at(v)] = true;
  for (std::size_t next = 0; next < changed.size(); ++next) {
    const int variable = changed[next];
    waiting[at(variable)] = false;
    if (free_[at(variable)] >= 0 && has(state, variable, free_[at(variable)])) continue;
    const auto pushed = changed.size();
    for (const auto i : pairs_of_[at(variable)]) {
      const auto& pair = pairs_[i];
      const int other = pair.a == variable ? pair.b : pair.a;
      bool any = false;
      if (!revise_pair(state, pair, other, any)) {
        ++pair_weight_[i];
        return false;
      }
      if (any) changed.push_back(other);
    }
    for (const auto i : tables_of_[at(variable)])
      if (!filter_table(state, tables_[i], variable, changed)) {
        ++table_weight_[i];
        return false;
      }
    // Each variable waits once.
    auto end = changed.begin() + static_cast<std::ptrdiff_t>(pushed);
    for (auto it = end; it != changed.end(); ++it) {
      if (waiting[at(*it)]) continue;
      waiting[at(*it)] = true;
      *end++ = *it;
    }
    changed.erase(end, changed.end());
  }
  return true;
}

bool Network::revise_pair(State& state, const Pair& pair, int variable, bool& any) {
  const bool is_a = variable == pair.a;
  const auto& rows = is_a ? pair.of_a : pair.of_b;
  const auto others = values_of(std::as_const(state), is_a ? pair.b : pair.a);
  auto mine = values_of(state, variable);
  each_bit(mine, [&](std::size_t value) {
    work_ += static_cast<std::int64_t>(others.size());
    if (meet({rows.data() + value * others.size(), others.size()}, others)) return;
    clear_bit(mine, value);
    --state.left[at(variable)];
    any = true;
  });
  return state.left[at(variable)] > 0;
}

/// Keeps the tuples that the values of `changed` allow, then the values that a tuple still has.
bool Network::filter_table(State& state, Table& table, int changed, std::vector<int>& queue) {
  const auto columns = table.variables.size();
  for (std::size_t c = 0; c < columns; ++c)
    if (table.variables[c] == changed) keep_tuples_with(state, table, c);
  for (std::size_t c = 0; c < columns; ++c) {
    const int variable = table.variables[c];
    if (variable == changed) continue;
    auto mine = values_of(state, variable);
    const int before = state.left[at(variable)];
    each_bit(mine, [&](std::size_t value) {
      if (has_tuple(state, table, c, static_cast<int>(value))) return;
      clear_bit(mine, value);
      --state.left[at(variable)];
    });
    if (state.left[at(variable)] == 0) return false;
    if (state.left[at(variable)] < before) queue.push_back(variable);
  }
  return true;
}

void Network::keep_tuples_with(State& state, const Table& table, std::size_t column) {
  const auto words = table.words;
  std::fill_n(mask_.begin(), words, 0);
  each_bit(values_of(std::as_const(state), table.variables[column]), [&](std::size_t value) {
    const auto* holds = table.holds[column].data() + value * words;
    for (std::size_t i = 0; i < words; ++i) mask_[i] |= holds[i];
    work_ += static_cast<std::int64_t>(words);
  });
  for (std::size_t i = 0; i < words; ++i) state.tuples[table.begin + i] &= mask_[i];
}

bool Network::has_tuple(const State& state, Table& table, std::size_t column, int value) {
  const auto* holds = table.holds[column].data() + at(value) * table.words;
  const auto* tuples = state.tuples.data() + table.begin;
  auto& last = table.last_seen[column][at(value)];
  ++work_;
  if ((holds[last] & tuples[last]) != 0) return true;
  for (std::size_t i = 0; i < table.words; ++i) {
    if ((holds[i] & tuples[i]) == 0) continue;
    last = i;
    work_ += static_cast<std::int64_t>(i);
    return true;
  }
  work_ += static_cast<std::int64_t>(table.words);
  return false;
}

std::optional<int> Network::hardest(const State& state) const {
  std::optional<int> best;
  double least = 0;
  const auto open = [&](int v) { return state.left[at(v)] > 1; };
  for (std::size_t v = 0; v < size_.size(); ++v) {
    if (state.left[v] <= 1) continue;
    double weight = 1;
    for (const auto i : pairs_of_[v]) {
      const auto& pair = pairs_[i];
      if (open(pair.a) && open(pair.b)) weight += pair_weight_[i];
    }
    for (const auto i : tables_of_[v])
      if (std::count_if(tables_[i].variables.begin(), tables_[i].variables.end(), open) > 1)
        weight += table_weight_[i];
    const double cost = state.left[v] / (weight * own_weight_[v]);
    if (best && cost >= least) continue;
    least = cost;
    best = static_cast<int>(v);
  }
  return best;
}

bool Network::has(const State& state, int variable, int value) const {
  return get_bit(values_of(state, variable), at(value));
}

int Network::first_value(const State& state, int variable) const {
  int found = -1;
  const auto words = values_of(state, variable);
  for (std::size_t i = 0; i < words.size() && found < 0; ++i)
    if (words[i] != 0) found = static_cast<int>(i * kBits) + std::countr_zero(words[i]);
  return found;
}

}  // namespace scheduler
