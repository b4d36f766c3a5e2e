/// Trips in words: "Trajet en car : La Gare → La Halle".
#pragma once

#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/trips.h"

namespace engine {

/// "en car", "by coach"; a mode the organiser made up stands in brackets, none is empty.
[[nodiscard]] Text mode_words(const std::string& mode);

/// "Trajet en car", "Journey by coach". With the vehicle where one is named: "Trajet en car · Car
/// bleu", "Trajet en voiture · Voitures 3".
[[nodiscard]] Text trip_title(const Gathering& gathering, const Trip& trip);

/// "Car bleu", "Voitures 3"; empty when no vehicle is named.
[[nodiscard]] std::string vehicle_name(const Gathering& gathering, const Trip& trip);

/// "La Gare → La Halle": names of sites, or their keys.
[[nodiscard]] std::string trip_ends(const Gathering& gathering, const Trip& trip);

}  // namespace engine
