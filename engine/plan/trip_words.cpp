#include "engine/plan/trip_words.h"

#include <algorithm>
#include <array>

namespace engine {
namespace {

struct Mode {
  std::string_view key;
  Words words;
};

struct Also {
  std::string_view written;
  std::string_view key;
};

constexpr std::array kModes{
    Mode{"walk", {"à pied", "on foot"}},
    Mode{"foot", {"à pied", "on foot"}},
    Mode{"coach", {"en car", "by coach"}},
    Mode{"bus", {"en bus", "by bus"}},
    Mode{"car", {"en voiture", "by car"}},
    Mode{"shuttle", {"en navette", "by shuttle"}},
    Mode{"minibus", {"en minibus", "by minibus"}},
    Mode{"bike", {"à vélo", "by bike"}},
    Mode{"metro", {"en métro", "by metro"}},
    Mode{"shared-car", {"en covoiturage", "by shared car"}},
    Mode{"train", {"en train", "by train"}},
    Mode{"tram", {"en tram", "by tram"}},
};

/// What French organisers write, where it is a word of its own.
constexpr std::array kAlso{
    Also{"à pied", "walk"},
    Also{"autocar", "coach"},
    Also{"voiture", "car"},
    Also{"navette", "shuttle"},
    Also{"vélo", "bike"},
    Also{"métro", "metro"},
    Also{"covoiturage", "shared-car"},
};

template <class Row>
std::string name_of(const std::vector<Row>& rows, const std::string& key) {
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.id.value == key; });
  return row == rows.end() || row->name.empty() ? key : row->name;
}

}  // namespace

Text mode_words(const std::string& mode) {
  const auto* also = std::find_if(
      kAlso.begin(), kAlso.end(), [&](const Also& word) { return word.written == mode; });
  const std::string_view key = also == kAlso.end() ? std::string_view(mode) : also->key;
  const auto* row = std::find_if(
      kModes.begin(), kModes.end(), [&](const Mode& known) { return known.key == key; });
  if (row != kModes.end()) return say(row->words);
  return mode.empty() ? Text{} : say({"({0})", "({0})"}, mode);
}

std::string vehicle_name(const Gathering& gathering, const Trip& trip) {
  if (trip.vehicle.empty()) return {};
  const auto name = name_of(gathering.vehicles, trip.vehicle);
  return trip.number == 0 ? name : fmt::format("{}\u00a0{}", name, trip.number);
}

Text trip_title(const Gathering& gathering, const Trip& trip) {
  const auto title = trip.mode.empty() ? say({"Trajet", "Journey"})
                                       : say({"Trajet {0}", "Journey {0}"}, mode_words(trip.mode));
  const auto vehicle = vehicle_name(gathering, trip);
  return vehicle.empty() ? title : say({"{0} · {1}", "{0} · {1}"}, title, vehicle);
}

std::string trip_ends(const Gathering& gathering, const Trip& trip) {
  return name_of(gathering.sites, trip.from) + " → " + name_of(gathering.sites, trip.to);
}

}  // namespace engine
