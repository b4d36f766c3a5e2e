#include "app/show.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/reading.h"
#include "app/series.h"
#include "data/sqlite/document.h"
#include "data/write/plan_json.h"
#include "engine/model/failure.h"
#include "engine/plan/at_site.h"
#include "engine/problem/names.h"

namespace app {

namespace {

void keep_site(Shown& shown, const std::string& site) {
  std::vector<std::string_view> known;
  for (const auto& row : shown.gathering.sites) known.push_back(row.id.value);
  if (std::find(known.begin(), known.end(), site) == known.end())
    throw engine::BadRequest(
        engine::say({"site inconnu\u00a0: «\u202f{0}\u202f»{1}", "unknown site \"{0}\"{1}"},
                    site,
                    engine::did_you_mean(site, known)));
  shown.plan = engine::at_site(shown.gathering, shown.plan, site);
  const auto elsewhere = [&](const auto& way) { return way.from != site && way.to != site; };
  std::erase_if(shown.transport.trips, elsewhere);
  std::erase_if(shown.transport.moves, elsewhere);
}

}  // namespace

Shown show(const std::string& document,
           std::optional<int> version,
           const std::optional<std::string>& site) {
  auto stored = data::Document(document).load(version);
  auto checked = checked_again(stored);
  Shown shown;
  if (checked.ok()) shown.series = series_of(checked, stored.plan);
  shown.gathering = std::move(checked.gathering);
  shown.plan = std::move(stored.plan);
  shown.transport = engine::transport_of(shown.gathering, shown.plan);
  if (site) keep_site(shown, *site);
  return shown;
}

std::string json(const Shown& shown) {
  return data::plan_json(shown.gathering, shown.plan, shown.series, shown.transport);
}

}  // namespace app
