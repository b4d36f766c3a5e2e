/// The programme for the wall: tracks side by side, everything that runs at once on one line of
/// time. As public as the programme.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct PosterItem {
  engine::Minute start = 0;
  engine::Minute end = 0;
  std::size_t track = 0;  ///< column of its band
  std::string hours;      ///< "10:45–12:15"
  std::string title;
  std::string place;              ///< rooms; site where there are several
  std::vector<std::string> team;  ///< "Modération : Awa Diallo"
  bool light = false;             ///< welcome, meal, break, journey
};

/// Items that overlap in time, directly or through others; nothing else does.
struct PosterBand {
  std::size_t tracks = 1;
  std::vector<PosterItem> items;  ///< by start, then by track; those of one track do not overlap
};

struct PosterDay {
  std::string key;                  ///< "2025-02-11"
  std::string date;                 ///< "Mardi 11 février 2025"
  std::string hours;                ///< "de 8h45 à 16h15"
  std::vector<std::string> places;  ///< "Maison du Lac, 4 quai des Arts"
  std::vector<PosterBand> bands;    ///< by time
};

/// A track of a band is a room, or what needs several rooms or none.
[[nodiscard]] std::vector<PosterDay> poster_days_of(const engine::Gathering& gathering,
                                                    const engine::Plan& plan,
                                                    const PrintOptions& options);

}  // namespace sheets
