#include "gis/xlsx/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "gis/text.h"
#include "gis/xlsx/date_formats.h"

namespace phusong::gis::xlsx {
namespace {

/// Column 1 is A. A sheet has at most 16,384 columns.
struct CellPlace {
  long row = 0;
  long column = 0;
};

/// "BC12"; zeros for what it lacks.
CellPlace place_of(std::string_view reference) {
  CellPlace place;
  for (const char c : reference) {
    if (c >= 'A' && c <= 'Z') place.column = place.column * 26 + (c - 'A' + 1);
    if (c >= '0' && c <= '9') place.row = place.row * 10 + (c - '0');
  }
  return place;
}

std::string reference_of(CellPlace place) {
  std::string letters;
  for (long column = place.column; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters + std::to_string(place.row);
}

std::optional<double> number_of(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Value {
  std::string text;
  CellKind kind = CellKind::kText;
};
using Row = std::map<long, Value>;  ///< by column

/// Reads the cells of one sheet.
class SheetReader {
 public:
  SheetReader(const Workbook& workbook, const std::string& file, Problems& problems)
      : workbook_(workbook), file_(file), problems_(problems) {}

  void read(const pugi::xml_node& sheet) {
    CellPlace place;
    for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
      if (local_name(row) != "row") continue;
      const std::string_view number = attribute(row, "r");
      place.row = number.empty() ? place.row + 1 : place_of(number).row;
      read_row(row, place.row);
    }
    for (const pugi::xml_node& range : child(sheet, "mergeCells").children())
      fill(attribute(range, "ref"));
  }

  std::vector<TableRow> rows() const {
    const auto [first, last] = used_columns();
    std::vector<TableRow> result;
    for (const auto& [number, cells] : rows_) {
      if (refused_rows_.contains(number)) continue;
      TableRow row{.row = number};
      row.values.resize(static_cast<std::size_t>(last - first + 1));
      row.kinds.resize(row.values.size());
      for (const auto& [column, value] : cells) {
        row.values[static_cast<std::size_t>(column - first)] = value.text;
        row.kinds[static_cast<std::size_t>(column - first)] = value.kind;
      }
      result.push_back(std::move(row));
    }
    return result;
  }

 private:
  const Workbook& workbook_;
  const std::string& file_;
  Problems& problems_;
  std::map<long, Row> rows_;  ///< those that hold something
  std::set<long> refused_rows_;

  void read_row(const pugi::xml_node& row, long number) {
    CellPlace place{.row = number};
    for (const pugi::xml_node& cell : row.children()) {
      if (local_name(cell) != "c") continue;
      const std::string_view reference = attribute(cell, "r");
      place.column = reference.empty() ? place.column + 1 : place_of(reference).column;
      Value value = read_cell(cell, place);
      if (!clean_text(value.text).empty()) rows_[number][place.column] = std::move(value);
    }
  }

  /// ECMA-376-1, 18.3.1.4 and 18.18.11.
  Value read_cell(const pugi::xml_node& cell, CellPlace place) {
    const std::string_view type = attribute(cell, "t");
    const pugi::xml_node stored = child(cell, "v");
    const std::string text = stored.child_value();
    if (type == "s") return {shared_string(text)};
    if (type == "inlineStr") return {text_below(child(cell, "is"))};
    if (type == "e") return refuse(place, fmt::format("holds the error {}", text));
    // An empty text is a result too: it is stored as an empty element.
    if (type == "str" && stored) return {text};
    if (type == "b" || type == "d") return {text};
    if (const std::optional<double> number = number_of(text)) return number_value(cell, *number);
    if (child(cell, "f")) {
      return refuse(place,
                    "holds a formula whose value is not stored: open the workbook in a spreadsheet program and save it "
                    "there, or put the value in its place");
    }
    return {text};
  }

  Value number_value(const pugi::xml_node& cell, double number) const {
    const std::string_view style = attribute(cell, "s");
    const auto index = static_cast<std::size_t>(number_of(style).value_or(0.0));
    const bool is_date = index < workbook_.is_date_style.size() && workbook_.is_date_style[index];
    if (is_date) return {date_text(number, workbook_.from_1904)};
    return {fmt::format("{}", number), CellKind::kNumber};
  }

  std::string shared_string(std::string_view index) const {
    const double number = number_of(index).value_or(-1.0);
    if (number < 0.0 || number >= static_cast<double>(workbook_.shared_strings.size())) return "";
    return workbook_.shared_strings[static_cast<std::size_t>(number)];
  }

  /// The row is left out, so that nothing else is said of a cell that seems empty.
  Value refuse(CellPlace place, std::string message) {
    refused_rows_.insert(place.row);
    problems_.add(
        {.file = file_, .line = place.row, .value = reference_of(place), .message = "the cell " + std::move(message)});
    return {};
  }

  /// Gives the value of a range of merged cells to those of its rows that hold anything.
  void fill(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) return;
    const CellPlace first = place_of(range.substr(0, colon)), last = place_of(range.substr(colon + 1));
    const auto anchor_row = rows_.find(first.row);
    if (anchor_row == rows_.end() || !anchor_row->second.contains(first.column)) return;
    Value value = anchor_row->second.at(first.column);
    value.kind = is_number(value.kind) ? CellKind::kMergedNumber : CellKind::kMergedText;
    if (first.row != last.row) anchor_row->second.at(first.column).kind = value.kind;
    for (auto row = std::next(anchor_row); row != rows_.end() && row->first <= last.row; ++row)
      row->second.emplace(first.column, value);
  }

  std::pair<long, long> used_columns() const {
    long first = 0, last = -1;
    for (const auto& [number, cells] : rows_) {
      first = last < first ? cells.begin()->first : std::min(first, cells.begin()->first);
      last = std::max(last, cells.rbegin()->first);
    }
    return {first, last};
  }
};

}  // namespace

std::vector<TableRow> read_sheet(const Package& package, const Workbook& workbook, const SheetEntry& sheet,
                                 const std::string& file, Problems& problems) {
  pugi::xml_document document;
  if (!package.read(sheet.part, document)) {
    problems.add({.file = file, .message = "the sheet cannot be read"});
    return {};
  }
  SheetReader reader(workbook, file, problems);
  reader.read(document.document_element());
  return reader.rows();
}

}  // namespace phusong::gis::xlsx
