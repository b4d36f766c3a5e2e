#include "data/read/guesses.h"

#include <algorithm>
#include <array>

#include "engine/model/fold.h"
#include "engine/model/nearest.h"

namespace data {
namespace {

struct Guess {
  std::string_view word;  ///< folded: lower case, no accents, `_` for spaces and hyphens
  std::string_view keys;  ///< what it may mean, the likeliest first
};

constexpr auto kGuesses = std::to_array<Guess>({
    {"adresse", "address"},
    {"animateur", "team facilitator"},
    {"animation", "team facilitator"},
    {"animatrice", "team facilitator"},
    {"apres", "after"},
    {"arrivee", "to"},
    {"atelier", "session station"},
    {"ateliers", "session station"},
    {"attendees", "audience participants"},
    {"aucun", "none"},
    {"battement", "changeover"},
    {"begin", "start"},
    {"besoins", "needs"},
    {"beginning", "start"},
    {"calendrier", "calendar"},
    {"capacite", "capacity"},
    {"changement", "changeover"},
    {"continu", "contiguous"},
    {"courriel", "email"},
    {"creneau", "window"},
    {"creneaux", "windows"},
    {"date", "date day"},
    {"de", "from"},
    {"debut", "start opens from"},
    {"demontage", "teardown"},
    {"depart", "from site"},
    {"deplacement", "travel"},
    {"description", "title"},
    {"disponibilite", "available"},
    {"disponibilites", "available"},
    {"disponible", "available"},
    {"duration", "minutes"},
    {"duree", "minutes"},
    {"e_mail", "email"},
    {"end", "closes to"},
    {"ensemble", "together"},
    {"equipe", "team"},
    {"equipement", "equipment features"},
    {"etapes", "phases"},
    {"etiquettes", "tags"},
    {"event", "gathering"},
    {"evenement", "gathering"},
    {"facultatif", "optional"},
    {"fenetre", "window"},
    {"fenetres", "windows"},
    {"ferme", "closes closed"},
    {"fermeture", "closes"},
    {"fin", "closes to"},
    {"fonctions", "team"},
    {"from", "from start"},
    {"fuseau", "timezone"},
    {"fuseau_horaire", "timezone"},
    {"grille", "grid"},
    {"heure", "start"},
    {"horaire", "start"},
    {"identifiant", "id"},
    {"inscriptions", "registrations"},
    {"inscrits", "registered"},
    {"installation", "setup"},
    {"intervenants", "team speaker"},
    {"intitule", "title name"},
    {"jauge", "capacity seats"},
    {"jour", "day date"},
    {"jours", "weekdays day"},
    {"langue", "language"},
    {"lat", "latitude"},
    {"length", "minutes"},
    {"lieu", "site room"},
    {"lon", "longitude"},
    {"lng", "longitude"},
    {"mail", "email"},
    {"materiel", "equipment features"},
    {"mel", "email"},
    {"melange", "mix"},
    {"mixite", "mix"},
    {"modele", "pattern"},
    {"montage", "setup"},
    {"mots_cles", "tags"},
    {"name", "name title"},
    {"nom", "name title"},
    {"nombre", "count"},
    {"number", "count"},
    {"optionnel", "optional"},
    {"organisme", "organisation"},
    {"ouverture", "opens"},
    {"ouvre", "opens"},
    {"pause", "changeover"},
    {"people", "people participants audience"},
    {"personne", "person"},
    {"personnes", "people person participants"},
    {"place", "site room"},
    {"places", "seats capacity"},
    {"postes", "station"},
    {"poste", "station"},
    {"priorite", "priority"},
    {"profil", "profile"},
    {"public", "audience"},
    {"quantite", "count"},
    {"rangement", "teardown"},
    {"regime", "diet"},
    {"registered", "registered registrations"},
    {"regle", "rules"},
    {"regles", "rules"},
    {"rencontre", "gathering"},
    {"roles", "team"},
    {"rondes", "rounds"},
    {"salle", "room"},
    {"salles", "rooms room"},
    {"sauf", "except"},
    {"seance", "session"},
    {"seances", "session"},
    {"seats", "seats capacity"},
    {"separer", "apart"},
    {"separes", "apart"},
    {"sieges", "seats"},
    {"structure", "organisation"},
    {"tel", "phone"},
    {"telephone", "phone"},
    {"time", "start minutes"},
    {"title", "title name"},
    {"titre", "title name"},
    {"toujours", "all"},
    {"tours", "rounds"},
    {"tous", "all"},
    {"tout_le_monde", "all"},
    {"toutes", "all"},
    {"trajet", "travel"},
    {"trajets", "travel"},
    {"vers", "to"},
    {"ville", "address"},
    {"voeux", "wishes"},
    {"zone", "school_zone"},
    {"zone_scolaire", "school_zone"},
});

std::string_view keys_for(std::string_view word) {
  auto plain = engine::fold(word);
  std::replace(plain.begin(), plain.end(), '-', '_');
  std::replace(plain.begin(), plain.end(), ' ', '_');
  const auto* row = std::find_if(
      kGuesses.begin(), kGuesses.end(), [&](const Guess& guess) { return guess.word == plain; });
  return row == kGuesses.end() ? std::string_view{} : row->keys;
}

/// Takes the first word off `words`.
std::string_view take(std::string_view& words) {
  const auto end = std::min(words.find(' '), words.size());
  const auto first = words.substr(0, end);
  words.remove_prefix(std::min(end + 1, words.size()));
  return first;
}

}  // namespace

std::optional<std::string> meant(std::string_view word,
                                 const std::vector<std::string_view>& known) {
  for (auto keys = keys_for(word); !keys.empty();) {
    const auto key = take(keys);
    const bool fits = key != word && std::find(known.begin(), known.end(), key) != known.end();
    if (fits) return std::string(key);
  }
  return engine::nearest(word, known);
}

std::optional<std::string> translation(std::string_view word) {
  auto keys = keys_for(word);
  if (keys.empty()) return {};
  return std::string(take(keys));
}

}  // namespace data
