#include "app/diff.h"

#include <utility>

#include "app/reading.h"
#include "data/sqlite/document.h"
#include "data/write/report_json.h"
#include "engine/model/failure.h"

namespace app {
namespace {

constexpr engine::Words kOnlyOne{
    "{0}\u00a0: il n’y a rien avant la version 1, donc rien à comparer. Nommez deux versions",
    "{0}: there is nothing before version 1, hence nothing to compare. Name two versions"};

}  // namespace

Compared diff(const std::string& document, std::optional<int> from, std::optional<int> to) {
  const data::Document stored(document);
  auto after = stored.load(to);
  if (!from && after.record.number == 1) throw engine::BadRequest(engine::say(kOnlyOne, document));
  auto before = stored.load(from.value_or(after.record.number - 1));
  const auto old_gathering = gathering_of(before);
  const auto gathering = gathering_of(after);
  return {.language = gathering.language,
          .from = std::move(before.record),
          .to = std::move(after.record),
          .diff = engine::diff({old_gathering, before.plan}, {gathering, after.plan})};
}

std::string json(const Compared& compared) {
  return data::diff_json(compared.language, compared.from, compared.to, compared.diff);
}

}  // namespace app
