#include "engine/problem/journeys.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {
namespace {

constexpr double kEarthRadius = 6371;  ///< km

/// Great-circle distance (haversine formula).
double kilometres(const Site& a, const Site& b) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const auto half_chord = [](double angle) { return std::pow(std::sin(angle / 2), 2); };
  const double h = half_chord(radians(*b.latitude - *a.latitude)) +
                   std::cos(radians(*a.latitude)) * std::cos(radians(*b.latitude)) *
                       half_chord(radians(*b.longitude - *a.longitude));
  return 2 * kEarthRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

}  // namespace

std::optional<Minute> estimated_minutes(const Site& a, const Site& b) {
  if (!a.latitude || !a.longitude || !b.latitude || !b.longitude) return {};
  const double minutes = kilometres(a, b) * 1.3 / 50 * 60 + 5;
  return static_cast<Minute>(std::ceil(minutes / 5)) * 5;
}

Journeys::Journeys(const Gathering& gathering) {
  for (const auto& site : gathering.sites) sites_.emplace(site.id.value, &site);
  // Of two lines about one journey the last wins, as compile() says.
  for (const auto& travel : gathering.travels) {
    rows_[{travel.from.value, travel.to.value}] = &travel;
    if (travel.both_ways) rows_[{travel.to.value, travel.from.value}] = &travel;
  }
}

const Travel* Journeys::row(std::string_view from, std::string_view to) const {
  const auto found = rows_.find({from, to});
  return found == rows_.end() ? nullptr : found->second;
}

std::optional<Journeys::Way> Journeys::between(Place from, Place to) const {
  if (const auto* own = row(from.room, to.room)) return Way{own->minutes, own};
  if (from.site == to.site) return Way{};
  if (const auto* joined = row(from.site, to.site)) return Way{joined->minutes, joined};
  const auto a = sites_.find(from.site);
  const auto b = sites_.find(to.site);
  if (a == sites_.end() || b == sites_.end()) return {};
  if (a->second->online || b->second->online) return Way{};
  const auto guess = estimated_minutes(*a->second, *b->second);
  return guess ? std::optional(Way{*guess, nullptr}) : std::nullopt;
}

}  // namespace engine
