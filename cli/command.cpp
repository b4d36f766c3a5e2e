#include "cli/command.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace cli {

std::optional<std::string> Arguments::text(std::string_view option) const {
  const auto found = std::find_if(
      options.rbegin(), options.rend(), [&](const auto& pair) { return pair.first == option; });
  if (found == options.rend()) return {};
  return found->second;
}

std::vector<std::string> Arguments::texts(std::string_view option) const {
  std::vector<std::string> values;
  for (const auto& [name, value] : options)
    if (name == option) values.push_back(value);
  return values;
}

std::optional<std::int64_t> Arguments::number(std::string_view option) const {
  const auto value = text(option);
  if (!value) return {};
  return std::strtoll(value->c_str(), nullptr, 10);
}

std::optional<double> Arguments::seconds(std::string_view option) const {
  const auto value = text(option);
  if (!value) return {};
  double number = 0;
  std::from_chars(value->data(), value->data() + value->size(), number);
  return number;
}

std::optional<int> Arguments::word_number(std::size_t place) const {
  if (place >= words.size()) return {};
  return static_cast<int>(std::strtol(words[place].c_str(), nullptr, 10));
}

std::span<const Command* const> commands() {
  static constexpr std::array<const Command*, 14> kAll{&kNew,
                                                       &kCheck,
                                                       &kPlan,
                                                       &kShow,
                                                       &kExplain,
                                                       &kReplan,
                                                       &kSheets,
                                                       &kExport,
                                                       &kHistory,
                                                       &kRestore,
                                                       &kDiff,
                                                       &kImport,
                                                       &kForget,
                                                       &kRotate};
  return kAll;
}

const Command* find_command(std::string_view name) {
  const auto all = commands();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command* c) { return c->name == name; });
  return found == all.end() ? nullptr : *found;
}

const Option& json_option() {
  static const Option option{
      .name = "--json",
      .help = {"répondre en JSON, pour un autre programme", "answer in JSON, for another program"}};
  return option;
}

}  // namespace cli
