/// The sentences of a difference between two plans.
#pragma once

#include <string>
#include <vector>

#include "engine/model/text.h"
#include "engine/plan/diff.h"
#include "engine/plan/sheet_lines.h"
#include "engine/plan/spoken_names.h"

namespace engine {

/// Says times with their day when the two plans span more than one.
class DiffWords {
 public:
  DiffWords(const PlanOf& before, const PlanOf& after);

  [[nodiscard]] const SpokenNames& names() const { return names_; }
  [[nodiscard]] Text time(Minute moment) const;
  /// "Atelier, tour 2".
  [[nodiscard]] Text title(const SheetLine& line) const;
  /// "Table 2, Grande salle (secrétariat)"; a dash for nowhere.
  [[nodiscard]] Text where(const SheetLine& line) const;
  /// "9h30, Table 2, Grande salle (secrétariat)".
  [[nodiscard]] Text place(const SheetLine& line) const;
  /// The names of persons, as a list; "id:role" adds the role.
  [[nodiscard]] Text people(const std::vector<std::string>& ids) const;

 private:
  SpokenNames names_;
  bool several_days_ = false;
};

}  // namespace engine
