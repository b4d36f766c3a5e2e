#include "data/write/arrivals.h"

#include "data/write/toml_rows.h"

namespace data {

std::string with_people(std::string_view toml, const std::vector<engine::Person>& people) {
  std::string text(toml);
  if (!text.empty() && text.back() != '\n') text += '\n';
  for (const auto& person : people) text += "\n" + toml_block("person", toml_row(person));
  return text;
}

}  // namespace data
