#include "data/sqlite/version_rows.h"

#include <algorithm>
#include <string>
#include <utility>

#include "data/sqlite/plan_rows.h"
#include "data/sqlite/rows.h"

namespace data {
namespace {

using engine::PlanVersion;

constexpr const char* kVersionColumns =
    "SELECT number, made, cause_fr, cause_en, revision, seed, iterations, seconds,"
    " feasible, proved, hard, unplaced, soft, bound FROM version";

std::vector<SourceFile> load_sources(SQLite::Database& database, int revision) {
  std::vector<SourceFile> sources;
  each_row(database,
           "SELECT path, bytes FROM source_file WHERE revision = ? ORDER BY position",
           revision,
           [&](const Row& row) {
             sources.push_back({row.text(0), row.text(1)});
           });
  return sources;
}

/// The revision that holds exactly `sources`; a new one when none does.
int keep_sources(SQLite::Database& database, const NewVersion& version) {
  const int newest = database.execAndGet("SELECT ifnull(max(revision), 0) FROM gathering").getInt();
  const auto same = [](const SourceFile& a, const SourceFile& b) {
    return a.path == b.path && a.bytes == b.bytes;
  };
  const auto& sources = version.sources;
  for (int revision = newest; revision > 0; --revision) {
    const auto kept = load_sources(database, revision);
    if (std::equal(kept.begin(), kept.end(), sources.begin(), sources.end(), same)) return revision;
  }
  Insert(database, "INSERT INTO gathering VALUES (?, ?)")(newest + 1, version.made);
  Insert file(database, "INSERT INTO source_file VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < sources.size(); ++i)
    file(newest + 1, i, sources[i].path, Blob{sources[i].bytes});
  return newest + 1;
}

PlanVersion read_version(const Row& row) {
  PlanVersion version;
  version.number = row.count(0);
  version.made = row.instant(1);
  version.cause = row.texts(2);
  version.gathering = row.count(4);
  version.search.seed = static_cast<std::uint64_t>(row.number(5));
  version.search.iterations = row.optional_number(6);
  version.search.seconds = row.real(7);
  version.feasible = row.flag(8);
  version.proved = row.flag(9);
  version.score = {row.number(10), row.number(11), row.number(12)};
  version.bound = row.optional_number(13);
  return version;
}

void load_changes(SQLite::Database& database, PlanVersion& version) {
  each_row(database,
           "SELECT made, kind, item, value, text_fr, text_en FROM change"
           " WHERE version = ? ORDER BY position",
           version.number,
           [&](const Row& row) {
             version.changes.push_back(
                 {row.instant(0), row.text(1), row.text(2), row.text(3), row.texts(4)});
           });
}

}  // namespace

std::string identity(SQLite::Database& database) {
  return database.execAndGet("SELECT uid FROM identity").getString();
}

int newest_version(SQLite::Database& database) {
  return database.execAndGet("SELECT ifnull(max(number), 0) FROM version").getInt();
}

void insert_version(SQLite::Database& database, int number, const NewVersion& version) {
  const int revision = keep_sources(database, version);
  const auto& plan = version.plan;
  Insert(database, "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")(
      number,
      version.made,
      version.cause.fr,
      version.cause.en,
      revision,
      static_cast<std::int64_t>(version.search.seed),
      version.search.iterations,
      plan.seconds,
      plan.feasible,
      plan.proved,
      plan.score.hard,
      plan.score.unplaced,
      plan.score.soft,
      plan.bound);
  Insert change(database, "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < version.changes.size(); ++i) {
    const auto& c = version.changes[i];
    change(number, i, c.made, c.kind, c.item, c.value, c.text.fr, c.text.en);
  }
  insert_plan(database, number, plan);
}

std::optional<StoredVersion> load_version(SQLite::Database& database, int number) {
  std::optional<StoredVersion> found;
  each_row(database,
           (std::string(kVersionColumns) + " WHERE number = ?").c_str(),
           number,
           [&](const Row& row) {
             found.emplace();
             found->record = read_version(row);
           });
  if (!found) return {};
  load_changes(database, found->record);
  const auto& record = found->record;
  found->sources = load_sources(database, record.gathering);
  auto& plan = found->plan = load_plan(database, number);
  plan.feasible = record.feasible;
  plan.proved = record.proved;
  plan.score = record.score;
  plan.bound = record.bound;
  plan.seconds = record.search.seconds;
  return found;
}

std::vector<PlanVersion> load_history(SQLite::Database& database) {
  std::vector<PlanVersion> versions;
  each_row(database,
           (std::string(kVersionColumns) + " WHERE number >= ? ORDER BY number").c_str(),
           0,
           [&](const Row& row) { versions.push_back(read_version(row)); });
  for (auto& version : versions) load_changes(database, version);
  return versions;
}

}  // namespace data
