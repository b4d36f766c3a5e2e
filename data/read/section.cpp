#include "data/read/section.h"

#include <algorithm>
#include <utility>

#include "data/read/guesses.h"
#include "data/read/plain_values.h"
#include "data/read/time_values.h"

namespace data {
namespace {

using engine::At;
using engine::Key;
using engine::say;
using engine::Words;

constexpr Words kUnknown{"clé inconnue « {0} » dans {1}{2}", "unknown key \"{0}\" in {1}{2}"};
constexpr Words kMissing{"clé manquante « {0} » dans {1}", "missing key \"{0}\" in {1}"};
constexpr Words kEmpty{"« {0} » est vide", "\"{0}\" is empty"};
constexpr Words kKnown{". Clés possibles : {0}", ". Possible keys: {0}"};

}  // namespace

const Value* Section::find(std::string_view key, Need need) {
  known_.push_back(key);
  const auto& entries = table_.entries;
  const auto entry = std::find_if(
      entries.begin(), entries.end(), [&](const Entry& one) { return one.key == key; });
  if (entry != entries.end()) return &entry->value;
  if (need == Need::Required) missing_.push_back(key);
  return nullptr;
}

bool Section::has(std::string_view key) const {
  const auto& entries = table_.entries;
  return std::any_of(
      entries.begin(), entries.end(), [&](const Entry& one) { return one.key == key; });
}

std::string Section::text(std::string_view key, Need need) {
  const auto* value = find(key, need);
  return value == nullptr ? "" : to_text(context_, *value, key).value_or("");
}

Key Section::key(std::string_view name, Need need) {
  const auto* value = find(name, need);
  if (value == nullptr) return {{}, where()};
  const auto text = to_text(context_, *value, name);
  if (text && text->empty()) context_.diagnostics.error(value->where, say(kEmpty, name));
  return {text.value_or(""), value->where};
}

std::optional<Key> Section::optional_key(std::string_view name) {
  auto found = key(name);
  return found.value.empty() ? std::nullopt : std::optional(std::move(found));
}

Key Section::id() {
  const auto* value = find("id", Need::Required);
  if (value == nullptr) return {{}, where()};
  auto text = to_text(context_, *value, "id");
  if (!text) return {{}, value->where};
  Key id{std::move(*text), value->where};
  check_id(context_.diagnostics, id);
  return id;
}

std::vector<Key> Section::keys(std::string_view key) {
  const auto* value = find(key);
  return value == nullptr ? std::vector<Key>{} : to_keys(context_, *value, key);
}

std::vector<std::string> Section::texts(std::string_view key) {
  std::vector<std::string> texts;
  for (auto& found : keys(key)) texts.push_back(std::move(found.value));
  return texts;
}

std::optional<At<int>> Section::whole(std::string_view key, Range range, Need need) {
  const auto* value = find(key, need);
  if (value == nullptr) return {};
  const auto number = to_whole(context_, *value, key, range);
  if (!number) return {};
  return At<int>{static_cast<int>(*number), value->where};
}

int Section::whole_or(std::string_view key, Range range, int otherwise) {
  const auto number = whole(key, range);
  return number ? number->value : otherwise;
}

bool Section::truth_or(std::string_view key, bool otherwise) {
  const auto* value = find(key);
  return value == nullptr ? otherwise : to_truth(context_, *value, key).value_or(otherwise);
}

std::optional<At<engine::Minute>> Section::clock(std::string_view key, Need need) {
  const auto* value = find(key, need);
  if (value == nullptr) return {};
  const auto minutes = to_clock(context_, *value, key);
  return minutes ? std::optional(At<engine::Minute>{*minutes, value->where}) : std::nullopt;
}

std::optional<At<engine::Day>> Section::date(std::string_view key, Need need) {
  const auto* value = find(key, need);
  if (value == nullptr) return {};
  const auto day = to_date(context_, *value, key);
  return day ? std::optional(At<engine::Day>{*day, value->where}) : std::nullopt;
}

void Section::finish() {
  for (const auto& entry : table_.entries)
    if (std::find(known_.begin(), known_.end(), entry.key) == known_.end()) say_unknown(entry);
  if (!context_.whole) return;
  for (const auto key : missing_)
    if (meant_.count(std::string(key)) == 0)
      context_.diagnostics.error(where(), say(kMissing, key, name_));
}

void Section::say_unknown(const Entry& entry) {
  const auto reported = context_.reported.find(entry.where);
  const bool said = reported != context_.reported.end();
  const auto near = meant(said ? reported->second : entry.key, known_);
  if (near) meant_.insert(*near);
  if (said) return;
  auto advice = maybe_text(near);
  if (!near) {
    std::string all;
    for (const auto key : known_) all += (all.empty() ? "" : ", ") + std::string(key);
    advice = say(kKnown, all);
  }
  context_.diagnostics.error(entry.where, say(kUnknown, entry.key, name_, advice));
}

}  // namespace data
