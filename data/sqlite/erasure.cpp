#include "data/sqlite/erasure.h"

#include <string>

#include "data/sqlite/rows.h"

namespace data {
namespace {

/// Every text column that people read, with the key of its row.
struct Sentences {
  const char* select;  ///< rowid or a key, then the texts
  const char* update;
};

/// Tables without a rowid are found again by version and position.
constexpr Sentences kSentences[] = {
    {"SELECT version, position, text_fr, text_en FROM remark WHERE version >= ?",
     "UPDATE remark SET text_fr = ?, text_en = ? WHERE version = ? AND position = ?"},
    {"SELECT version, position, reason_fr, reason_en FROM unplaced WHERE version >= ?",
     "UPDATE unplaced SET reason_fr = ?, reason_en = ? WHERE version = ? AND position = ?"},
    {"SELECT version, position, text_fr, text_en FROM change WHERE version >= ?",
     "UPDATE change SET text_fr = ?, text_en = ? WHERE version = ? AND position = ?"},
    {"SELECT version, position, item, value FROM change WHERE version >= ?",
     "UPDATE change SET item = ?, value = ? WHERE version = ? AND position = ?"},
    {"SELECT number, 0, cause_fr, cause_en FROM version WHERE number >= ?",
     "UPDATE version SET cause_fr = ?, cause_en = ? WHERE number = ? AND 0 = ?"},
};

struct Sentence {
  int version = 0;
  int position = 0;
  std::string one;
  std::string other;
};

void rewrite_sentences(SQLite::Database& database, const Erasure& erasure) {
  for (const auto& [select, update] : kSentences) {
    std::vector<Sentence> changed;
    each_row(database, select, 0, [&](const Row& row) {
      Sentence sentence{
          row.count(0), row.count(1), erasure.sentence(row.text(2)), erasure.sentence(row.text(3))};
      if (sentence.one != row.text(2) || sentence.other != row.text(3))
        changed.push_back(std::move(sentence));
    });
    Insert write(database, update);
    for (const auto& sentence : changed)
      write(sentence.one, sentence.other, sentence.version, sentence.position);
  }
}

/// In two steps, so that two people who exchange their ids do not become one.
void rename_people(SQLite::Database& database, int revision, const Erasure::Ids& ids) {
  for (const std::string table : {"holder", "participant"}) {
    Insert rename(database,
                  ("UPDATE " + table +
                   " SET person = ? WHERE person = ? AND version IN"
                   " (SELECT number FROM version WHERE revision = ?)")
                      .c_str());
    for (const auto& [old, now] : ids) rename("\n" + now, old, revision);
    for (const auto& [old, now] : ids) rename(now, "\n" + now, revision);
  }
}

}  // namespace

void erase_rows(SQLite::Database& database, const Erasure& erasure) {
  Insert file(database, "UPDATE source_file SET bytes = ? WHERE revision = ? AND position = ?");
  for (const auto& [revision, sources] : erasure.sources)
    for (std::size_t i = 0; i < sources.size(); ++i) file(Blob{sources[i].bytes}, revision, i);
  for (const auto& [revision, ids] : erasure.ids) rename_people(database, revision, ids);
  rewrite_sentences(database, erasure);
}

}  // namespace data
