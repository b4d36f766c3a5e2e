/// Lines of a calendar file: text escaped, long lines folded (RFC 5545, 3.1 and 3.3.11).
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/model/time.h"

namespace data {

/// `text` as a value of type TEXT: `\`, `;`, `,` and line ends are escaped, control characters and
/// bytes that are no UTF-8 do not get through.
[[nodiscard]] std::string ics_escaped(std::string_view text);

/// "20250211T093000": a time on the clocks of a zone that stands elsewhere.
[[nodiscard]] std::string ics_local(engine::Minute moment);

/// Collects content lines: each is folded at 75 octets, never inside a character, and ends in CRLF.
class IcsLines {
 public:
  /// `value` as it stands; it must hold no line end.
  void add(std::string_view name, std::string_view value);
  /// `value` escaped; a property without a value is left out.
  void add_text(std::string_view name, std::string_view value);

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace data
