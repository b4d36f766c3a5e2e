#include "app/restore.h"

#include <utility>

#include "app/reading.h"
#include "data/sqlite/document.h"

namespace app {

Shown restore(const std::string& document, int version, engine::Instant now) {
  const data::Document kept(document);
  auto stored = kept.load(version);
  const auto cause = engine::say({"Retour à la version {0}", "Back to version {0}"}, version);
  Shown shown;
  shown.gathering = gathering_of(stored);
  shown.plan = stored.plan;
  shown.transport = engine::transport_of(shown.gathering, shown.plan);
  shown.plan.version = kept.save(kept.version_to_save_on(),
                                 {.plan = std::move(stored.plan),
                                  .sources = std::move(stored.sources),
                                  .cause = cause,
                                  .search = stored.record.search,
                                  .changes = {{.made = now,
                                               .kind = "restore",
                                               .item = {},
                                               .value = std::to_string(version),
                                               .text = cause}},
                                  .made = now});
  return shown;
}

}  // namespace app
