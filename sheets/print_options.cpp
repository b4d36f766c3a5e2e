#include "sheets/print_options.h"

#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "engine/model/time.h"
#include "engine/model/words.h"

namespace sheets {
namespace {

using engine::say;

std::optional<engine::Minute> moment_of(std::string_view text) {
  if (text.size() < 16) return {};
  const auto day = engine::parse_date(text.substr(0, 10));
  const auto clock = engine::parse_clock(text.substr(11, 5));
  if (!day || !clock) return {};
  return engine::moment_at(*day, *clock);
}

}  // namespace

std::string version_line(int version, const PrintOptions& options) {
  if (version == 0) return {};
  const auto language = options.language;
  const auto name = say({"Version {0}", "Version {0}"}, version);
  const auto moment = moment_of(options.made_at);
  if (!moment) return name.in(language);
  return say({"{0} du {1} à {2}", "{0} of {1} at {2}"},
             name,
             engine::long_date(engine::day_of(*moment), language),
             engine::spoken_time(*moment, language))
      .in(language);
}

std::string made_at_iso(const PrintOptions& options) {
  const auto moment = moment_of(options.made_at);
  if (!moment) return {};
  return fmt::format(
      "{}T{}:00", engine::iso_date(engine::day_of(*moment)), engine::clock_text(*moment));
}

}  // namespace sheets
