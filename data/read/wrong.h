/// The sentences that say what is wrong with a value: what was expected, what stands there.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/read/value.h"
#include "engine/model/diagnostic.h"
#include "engine/model/text.h"

namespace data {

/// What reading a file needs at hand everywhere.
struct Context {
  engine::Diagnostics& diagnostics;
  bool whole = true;  ///< false: lines were passed over, nothing can be called missing
  std::map<engine::Where, std::string> reported{};  ///< keys already complained about
};

struct Range {
  std::int64_t least = 0;
  std::int64_t most = 1'000'000'000;
};

/// A value as it stands in the file, for a sentence: the text « abc », the number 3, a list.
[[nodiscard]] engine::Text describe(const Value& value);

/// "« minutes » expects a whole number, not the text « 30 ». Maybe: 30"
void say_wrong_type(Context& context,
                    const Value& value,
                    std::string_view name,
                    const engine::Words& expected,
                    const std::optional<std::string>& maybe = {});

/// "« minutes »: expected 1 or more, found -5"
void say_out_of_range(Context& context, const Value& value, std::string_view name, Range range);

/// "« pattern »: « carrousel » is not known. Maybe: carousel". Without a near word all are named.
void say_unknown_word(Context& context,
                      const Value& value,
                      std::string_view name,
                      const std::vector<std::string_view>& known);

/// ". Maybe: room", or nothing.
[[nodiscard]] engine::Text maybe_text(const std::optional<std::string>& word);

}  // namespace data
