#include "engine/plan/trip_words.h"

#include <algorithm>
#include <array>

namespace engine {
namespace {

struct Mode {
  std::string_view key;
  Words title;
};

struct Also {
  std::string_view written;
  std::string_view key;
};

constexpr std::array kModes{
    Mode{"walk", {"Trajet à pied", "Journey on foot"}},
    Mode{"foot", {"Trajet à pied", "Journey on foot"}},
    Mode{"coach", {"Trajet en car", "Journey by coach"}},
    Mode{"bus", {"Trajet en bus", "Journey by bus"}},
    Mode{"car", {"Trajet en voiture", "Journey by car"}},
    Mode{"shuttle", {"Trajet en navette", "Journey by shuttle"}},
    Mode{"minibus", {"Trajet en minibus", "Journey by minibus"}},
    Mode{"bike", {"Trajet à vélo", "Journey by bike"}},
    Mode{"metro", {"Trajet en métro", "Journey by metro"}},
    Mode{"shared-car", {"Trajet en covoiturage", "Journey by shared car"}},
    Mode{"train", {"Trajet en train", "Journey by train"}},
    Mode{"tram", {"Trajet en tram", "Journey by tram"}},
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

constexpr Words kPlain{"Trajet", "Journey"};
constexpr Words kOther{"Trajet ({0})", "Journey ({0})"};

Text way_of_going(const std::string& mode) {
  const auto* also = std::find_if(
      kAlso.begin(), kAlso.end(), [&](const Also& word) { return word.written == mode; });
  const std::string_view key = also == kAlso.end() ? std::string_view(mode) : also->key;
  const auto* row = std::find_if(
      kModes.begin(), kModes.end(), [&](const Mode& known) { return known.key == key; });
  if (row != kModes.end()) return say(row->title);
  return mode.empty() ? say(kPlain) : say(kOther, mode);
}

template <class Row>
std::string name_of(const std::vector<Row>& rows, const std::string& key) {
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.id.value == key; });
  return row == rows.end() || row->name.empty() ? key : row->name;
}

}  // namespace

std::string vehicle_name(const Gathering& gathering, const Trip& trip) {
  if (trip.vehicle.empty()) return {};
  const auto name = name_of(gathering.vehicles, trip.vehicle);
  return trip.number == 0 ? name : fmt::format("{}\u00a0{}", name, trip.number);
}

Text trip_title(const Gathering& gathering, const Trip& trip) {
  const auto title = way_of_going(trip.mode);
  const auto vehicle = vehicle_name(gathering, trip);
  return vehicle.empty() ? title : say({"{0} · {1}", "{0} · {1}"}, title, vehicle);
}

std::string trip_ends(const Gathering& gathering, const Trip& trip) {
  return name_of(gathering.sites, trip.from) + " → " + name_of(gathering.sites, trip.to);
}

}  // namespace engine
