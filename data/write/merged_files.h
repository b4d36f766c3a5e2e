/// The tables of a gathering on their way to a changed version: found, made and put back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/read/reader.h"
#include "data/write/csv_table.h"

namespace data {

/// The table that [gathering] names with `key`, or a new one with these headings.
class MergedTable {
 public:
  MergedTable(const Reading& gathering, const std::string& key, std::vector<std::string> headings);

  [[nodiscard]] CsvTable& table() { return *table_; }
  /// Its number among the sources; 0 for a new one.
  [[nodiscard]] std::size_t file() const { return file_; }
  /// Writes it into `sources`; a new one is named in the gathering file. Throws engine::Failure
  /// when that cannot be done.
  void put(std::vector<SourceFile>& sources) const;

 private:
  std::string key_;
  std::size_t file_ = 0;
  std::optional<CsvTable> table_;
};

}  // namespace data
