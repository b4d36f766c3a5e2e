#include "app/standing_changes.h"

#include "app/change_history.h"
#include "data/read/time_values.h"
#include "engine/model/rows.h"

namespace app {
namespace {

using scheduler::Disruption;
using Kind = Disruption::Kind;

bool is_known(const engine::Gathering& g, const Disruption& one) {
  const auto has = [](const auto& rows, const std::string& id) {
    return engine::find_row(rows, id) != nullptr;
  };
  switch (one.kind) {
    case Kind::RoomOut:
      return has(g.rooms, one.item);
    case Kind::SiteOut:
      return has(g.sites, one.item);
    case Kind::Substitute:
      return has(g.people, one.item) && has(g.people, one.other);
    case Kind::PersonOut:
    case Kind::PersonLate:
    case Kind::Absent:
    case Kind::Arrive:
      return has(g.people, one.item);
    default:
      return has(g.sessions, one.item) || has(g.rotations, one.item);
  }
}

}  // namespace

void Standing::add(const Disruption& one) {
  switch (one.kind) {
    case Kind::PersonOut:
    case Kind::Absent:
    case Kind::Substitute:
      out.insert(one.item);
      break;
    case Kind::RoomOut:
      closed_rooms.insert(one.item);
      break;
    case Kind::SiteOut:
      closed_sites.insert(one.item);
      break;
    case Kind::Cancel:
      cancelled.insert(one.item);
      break;
    case Kind::Lock:
    case Kind::Move:
    case Kind::Delay:
      locked.insert(one.item);
      break;
    case Kind::Unlock:
      locked.erase(one.item);
      break;
    default:
      break;
  }
}

std::optional<Disruption> still_bears(const engine::RecordedChange& change,
                                      const engine::Gathering& gathering) {
  const auto kind = change_named(change.kind);
  if (!kind) return {};
  Disruption one{.kind = *kind, .item = change.item, .now = false};
  if (*kind == Kind::Substitute) one.other = change.value;
  if (*kind == Kind::PersonLate) {
    const auto when = data::parse_when(change.value);
    if (!when || !when->day) return {};
    one.time = engine::moment_at(*when->day, when->clock);
  }
  if (!is_known(gathering, one)) return {};
  return one;
}

}  // namespace app
