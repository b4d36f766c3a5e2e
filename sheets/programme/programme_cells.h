/// The inside of the programme's rows: titles, teams, phases, cards side by side, stations.
#pragma once

#include <vector>

#include "sheets/drawing/flow.h"
#include "sheets/drawing/page.h"
#include "sheets/programme/programme.h"

namespace sheets {

/// Draws at one scale; every block starts at its own top left corner.
class ProgrammeCells {
 public:
  static constexpr double kTitle = 12.5;  ///< points, before scaling

  ProgrammeCells(Ruler& ruler, double scale) : ruler_(ruler), scale_(scale) {}

  [[nodiscard]] Paragraph title(const ProgrammeItem& item, double size = kTitle) const;
  /// Room and site; no runs when there is neither.
  [[nodiscard]] Paragraph room(const ProgrammeItem& item, Align align) const;
  /// Writes note, team and phases from (x, y) down. Returns their height.
  double details(Block& block, const ProgrammeItem& item, double x, double y, double width) const;
  /// The rounds of a rotation and their hours; no runs when there is only one.
  [[nodiscard]] Paragraph rounds(const RotationBlock& rotation) const;
  /// Items of one moment in rows of at most three cards, fewer where they would be too narrow.
  [[nodiscard]] std::vector<Block> cards(const std::vector<const ProgrammeItem*>& items,
                                         double width,
                                         bool with_hours) const;
  /// Stations in rows of two or three.
  [[nodiscard]] std::vector<Block> stations(const RotationBlock& rotation, double width) const;

 private:
  [[nodiscard]] std::vector<Block> cards_in(std::size_t columns,
                                            const std::vector<const ProgrammeItem*>& items,
                                            double width,
                                            bool with_hours) const;
  [[nodiscard]] std::vector<Block> stations_in(std::size_t columns,
                                               const RotationBlock& rotation,
                                               double width) const;
  [[nodiscard]] double pt(double points) const { return points * scale_; }
  [[nodiscard]] Paragraph credit(const Credit& credit, bool with_role) const;
  [[nodiscard]] Paragraph phases(const std::vector<PhaseLine>& phases) const;
  [[nodiscard]] Block card(const ProgrammeItem& item, double width, bool with_hours) const;
  [[nodiscard]] Block station(const StationLine& line, double width, bool with_roles) const;

  Ruler& ruler_;
  double scale_;
};

}  // namespace sheets
