/// A spreadsheet file made sheet by sheet, ready to print: libxlsxwriter is seen nowhere else.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/model/time.h"
#include "engine/plan/history.h"

namespace data {

/// Text is never taken for a formula. A day or a time of day is one to the spreadsheet too.
struct DayCell {
  engine::Minute moment = 0;
};
struct TimeCell {
  engine::Minute moment = 0;
};
using SheetCell = std::variant<std::string, double, DayCell, TimeCell>;

struct SheetTable {
  std::string name;  ///< at most 31 characters, none of []:*?/ and backslash
  std::vector<std::string> headings;
  std::vector<std::vector<SheetCell>> rows;
  std::vector<std::size_t> new_page_before;  ///< rows that begin a page, from 0
};

struct WorkbookAbout {
  std::string title;                      ///< on top of every printed page
  std::string footer;                     ///< at its foot
  const char* day_format = "yyyy-mm-dd";  ///< of a day, as spreadsheets write formats
  engine::Instant made;
};

/// The file's bytes: the same tables give the same. Throws engine::Failure when it cannot be made.
[[nodiscard]] std::string workbook(const WorkbookAbout& about,
                                   const std::vector<SheetTable>& tables);

}  // namespace data
