/// Which groups of a repair take place no more: those that move fewest people, so that all fit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "scheduler/search/random.h"

namespace scheduler {

/// A group, or a way round that one group goes, as it stands when nobody has been moved.
struct GroupState {
  bool used = false;          ///< somebody is there: it may be closed
  std::int64_t missing = 0;   ///< people whom it lacks when it is kept
  std::int64_t too_many = 0;  ///< people who leave it when it is kept
  std::int64_t spare = 0;     ///< people who may leave it when it is kept
  std::int64_t free = 0;      ///< seats left when it is kept
  std::int64_t people = 0;    ///< who need another seat when it is closed
  std::int64_t price = 0;     ///< of these, those whose card counts, and hosts
};

/// Over all choices of groups to close: those who leave, or those who are missing in the groups
/// kept, whichever are more. Choices count only when there are people enough for the groups kept (a
/// knapsack over those who leave and those who are lacking in all).
class Closing {
 public:
  /// `newcomers`: people without a seat, or whose cards do not count.
  Closing(std::vector<GroupState> groups, std::int64_t newcomers);

  /// No choice moves fewer.
  [[nodiscard]] std::int64_t fewest() const { return movers(best(false)); }

  /// One that moves no more, with seats for everybody where there is one with the fewest missing;
  /// ties are drawn.
  /// [group]: closed?
  [[nodiscard]] std::vector<bool> choose(Random& random) const;

 private:
  static constexpr std::int64_t kNone = INT64_MAX / 4;
  struct Cell {
    std::int64_t missing = kNone;  ///< in the groups kept; the fewest
    std::int64_t seats = 0;        ///< left over in these; of the choices with so few, the most
    [[nodiscard]] bool better(const Cell& other) const {
      return missing < other.missing || (missing == other.missing && seats > other.seats);
    }
    friend bool operator==(const Cell&, const Cell&) = default;
  };
  /// What a group adds: to those who leave, to people gained, and to the cell.
  struct Step {
    std::size_t leave = 0;
    std::size_t gained = 0;
    std::int64_t missing = 0;
    std::int64_t seats = 0;
  };

  [[nodiscard]] std::size_t index(std::size_t leave, std::size_t gained) const {
    return leave * (lacking_ + 1) + gained;
  }
  [[nodiscard]] static Step kept(const GroupState& group);
  [[nodiscard]] static Step closed(const GroupState& group);
  [[nodiscard]] static Cell after(const Cell& cell, const Step& step) {
    return {cell.missing + step.missing, cell.seats + step.seats};
  }
  [[nodiscard]] std::size_t most_who_leave() const;
  void add(const Step& step, const std::vector<Cell>& from, std::vector<Cell>& to) const;
  [[nodiscard]] std::int64_t movers(std::size_t leave) const;
  [[nodiscard]] std::size_t best(bool with_seats) const;
  /// The cell before the step from which this one was made; −1: it was not.
  [[nodiscard]] std::ptrdiff_t origin(std::size_t group,
                                      const Step& step,
                                      std::size_t leave,
                                      std::size_t gained) const;

  std::vector<GroupState> groups_;
  std::int64_t newcomers_;
  std::size_t lacking_ = 0;               ///< people, when all groups are kept
  std::size_t most_ = 0;                  ///< who leave in a choice worth a look
  std::vector<std::vector<Cell>> table_;  ///< [groups looked at][leave × (lacking + 1) + gained]
};

}  // namespace scheduler
