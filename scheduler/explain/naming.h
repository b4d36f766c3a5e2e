/// What people call the items, persons, rooms and hours of a problem, and lists of them.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/text.h"
#include "engine/problem/problem.h"

namespace scheduler {

/// Keeps references: both must outlive it. Lists are shortened: "A, B, C … et 12 autres".
class Naming {
 public:
  Naming(const engine::Gathering& gathering, const engine::Problem& problem)
      : gathering_(gathering), problem_(problem) {}

  /// The quoted title; "« Atelier » (tour 2)" for a round that has a start of its own.
  [[nodiscard]] engine::Text item(engine::BlockId block) const;
  /// With how long it takes and, where it is one day's, the hours it may lie in: "« Repas » (1h15,
  /// entre 12h et 14h)".
  [[nodiscard]] engine::Text item_with_hours(engine::BlockId block) const;
  [[nodiscard]] engine::Text person(engine::PersonId person) const;
  [[nodiscard]] engine::Text room(engine::RoomId room) const;
  [[nodiscard]] engine::Text site(engine::SiteId site) const;
  [[nodiscard]] engine::Text equipment(engine::EquipmentId equipment) const;

  /// With hours where they are few.
  [[nodiscard]] engine::Text items_with_hours(const std::vector<engine::BlockId>& blocks) const;
  [[nodiscard]] engine::Text items(const std::vector<engine::BlockId>& blocks) const;
  [[nodiscard]] engine::Text people(const std::vector<engine::PersonId>& people) const;
  [[nodiscard]] engine::Text rooms(const std::vector<engine::RoomId>& rooms) const;

  /// The longest of their ways: "A – B, 2h"; empty: none.
  [[nodiscard]] engine::Text longest_way(const std::vector<engine::BlockId>& blocks) const;

  /// "à 9h30", with its date when the gathering has several days.
  [[nodiscard]] engine::Text at(engine::Minute moment) const;
  /// "entre 9h30 et 11h", with the date when the gathering has several days.
  [[nodiscard]] engine::Text between(engine::Interval during) const;

 private:
  [[nodiscard]] engine::Text title(engine::BlockId block) const;
  /// Empty where all rounds start together.
  [[nodiscard]] engine::Text round(engine::BlockId block) const;

  const engine::Gathering& gathering_;
  const engine::Problem& problem_;
};

/// The longest way between sites or rooms that the items may be in, or none.
[[nodiscard]] const engine::Travel* longest_way(const engine::Gathering& gathering,
                                                const engine::Problem& problem,
                                                const std::vector<engine::BlockId>& blocks);

/// "A – B, 2h", with the seats of its trips where they are given.
[[nodiscard]] engine::Text words_of_way(const engine::Gathering& gathering,
                                        const engine::Travel& way);

/// "A, B et C"; "A, B and C". Long lists end in "et 12 autres".
[[nodiscard]] engine::Text enumeration(const std::vector<engine::Text>& names);

}  // namespace scheduler
