#include "data/read/unknown_parts.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "data/read/guesses.h"

namespace data {
namespace {

using engine::say;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kUnknownPart{"partie inconnue « {0} »{1}", "unknown part \"{0}\"{1}"};
constexpr Words kStray{"« {0} » se place sous [gathering]", "\"{0}\" belongs under [gathering]"};

const std::vector<std::string_view>& parts() {
  static const std::vector<std::string_view> names = {"gathering",
                                                      "day",
                                                      "calendar",
                                                      "site",
                                                      "room",
                                                      "travel",
                                                      "vehicle",
                                                      "equipment",
                                                      "person",
                                                      "session",
                                                      "rotation",
                                                      "poll",
                                                      "rules",
                                                      "replan"};
  return names;
}

bool is_part(std::string_view key) {
  return std::find(parts().begin(), parts().end(), key) != parts().end();
}

Entry* entry_of(Value& root, std::string_view key) {
  const auto found = std::find_if(root.entries.begin(),
                                  root.entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == root.entries.end() ? nullptr : &*found;
}

/// Puts a misspelled part where it was meant to be.
void adopt(Value& root, Entry& misspelled, const std::string& meant_key) {
  auto* known = entry_of(root, meant_key);
  if (known == nullptr) {
    misspelled.key = meant_key;
    return;
  }
  auto& rows = known->value.items;
  auto& more = misspelled.value.items;
  if (known->value.kind != Kind::List || misspelled.value.kind != Kind::List) return;
  rows.insert(
      rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::stable_sort(
      rows.begin(), rows.end(), [](const Value& a, const Value& b) { return a.where < b.where; });
}

void read_unknown_part(Context& context, Value& root, Entry& entry) {
  static const std::vector<std::string_view> head_keys = {
      "name", "language", "timezone", "grid", "freeze", "people", "registrations", "wishes"};
  const bool part = entry.value.kind == Kind::Table || entry.value.kind == Kind::List;
  const auto reported = context.reported.find(entry.where);
  const bool said = reported != context.reported.end();
  if (!part && std::find(head_keys.begin(), head_keys.end(), entry.key) != head_keys.end())
    return context.diagnostics.error(entry.where, say(kStray, entry.key));
  const auto near = meant(said ? reported->second : entry.key, parts());
  if (!said) context.diagnostics.error(entry.where, say(kUnknownPart, entry.key, maybe_text(near)));
  if (near && part) adopt(root, entry, *near);
}

}  // namespace

void adopt_unknown_parts(Context& context, Value& root) {
  for (auto& entry : root.entries)
    if (!is_part(entry.key)) read_unknown_part(context, root, entry);
}

}  // namespace data
