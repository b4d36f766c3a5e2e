/// The table of a repair under way: what each change of a seat costs, counted as it is made.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "scheduler/rotation/repair.h"

namespace scheduler {

/// What a repair comes to; compared from the first to the last.
struct RepairCost {
  std::int64_t broken = 0;
  std::int64_t disturbed = 0;  ///< people, hosts included
  std::int64_t cards = 0;      ///< rounds changed on them, those of the next round twice
  std::int64_t repeats = 0;    ///< Σ m (m − 1) / 2, when that matters
  std::int64_t crowd = 0;      ///< Σ n (n − 1) / 2 over groups: even sizes cost least

  RepairCost& operator+=(const RepairCost& other);
  friend auto operator<=>(const RepairCost&, const RepairCost&) = default;
};

/// One number for annealing: a broken rule weighs as much as many people.
[[nodiscard]] double weighed(const RepairCost& cost);

class RepairTable {
 public:
  /// Everybody where their card says, those absent gone, those without a card nowhere yet.
  explicit RepairTable(const BrokenSeating& broken);

  /// `person`, who is there, goes to `group`, or nowhere with kNoGroup.
  RepairCost move(std::int32_t round, std::int32_t person, std::int32_t group);

  [[nodiscard]] const Rounds& rounds() const { return rounds_; }
  /// What all changes so far have cost; the start is 0 but for groups too small or too large.
  [[nodiscard]] const RepairCost& cost() const { return cost_; }
  /// The same with all who are missing in groups too small: how tables compare in the end.
  [[nodiscard]] RepairCost judged() const;
  [[nodiscard]] const std::vector<std::int32_t>& at(std::int32_t round, std::int32_t group) const {
    return here_[cell(round, group)];
  }
  [[nodiscard]] bool is_present(std::int32_t round, std::int32_t person) const {
    return broken_.is_present(round, person);
  }
  /// People too many (above 0) or missing (below 0) in a group that takes place. It may as well be
  /// closed: no more count as missing than are there, so that people can open one together.
  [[nodiscard]] std::int32_t misfit(std::int32_t round, std::int32_t group) const;
  /// Seats left for more people in the group's hall (below 0: too few); at most `most`.
  [[nodiscard]] std::int32_t seats_left(std::int32_t round,
                                        std::int32_t group,
                                        std::int32_t most) const {
    return halls_.left(cell(round, group), most);
  }
  [[nodiscard]] bool may_spare_one(std::int32_t round, std::int32_t group) const;

  /// Does a change of this person's card count as a disturbance?
  [[nodiscard]] bool counts(std::int32_t person) const;
  [[nodiscard]] bool is_disturbed(std::int32_t person) const {
    return changed_[static_cast<std::size_t>(person)] > 0;
  }
  [[nodiscard]] std::int64_t disturbed_hosts() const;

  /// Rules other than the sizes of groups that `person`, who sits elsewhere, would break there,
  /// having left their seats of the rounds `left` as well.
  [[nodiscard]] std::int64_t conflicts(std::int32_t round,
                                       std::int32_t person,
                                       std::int32_t group,
                                       const std::vector<std::int32_t>& left = {}) const;
  /// Rounds of their card that are changed, and what a seat in that group adds to them.
  [[nodiscard]] std::int32_t cards_changed(std::int32_t person) const {
    return changed_[static_cast<std::size_t>(person)];
  }
  [[nodiscard]] std::int32_t cards_changed(std::int32_t round,
                                           std::int32_t person,
                                           std::int32_t group) const;

 private:
  [[nodiscard]] std::size_t cell(std::int32_t round, std::int32_t group) const {
    return static_cast<std::size_t>(round) * static_cast<std::size_t>(rounds_.groups) +
           static_cast<std::size_t>(group);
  }
  [[nodiscard]] std::size_t spot(std::int32_t person, std::int32_t group) const {
    return static_cast<std::size_t>(person) * static_cast<std::size_t>(rounds_.groups) +
           static_cast<std::size_t>(group);
  }
  void enter(std::int32_t round, std::int32_t person, std::int32_t group);
  void leave(std::int32_t round, std::int32_t person);
  /// Hosts of a group that takes place who sit at another one.
  [[nodiscard]] std::int64_t hosts_away(std::int32_t round, std::int32_t group) const;
  /// What one person more or less at a table changes for it, from its size and hosts alone.
  [[nodiscard]] RepairCost of_group(std::int32_t round, std::int32_t group) const;
  /// Pairs apart, groups seen twice, and groups out of reach.
  [[nodiscard]] std::int64_t clashes(std::int32_t round,
                                     std::int32_t person,
                                     std::int32_t group,
                                     const std::vector<std::int32_t>& left) const;
  /// `person`, who is not seated in that round, among those of `group`.
  [[nodiscard]] RepairCost of_company(std::int32_t round,
                                      std::int32_t person,
                                      std::int32_t group) const;
  RepairCost note_card(std::int32_t round, std::int32_t person, std::int32_t group);
  [[nodiscard]] std::int32_t times_together(std::int32_t a, std::int32_t b) const;

  const BrokenSeating& broken_;
  Rounds rounds_;
  std::vector<std::vector<std::int32_t>> here_;  ///< [round × groups + group]
  HallCount halls_;
  std::vector<std::int32_t> before_;   ///< [round × groups + group]: people by the cards
  std::vector<std::int32_t> visits_;   ///< [person × groups + group]
  std::vector<std::int32_t> used_;     ///< [group]: rounds with somebody there
  std::vector<std::int32_t> changed_;  ///< [person]: rounds changed on their card
  std::vector<std::vector<std::int32_t>> apart_;  ///< [person]: whom not to sit with
  std::vector<std::int32_t> own_;                 ///< [person]: the group they host, or kNoGroup
  std::vector<std::vector<std::int32_t>> hosts_;  ///< [group]: those who host it and take part
  RepairCost cost_;
};

}  // namespace scheduler
