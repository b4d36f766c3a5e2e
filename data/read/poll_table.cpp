#include "data/read/poll_table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "data/read/csv.h"
#include "data/read/table.h"
#include "data/read/time_values.h"
#include "engine/model/words.h"

namespace data {
namespace {

using engine::Answer;
using engine::Poll;
using engine::PollOption;
using engine::say;
using engine::Where;
using engine::Words;

constexpr Words kNoDates{"un sondage commence par une ligne de dates, comme 2025-10-16 18:30",
                         "a poll begins with a line of dates, such as 2025-10-16 18:30"};
constexpr Words kNotADate{
    "« {0} » n’est pas une date ; attendu : 2025-10-16, 2025-10-16 18:30 ou "
    "jeudi 16 octobre 2025",
    "\"{0}\" is not a date; expected: 2025-10-16, 2025-10-16 18:30 or "
    "Thursday 16 October 2025"};
constexpr Words kNotAnAnswer{"« {0} » n’est pas une réponse ; attendu : oui, si nécessaire ou non",
                             "\"{0}\" is not an answer; expected: yes, if need be or no"};
constexpr Words kOtherDates{"la table n’a pas les dates de « options »",
                            "the table does not have the dates of \"options\""};
constexpr Words kTooMany{"{0} {0:réponse|réponses} pour {1} {1:date|dates}",
                         "{0} {0:answer|answers} for {1} {1:date|dates}"};

struct AnswerWord {
  std::string_view word;  ///< as plain_heading() leaves it
  Answer answer = Answer::None;
};

constexpr auto kAnswers = std::to_array<AnswerWord>({
    {"yes", Answer::Yes},
    {"oui", Answer::Yes},
    {"o", Answer::Yes},
    {"y", Answer::Yes},
    {"2", Answer::Yes},
    {"ok", Answer::Yes},
    {"if need be", Answer::IfNeedBe},
    {"yes if need be", Answer::IfNeedBe},
    {"ifneedbe", Answer::IfNeedBe},
    {"under reserve", Answer::IfNeedBe},
    {"maybe", Answer::IfNeedBe},
    {"si necessaire", Answer::IfNeedBe},
    {"oui si necessaire", Answer::IfNeedBe},
    {"si besoin", Answer::IfNeedBe},
    {"oui si besoin", Answer::IfNeedBe},
    {"sous reserve", Answer::IfNeedBe},
    {"oui sous reserve", Answer::IfNeedBe},
    {"peut etre", Answer::IfNeedBe},
    {"1", Answer::IfNeedBe},
    {"no", Answer::No},
    {"non", Answer::No},
    {"n", Answer::No},
    {"0", Answer::No},
    {"unknown", Answer::None},
    {"inconnu", Answer::None},
});

constexpr std::array<std::array<std::string_view, 2>, 12> kMonths{{{"janvier", "january"},
                                                                   {"fevrier", "february"},
                                                                   {"mars", "march"},
                                                                   {"avril", "april"},
                                                                   {"mai", "may"},
                                                                   {"juin", "june"},
                                                                   {"juillet", "july"},
                                                                   {"aout", "august"},
                                                                   {"septembre", "september"},
                                                                   {"octobre", "october"},
                                                                   {"novembre", "november"},
                                                                   {"decembre", "december"}}};

std::vector<std::string> words_of(std::string_view text) {
  const auto plain = plain_heading(text);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < plain.size();) {
    const auto end = std::min(plain.find(' ', at), plain.size());
    if (end > at) words.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

unsigned month_named(std::string_view word) {
  for (unsigned month = 0; month < kMonths.size(); ++month)
    for (const auto name : kMonths.at(month))
      if (word == name) return month + 1;
  return 0;
}

/// The number a word begins with ("1er", "2021"), or 0.
unsigned number_in(const std::string& word) {
  unsigned number = 0;
  for (const char c : word.substr(0, 4)) {
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) break;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

/// "jeudi 9 décembre 2021", "Thursday 9 December 2021"; what follows the year is left aside.
std::optional<engine::Day> parse_long_date(std::string_view text) {
  engine::CivilDate date{0, 0, 0};
  for (const auto& word : words_of(text)) {
    if (const auto month = month_named(word); month > 0)
      date.month = month;
    else if (const auto number = number_in(word); number > 31 && date.year == 0)
      date.year = static_cast<int>(number);
    else if (number > 0 && date.day == 0)
      date.day = number;
  }
  return date.year > 0 && date.month > 0 && date.day > 0 ? engine::day_from_civil(date)
                                                         : std::nullopt;
}

/// "14h", "14:00", "14h - 17h": when it begins; a word such as "après-midi" is no hour.
std::optional<engine::Minute> parse_moment(std::string_view text) {
  const auto first = text.find_first_of("0123456789");
  if (first == text.npos) return {};
  auto end = text.find_first_not_of("0123456789:hH", first);
  return engine::parse_clock(text.substr(first, end == text.npos ? end : end - first));
}

class PollReader {
 public:
  PollReader(std::string_view text, std::uint16_t file, engine::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics), reader_(text, delimiter_of(text)) {}

  void read(Poll& poll) {
    std::vector<CsvCell> row;
    if (!reader_.next(row) || row.size() < 2)
      return diagnostics_.error({file_, 1, 1}, say(kNoDates));
    auto options = options_of(row);
    bool more = reader_.next(row);
    if (more && row.front().text.empty()) {
      add_hours(options, row);
      more = reader_.next(row);
    }
    if (!adopt(poll, std::move(options))) return;
    for (; more; more = reader_.next(row)) poll.answers.push_back(answers_of(row, poll));
  }

 private:
  static char delimiter_of(std::string_view text) {
    char best = ',';
    for (const char one : {';', '\t'})
      if (first_row(text, one).size() > first_row(text, best).size()) best = one;
    return best;
  }

  [[nodiscard]] Where at(const CsvCell& cell) const { return {file_, cell.line, cell.column}; }

  std::vector<PollOption> options_of(const std::vector<CsvCell>& row) {
    std::vector<PollOption> options;
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i].text.empty()) continue;  // Framadate ends its lines with a comma
      auto option = parse_option(row[i].text);
      if (!option) diagnostics_.error(at(row[i]), say(kNotADate, row[i].text));
      options.push_back(option.value_or(PollOption{}));
      options.back().where = at(row[i]);
    }
    return options;
  }

  static void add_hours(std::vector<PollOption>& options, const std::vector<CsvCell>& row) {
    for (std::size_t i = 0; i < options.size() && i + 1 < row.size(); ++i)
      if (const auto clock = parse_moment(row[i + 1].text)) options[i].clock = clock;
  }

  bool adopt(Poll& poll, std::vector<PollOption> options) {
    const bool same =
        std::equal(options.begin(),
                   options.end(),
                   poll.options.begin(),
                   poll.options.end(),
                   [](const PollOption& a, const PollOption& b) { return a.day == b.day; });
    if (poll.options.empty())
      poll.options = std::move(options);
    else if (!same)
      diagnostics_.error({file_, 1, 1}, say(kOtherDates));
    return same || !poll.options.empty();
  }

  engine::PollAnswers answers_of(const std::vector<CsvCell>& row, const Poll& poll) {
    engine::PollAnswers answers{{row.front().text, at(row.front())}, {}};
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (i > poll.options.size() && row[i].text.empty()) continue;
      const auto answer = parse_answer(row[i].text);
      if (!answer) diagnostics_.error(at(row[i]), say(kNotAnAnswer, row[i].text));
      answers.answers.push_back(answer.value_or(Answer::None));
    }
    if (answers.answers.size() > poll.options.size())
      diagnostics_.error(at(row.front()),
                         say(kTooMany, answers.answers.size(), poll.options.size()));
    return answers;
  }

  std::uint16_t file_;
  engine::Diagnostics& diagnostics_;
  CsvReader reader_;
};

}  // namespace

std::optional<Answer> parse_answer(std::string_view text) {
  const auto plain = plain_heading(text);
  if (plain.empty()) return Answer::None;
  for (const auto& [word, answer] : kAnswers)
    if (word == plain) return answer;
  return {};
}

std::optional<PollOption> parse_option(std::string_view text) {
  if (const auto when = parse_when(text); when && when->day)
    return PollOption{*when->day, when->clock, {}};
  if (const auto day = engine::parse_date(text)) return PollOption{*day, {}, {}};
  if (const auto day = parse_long_date(text)) return PollOption{*day, {}, {}};
  return {};
}

void read_poll_table(std::string_view text,
                     std::uint16_t file,
                     engine::Diagnostics& diagnostics,
                     Poll& poll) {
  PollReader(text, file, diagnostics).read(poll);
}

}  // namespace data
