#include "cli/command_line.h"

#include <algorithm>
#include <charconv>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/model/nearest.h"

namespace cli {
namespace {

using engine::say;
using engine::Text;

bool is_whole(const std::string& text, std::int64_t least) {
  std::int64_t number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && stop == end && number >= least;
}

bool is_length(const std::string& text) {
  constexpr double kLongest = 1e6;  // seconds; more is a slip
  double number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && stop == end && number > 0 && number <= kLongest;
}

/// What is wrong with a value; `name` is what it belongs to.
Text value_error(Takes takes, std::string_view name, const std::string& value) {
  if (takes == Takes::Text && (value.empty() || value.rfind("--", 0) == 0))
    return say({"«\u202f{0}\u202f» demande une valeur.", "\"{0}\" needs a value."}, name);
  if (takes == Takes::Seconds && !is_length(value))
    return say(
        {"«\u202f{0}\u202f» demande des secondes (par exemple 10 ou 0.5), pas «\u202f{1}\u202f».",
         "\"{0}\" takes seconds (such as 10 or 0.5), not \"{1}\"."},
        name,
        value);
  if (takes == Takes::Count && !is_whole(value, 1))
    return say({"«\u202f{0}\u202f» demande un nombre entier à partir de 1, pas «\u202f{1}\u202f».",
                "\"{0}\" takes a whole number from 1, not \"{1}\"."},
               name,
               value);
  if (takes == Takes::Number && !is_whole(value, 0))
    return say({"«\u202f{0}\u202f» demande un nombre entier à partir de 0, pas «\u202f{1}\u202f».",
                "\"{0}\" takes a whole number from 0, not \"{1}\"."},
               name,
               value);
  return {};
}

Text choice_error(const Option& option, const std::string& value) {
  const auto& known = option.choices;
  if (known.empty() || std::find(known.begin(), known.end(), value) != known.end()) return {};
  return say({"«\u202f{0}\u202f» ne connaît pas «\u202f{1}\u202f». Au choix\u00a0: {2}.",
              "\"{0}\" does not know \"{1}\". Choose from: {2}."},
             option.name,
             value,
             fmt::format("{}", fmt::join(known, ", ")));
}

Text leftover_error(const Command& command, const std::string& word) {
  if (word.size() < 2 || word[0] != '-')
    return say({"un mot de trop\u00a0: «\u202f{0}\u202f».", "one word too many: \"{0}\"."}, word);
  std::vector<std::string_view> known{"--help"};
  for (const auto& option : command.options) known.push_back(option.name);
  const auto maybe = engine::nearest(word.substr(0, word.find('=')), known);
  if (maybe)
    return say(
        {"l’option «\u202f{0}\u202f» n’existe pas pour {1}. Peut-être «\u202f{2}\u202f»\u202f?",
         "{1} has no option \"{0}\". Maybe \"{2}\"?"},
        word,
        command.name,
        *maybe);
  return say({"l’option «\u202f{0}\u202f» n’existe pas pour {1}.", "{1} has no option \"{0}\"."},
             word,
             command.name);
}

/// "--time: 1 required …" names the option it is about.
Text mismatch_error(const std::string& message) {
  return say({"«\u202f{0}\u202f» demande une valeur.", "\"{0}\" needs a value."},
             message.substr(0, message.find(':')));
}

void check_options(const Command& command, Understood& understood) {
  for (const auto& given : understood.arguments.options) {
    const auto option = std::find_if(command.options.begin(),
                                     command.options.end(),
                                     [&](const Option& one) { return one.name == given.first; });
    if (option->takes == Takes::Nothing) continue;
    auto error = value_error(option->takes, option->name, given.second);
    if (error.empty()) error = choice_error(*option, given.second);
    if (!error.empty()) understood.errors.push_back(std::move(error));
  }
}

void check_words(const Command& command, Understood& understood) {
  const auto& words = understood.arguments.words;
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const auto& argument = command.arguments[i];
    if (i >= words.size()) {
      if (argument.required)
        understood.errors.push_back(say(
            {"il manque {0}\u00a0: {1}.", "{0} is missing: {1}."}, argument.name, argument.help));
      continue;
    }
    const auto fr = value_error(argument.takes, argument.name.fr, words[i]);
    if (!fr.empty())
      understood.errors.push_back(
          {fr.fr, value_error(argument.takes, argument.name.en, words[i]).en});
  }
}

}  // namespace

Understood understand(const Command& command, std::vector<std::string> words) {
  Understood understood;
  auto& arguments = understood.arguments;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  app.add_flag("-h,--help", understood.help);
  app.add_option("words", arguments.words);
  std::map<std::string_view, std::vector<std::string>> values;
  std::map<std::string_view, bool> flags;
  for (const auto& option : command.options) {
    const std::string name(option.name);
    if (option.takes == Takes::Nothing)
      app.add_flag(name, flags[option.name]);
    else
      app.add_option(name, values[option.name])->allow_extra_args(false);
  }
  try {
    std::reverse(words.begin(), words.end());  // as CLI11 wants a vector
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    understood.errors.push_back(mismatch_error(error.what()));
    return understood;
  }
  for (const auto& option : command.options) {
    if (app.count(std::string(option.name)) == 0) continue;
    auto& given = values[option.name];
    if (given.empty()) given.emplace_back();  // a flag
    for (auto value = option.repeatable ? given.begin() : given.end() - 1; value != given.end();
         ++value)
      arguments.options.emplace_back(option.name, *value);
  }
  if (understood.help) return understood;
  auto rest = app.remaining();
  if (arguments.words.size() > command.arguments.size())
    rest.push_back(arguments.words[command.arguments.size()]);
  if (!rest.empty()) understood.errors.push_back(leftover_error(command, rest.front()));
  check_options(command, understood);
  check_words(command, understood);
  return understood;
}

std::string usage(const Command& command, engine::Language language) {
  std::string text;
  for (const auto& argument : command.arguments)
    text +=
        fmt::format(fmt::runtime(argument.required ? " {}" : " [{}]"), argument.name.in(language));
  for (const auto& option : command.options) {
    const auto value = option.value.in(language);
    text += value.empty() ? fmt::format(" [{}]", option.name)
                          : fmt::format(" [{} {}]", option.name, value);
  }
  return text;
}

}  // namespace cli
