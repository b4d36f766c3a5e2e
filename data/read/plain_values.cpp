#include "data/read/plain_values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "data/read/guesses.h"
#include "engine/model/fold.h"

namespace data {
namespace {

using engine::Key;
using engine::say;
using engine::Who;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kAText{"un texte entre guillemets", "a text in quotes"};
constexpr Words kAWhole{"un nombre entier", "a whole number"};
constexpr Words kADecimal{"un nombre", "a number"};
constexpr Words kATruth{"true (oui) ou false (non)", "true or false"};
constexpr Words kAList{"une liste entre crochets", "a list in square brackets"};
constexpr Words kWho{
    "\"all\", \"none\", \"registered\" ou une liste comme [\"alice\", \"profile:élu·e\", "
    "\"tag:Lyon\"]",
    "\"all\", \"none\", \"registered\" or a list such as [\"alice\", \"profile:elected\", "
    "\"tag:Lyon\"]"};
constexpr Words kEmptyId{"un identifiant ne peut pas être vide", "an id cannot be empty"};
constexpr Words kBadId{
    "l’identifiant « {0} » contient {1} : seuls les lettres sans accent, les chiffres, - et _ "
    "sont admis{2}",
    "the id \"{0}\" contains {1}: only letters without accents, digits, - and _ are "
    "allowed{2}"};
constexpr Words kSpace{"une espace", "a space"};
constexpr Words kCharacter{"« {0} »", "\"{0}\""};
constexpr Words kEmptyText{"« {0} » contient un texte vide", "\"{0}\" contains an empty text"};
constexpr Words kAllInList{"« {0} » s’écrit seul, hors d’une liste : {1} = \"{0}\"",
                           "\"{0}\" stands alone, outside a list: {1} = \"{0}\""};
constexpr Words kPrefix{"« {0} » : on choisit des personnes par profile:, tag: ou organisation:{1}",
                        "\"{0}\": people are chosen by profile:, tag: or organisation:{1}"};

std::optional<std::string> number_inside(const std::string& text) {
  std::int64_t number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool digits = error == std::errc{} && stop == end;
  return digits ? std::optional(std::to_string(number)) : std::nullopt;
}

std::string quoted(std::string_view text) {
  return fmt::format("\"{}\"", text);
}

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

/// The same word spelled as an id, if there is one.
std::optional<std::string> id_like(const std::string& text) {
  std::string id;
  for (const char c : engine::fold(text)) {
    if (is_id_character(c))
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? std::nullopt : std::optional(id);
}

constexpr std::array<std::string_view, 3> kPrefixes = {"profile", "tag", "organisation"};
constexpr std::array<std::string_view, 3> kWhoWords = {"all", "none", "registered"};

bool has_known_prefix(std::string_view text) {
  const auto prefix = text.substr(0, text.find(':'));
  return prefix.size() + 1 < text.size() &&
         std::find(kPrefixes.begin(), kPrefixes.end(), prefix) != kPrefixes.end();
}

void check_who_entry(Context& context, const Key& entry, std::string_view name) {
  const auto& text = entry.value;
  if (std::find(kWhoWords.begin(), kWhoWords.end(), text) != kWhoWords.end())
    return context.diagnostics.error(entry.where, say(kAllInList, text, name));
  const auto colon = text.find(':');
  if (colon == text.npos || has_known_prefix(text)) return;
  auto near = meant(text.substr(0, colon), {kPrefixes.begin(), kPrefixes.end()});
  if (near) near = *near + text.substr(colon);
  context.diagnostics.error(entry.where, say(kPrefix, text, maybe_text(near)));
}

/// The word of a WHO that is no list.
std::optional<Who::Kind> who_word(std::string_view text) {
  if (text == "all") return Who::Kind::All;
  if (text == "none") return Who::Kind::None;
  if (text == "registered") return Who::Kind::Registered;
  return {};
}

}  // namespace

std::optional<std::string> to_text(Context& context, const Value& value, std::string_view name) {
  if (value.kind == Kind::Text) return value.text;
  const auto maybe =
      value.kind == Kind::Whole ? std::optional(quoted(std::to_string(value.whole))) : std::nullopt;
  say_wrong_type(context, value, name, kAText, maybe);
  return {};
}

std::optional<std::int64_t> to_whole(Context& context,
                                     const Value& value,
                                     std::string_view name,
                                     Range range) {
  if (value.kind != Kind::Whole) {
    const auto maybe = value.kind == Kind::Text ? number_inside(value.text) : std::nullopt;
    say_wrong_type(context, value, name, kAWhole, maybe);
    return {};
  }
  if (value.whole >= range.least && value.whole <= range.most) return value.whole;
  say_out_of_range(context, value, name, range);
  return {};
}

std::optional<double> to_decimal(Context& context,
                                 const Value& value,
                                 std::string_view name,
                                 Range range) {
  if (value.kind != Kind::Decimal && value.kind != Kind::Whole) {
    say_wrong_type(context, value, name, kADecimal);
    return {};
  }
  const double number =
      value.kind == Kind::Decimal ? value.decimal : static_cast<double>(value.whole);
  const bool inside = number >= static_cast<double>(range.least) &&
                      number <= static_cast<double>(range.most);  // false for nan
  if (inside) return number;
  say_out_of_range(context, value, name, range);
  return {};
}

std::optional<bool> to_truth(Context& context, const Value& value, std::string_view name) {
  if (value.kind == Kind::Truth) return value.truth;
  std::optional<std::string> maybe;
  const auto word = value.kind == Kind::Text ? engine::fold(value.text) : std::string();
  if (word == "true" || word == "vrai" || word == "oui" || word == "yes") maybe = "true";
  if (word == "false" || word == "faux" || word == "non" || word == "no") maybe = "false";
  say_wrong_type(context, value, name, kATruth, maybe);
  return {};
}

std::optional<std::size_t> to_choice(Context& context,
                                     const Value& value,
                                     std::string_view name,
                                     const std::vector<std::string_view>& words) {
  const auto text = to_text(context, value, name);
  if (!text) return {};
  const auto found = std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  say_unknown_word(context, value, name, words);
  return {};
}

const std::vector<Value>* to_list(Context& context, const Value& value, std::string_view name) {
  if (value.kind == Kind::List) return &value.items;
  const auto maybe = value.kind == Kind::Text
                         ? std::optional(fmt::format("[{}]", quoted(value.text)))
                         : std::nullopt;
  say_wrong_type(context, value, name, kAList, maybe);
  return nullptr;
}

std::vector<Key> to_keys(Context& context, const Value& value, std::string_view name) {
  std::vector<Key> keys;
  const auto* list = to_list(context, value, name);
  if (list == nullptr) return keys;
  for (const auto& item : *list) {
    auto text = to_text(context, item, name);
    if (!text) continue;
    if (text->empty())
      context.diagnostics.error(item.where, say(kEmptyText, name));
    else
      keys.push_back({std::move(*text), item.where});
  }
  return keys;
}

void check_id(engine::Diagnostics& diagnostics, const Key& id) {
  const auto& text = id.value;
  if (text.empty()) return diagnostics.error(id.where, say(kEmptyId));
  const auto bad = std::find_if_not(text.begin(), text.end(), is_id_character);
  if (bad == text.end()) return;
  auto end = bad + 1;
  while (end != text.end() && (static_cast<unsigned char>(*end) & 0xC0U) == 0x80) ++end;
  const auto named = *bad == ' ' ? say(kSpace) : say(kCharacter, std::string(bad, end));
  diagnostics.error(id.where, say(kBadId, text, named, maybe_text(id_like(text))));
}

Who to_who(Context& context, const Value& value, std::string_view name) {
  Who who{Who::Kind::None, {}, value.where};
  if (value.kind == Kind::List) {
    who.kind = Who::Kind::List;
    who.list = to_keys(context, value, name);
    for (const auto& entry : who.list) check_who_entry(context, entry, name);
    return who;
  }
  const auto word = value.kind == Kind::Text ? who_word(value.text) : std::nullopt;
  if (word) {
    who.kind = *word;
    return who;
  }
  std::optional<std::string> maybe;
  if (value.kind == Kind::Text) {
    const auto near = meant(value.text, {kWhoWords.begin(), kWhoWords.end()});
    maybe = near ? quoted(*near) : fmt::format("[{}]", quoted(value.text));
  }
  say_wrong_type(context, value, name, kWho, maybe);
  return who;
}

}  // namespace data
