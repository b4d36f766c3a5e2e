/// What the QR code of somebody's card holds: their day, as a phone's camera adds it to a calendar.
#pragma once

#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/sheet_lines.h"
#include "sheets/lookup/directory.h"
#include "sheets/print_options.h"

namespace sheets {

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
  /// "Barcode Contents": an event is BEGIN:VEVENT …). At most about 430 bytes, which a phone still
  /// reads from 25 mm; what goes beyond ends in "…". Local times: the phone is where the
  /// gathering is. Empty when the person has nothing on that day.
  [[nodiscard]] std::string code(const std::string& person, engine::Day day) const;

 private:
  [[nodiscard]] std::string event(const std::vector<engine::SheetLine>& lines) const;
  [[nodiscard]] std::string place_of(const engine::SheetLine& line) const;

  const engine::Gathering& gathering_;
  const Directory& directory_;
  const PrintOptions& options_;
  engine::SheetLines lines_;
};

}  // namespace sheets
