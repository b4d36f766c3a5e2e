#include "data/read/wrong.h"

#include <fmt/format.h>

#include "data/read/guesses.h"

namespace data {
namespace {

using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kType{"« {0} » attend {1}, pas {2}{3}", "\"{0}\" expects {1}, not {2}{3}"};
constexpr Words kLeast{"« {0} » : {1} ou plus attendu, {2} trouvé",
                       "\"{0}\": expected {1} or more, found {2}"};
constexpr Words kBetween{"« {0} » : de {1} à {2} attendu, {3} trouvé",
                         "\"{0}\": expected {1} to {2}, found {3}"};
constexpr Words kUnknown{"« {0} » : « {1} » n’est pas connu{2}",
                         "\"{0}\": \"{1}\" is not known{2}"};
constexpr Words kMaybe{". Peut-être : {0}", ". Maybe: {0}"};
constexpr Words kOneOf{". Au choix : {0}", ". One of: {0}"};

constexpr Words kText{"le texte « {0} »", "the text \"{0}\""};
constexpr Words kNumber{"le nombre {0}", "the number {0}"};
constexpr Words kTruth{"la valeur {0}", "the value {0}"};
constexpr Words kDate{"la date {0}", "the date {0}"};
constexpr Words kClock{"l’heure {0}", "the time {0}"};
constexpr Words kMoment{"la date et l’heure {0} {1}", "the date and time {0} {1}"};
constexpr Words kInstant{"une heure avec décalage horaire (+01:00)",
                         "a time with an offset (+01:00)"};
constexpr Words kList{"une liste", "a list"};
constexpr Words kTable{"une table {{ … }}", "a table {{ … }}"};

/// The beginning of a long text.
std::string shortened(const std::string& text) {
  constexpr std::size_t kLongest = 40;
  if (text.size() <= kLongest) return text;
  auto end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

Text describe(const Value& value) {
  switch (value.kind) {
    case Value::Kind::Text:
      return say(kText, shortened(value.text));
    case Value::Kind::Whole:
      return say(kNumber, value.whole);
    case Value::Kind::Decimal:
      return say(kNumber, value.decimal);
    case Value::Kind::Truth:
      return say(kTruth, value.truth);
    case Value::Kind::Date:
      return say(kDate, engine::iso_date(value.day));
    case Value::Kind::Clock:
      return say(kClock, engine::clock_text(value.clock));
    case Value::Kind::Moment:
      return say(kMoment, engine::iso_date(value.day), engine::clock_text(value.clock));
    case Value::Kind::Instant:
      return say(kInstant);
    case Value::Kind::List:
      return say(kList);
    case Value::Kind::Table:
      return say(kTable);
  }
  return {};
}

Text maybe_text(const std::optional<std::string>& word) {
  return word ? say(kMaybe, *word) : Text{};
}

void say_wrong_type(Context& context,
                    const Value& value,
                    std::string_view name,
                    const Words& expected,
                    const std::optional<std::string>& maybe) {
  context.diagnostics.error(value.where,
                            say(kType, name, expected, describe(value), maybe_text(maybe)));
}

void say_out_of_range(Context& context, const Value& value, std::string_view name, Range range) {
  const auto found = value.kind == Value::Kind::Decimal ? fmt::format("{}", value.decimal)
                                                        : fmt::format("{}", value.whole);
  constexpr std::int64_t kNoRealLimit = 1'000'000;
  const bool open = range.most >= kNoRealLimit && value.whole < range.least;
  context.diagnostics.error(value.where,
                            open ? say(kLeast, name, range.least, found)
                                 : say(kBetween, name, range.least, range.most, found));
}

void say_unknown_word(Context& context,
                      const Value& value,
                      std::string_view name,
                      const std::vector<std::string_view>& known) {
  const auto near = meant(value.text, known);
  auto advice = maybe_text(near);
  if (!near) {
    std::string all;
    for (const auto word : known) all += (all.empty() ? "" : ", ") + std::string(word);
    advice = say(kOneOf, all);
  }
  context.diagnostics.error(value.where, say(kUnknown, name, shortened(value.text), advice));
}

}  // namespace data
