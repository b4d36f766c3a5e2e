/// Every rule in one place: key, default level and weight, unit, and the words people read.
///
/// Holes are filled from a Finding: {person}, {item}, {other}, {room}, {time} and {amount}. French
/// and English of a row must use the same holes; this is checked at compile time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/model/text.h"

namespace engine {

enum class RuleId : std::uint8_t {
  // hard by default
  PersonOverlap, PersonUnavailable, TravelTime, RoomOverlap, RoomUnavailable, RoomCapacity,
  RoomFeatures, SiteClosed, EquipmentStock, DayBounds, Precedence, SameStart, NotWith,
  TeamComplete, StationCapacity, StationOnce, Together, Apart, ShuttleSeats, Locked,
  // soft by default
  RepeatMeeting, GroupBalance, ProfileMix, WishRank, NoWishMet, BackToBack, RoomChange, Walking,
  IdleGap, LongRun, LastSlot, LoneSession, LateMeal, NoBreak, TagClash, PresenceSpan,
  PreferredWindow, GroupSplit,
};

struct RuleInfo {
  RuleId id;
  std::string_view key;  ///< stable name in files, documents and JSON
  bool hard;             ///< default level
  int weight;            ///< default weight of one unit; 0 switches the rule off
  Words unit;            ///< what one unit counts
  Words title;
  Words finding;         ///< one violation, said to an organiser
};

inline constexpr auto kRules = std::to_array<RuleInfo>({
    {RuleId::PersonOverlap, "person-overlap", true, 1,
     {"personne et paire de séances", "person and pair of items"},
     {"Personne n'est à deux endroits à la fois", "Nobody is in two places at once"},
     {"{person} est attendu·e en même temps à {item} et à {other} ({time})",
      "{person} is expected at {item} and at {other} at the same time ({time})"}},
    {RuleId::PersonUnavailable, "person-unavailable", true, 1,
     {"personne et séance", "person and item"},
     {"Chacun est présent quand on l'attend", "People are there when they are expected"},
     {"{person} n'est pas disponible pour {item} ({time})",
      "{person} is not available for {item} ({time})"}},
    {RuleId::TravelTime, "travel-time", true, 1,
     {"personne et trajet", "person and journey"},
     {"Le temps de se déplacer", "Time to get there"},
     {"{person} n'a pas le temps d'aller de {item} à {other} : il manque {amount} min",
      "{person} cannot get from {item} to {other} in time: {amount} min short"}},
    {RuleId::RoomOverlap, "room-overlap", true, 1,
     {"paire de séances", "pair of items"},
     {"Une salle, une séance à la fois", "One item in a room at a time"},
     {"{item} et {other} occupent {room} en même temps ({time})",
      "{item} and {other} use {room} at the same time ({time})"}},
    {RuleId::RoomUnavailable, "room-unavailable", true, 1,
     {"séance", "item"},
     {"La salle est libre à cette heure", "The room is open at that time"},
     {"{room} n'est pas disponible pour {item} ({time})",
      "{room} is not available for {item} ({time})"}},
    {RuleId::RoomCapacity, "room-capacity", true, 1,
     {"personne sans place", "person without a seat"},
     {"Une place pour chaque personne", "A seat for everyone"},
     {"il manque {amount} place(s) à {item} dans {room} ({time})",
      "{item} is {amount} seat(s) short in {room} ({time})"}},
    {RuleId::RoomFeatures, "room-features", true, 1,
     {"séance", "item"},
     {"La salle a ce qu'il faut", "The room has what it takes"},
     {"{room} n'a pas l'équipement demandé pour {item}", "{room} lacks a feature {item} needs"}},
    {RuleId::SiteClosed, "site-closed", true, 1,
     {"séance", "item"},
     {"Le site est ouvert", "The site is open"},
     {"le site de {room} est fermé pendant {item} ({time})",
      "the site of {room} is closed during {item} ({time})"}},
    {RuleId::EquipmentStock, "equipment-stock", true, 1,
     {"objet manquant", "missing piece"},
     {"Assez de matériel", "Enough equipment"},
     {"il manque du matériel pour {item} : {amount} ({time})",
      "equipment is missing for {item}: {amount} ({time})"}},
    {RuleId::DayBounds, "day-bounds", true, 1,
     {"séance", "item"},
     {"Dans les heures de la journée", "Within the day's hours"},
     {"{item} sort des heures de la journée ({time})", "{item} is outside the day's hours ({time})"}},
    {RuleId::Precedence, "precedence", true, 1,
     {"paire de séances", "pair of items"},
     {"Dans l'ordre voulu", "In the order asked for"},
     {"{item} doit venir après {other}, avec l'écart demandé ({time})",
      "{item} must come after {other}, with the gap asked for ({time})"}},
    {RuleId::SameStart, "same-start", true, 1,
     {"paire de séances", "pair of items"},
     {"Commencent ensemble", "Start together"},
     {"{item} et {other} doivent commencer ensemble ({time})",
      "{item} and {other} must start together ({time})"}},
    {RuleId::NotWith, "not-with", true, 1,
     {"paire de séances", "pair of items"},
     {"Jamais en même temps", "Never at the same time"},
     {"{item} et {other} ne doivent pas avoir lieu en même temps ({time})",
      "{item} and {other} must not take place at the same time ({time})"}},
    {RuleId::TeamComplete, "team-complete", true, 1,
     {"rôle à pourvoir", "role to fill"},
     {"Équipes au complet", "Complete teams"},
     {"il manque une personne dans l'équipe de {item} ({time})",
      "the team of {item} lacks a person ({time})"}},
    {RuleId::StationCapacity, "station-capacity", true, 1,
     {"personne en trop ou en moins", "person too many or too few"},
     {"Des groupes de la bonne taille", "Groups of the right size"},
     {"{item} : {amount} personne(s) en trop ou en moins ({time})",
      "{item}: {amount} person(s) too many or too few ({time})"}},
    {RuleId::StationOnce, "station-once", true, 1,
     {"visite répétée", "repeated visit"},
     {"Jamais deux fois le même poste", "No station twice"},
     {"{person} passe deux fois par {item} ({time})", "{person} visits {item} twice ({time})"}},
    {RuleId::Together, "together", true, 1,
     {"groupe séparé", "set parted"},
     {"Ne pas séparer", "Keep together"},
     {"{person} devrait rester dans son groupe à {item} ({time})",
      "{person} should stay with the others at {item} ({time})"}},
    {RuleId::Apart, "apart", true, 1,
     {"personne à séparer", "person to keep apart"},
     {"Tenir à distance", "Keep apart"},
     {"{person} ne devrait pas être avec ce groupe à {item} ({time})",
      "{person} should not be in this group at {item} ({time})"}},
    {RuleId::ShuttleSeats, "shuttle-seats", true, 1,
     {"personne sans siège", "person without a seat"},
     {"Assez de sièges pour le trajet", "Enough seats on the way"},
     {"il manque {amount} siège(s) pour se rendre à {item} ({time})",
      "{amount} seat(s) short on the way to {item} ({time})"}},
    {RuleId::Locked, "locked", true, 1,
     {"séance déplacée", "item moved"},
     {"Ce qui est fixé ne bouge pas", "What is fixed stays"},
     {"{item} est fixé et ne devrait pas bouger ({time})",
      "{item} is fixed and should not move ({time})"}},

    {RuleId::RepeatMeeting, "repeat-meeting", false, 1,
     {"rencontre répétée", "repeated meeting"},
     {"De nouvelles rencontres à chaque tour", "New people to meet in every round"},
     {"{person} retrouve des personnes déjà rencontrées à {item} : {amount}",
      "{person} meets people again at {item}: {amount}"}},
    {RuleId::GroupBalance, "group-balance", false, 1,
     {"personne d'écart au-delà d'une", "person of difference beyond one"},
     {"Des groupes de même taille", "Groups of the same size"},
     {"les groupes de {item} diffèrent de {amount} personnes de trop ({time})",
      "the groups of {item} differ by {amount} people too many ({time})"}},
    {RuleId::ProfileMix, "profile-mix", false, 1,
     {"personne d'écart à la part voulue", "person away from the proportional share"},
     {"Chaque groupe à l'image de l'ensemble", "Each group mirrors the whole"},
     {"{item} s'écarte de {amount} personne(s) du mélange voulu ({time})",
      "{item} is {amount} person(s) away from the mix asked for ({time})"}},
    {RuleId::WishRank, "wish-rank", false, 1,
     {"rang perdu", "rank lost"},
     {"Les vœux les mieux classés d'abord", "Best-ranked wishes first"},
     {"{person} n'a pas obtenu {item}, vœu n° {amount}",
      "{person} did not get {item}, wish no. {amount}"}},
    {RuleId::NoWishMet, "no-wish-met", false, 100,
     {"personne sans aucun vœu", "person with no wish met"},
     {"Au moins un vœu pour chaque personne", "At least one wish for everyone"},
     {"{person} n'obtient aucun de ses vœux dans {item}", "{person} gets none of their wishes in {item}"}},
    {RuleId::BackToBack, "back-to-back", false, 1,
     {"enchaînement", "sequence without a pause"},
     {"Pas deux interventions de suite", "No two turns in a row"},
     {"{person} enchaîne {item} et {other} sans pause ({time})",
      "{person} goes from {item} to {other} without a pause ({time})"}},
    {RuleId::RoomChange, "room-change", false, 1,
     {"changement de salle", "change of room"},
     {"Peu de changements de salle", "Few changes of room"},
     {"{person} change de salle entre {item} et {other}",
      "{person} changes rooms between {item} and {other}"}},
    {RuleId::Walking, "walking", false, 1,
     {"minute de trajet", "minute on the way"},
     {"Peu de trajet", "Little walking"},
     {"{person} se déplace {amount} min entre {item} et {other}",
      "{person} walks {amount} min between {item} and {other}"}},
    {RuleId::IdleGap, "idle-gap", false, 1,
     {"demi-heure d'attente", "half-hour of waiting"},
     {"Pas de longues attentes", "No long waits"},
     {"{person} attend entre {item} et {other} : {amount} × 30 min",
      "{person} waits between {item} and {other}: {amount} × 30 min"}},
    {RuleId::LongRun, "long-run", false, 0,
     {"séance de trop à la suite", "session too many in a row"},
     {"Pas trop de séances de suite", "Not too many sessions in a row"},
     {"{person} enchaîne trop de séances jusqu'à {item} ({time})",
      "{person} has too many sessions in a row up to {item} ({time})"}},
    {RuleId::LastSlot, "last-slot", false, 0,
     {"personne et séance", "person and session"},
     {"Éviter la fin de journée", "Avoid the end of the day"},
     {"{person} finit à la fermeture avec {item} ({time})",
      "{person} ends at closing time with {item} ({time})"}},
    {RuleId::LoneSession, "lone-session", false, 0,
     {"personne et jour", "person and day"},
     {"Pas de venue pour une seule séance", "Nobody comes for a single session"},
     {"{person} ne vient que pour {item} ({time})", "{person} comes for {item} alone ({time})"}},
    {RuleId::LateMeal, "late-meal", false, 1,
     {"quart d'heure de retard", "quarter of an hour late"},
     {"Le repas à l'heure", "Meals on time"},
     {"{item} est tardif ({time})", "{item} is late ({time})"}},
    {RuleId::NoBreak, "no-break", false, 1,
     {"personne sans pause", "person without a break"},
     {"Une pause toutes les 90 minutes", "A break every 90 minutes"},
     {"{person} n'a pas de pause avant {item} ({time})",
      "{person} has no break before {item} ({time})"}},
    {RuleId::TagClash, "tag-clash", false, 1,
     {"paire de séances", "pair of items"},
     {"Pas deux séances du même thème en parallèle", "No two items on one theme in parallel"},
     {"{item} et {other} partagent un thème et ont lieu en même temps ({time})",
      "{item} and {other} share a theme and run at the same time ({time})"}},
    {RuleId::PresenceSpan, "presence-span", false, 1,
     {"heure de présence", "hour on site"},
     {"Des journées ramassées pour les équipes", "Compact days for the team"},
     {"{person} est présent·e {amount} h de trop ({time})",
      "{person} is on site {amount} h more than needed ({time})"}},
    {RuleId::PreferredWindow, "preferred-window", false, 1,
     {"séance", "item"},
     {"Aux heures préférées", "At the preferred hours"},
     {"{item} n'est pas à l'heure préférée ({time})", "{item} is not at its preferred time ({time})"}},
    {RuleId::GroupSplit, "group-split", false, 1,
     {"personne séparée de son groupe", "person parted from their group"},
     {"Les groupes restent entiers", "Groups stay whole"},
     {"{person} quitte son groupe à {item} ({time})", "{person} leaves their group at {item} ({time})"}},
});

inline constexpr std::size_t kRuleCount = kRules.size();

[[nodiscard]] constexpr const RuleInfo& info(RuleId id) {
  return kRules[static_cast<std::size_t>(id)];
}

namespace checks {
consteval bool rows_are_in_order() {
  for (std::size_t i = 0; i < kRules.size(); ++i)
    if (static_cast<std::size_t>(kRules[i].id) != i) return false;
  return true;
}
}  // namespace checks
static_assert(checks::rows_are_in_order(), "kRules and RuleId list the rules in the same order");

}  // namespace engine
