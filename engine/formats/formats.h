/// Every session format: its words, and the defaults that practice gives it (never a hidden rule).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/model/text.h"
#include "engine/model/time.h"

namespace engine {

/// How a sheet draws a session of this format.
enum class SheetLayout : std::uint8_t {
  Simple,  ///< one row: time, title, room, team
  Panel,   ///< the row lists moderation and speakers by role
  Tables,  ///< one block per round, one line per table or station
  Phases,  ///< one line per phase with its clock time
  Visit,   ///< meeting point, guide, when to be back
  Pause,   ///< one quiet line: welcome, meal, break, journey
};

/// People in one group: one room, table or vehicle. 0 is "no usual limit".
struct GroupSize {
  int min = 0;
  int ideal = 0;
  int max = 0;
};

struct Format {
  std::string_view key;                   ///< as written in files
  Words name;                             ///< "table ronde", "round table": lower case, singular
  std::array<std::string_view, 4> roles;  ///< usual role keys, most needed first; "" fills the end
  Minute minutes = 0;                     ///< usual length of the whole
  Minute round_minutes = 0;               ///< usual length of one round; 0: it has no rounds
  GroupSize group;
  bool needs_room = true;
  SheetLayout layout = SheetLayout::Simple;
  Words room;  ///< how the room is set out
};

/// A role as sheets name it, in words that fit anyone: "animation", "modération".
struct RoleName {
  std::string_view key;
  Words name;
};

/// All formats, in the order of the format reference.
[[nodiscard]] std::span<const Format> formats();
/// How many of a role a session of this format cannot do without, when `held` of them were meant to
/// be there: two speakers at a round table (one alone is a talk), the moderator
/// always, one of those who lead; no session is cancelled for want of a scribe.
[[nodiscard]] int least_holders(std::string_view format, std::string_view role, int held);
/// nullptr when there is no such format.
[[nodiscard]] const Format* find_format(std::string_view key);
[[nodiscard]] std::vector<std::string_view> format_keys();

/// The words of a role key, nullptr for a role the organiser made up (show its key as it stands).
[[nodiscard]] const RoleName* find_role(std::string_view key);

}  // namespace engine
