/// Variables with few values, and which values go together: the form in which a small gathering can
/// be searched completely.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace scheduler {

/// Pairs and tables of allowed values, kept arc consistent: pairs on bits (Lecoutre & Vion 2008),
/// tables as compact tables (Demeulenaere et al. 2016).
class Network {
 public:
  using Word = std::uint64_t;

  /// The values and tuples that are left; copied at each choice, so that undoing is forgetting.
  struct State {
    std::vector<Word> values;  ///< bits, variable after variable
    std::vector<Word> tuples;  ///< bits, table after table
    std::vector<int> left;     ///< values left, per variable
  };

  /// `sizes`: number of values of each variable.
  explicit Network(const std::vector<int>& sizes);

  /// As bits: value after value of a, `words(b)` words of the values of b allowed beside it; and
  /// the other way round. At most one pair constraint for two variables.
  void add_pair(int a, int b, std::vector<Word> of_a, std::vector<Word> of_b);
  /// The values of b that their pair constraint allows beside each value of a, as `add_pair` takes
  /// them; empty: there is none, all are allowed.
  [[nodiscard]] std::span<const Word> allowed(int a, int b) const;
  /// The variables together take one of the tuples.
  void add_table(const std::vector<int>& variables, const std::vector<std::vector<int>>& tuples);

  /// A value that every constraint with another variable allows: as long as it is left, the
  /// variable takes nothing away from others.
  void goes_with_all(int variable, int value) { free_[at(variable)] = value; }

  /// How much harder than others a variable is from the start, 1 or more.
  void weigh(int variable, double weight) { own_weight_[at(variable)] = weight; }

  [[nodiscard]] State whole() const;
  /// Only some variables, from now on: with each those of its values that are left, as bits,
  /// `words` of them. The others are in nobody's way. For a network without tables.
  [[nodiscard]] State part(const std::vector<std::pair<int, std::vector<Word>>>& values);
  /// Whether every variable keeps a value when all that fits nowhere is taken away. A failure makes
  /// its constraint weigh more.
  [[nodiscard]] bool make_consistent(State& state);
  [[nodiscard]] bool assign(State& state, int variable, int value);
  [[nodiscard]] bool remove(State& state, std::span<const std::pair<int, int>> values);

  /// The variable with the fewest values for the weight of its constraints (Boussemart et al.
  /// 2004); none when each has one value.
  [[nodiscard]] std::optional<int> hardest(const State& state) const;
  [[nodiscard]] bool has(const State& state, int variable, int value) const;
  /// Calls `f(value)` for each value left, ascending.
  template <class F>
  void each_value(const State& state, int variable, F f) const {
    const auto words = values_of(state, variable);
    for (std::size_t i = 0; i < words.size(); ++i)
      for (auto word = words[i]; word != 0; word &= word - 1)
        f(static_cast<int>(i * 64) + std::countr_zero(word));
  }
  [[nodiscard]] int first_value(const State& state, int variable) const;

  [[nodiscard]] std::size_t variables() const { return begin_.size(); }
  [[nodiscard]] int values(int variable) const { return size_[at(variable)]; }
  [[nodiscard]] std::size_t words(int variable) const { return words_[at(variable)]; }
  /// Words looked at so far: the clock of a search that must not depend on a clock.
  [[nodiscard]] std::int64_t work() const { return work_; }
  /// What is looked at elsewhere counts as well.
  void add_work(std::int64_t words) { work_ += words; }

 private:
  struct Pair {
    int a = 0;
    int b = 0;
    std::vector<Word> of_a;  ///< per value of a, the allowed values of b
    std::vector<Word> of_b;
  };
  struct Table {
    std::vector<int> variables;
    std::size_t begin = 0;  ///< of its tuples in State::tuples
    std::size_t words = 0;
    std::vector<std::vector<Word>> holds;             ///< per column and value, the tuples with it
    std::vector<std::vector<std::size_t>> last_seen;  ///< per column and value, a word with one
  };

  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
  [[nodiscard]] std::span<Word> values_of(State& state, int variable) const;
  [[nodiscard]] std::span<const Word> values_of(const State& state, int variable) const;
  [[nodiscard]] bool settle(State& state, std::vector<int>& changed);
  [[nodiscard]] bool revise_pair(State& state, const Pair& pair, int variable, bool& any);
  [[nodiscard]] bool filter_table(State& state, Table& table, int changed, std::vector<int>& queue);
  void keep_tuples_with(State& state, const Table& table, std::size_t column);
  [[nodiscard]] bool has_tuple(const State& state, Table& table, std::size_t column, int value);

  std::vector<int> size_;
  std::vector<std::size_t> begin_;  ///< word where the values of a variable begin
  std::vector<std::size_t> words_;
  std::vector<Pair> pairs_;
  std::vector<Table> tables_;
  std::vector<std::vector<std::size_t>> pairs_of_;  ///< of variables that take part
  std::vector<std::vector<std::size_t>> tables_of_;
  std::vector<double> pair_weight_;
  std::vector<double> table_weight_;
  std::vector<double> own_weight_;
  std::vector<bool> takes_part_;
  std::vector<int> free_;  ///< goes_with_all(), or −1
  std::vector<Word> mask_;
  std::int64_t work_ = 0;
};

}  // namespace scheduler
