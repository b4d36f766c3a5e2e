#include "scheduler/explain/conflict_words.h"

#include "scheduler/explain/naming.h"

namespace scheduler {
namespace {

using engine::RuleId;
using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kSemicolon{"{0}\u202f; {1}", "{0}; {1}"};

constexpr Words kNoPlace{"{0} ne peut avoir lieu à aucun moment\u00a0: {1}",
                         "{0} cannot take place at any time: {1}"};
constexpr Words kNoPlaceAtAll{"{0} ne peut avoir lieu à aucun moment",
                              "{0} cannot take place at any time"};
constexpr Words kOrderTooLong{
    "{0} doivent se suivre et demandent {1} en tout\u202f; il n’y a que {2} {3}",
    "{0} must follow one another and need {1} in all; there is only {2} {3}"};
constexpr Words kPersonTooBusy{"pour {1}, {0} doit disposer de {2}\u202f; il n’y a que {3} {4}",
                               "for {1}, {0} needs {2}; there is only {3} {4}"};
constexpr Words kRoomsTooFew{
    "{0} demandent {1} dans {2}, sans autre salle possible\u202f; il n’y a que {3} {4}",
    "{0} need {1} in {2}, with no other room possible; there is only {3} {4}"};
constexpr Words kNeverTogether{
    "{0} ne peuvent pas se chevaucher ({1}) et durent {2} en tout\u202f; il n’y a que {3} {4}",
    "{0} cannot overlap ({1}) and take {2} in all; there is only {3} {4}"};
constexpr Words kPersonCounted{"{0} ne peut suivre que {1} des {2} séances à suivre {3}\u00a0: {4}",
                               "{0} can follow only {1} of the {2} items to follow {3}: {4}"};
constexpr Words kRoomsCounted{
    "{0} n’ont pas d’autre salle que {1}, qui n’a de créneau que pour {2} sur {3} {4}",
    "{0} have no other room than {1}, which has time for only {2} of {3} {4}"};
constexpr Words kTogetherCounted{
    "{0} ne peuvent pas se chevaucher ({1})\u202f; il n’y a de place que pour {2} sur {3} {4}",
    "{0} cannot overlap ({1}); there is time for only {2} of {3} {4}"};
constexpr Words kNoRoomEach{
    "{0} ont lieu en même temps et n’ont que {1} salle(s) possible(s) pour {2}\u00a0: {3}",
    "{0} take place at the same time and have only {1} possible room(s) for {2}: {3}"};
constexpr Words kNoRoomLeft{"{0} ont lieu en même temps et aucune salle ne leur convient {1}",
                            "{0} take place at the same time and no room suits them {1}"};
constexpr Words kJourney{
    "{0} n’a pas le temps de passer de l’une à l’autre\u00a0: {1}, où que ce soit et à toute heure "
    "possible",
    "{0} has no time to get from one to the other: {1}, wherever and whenever they may be"};
constexpr Words kStartTogether{"{0} doivent commencer ensemble et ne le peuvent pas ({1})",
                               "{0} must start together and cannot ({1})"};
constexpr Words kTeamTooSmall{
    "les équipes de {0} demandent {1} de présence en tout {2}\u202f; {3}, à qui ces rôles sont "
    "ouverts, n’en ont que {4}",
    "the teams of {0} take {1} of presence in all {2}; {3}, to whom these roles are open, have "
    "only {4}"};
constexpr Words kTeamCounted{
    "pour les équipes de {0}, il y a {1} rôles à pourvoir {2}\u202f; {3}, à qui ils sont ouverts, "
    "ne "
    "peuvent en tenir que {4}",
    "the teams of {0} have {1} roles to fill {2}; {3}, to whom they are open, can hold only {4}"};
constexpr Words kTooFewPieces{"{0} demandent {1} × {2} {3}\u202f; il y en a {4}",
                              "{0} need {1} × {2} {3}; there are {4}"};
constexpr Words kTooFewSeats{"{0}\u00a0: {1} personnes à placer à chaque tour pour {2} places",
                             "{0}: {1} people to seat in each round for {2} seats"};
constexpr Words kCombination{"ensemble, {0} n’ont pas de place qui tienne toutes les règles ({1})",
                             "together, {0} have no place that keeps every rule ({1})"};

// What takes the places of one item away.
constexpr Words kAway{"{0} n’est pas disponible", "{0} is not available"};
constexpr Words kManyAway{"{0} ne sont jamais disponibles ensemble",
                          "{0} are never available together"};
constexpr Words kShut{"fermé aux heures possibles\u00a0: {0}", "closed at the possible times: {0}"};
constexpr Words kSmall{"trop petit pour tout le monde\u00a0: {0}", "too small for everyone: {0}"};
constexpr Words kLacking{"sans l’équipement demandé\u00a0: {0}", "without a feature it needs: {0}"};
constexpr Words kOrder{"l’ordre voulu avec {0} ne laisse aucune heure",
                       "the order asked for with {0} leaves no time"};
constexpr Words kInTheWay{"une même personne, une même salle ou une règle l’écarte de {0}",
                          "a person, a room or a rule in common keeps it away from {0}"};

class Sentence {
 public:
  Sentence(const Naming& naming, const Conflict& conflict) : naming_(naming), c_(conflict) {}

  [[nodiscard]] Text text() const {
    const auto items = naming_.items(c_.blocks);
    switch (c_.kind) {
      case ConflictKind::NoPlace:
        return c_.causes.empty() ? say(kNoPlaceAtAll, items) : say(kNoPlace, items, causes());
      case ConflictKind::OrderTooLong:
        return say(kOrderTooLong, items, needed(), available(), when());
      case ConflictKind::PersonTooBusy:
        if (c_.counted)
          return say(kPersonCounted, people(), c_.available, c_.needed, when(), items);
        return say(kPersonTooBusy, people(), items, needed(), available(), when());
      case ConflictKind::RoomsTooFew:
        if (c_.counted) return say(kRoomsCounted, items, rooms(), c_.available, c_.needed, when());
        return say(kRoomsTooFew, items, needed(), rooms(), available(), when());
      case ConflictKind::NeverTogether:
        if (c_.counted)
          return say(kTogetherCounted, items, reasons(), c_.available, c_.needed, when());
        return say(kNeverTogether, items, reasons(), needed(), available(), when());
      case ConflictKind::NoRoomEach:
        return c_.rooms.empty() ? say(kNoRoomLeft, items, when())
                                : say(kNoRoomEach, items, c_.available, c_.needed, rooms());
      case ConflictKind::Journey:
        return say(kJourney, people(), items);
      default:
        return counted(items);
    }
  }

 private:
  [[nodiscard]] Text counted(const Text& items) const {
    switch (c_.kind) {
      case ConflictKind::StartTogether:
        return say(kStartTogether, items, reasons());
      case ConflictKind::TeamTooSmall:
        if (c_.counted) return say(kTeamCounted, items, c_.needed, when(), people(), c_.available);
        return say(kTeamTooSmall, items, needed(), when(), people(), available());
      case ConflictKind::TooFewPieces:
        return say(
            kTooFewPieces, items, c_.needed, naming_.equipment(c_.equipment), when(), c_.available);
      case ConflictKind::TooFewSeats:
        return say(kTooFewSeats, items, c_.needed, c_.available);
      default:
        return say(kCombination, items, reasons());
    }
  }

  [[nodiscard]] Text needed() const { return length_text(static_cast<engine::Minute>(c_.needed)); }
  [[nodiscard]] Text available() const {
    return length_text(static_cast<engine::Minute>(c_.available));
  }
  [[nodiscard]] Text when() const { return naming_.between(c_.during); }
  [[nodiscard]] Text people() const { return naming_.people(c_.people); }
  [[nodiscard]] Text rooms() const { return naming_.rooms(c_.rooms); }

  /// The people and rooms in the way; where there are none, the rules.
  [[nodiscard]] Text reasons() const {
    if (c_.people.empty() && c_.rooms.empty()) {
      std::vector<Text> rules;
      for (const auto rule : c_.rules) {
        const auto& title = engine::info(rule).title;
        rules.push_back({std::string(title.fr), std::string(title.en)});
      }
      return enumeration(rules);
    }
    if (c_.rooms.empty()) return people();
    if (c_.people.empty()) return rooms();
    return say(kSemicolon, people(), rooms());
  }

  [[nodiscard]] Text causes() const {
    Text text;
    for (const auto& cause : c_.causes)
      text = text.empty() ? said(cause) : say(kSemicolon, text, said(cause));
    return text;
  }

  [[nodiscard]] Text said(const Cause& cause) const {
    switch (cause.rule) {
      case RuleId::PersonUnavailable:
        return say(cause.people.size() == 1 ? kAway : kManyAway, naming_.people(cause.people));
      case RuleId::RoomUnavailable:
      case RuleId::SiteClosed:
        return say(kShut, naming_.rooms(cause.rooms));
      case RuleId::RoomCapacity:
        return say(kSmall, naming_.rooms(cause.rooms));
      case RuleId::RoomFeatures:
        return say(kLacking, naming_.rooms(cause.rooms));
      case RuleId::Precedence:
      case RuleId::SameStart:
        return say(kOrder, naming_.items(cause.blocks));
      default:
        break;
    }
    if (!cause.blocks.empty()) return say(kInTheWay, naming_.items(cause.blocks));
    const auto& title = engine::info(cause.rule).title;
    return {std::string(title.fr), std::string(title.en)};
  }

  const Naming& naming_;
  const Conflict& c_;
};

}  // namespace

Text words_of(const engine::Gathering& gathering,
              const engine::Problem& problem,
              const Conflict& conflict) {
  return Sentence(Naming(gathering, problem), conflict).text();
}

}  // namespace scheduler
