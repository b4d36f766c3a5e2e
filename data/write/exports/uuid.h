/// Names that stay for ever and tell nothing: identifiers for calendars and conference apps.
#pragma once

#include <string>
#include <string_view>

namespace data {

/// A UUID (RFC 9562, version 5) of `name` within the document whose identity is `document` (a UUID
/// of its own, drawn at random when the document was made, so that nobody can find out a name by
/// trying). The same two always give the same.
[[nodiscard]] std::string uuid_of(const std::string& document, std::string_view name);

}  // namespace data
