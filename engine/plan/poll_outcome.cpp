#include "engine/plan/poll_outcome.h"

#include <algorithm>
#include <string>

#include "engine/model/words.h"

namespace engine {
namespace {

constexpr Words kVotes{"{0} oui, {1} si nécessaire, {2} non", "{0} yes, {1} if need be, {2} no"};
constexpr Words kVotesSilent{"{0}, {1} sans réponse", "{0}, {1} without an answer"};
constexpr Words kOutside{"hors des jours et heures possibles",
                         "outside the possible days and hours"};
constexpr Words kMissing{"{0} est indispensable et ne peut pas venir",
                         "{0} is required and cannot come"};
constexpr Words kQuorum{"{0} {0:présence|présences} sur les {1} qu’il faut",
                        "{0} {0:person|people} of the {1} it takes"};
constexpr Words kChosen{"«\u202f{0}\u202f»\u00a0: {1} ({2}).", "\"{0}\": {1} ({2})."};
constexpr Words kBetter{"De préférence à {0}\u00a0: {1}.", "Rather than {0}: {1}."};
constexpr Words kRefused{"Écarté, {0}\u00a0: {1}.", "Ruled out, {0}: {1}."};
constexpr Words kStandIn{"{0} ne peut pas venir\u00a0: {1} prend sa place.",
                         "{0} cannot come: {1} stands in."};
constexpr Words kAbsent{"{0} ne peut pas venir.", "{0} cannot come."};
constexpr Words kAllThere{"Toutes les personnes indispensables sont là ou remplacées.",
                          "All required people are there or stood in for."};

Text date_text(Day day, std::optional<Minute> clock) {
  const auto in = [&](Language language) {
    auto text = long_date(day, language);
    if (clock) text += ", " + spoken_time(*clock, language);
    return text;
  };
  return {.fr = in(Language::Fr), .en = in(Language::En)};
}

class Teller {
 public:
  Teller(const Gathering& gathering, const Poll& poll, const PollRow& row)
      : gathering_(gathering), poll_(poll), row_(row) {}

  /// `start`: of the session, kNever when it has no place.
  PollOutcome tell(const std::string& title, Minute start) {
    PollOutcome outcome;
    outcome.session = poll_.session.value;
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < row_.options.size(); ++i) {
      outcome.dates.push_back(date(i));
      const auto& option = poll_.options[i];
      if (start == kNever || chosen || option.day != day_of(start)) continue;
      if (!option.clock || *option.clock == clock_of(start)) chosen = i;
    }
    if (chosen) tell_chosen(title, *chosen, outcome);
    for (const auto& one : outcome.dates) {
      if (one.chosen) continue;
      const auto& words = one.possible ? kBetter : kRefused;
      outcome.texts.push_back(say(words, date_text(one.day, one.clock), one.text));
    }
    return outcome;
  }

 private:
  [[nodiscard]] PollDate date(std::size_t i) const {
    const auto& option = row_.options[i];
    PollDate date{.day = poll_.options[i].day,
                  .clock = poll_.options[i].clock,
                  .yes = keys(option.yes),
                  .if_need_be = keys(option.if_need_be),
                  .no = keys(option.no),
                  .silent = keys(option.silent),
                  .possible = option.possible(),
                  .text = {}};
    if (option.outside)
      date.text = say(kOutside);
    else if (!option.missing.empty())
      date.text = say(kMissing, name(option.missing.front()));
    else if (option.wanted > 0)
      date.text = say(kQuorum, option.coming, option.wanted);
    else
      date.text = votes(option);
    return date;
  }

  void tell_chosen(const std::string& title, std::size_t i, PollOutcome& outcome) const {
    const auto& option = row_.options[i];
    auto& date = outcome.dates[i];
    date.chosen = true;
    outcome.texts.push_back(say(kChosen, title, date_text(date.day, date.clock), votes(option)));
    if (poll_.required.kind != Who::Kind::None && option.missing.empty())
      outcome.texts.push_back(say(kAllThere));
    for (const auto person : option.no) {
      const auto found = std::find_if(option.stand_ins.begin(),
                                      option.stand_ins.end(),
                                      [&](const StandIn& one) { return one.absent == person; });
      const bool replaced = found != option.stand_ins.end();
      if (!replaced && only_stands_in(person)) continue;
      outcome.absences.push_back({key(person), replaced ? key(found->by) : ""});
      outcome.texts.push_back(replaced ? say(kStandIn, name(person), name(found->by))
                                       : say(kAbsent, name(person)));
    }
  }

  /// Somebody asked in case of need only.
  [[nodiscard]] bool only_stands_in(PersonId person) const {
    return std::any_of(
        poll_.alternates.begin(), poll_.alternates.end(), [&](const Alternates& row) {
          return std::any_of(row.alternates.begin(), row.alternates.end(), [&](const Key& one) {
            return one.value == key(person);
          });
        });
  }

  [[nodiscard]] static Text votes(const PollOptionRow& option) {
    auto text = say(kVotes, option.yes.size(), option.if_need_be.size(), option.no.size());
    return option.silent.empty() ? text : say(kVotesSilent, text, option.silent.size());
  }

  [[nodiscard]] const std::string& key(PersonId person) const {
    return gathering_.people[person.index()].id.value;
  }
  [[nodiscard]] const std::string& name(PersonId person) const {
    return gathering_.people[person.index()].name;
  }
  [[nodiscard]] std::vector<std::string> keys(const std::vector<PersonId>& people) const {
    std::vector<std::string> list;
    for (const auto person : people) list.push_back(key(person));
    return list;
  }

  const Gathering& gathering_;
  const Poll& poll_;
  const PollRow& row_;
};

}  // namespace

std::vector<PollOutcome> poll_outcomes(const Gathering& gathering,
                                       const Problem& problem,
                                       const Plan& plan) {
  std::vector<PollOutcome> outcomes;
  for (std::size_t i = 0; i < problem.polls.size(); ++i) {
    const auto& row = problem.polls[i];
    if (!row.block.exists()) continue;
    const auto session = static_cast<std::size_t>(problem.blocks[row.block].session);
    const auto& id = gathering.sessions[session].id.value;
    const auto placed = std::find_if(plan.sessions.begin(),
                                     plan.sessions.end(),
                                     [&](const PlannedSession& one) { return one.id == id; });
    const auto start = placed == plan.sessions.end() ? kNever : placed->start;
    outcomes.push_back(
        Teller(gathering, gathering.polls[i], row).tell(gathering.sessions[session].title, start));
  }
  return outcomes;
}

}  // namespace engine
