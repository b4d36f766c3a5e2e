#include "data/sqlite/rows.h"

#include <chrono>
#include <stdexcept>

#include <fmt/format.h>

namespace data {
namespace {

/// "2025-02-11 09:30" at the beginning of `text`, whatever stands between day and time.
engine::Minute parse_moment(const std::string& text) {
  if (text.size() >= 16) {
    const auto day = engine::parse_date(text.substr(0, 10));
    const auto clock = engine::parse_clock(text.substr(11, 5));
    if (day && clock) return engine::moment_at(*day, *clock);
  }
  throw std::invalid_argument("\"" + text + "\" is no time");
}

}  // namespace

std::string utc_text(engine::Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const auto date = engine::iso_date(static_cast<engine::Day>(day.time_since_epoch().count()));
  const auto seconds = (instant - day).count();
  return fmt::format(
      "{}T{:02}:{:02}:{:02}Z", date, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::size_t Row::position(int column) const {
  const auto value = number(column);
  if (value < 0) throw std::invalid_argument(fmt::format("{} is no position", value));
  return static_cast<std::size_t>(value);
}

std::optional<std::int64_t> Row::optional_number(int column) const {
  if (is_null(column)) return {};
  return number(column);
}

engine::Minute Row::moment(int column) const {
  return parse_moment(text(column));
}

engine::Instant Row::instant(int column) const {
  const auto written = text(column);
  const auto minute = parse_moment(written);
  if (written.size() != 20) throw std::invalid_argument("\"" + written + "\" is no time");
  return engine::Instant{std::chrono::minutes{minute} +
                         std::chrono::seconds{std::stoi(written.substr(17, 2))}};
}

}  // namespace data
