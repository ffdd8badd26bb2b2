#include "gis/workbook/cell_grid.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "gis/text.h"

namespace phusong::gis::workbook {

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

void CellGrid::set(CellPlace place, CellContent content) {
  if (!clean_text(content.text).empty()) rows_[place.row][place.column] = std::move(content);
}

void CellGrid::refuse(CellPlace place, const std::string& message) {
  refused_rows_.insert(place.row);
  problems_.add({.file = file_,
                 .line = place.row,
                 .value = reference_of(place),
                 .message = "the cell holds " + message,
                 .of_row_alone = true});
}

void CellGrid::refuse_formula(CellPlace place) {
  refuse(
      place,
      "a formula whose value is not stored, or only a placeholder for it: open the workbook in a spreadsheet program "
      "(Excel, LibreOffice) and save it there, or put the value in its place");
}

void CellGrid::merge(CellPlace first, CellPlace last) {
  const auto first_row = rows_.find(first.row);
  if (first.row == last.row || first_row == rows_.end() || !first_row->second.contains(first.column)) return;
  CellContent& content = first_row->second.at(first.column);
  content.kind = is_number(content.kind) ? CellKind::kMergedNumber : CellKind::kMergedText;
  for (auto row = std::next(first_row); row != rows_.end() && row->first <= last.row; ++row)
    row->second.emplace(first.column, content);
}

std::vector<TableRow> CellGrid::rows() const {
  const auto [first, last] = used_columns();
  std::vector<TableRow> result;
  for (const auto& [number, cells] : rows_) {
    if (refused_rows_.contains(number)) continue;
    TableRow row{.row = number};
    row.values.resize(static_cast<std::size_t>(last - first + 1));
    row.kinds.resize(row.values.size());
    for (const auto& [column, content] : cells) {
      row.values[static_cast<std::size_t>(column - first)] = content.text;
      row.kinds[static_cast<std::size_t>(column - first)] = content.kind;
    }
    result.push_back(std::move(row));
  }
  return result;
}

std::pair<long, long> CellGrid::used_columns() const {
  long first = 0, last = -1;
  for (const auto& [number, cells] : rows_) {
    first = last < first ? cells.begin()->first : std::min(first, cells.begin()->first);
    last = std::max(last, cells.rbegin()->first);
  }
  return {first, last};
}

}  // namespace phusong::gis::workbook
