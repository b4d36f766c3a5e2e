/// Texts, numbers, choices and lists of the gathering file; a wrong one is reported, and read as
/// none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/read/value.h"
#include "data/read/wrong.h"
#include "engine/model/gathering.h"

namespace data {

/// `name` is the key, for the sentence.
[[nodiscard]] std::optional<std::string> to_text(Context& context,
                                                 const Value& value,
                                                 std::string_view name);
[[nodiscard]] std::optional<std::int64_t> to_whole(Context& context,
                                                   const Value& value,
                                                   std::string_view name,
                                                   Range range);
/// Also takes a whole number.
[[nodiscard]] std::optional<double> to_decimal(Context& context,
                                               const Value& value,
                                               std::string_view name,
                                               Range range);
[[nodiscard]] std::optional<bool> to_truth(Context& context,
                                           const Value& value,
                                           std::string_view name);

/// The position in `words` of the word written.
[[nodiscard]] std::optional<std::size_t> to_choice(Context& context,
                                                   const Value& value,
                                                   std::string_view name,
                                                   const std::vector<std::string_view>& words);

/// nullptr (reported) when it is no list.
[[nodiscard]] const std::vector<Value>* to_list(Context& context,
                                                const Value& value,
                                                std::string_view name);
/// A list of texts that are not empty.
[[nodiscard]] std::vector<engine::Key> to_keys(Context& context,
                                               const Value& value,
                                               std::string_view name);

/// Reports the first character that an id may not have, and an id that is empty.
void check_id(engine::Diagnostics& diagnostics, const engine::Key& id);

/// WHO of the format.
[[nodiscard]] engine::Who to_who(Context& context, const Value& value, std::string_view name);

}  // namespace data
