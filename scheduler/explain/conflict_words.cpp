#include "scheduler/explain/conflict_words.h"

#include <algorithm>

#include "engine/model/words.h"
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
constexpr Words kPersonTooBusy{"{0} demandent {1} à {2} {3}, où il n’y a que {4}",
                               "{0} take {1} of the time of {2} {3}, where there is only {4}"};
constexpr Words kPersonOnTheWay{
    "{0} demandent {1} à {2} {3}, trajets compris, où il n’y a que {4}",
    "{0} take {1} of the time of {2} {3}, the way included, where there is only {4}"};
constexpr Words kPersonCounted{
    "{0}, il n’y a de temps que pour {1} des {2} séances de {3}\u00a0: {4}",
    "{0}, there is time for only {1} of the {2} items of {3}: {4}"};
constexpr Words kRoomsTooFew{
    "{0} demandent {1} dans {2}, sans autre salle possible\u202f; il n’y a que {3} {4}",
    "{0} need {1} in {2}, with no other room possible; there is only {3} {4}"};
constexpr Words kRoomsCounted{
    "{0} n’ont pas d’autre salle que {1}\u202f; il n’y a de créneau que pour {2} sur {3} {4}",
    "{0} have no other room than {1}; there is time for only {2} of {3} {4}"};
constexpr Words kNeverTogether{
    "{0} ne peuvent pas se chevaucher ({1}) et durent {2} en tout\u202f; il n’y a que {3} {4}",
    "{0} cannot overlap ({1}) and take {2} in all; there is only {3} {4}"};
constexpr Words kTogetherCounted{
    "{0} ne peuvent pas se chevaucher ({1})\u202f; il n’y a de temps que pour {2} sur {3} {4}",
    "{0} cannot overlap ({1}); there is time for only {2} of {3} {4}"};
constexpr Words kNoRoomEach{"{0} ont lieu en même temps {1} et n’ont que {2} à se partager",
                            "{0} take place at the same time {1} and have only {2} to share"};
constexpr Words kJourney{
    "pour {0}, {1} se chevauchent ou laissent trop peu de temps pour le trajet, quels que soient "
    "l’heure et le lieu",
    "for {0}, {1} overlap or leave too little time for the way, whatever the hour and the place"};
constexpr Words kStartTogether{"{0} doivent commencer ensemble et ne le peuvent pas ({1})",
                               "{0} must start together and cannot ({1})"};
constexpr Words kTeamTooSmall{
    "les équipes de {0} demandent {1} de présence en tout {2}\u202f; avec {3}, il n’y a que {4}",
    "the teams of {0} take {1} of presence in all {2}; with {3}, there is only {4}"};
constexpr Words kTeamCounted{
    "les équipes de {0} ont {1} {1:rôle|rôles} à pourvoir {2}\u202f; avec {3}, on ne peut en tenir "
    "que {4}",
    "the teams of {0} have {1} {1:role|roles} to fill {2}; with {3}, only {4} can be held"};
constexpr Words kNobodyFree{
    "les équipes de {0} ont des rôles à pourvoir {1} et personne n’est libre pour eux",
    "the teams of {0} have roles to fill {1} and nobody is free for them"};
constexpr Words kTooFewHosts{
    "{0} demande {1} {1:poste|postes} à la fois pour que tout le monde ait une place, et pour les "
    "tenir il "
    "n’y "
    "a que {2}",
    "{0} takes {1} {1:station|stations} at once to seat everyone, and only {2} can run them"};
constexpr Words kTooFewPieces{"{0} demandent {1} × {2} {3}\u202f; il y en a {4}",
                              "{0} need {1} × {2} {3}; there {4:is|are} {4}"};
constexpr Words kCombination{"{0} ne tiennent pas ensemble\u00a0: {1}",
                             "{0} do not fit together: {1}"};
constexpr Words kTogetherNowhere{"ensemble, {0} n’ont pas de place", "together, {0} have no place"};
constexpr Words kNoPlaceKeeps{"{0} ne tient nulle part\u00a0: {1}", "{0} fits nowhere: {1}"};

// Why items do not fit together.
constexpr Words kSamePeople{"on y attend les mêmes personnes ({0})",
                            "the same people are expected at them ({0})"};
constexpr Words kSamePerson{"on y attend {0}", "{0} is expected at them"};
constexpr Words kSameRooms{"il n’y a que {0} pour elles", "there is only {0} for them"};
constexpr Words kTheWay{"le trajet prend du temps", "the way takes time"};
constexpr Words kThisWay{"le trajet prend du temps ({0})", "the way takes time ({0})"};
constexpr Words kTheOrder{"il faut garder l’ordre voulu", "their order is to be kept"};
constexpr Words kTheSameStart{"elles doivent commencer ensemble", "they must start together"};
constexpr Words kNotAtOnce{"elles ne doivent pas avoir lieu en même temps",
                           "they must not run at the same time"};

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
          return say(kPersonCounted, when(), c_.available, c_.needed, people(), items);
        return say(travels() ? kPersonOnTheWay : kPersonTooBusy,
                   items,
                   needed(),
                   people(),
                   when(),
                   available());
      case ConflictKind::RoomsTooFew:
        if (c_.counted) return say(kRoomsCounted, items, rooms(), c_.available, c_.needed, when());
        return say(kRoomsTooFew, items, needed(), rooms(), available(), when());
      case ConflictKind::NeverTogether:
        if (c_.counted)
          return say(kTogetherCounted, items, reasons(), c_.available, c_.needed, when());
        return say(kNeverTogether, items, reasons(), needed(), available(), when());
      case ConflictKind::NoRoomEach:
        return say(kNoRoomEach, items, when(), rooms());
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
        if (c_.people.empty()) return say(kNobodyFree, items, when());
        if (c_.counted && c_.during.from == c_.during.to)
          return say(kTooFewHosts, items, c_.needed, people());
        if (c_.counted) return say(kTeamCounted, items, c_.needed, when(), people(), c_.available);
        return say(kTeamTooSmall, items, needed(), when(), people(), available());
      case ConflictKind::TooFewPieces:
        return say(
            kTooFewPieces, items, c_.needed, naming_.equipment(c_.equipment), when(), c_.available);
      default:
        return combination(items);
    }
  }

  [[nodiscard]] Text combination(const Text& items) const {
    if (c_.blocks.size() == 1) {
      const auto why = reasons();
      return why.empty() ? say(kNoPlaceAtAll, items) : say(kNoPlaceKeeps, items, why);
    }
    Text why;
    for (const auto rule : c_.rules) {
      const auto one = why_together(rule);
      why = why.empty() ? one : say(kSemicolon, why, one);
    }
    const auto names = naming_.items_with_hours(c_.blocks);
    return why.empty() ? say(kTogetherNowhere, names) : say(kCombination, names, why);
  }

  /// What a rule has to do with it that items have no place together.
  [[nodiscard]] Text why_together(RuleId rule) const {
    switch (rule) {
      case RuleId::PersonOverlap:
        if (c_.people.empty()) break;
        return say(c_.people.size() == 1 ? kSamePerson : kSamePeople, people());
      case RuleId::RoomOverlap:
        if (c_.rooms.empty()) break;
        return say(kSameRooms, rooms());
      case RuleId::TravelTime:
        if (const auto way = naming_.longest_way(c_.blocks); !way.empty())
          return say(kThisWay, way);
        return say(kTheWay);
      case RuleId::Precedence:
        return say(kTheOrder);
      case RuleId::SameStart:
        return say(kTheSameStart);
      case RuleId::NotWith:
        return say(kNotAtOnce);
      default:
        break;
    }
    const auto& title = engine::info(rule).title;
    return {std::string(title.fr), std::string(title.en)};
  }

  [[nodiscard]] Text needed() const {
    return engine::spoken_length(static_cast<engine::Minute>(c_.needed));
  }
  [[nodiscard]] Text available() const {
    return engine::spoken_length(static_cast<engine::Minute>(c_.available));
  }
  [[nodiscard]] Text when() const { return naming_.between(c_.during); }
  [[nodiscard]] Text people() const { return naming_.people(c_.people); }
  [[nodiscard]] bool travels() const {
    return std::find(c_.rules.begin(), c_.rules.end(), RuleId::TravelTime) != c_.rules.end();
  }
  [[nodiscard]] Text rooms() const { return naming_.rooms(c_.rooms); }

  /// The people and rooms in the way; where there are none, the rules.
  [[nodiscard]] Text reasons() const {
    const auto who = people();
    const auto where = rooms();
    if (!who.empty() && !where.empty()) return say(kSemicolon, who, where);
    if (!who.empty() || !where.empty()) return who.empty() ? where : who;
    std::vector<Text> rules;
    for (const auto rule : c_.rules) {
      const auto& title = engine::info(rule).title;
      rules.push_back({std::string(title.fr), std::string(title.en)});
    }
    return enumeration(rules);
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
