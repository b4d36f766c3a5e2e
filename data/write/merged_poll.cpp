#include "data/write/merged_poll.h"

#include <algorithm>
#include <map>

#include "data/read/poll_table.h"
#include "engine/model/failure.h"
#include "engine/model/fold.h"

namespace data {
namespace {

using engine::Answer;
using engine::BadRequest;
using engine::Poll;
using engine::PollAnswers;
using engine::PollOption;
using engine::say;
using engine::Words;
using Kind = ImportNote::Kind;

constexpr Words kNoPoll{
    "la rencontre n’a pas de sondage dont les réponses soient dans une table\u202f; dans le "
    "fichier de la "
    "rencontre\u00a0: [[poll]], session = \"…\", answers = \"sondage.csv\"",
    "the gathering has no poll with a table of answers; in the gathering file: [[poll]], "
    "session = \"…\", answers = \"poll.csv\""};
constexpr Words kWhichPoll{
    "de quel sondage\u202f? Aucun n’a seul ces dates parmi ceux des séances {0}",
    "of which poll? Of those on the sessions {0}, not one alone has these dates"};
constexpr Words kDates{"les dates proposées changent", "the dates proposed change"};
constexpr Words kGone{"{0} n’a plus de réponse", "{0} has no answer any more"};
constexpr Words kRow{"{0}\u00a0: {1} oui, {2} si nécessaire, {3} non",
                     "{0}: {1} yes, {2} if need be, {3} no"};

bool same_dates(const Poll& a, const Poll& b) {
  return std::equal(a.options.begin(),
                    a.options.end(),
                    b.options.begin(),
                    b.options.end(),
                    [](const PollOption& one, const PollOption& other) {
                      return one.day == other.day && one.clock == other.clock;
                    });
}

/// The row of the poll whose table the answers are for.
std::size_t poll_meant(const Reading& gathering, const Poll& fresh) {
  std::vector<std::size_t> with_table;
  std::vector<std::size_t> with_dates;
  std::string sessions;
  const auto& polls = gathering.gathering.polls;
  for (std::size_t i = 0; i < polls.size(); ++i) {
    if (gathering.poll_tables[i].empty()) continue;
    with_table.push_back(i);
    if (same_dates(polls[i], fresh)) with_dates.push_back(i);
    sessions += (sessions.empty() ? "" : ", ") + polls[i].session.value;
  }
  if (with_table.empty()) throw BadRequest(say(kNoPoll));
  if (with_table.size() == 1) return with_table.front();
  if (with_dates.size() != 1) throw BadRequest(say(kWhichPoll, sessions));
  return with_dates.front();
}

engine::Text told(const PollAnswers& row) {
  const auto count = [&](Answer answer) {
    return std::count(row.answers.begin(), row.answers.end(), answer);
  };
  return say(
      kRow, row.person.value, count(Answer::Yes), count(Answer::IfNeedBe), count(Answer::No));
}

/// What the new answers say beside those known.
void compare(const Poll& before, const Poll& fresh, Merged& out) {
  if (!same_dates(before, fresh)) out.notes.push_back({Kind::Changed, 1, say(kDates)});
  std::map<std::string, const PollAnswers*> known;
  for (const auto& row : before.answers) known[engine::fold(row.person.value)] = &row;
  std::map<std::string, const PollAnswers*> last;  // who answers twice means the last one
  for (const auto& row : fresh.answers) last[engine::fold(row.person.value)] = &row;
  for (const auto& row : fresh.answers) {
    if (last.at(engine::fold(row.person.value)) != &row) continue;
    const auto found = known.find(engine::fold(row.person.value));
    if (found == known.end()) {
      out.notes.push_back({Kind::Added, row.person.where.line, told(row)});
      continue;
    }
    if (found->second->answers == row.answers)
      ++out.unchanged;
    else
      out.notes.push_back({Kind::Changed, row.person.where.line, told(row)});
    known.erase(found);
  }
  for (const auto& [name, row] : known)
    out.notes.push_back({Kind::Changed, 1, say(kGone, row->person.value)});
}

}  // namespace

void merge_poll(const Reading& gathering, const Imported& imported, Merged& out) {
  Poll fresh;
  engine::Diagnostics later;  // said again, and better, when the gathering is read with the table
  read_poll_table(imported.poll, 0, later, fresh);
  const auto poll = poll_meant(gathering, fresh);
  compare(gathering.gathering.polls[poll], fresh, out);
  if (out.notes.empty()) return;
  for (auto& source : out.sources)
    if (source.path == gathering.poll_tables[poll]) source.bytes = imported.poll;
}

}  // namespace data
