#include <string>
#include <utility>

#include "data/read/item_parts.h"
#include "data/read/parts.h"
#include "data/read/plain_values.h"
#include "data/read/poll_table.h"

namespace data {
namespace {

using engine::Poll;
using engine::say;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kADate{"une date, avec ou sans heure, comme \"2025-10-16 18:30\"",
                       "a date, with an hour or without, such as \"2025-10-16 18:30\""};
constexpr Words kAnswersHow{
    "le nom d’une table, ou {{ amina = [\"yes\", \"if need be\", \"no\"] }}",
    "the name of a table, or {{ amina = [\"yes\", \"if need be\", \"no\"] }}"};
constexpr Words kAnAnswer{"oui, si nécessaire ou non", "yes, if need be or no"};
constexpr Words kStandIns{"une table, comme {{ amina = [\"bruno\"] }}",
                          "a table such as {{ amina = [\"bruno\"] }}"};
constexpr Words kTooMany{"{0} {0:réponse|réponses} pour {1} {1:date|dates}",
                         "{0} {0:answer|answers} for {1} {1:date|dates}"};
constexpr Words kNoOptions{"il manque « options » (les dates proposées) ou une table de réponses",
                           "\"options\" (the dates proposed) or a table of answers is missing"};

std::vector<engine::PollOption> read_options(Section& section) {
  std::vector<engine::PollOption> options;
  const auto* value = section.find("options");
  const auto* list = value == nullptr ? nullptr : to_list(section.context(), *value, "options");
  if (list == nullptr) return options;
  for (const auto& item : *list) {
    std::optional<engine::PollOption> option;
    if (item.kind == Kind::Date) option = engine::PollOption{item.day, {}, {}};
    if (item.kind == Kind::Moment && !item.seconds)
      option = engine::PollOption{item.day, item.clock, {}};
    if (item.kind == Kind::Text) option = parse_option(item.text);
    if (!option) {
      say_wrong_type(section.context(), item, "options", kADate);
      continue;
    }
    option->where = item.where;
    options.push_back(*option);
  }
  return options;
}

engine::PollAnswers read_row(Context& context, const Entry& entry, std::size_t options) {
  engine::PollAnswers row{{entry.key, entry.where}, {}};
  const auto* list = to_list(context, entry.value, entry.key);
  if (list == nullptr) return row;
  for (const auto& item : *list) {
    const auto answer = item.kind == Kind::Text ? parse_answer(item.text) : std::nullopt;
    if (!answer) say_wrong_type(context, item, entry.key, kAnAnswer);
    row.answers.push_back(answer.value_or(engine::Answer::None));
  }
  if (row.answers.size() > options)
    context.diagnostics.error(entry.where, say(kTooMany, row.answers.size(), options));
  return row;
}

/// Those written in the file, or the path of the table they are in.
std::optional<engine::Key> read_answers(Section& section, Poll& poll) {
  const auto* value = section.find("answers");
  if (value == nullptr) return {};
  if (value->kind == Kind::Text && !value->text.empty())
    return engine::Key{value->text, value->where};
  if (value->kind == Kind::Table) {
    for (const auto& entry : value->entries)
      poll.answers.push_back(read_row(section.context(), entry, poll.options.size()));
  } else {
    say_wrong_type(section.context(), *value, "answers", kAnswersHow);
  }
  return {};
}

void read_alternates(Section& section, Poll& poll) {
  const auto* value = section.find("alternates");
  if (value == nullptr) return;
  if (value->kind != Kind::Table)
    return say_wrong_type(section.context(), *value, "alternates", kStandIns);
  for (const auto& entry : value->entries)
    poll.alternates.push_back(
        {{entry.key, entry.where}, to_keys(section.context(), entry.value, entry.key)});
}

void read_quorum(Section& section, Poll& poll) {
  const auto* value = section.find("quorum");
  if (value == nullptr) return;
  if (value->kind == Kind::List) {
    poll.quorum = read_quotas(section.context(), *value, "quorum");
    return;
  }
  const auto count = to_whole(section.context(), *value, "quorum", {1, 1'000'000});
  if (!count) return;
  engine::Quota quota;
  quota.from.kind = engine::Who::Kind::All;
  quota.min = static_cast<int>(*count);
  quota.where = value->where;
  poll.quorum.push_back(std::move(quota));
}

}  // namespace

std::vector<PollTable> read_polls(Context& context, const Tables& tables, engine::Gathering& out) {
  std::vector<PollTable> paths;
  for (const auto* table : tables) {
    Section section(context, *table, "[[poll]]");
    Poll poll;
    poll.where = table->where;
    poll.session = section.key("session", Need::Required);
    poll.options = read_options(section);
    const auto path = read_answers(section, poll);
    if (const auto* required = section.find("required"))
      poll.required = to_who(context, *required, "required");
    read_alternates(section, poll);
    read_quorum(section, poll);
    section.finish();
    if (!section.has("options") && !path && context.whole)
      context.diagnostics.error(table->where, say(kNoOptions));
    if (path) paths.push_back({out.polls.size(), *path});
    out.polls.push_back(std::move(poll));
  }
  return paths;
}

}  // namespace data
