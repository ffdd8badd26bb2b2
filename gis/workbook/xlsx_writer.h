#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "gis/vector_writer.h"

namespace phusong::gis::workbook {

/// The rows that a sheet has room for below its header (ECMA-376: 1,048,576 in all).
inline constexpr std::size_t kMostRows = 1'048'575;
/// The characters that a sheet's name has room for.
inline constexpr std::size_t kMostNameCharacters = 31;

/// A workbook (.xlsx) on its way out: a sheet a table, the header bold and fixed, columns as wide as what they hold,
/// numbers as numbers, texts as texts and never as formulas. A text longer than a cell holds (32,767 characters) is cut
/// and ends in "…". The same tables give the same bytes. Written under a temporary name and renamed.
class XlsxWriter {
 public:
  explicit XlsxWriter(const std::filesystem::path& path);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  /// Adds an empty sheet behind those there are; returns its number. Names are of 1 to 31 characters, none of them
  /// []:*?/\, and differ by more than letter case: std::invalid_argument.
  std::size_t add_sheet(const std::string& name);
  /// Writes a table into a sheet, once. std::invalid_argument where it has more rows than kMostRows.
  void fill(std::size_t sheet, const OutputTable& table);
  /// Throws MachineError naming the file where any of it could not be written.
  void finish();

 private:
  class Book;
  class RowsFolder;
  std::unique_ptr<Book> book_;
};

}  // namespace phusong::gis::workbook
