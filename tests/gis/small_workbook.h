#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace phusong::tests {

/// A sheet of a workbook that a test writes.
struct SmallSheet {
  std::string name;
  std::string rows;          ///< `<row>` elements
  std::string state{};       ///< "hidden", "veryHidden"
  std::string after_rows{};  ///< what follows the rows, such as merged cells
};

/// Writes an .xlsx file. Cell style 1 is a date, 2 a number with two decimals, 3 a date by a format of its own.
/// `after_sheets` follows the list of sheets: `<calcPr/>`.
void write_workbook(const std::filesystem::path& path, const std::vector<SmallSheet>& sheets,
                    const std::string& after_sheets = "");

/// Writes a file into a zip archive, which is made where there is none.
void write_part(const std::string& archive, const std::string& part, const std::string& content);

/// A row of texts, all inline.
std::string text_row(int number, const std::vector<std::string>& texts);

}  // namespace phusong::tests
