#include "data/read/for_each.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "data/read/plain_values.h"

namespace data {
namespace {

using engine::say;
using engine::Words;
using Kind = Value::Kind;

constexpr std::string_view kKey = "for_each";
constexpr std::string_view kEach = "{each}";

constexpr Words kARow{"un mot, ou une table comme {{ id = \"cuisine\", title = \"La cuisine\" }}",
                      "a word, or a table such as {{ id = \"cuisine\", title = \"La cuisine\" }}"};
constexpr Words kNothing{"« for_each » est vide : aucune séance pour l’instant",
                         "\"for_each\" is empty: no session for now"};
constexpr Words kNoId{"il manque « id » dans cette ligne de for_each",
                      "\"id\" is missing in this row of for_each"};

/// What fills each hole, "{each}" among them.
using Fillings = std::map<std::string, std::string>;

std::optional<Fillings> fillings_of(Context& context, const Value& row) {
  Fillings fillings;
  if (row.kind == Kind::Text && !row.text.empty()) {
    fillings.emplace(kEach, row.text);
  } else if (row.kind == Kind::Table) {
    for (const auto& entry : row.entries)
      if (const auto text = to_text(context, entry.value, entry.key))
        fillings.emplace(entry.key == "id" ? std::string(kEach) : "{" + entry.key + "}", *text);
    if (!fillings.contains(std::string(kEach))) {
      context.diagnostics.error(row.where, say(kNoId));
      return {};
    }
  } else {
    say_wrong_type(context, row, kKey, kARow);
    return {};
  }
  check_id(context.diagnostics, {fillings.at(std::string(kEach)), row.where});
  return fillings;
}

void fill(std::string& text, const Fillings& fillings) {
  for (const auto& [hole, filling] : fillings)
    for (auto at = text.find(hole); at != text.npos; at = text.find(hole, at + filling.size()))
      text.replace(at, hole.size(), filling);
}

void fill(Value& value, const Fillings& fillings) {
  if (value.kind == Kind::Text) fill(value.text, fillings);
  for (auto& item : value.items) fill(item, fillings);
  for (auto& entry : value.entries) fill(entry.value, fillings);
}

Value copy_of(const Value& table, const Fillings& fillings) {
  Value copy = table;
  std::erase_if(copy.entries, [](const Entry& entry) { return entry.key == kKey; });
  for (auto& entry : copy.entries) {
    if (entry.key == "id" && entry.value.kind == Kind::Text && !entry.value.text.empty() &&
        entry.value.text.find(kEach) == std::string::npos)
      entry.value.text += "-" + std::string(kEach);
    fill(entry.value, fillings);
  }
  return copy;
}

}  // namespace

std::optional<std::vector<Value>> copies_of(Context& context, const Value& table) {
  const auto entry = std::find_if(
      table.entries.begin(), table.entries.end(), [](const Entry& one) { return one.key == kKey; });
  if (entry == table.entries.end()) return {};
  std::vector<Value> copies;
  const auto* rows = to_list(context, entry->value, kKey);
  if (rows == nullptr) return copies;
  if (rows->empty()) context.diagnostics.warning(entry->value.where, say(kNothing));
  for (const auto& row : *rows)
    if (const auto fillings = fillings_of(context, row))
      copies.push_back(copy_of(table, *fillings));
  return copies;
}

}  // namespace data
