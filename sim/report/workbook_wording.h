#pragma once

#include <span>
#include <string_view>

namespace phusong::report {

/// A text in both languages.
struct BothLanguages {
  std::string_view vietnamese, english;

  /// Vietnamese for "vi", English else.
  std::string_view in(std::string_view language) const { return language == "vi" ? vietnamese : english; }
};

/// A CSV table of a RUN folder and what a row of it is.
struct WorkbookTable {
  std::string_view file;  ///< relative to the folder
  BothLanguages content;
  bool is_left_out = false;  ///< a row a sample point: for programs, and longer than a person reads
};

/// Every table that a run may write, in the order of the sheets; those left out stand last.
std::span<const WorkbookTable> workbook_tables();

/// The words of the workbook's first sheet.
struct WorkbookWording {
  BothLanguages contents;  ///< the sheet's name
  BothLanguages sheet, file, rows, content;
  BothLanguages left_out, too_long;  ///< behind the content of a table without a sheet
};
const WorkbookWording& workbook_wording();

}  // namespace phusong::report
