/// Dates, times and windows of the gathering file and its tables.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "data/read/value.h"
#include "data/read/wrong.h"
#include "engine/model/gathering.h"

namespace data {

/// "09:30", "2025-02-11 09:30", "2025-02-11T09:30", "11/02/2025 9h30"; nullopt for anything else.
[[nodiscard]] std::optional<engine::When> parse_when(std::string_view text);

/// A TOML date, or a text that is one.
[[nodiscard]] std::optional<engine::Day> to_date(Context& context,
                                                 const Value& value,
                                                 std::string_view name);
/// A time of day. Minutes after midnight.
[[nodiscard]] std::optional<engine::Minute> to_clock(Context& context,
                                                     const Value& value,
                                                     std::string_view name);
/// A time of day, or a date with a time.
[[nodiscard]] std::optional<engine::When> to_when(Context& context,
                                                  const Value& value,
                                                  std::string_view name);

/// ["FROM", "TO"], in this order.
[[nodiscard]] std::optional<engine::Window> to_window(Context& context,
                                                      const Value& value,
                                                      std::string_view name);
/// ["HH:MM", "HH:MM"]
[[nodiscard]] std::optional<engine::Window> to_daily_window(Context& context,
                                                            const Value& value,
                                                            std::string_view name);
/// [["FROM", "TO"], …]
[[nodiscard]] std::vector<engine::Window> to_windows(Context& context,
                                                     const Value& value,
                                                     std::string_view name);

/// Reports a window that ends before it begins, or has a date on one side only.
[[nodiscard]] bool window_is_right(engine::Diagnostics& diagnostics, const engine::Window& window);

}  // namespace data
