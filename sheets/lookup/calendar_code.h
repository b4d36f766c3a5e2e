/// What the QR code of somebody's card holds: their day, as a phone's camera adds it to a calendar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/sheet_lines.h"
#include "sheets/lookup/directory.h"
#include "sheets/print_options.h"

namespace sheets {

struct CalendarCode {
  enum class Holds : std::uint8_t { Address, Day, BeginningOfDay };
  std::string text;
  Holds holds = Holds::Day;
};

/// Bytes of a code that a phone reads from 27 and from 43 mm (QR versions 14 and 25 at level L).
inline constexpr std::size_t kSmallCode = 430;
inline constexpr std::size_t kLargestCode = 1265;

class CalendarCodes {
 public:
  /// All must outlive it.
  CalendarCodes(const engine::Gathering& gathering,
                const Directory& directory,
                const engine::Plan& plan,
                const PrintOptions& options);

  /// The address of the person's calendar where the options have one. Else one calendar event
  /// for that day, from the person's first moment to the last, with their path as its
  /// description: cameras offer to add the first event of a code and ignore any other (ZXing's
  /// "Barcode Contents": an event is BEGIN:VEVENT …). Local times: the phone is where the gathering
  /// is.
  ///
  /// From the fullest, of at most kLargestCode bytes, to the leanest, for cards that have no room
  /// for it: a room is named only where it changes, and titles end in "…". When even that is
  /// longer than kSmallCode, the last one is only the beginning of the day. Empty when the person
  /// has nothing on that day.
  [[nodiscard]] std::vector<CalendarCode> codes(const std::string& person, engine::Day day) const;

 private:
  using Lines = std::vector<engine::SheetLine>;

  [[nodiscard]] CalendarCode beginning(const Lines& lines) const;
  [[nodiscard]] std::string head(const Lines& lines) const;
  [[nodiscard]] std::vector<std::string> entries(const Lines& lines,
                                                 std::size_t letters,
                                                 bool every_room) const;
  [[nodiscard]] std::string title_of(const engine::SheetLine& line) const;

  const engine::Gathering& gathering_;
  const Directory& directory_;
  const PrintOptions& options_;
  engine::SheetLines lines_;
};

}  // namespace sheets
