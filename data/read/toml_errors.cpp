#include "data/read/toml_errors.h"

#include <array>
#include <string>

#include "engine/model/fold.h"

namespace data {
namespace {

using engine::say;
using engine::Text;
using engine::Words;

struct Row {
  std::string_view said;  ///< part of toml++'s description
  Words plain;
};

// The first row that fits is taken. Tried against toml++ 3.3 and 3.4.
constexpr auto kRows = std::to_array<Row>({
    {"parsing time",
     {"une heure s’écrit entre guillemets : \"09:30\"", "a time is written in quotes: \"09:30\""}},
    {"parsing date",
     {"cette date n’existe pas ; une date s’écrit 2025-02-11",
      "there is no such date; a date is written 2025-02-11"}},
    {"leading zeroes", {"un nombre ne commence pas par 0", "a number does not begin with 0"}},
    {"not representable", {"ce nombre est trop grand", "this number is too large"}},
    {"unknown escape",
     {"la barre oblique inverse \\ s’écrit deux fois : \\\\",
      "the backslash \\ is written twice: \\\\"}},
    {"control characters", {"caractère de contrôle dans un texte", "control character in a text"}},
    {"parsing string", {"texte entre guillemets mal écrit", "badly written text in quotes"}},
    {"parsing array",
     {"dans une liste, les valeurs sont séparées par des virgules et la liste se ferme par ]",
      "in a list, values are separated by commas, and the list closes with ]"}},
    {"parsing inline table",
     {"ce qui est entre accolades tient sur une seule ligne, avec des virgules entre les clés",
      "what stands between braces stays on one line, with commas between the keys"}},
    {"parsing table header",
     {"un titre de partie s’écrit seul sur sa ligne : [gathering] ou [[session]]",
      "a heading stands alone on its line: [gathering] or [[session]]"}},
    {"blank bare keys",
     {"un titre de partie a un nom : [gathering] ou [[session]]",
      "a heading has a name: [gathering] or [[session]]"}},
    {"expected '='",
     {"il manque le signe = entre la clé et la valeur : clé = valeur",
      "the sign = is missing between key and value: key = value"}},
    {"expected value",
     {"il manque la valeur après le signe =", "the value is missing after the sign ="}},
    {"expected a comment or whitespace",
     {"une seule valeur par ligne : rien ne suit la valeur, sauf un commentaire après #",
      "one value per line: nothing follows the value but a comment after #"}},
    {"parsing root table",
     {"une ligne est « clé = valeur », un titre [[session]] ou un commentaire qui commence par #",
      "a line is \"key = value\", a heading [[session]] or a comment that begins with #"}},
});

constexpr Words kFallback{"cette ligne ne se lit pas ; attendu : clé = valeur",
                          "this line cannot be read; expected: key = value"};
constexpr Words kTwice{"« {0} » est déjà défini plus haut", "\"{0}\" is already defined above"};
constexpr Words kMixed{
    "« {0} » est déjà défini plus haut, autrement : [{0}] et [[{0}]] ne se mélangent pas",
    "\"{0}\" is already defined above, otherwise: [{0}] and [[{0}]] do not mix"};
constexpr Words kQuoted{"un texte s’écrit entre guillemets droits : \"{0}\"",
                        "a text is written between straight quotes: \"{0}\""};
constexpr Words kTruth{"oui ou non s’écrit true ou false, en minuscules. Peut-être : {0}",
                       "yes or no is written true or false, in small letters. Maybe: {0}"};
constexpr Words kClock{"une heure s’écrit entre guillemets : \"{0}\"",
                       "a time is written in quotes: \"{0}\""};
constexpr Words kDate{"une date s’écrit 2025-02-11, ou entre guillemets : \"{0}\"",
                      "a date is written 2025-02-11, or in quotes: \"{0}\""};
constexpr Words kNumber{
    "un nombre s’écrit sans unité ni virgule, un texte entre guillemets : \"{0}\"",
    "a number is written without unit or comma, a text in quotes: \"{0}\""};

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

/// The name between the last two apostrophes: "cannot redefine existing table 'a.b' as …".
std::string_view quoted_name(std::string_view text) {
  const auto begin = text.find('\'');
  const auto end = text.rfind('\'');
  return begin == end ? text : text.substr(begin + 1, end - begin - 1);
}

/// What stands after the first `=` of the line, without comment and spaces.
std::string_view value_of(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == line.npos) return {};
  auto value = line.substr(equals + 1);
  value = value.substr(0, value.find('#'));
  const auto first = value.find_first_not_of(" \t");
  if (first == value.npos) return {};
  const auto last = value.find_last_not_of(" \t\r");
  return value.substr(first, last - first + 1);
}

Text about_value(std::string_view value) {
  const auto word = engine::fold(value);
  for (const auto* yes : {"true", "vrai", "oui", "yes"})
    if (word == yes) return say(kTruth, "true");
  for (const auto* no : {"false", "faux", "non", "no"})
    if (word == no) return say(kTruth, "false");
  const bool digit = !value.empty() && value[0] >= '0' && value[0] <= '9';
  if (digit && holds(value, "/")) return say(kDate, value);
  if (digit && (holds(value, ":") || holds(value, "h"))) return say(kClock, value);
  return say(digit ? kNumber : kQuoted, value);
}

}  // namespace

Text plain_toml_error(std::string_view description, std::string_view line) {
  if (holds(description, "cannot redefine")) {
    const bool mixed = holds(description, "as array-of-tables") || holds(description, "as table");
    return say(mixed ? kMixed : kTwice, quoted_name(description));
  }
  const auto value = value_of(line);
  const bool simple = !value.empty() && value.find_first_of("[{\"'") == value.npos;
  const bool plain_value =
      holds(description, "could not determine") || holds(description, "parsing boolean") ||
      holds(description, "parsing decimal") || holds(description, "parsing floating") ||
      holds(description, "parsing time") || holds(description, "expected a comment or whitespace");
  const bool number_fault =
      holds(description, "leading zeroes") || holds(description, "not repres");
  if (simple && plain_value && !number_fault) return about_value(value);
  for (const auto& row : kRows)
    if (holds(description, row.said)) return say(row.plain);
  return say(kFallback);
}

}  // namespace data
