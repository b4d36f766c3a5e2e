#include "engine/problem/polls.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "engine/model/fold.h"
#include "engine/model/words.h"
#include "engine/problem/some_names.h"
#include "engine/problem/sorted.h"
#include "engine/problem/steps.h"
#include "engine/problem/who.h"

namespace engine {
namespace {

constexpr std::int32_t kReluctant = 1;
constexpr std::int32_t kRefused = 2;

Text date_text(const PollOption& option) {
  const auto in = [&](Language language) {
    auto text = long_date(option.day, language);
    if (option.clock) text += ", " + spoken_time(*option.clock, language);
    return text;
  };
  return {.fr = in(Language::Fr), .en = in(Language::En)};
}

/// Rows of people by id and by name; a name that two people share is nobody's.
std::map<std::string, std::int32_t> people_by_word(const Gathering& gathering) {
  std::map<std::string, std::int32_t> rows;
  for (std::size_t i = 0; i < gathering.people.size(); ++i) {
    const auto [at, fresh] =
        rows.emplace(fold(gathering.people[i].name), static_cast<std::int32_t>(i));
    if (!fresh) at->second = kUnknown;
  }
  for (std::size_t i = 0; i < gathering.people.size(); ++i)
    rows[gathering.people[i].id.value] = static_cast<std::int32_t>(i);
  return rows;
}

/// One poll as rows of people.
class Count {
 public:
  Count(Compiling& c, const Poll& poll, std::size_t item) : c_(c), poll_(poll), item_(item) {
    read_answers();
    for (const auto& row : poll.alternates) {
      const PersonId person{c.names.row(Named::Person, row.person)};
      for (const auto& key : row.alternates) {
        const PersonId by{c.names.row(Named::Person, key)};
        if (!person.exists() || !by.exists()) continue;
        alternates_[person].push_back(by);
        stands_in_.push_back(by);
      }
    }
    sort_unique(stands_in_);
    required_ = people_of(c, poll.required, item);
    for (const auto& quota : poll.quorum)
      quorum_.push_back(quota.from.kind == Who::Kind::All ? answered()
                                                          : people_of(c, quota.from, item));
  }

  [[nodiscard]] PollOptionRow option(std::size_t index) const {
    PollOptionRow row;
    for (const auto& [person, answers] : answers_) {
      const auto answer = index < answers.size() ? answers[index] : Answer::None;
      list_of(row, answer).push_back(person);
    }
    find_stand_ins(row, index);
    for (const auto person : required_)
      if (!comes(person, index) && !is_absent(row, person)) row.missing.push_back(person);
    for (std::size_t i = 0; i < quorum_.size() && row.wanted == 0; ++i) {
      row.coming = coming(row, quorum_[i], index);
      if (row.coming < poll_.quorum[i].min.value_or(0)) row.wanted = *poll_.quorum[i].min;
    }
    return row;
  }

  /// Those whose answer counts at a date: whoever may only stand in does not mind.
  void add_prices(const PollOptionRow& row, Minute start, std::vector<PollPrice>& prices) const {
    const auto add = [&](const std::vector<PersonId>& people, std::int32_t units) {
      for (const auto person : people)
        if (!has(stands_in_, person))
          prices.push_back({start, person, is_absent(row, person) ? kReluctant : units});
    };
    const auto first = prices.size();
    add(row.if_need_be, kReluctant);
    add(row.silent, kReluctant);
    add(row.no, kRefused);
    std::sort(prices.begin() + static_cast<std::ptrdiff_t>(first),
              prices.end(),
              [](const PollPrice& a, const PollPrice& b) { return a.person < b.person; });
  }

 private:
  void read_answers() {
    const auto rows = people_by_word(c_.gathering);
    for (const auto& row : poll_.answers) {
      auto found = rows.find(row.person.value);
      if (found == rows.end()) found = rows.find(fold(row.person.value));
      if (found != rows.end() && found->second != kUnknown) {
        add(PersonId{found->second}, row);
        continue;
      }
      if (found != rows.end()) {
        c_.diagnostics.warning(
            row.person.where,
            say({"la réponse de «\u202f{0}\u202f» ne compte pas\u00a0: plusieurs personnes portent "
                 "ce "
                 "nom\u202f; mettre l’identifiant à sa place",
                 "the answer of \"{0}\" does not count: several people have this name; put the id "
                 "in its place"},
                row.person.value));
        continue;
      }
      std::vector<std::string_view> known;
      for (const auto& person : c_.gathering.people) known.push_back(person.name);
      c_.diagnostics.warning(
          row.person.where,
          say({"la réponse de «\u202f{0}\u202f» ne compte pas\u00a0: cette personne n’est pas dans "
               "la liste{1}",
               "the answer of \"{0}\" does not count: this person is not in the list{1}"},
              row.person.value,
              did_you_mean(row.person.value, known)));
    }
  }

  void add(PersonId person, const PollAnswers& row) {
    if (!answers_.insert_or_assign(person, row.answers).second)
      c_.diagnostics.warning(
          row.person.where,
          say({"«\u202f{0}\u202f» a répondu plus d’une fois\u00a0: cette réponse-ci remplace les "
               "précédentes",
               "\"{0}\" has answered more than once: this answer replaces those before"},
              row.person.value));
  }

  [[nodiscard]] std::vector<PersonId> answered() const {
    std::vector<PersonId> people;
    for (const auto& [person, answers] : answers_) people.push_back(person);
    return people;
  }

  static std::vector<PersonId>& list_of(PollOptionRow& row, Answer answer) {
    switch (answer) {
      case Answer::Yes:
        return row.yes;
      case Answer::IfNeedBe:
        return row.if_need_be;
      case Answer::No:
        return row.no;
      case Answer::None:
        break;
    }
    return row.silent;
  }

  [[nodiscard]] bool comes(PersonId person, std::size_t option) const {
    const auto found = answers_.find(person);
    if (found == answers_.end() || option >= found->second.size()) return false;
    return found->second[option] == Answer::Yes || found->second[option] == Answer::IfNeedBe;
  }

  static bool is_absent(const PollOptionRow& row, PersonId person) {
    return std::any_of(row.stand_ins.begin(), row.stand_ins.end(), [&](const StandIn& one) {
      return one.absent == person;
    });
  }

  void find_stand_ins(PollOptionRow& row, std::size_t option) const {
    std::vector<PersonId> taken;
    for (const auto& [person, list] : alternates_) {
      if (comes(person, option)) continue;
      for (const auto by : list) {
        if (!comes(by, option) || std::find(taken.begin(), taken.end(), by) != taken.end())
          continue;
        row.stand_ins.push_back({person, by});
        taken.push_back(by);
        break;
      }
    }
  }

  /// Of `people`, those who come and those stood in for by somebody who is not one of them.
  [[nodiscard]] std::int32_t coming(const PollOptionRow& row,
                                    const std::vector<PersonId>& people,
                                    std::size_t option) const {
    auto count =
        std::count_if(people.begin(), people.end(), [&](PersonId p) { return comes(p, option); });
    for (const auto& [absent, by] : row.stand_ins)
      if (has(people, absent) && !has(people, by)) ++count;
    return static_cast<std::int32_t>(count);
  }

  Compiling& c_;
  const Poll& poll_;
  std::size_t item_;
  std::map<PersonId, std::vector<Answer>> answers_;
  std::map<PersonId, std::vector<PersonId>> alternates_;
  std::vector<PersonId> stands_in_;  ///< ascending
  std::vector<PersonId> required_;
  std::vector<std::vector<PersonId>> quorum_;  ///< per quorum of the poll, ascending
};

/// Why a date cannot be taken.
Statement reason(const Compiling& c, const PollOption& option, const PollOptionRow& row) {
  if (row.outside)
    return state(
        {"{0}, hors des jours et heures possibles", "{0}, outside the possible days and hours"},
        date_text(option));
  if (!row.missing.empty())
    return state({"{0}, sans {1}", "{0}, without {1}"},
                 date_text(option),
                 some_names(c.gathering, {row.missing.front()}));
  return state({"{0}, {1} {1:personne|personnes} sur les {2} qu’il faut",
                "{0}, {1} {1:person|people} of the {2} it takes"},
               date_text(option),
               row.coming,
               row.wanted);
}

void complain(Compiling& c,
              std::size_t session,
              const Poll& poll,
              const std::vector<PollOptionRow>& options) {
  Statement list;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto one = reason(c, poll.options[i], options[i]);
    list = i == 0 ? one : state({"{0}\u202f; {1}", "{0}; {1}"}, list, one);
  }
  c.diagnostics.impossible(
      poll.session.where,
      {},
      state({"aucune date du sondage ne convient à «\u202f{0}\u202f»\u00a0: {1}",
             "no date of the poll suits \"{0}\": {1}"},
            c.named_item(session),
            list));
}

}  // namespace

void read_polls(Compiling& c) {
  c.poll_of.assign(c.gathering.sessions.size(), -1);
  c.problem.polls.resize(c.gathering.polls.size());
  for (std::size_t i = 0; i < c.gathering.polls.size(); ++i) {
    const auto& poll = c.gathering.polls[i];
    const auto row = c.names.row(Named::Item, poll.session);
    if (row == kUnknown) continue;
    const auto session = static_cast<std::size_t>(row);
    if (session >= c.poll_of.size())
      c.diagnostics.error(poll.session.where,
                          say({"un sondage porte sur une séance\u202f; «\u202f{0}\u202f» est une "
                               "rotation",
                               "a poll is about a session; \"{0}\" is a rotation"},
                              poll.session.value));
    else if (c.poll_of[session] >= 0)
      c.diagnostics.error(poll.session.where,
                          say({"«\u202f{0}\u202f» a déjà un sondage", "\"{0}\" has a poll already"},
                              poll.session.value));
    else
      c.poll_of[session] = static_cast<std::int32_t>(i);
  }
}

void count_poll(Compiling& c, std::size_t session, BlockTimes& times) {
  const auto index = static_cast<std::size_t>(c.poll_of[session]);
  const auto& poll = c.gathering.polls[index];
  auto& options = c.problem.polls[index].options;
  const Count count(c, poll, session);
  std::vector<Minute> kept;
  for (std::size_t i = 0; i < poll.options.size(); ++i) {
    const auto& option = poll.options[i];
    auto row = count.option(i);
    std::vector<Minute> starts;
    for (const auto start : times.starts)
      if (day_of(start) == option.day && (!option.clock || clock_of(start) == *option.clock))
        starts.push_back(start);
    row.outside = starts.empty();
    if (row.possible())
      for (const auto start : starts) {
        if (std::find(kept.begin(), kept.end(), start) != kept.end()) continue;
        kept.push_back(start);
        count.add_prices(row, start, times.poll_prices);
      }
    options.push_back(std::move(row));
  }
  std::sort(kept.begin(), kept.end());
  const auto& timing = c.gathering.sessions[session].timing;
  if (timing.day || (timing.start && timing.start->value.day)) return;
  if (kept.empty() && !times.starts.empty() && !poll.options.empty())
    complain(c, session, poll, options);
  if (!poll.options.empty()) times.starts = std::move(kept);
}

}  // namespace engine
