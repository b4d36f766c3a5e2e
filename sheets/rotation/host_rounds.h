/// Draws one round of a host's sheet: who comes, who leaves for where, when to warn, what to say.
#pragma once

#include <string>
#include <vector>

#include "sheets/press.h"
#include "sheets/rotation/rotation_host.h"

namespace sheets {

class HostRounds {
 public:
  static constexpr double kText = 13;  ///< the smallest type: read standing, at arm's length

  /// `tight`: lines and rounds stand closer together, so that one more may fit a page.
  HostRounds(const Press& press, double width, bool tight)
      : press_(press), width_(width), tight_(tight) {}

  [[nodiscard]] Section section(const HostRound& round) const;

 private:
  [[nodiscard]] Block opening(const HostRound& round, bool again) const;
  void add_coming(std::vector<Block>& rows, const HostRound& round) const;
  void add_phases(std::vector<Block>& rows, const HostRound& round) const;
  void add_departures(std::vector<Block>& rows, const HostRound& round) const;
  void add_departure(std::vector<Block>& rows, const Departure& departure, std::string label) const;
  void add_names(Paragraph& text,
                 const std::vector<std::string>& names,
                 std::size_t from,
                 std::size_t to) const;
  void add_colon(Paragraph& text) const;
  [[nodiscard]] bool short_enough(const Departure& departure) const;
  [[nodiscard]] Paragraph departure_text(const Departure& departure) const;
  [[nodiscard]] Block labelled(const std::string& label, Paragraph text) const;
  [[nodiscard]] Block labelled(const std::string& label, Paragraph text, double width) const;
  [[nodiscard]] double text_width() const;
  [[nodiscard]] static Style strong();

  const Press& press_;
  double width_;
  bool tight_;
};

}  // namespace sheets
