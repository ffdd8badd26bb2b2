#include "gis/workbook/xlsx_sheet.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "gis/cell_text.h"
#include "gis/workbook/cell_grid.h"
#include "gis/workbook/date_formats.h"

namespace phusong::gis::workbook {
namespace {

/// Reads the cells of one sheet.
class SheetReader {
 public:
  SheetReader(const Workbook& workbook, const std::string& file, Problems& problems)
      : workbook_(workbook), grid_(file, problems) {}

  void read(const pugi::xml_node& sheet) {
    CellPlace place;
    for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
      if (local_name(row) != "row") continue;
      const std::string_view number = attribute(row, "r");
      place.row = number.empty() ? place.row + 1 : place_of(number).row;
      read_row(row, place.row);
    }
    for (const pugi::xml_node& cells : child(sheet, "mergeCells").children())
      merge(attribute(cells, "ref"));
  }

  std::vector<TableRow> rows() const { return grid_.rows(); }

 private:
  const Workbook& workbook_;
  CellGrid grid_;
  std::vector<std::pair<CellPlace, CellPlace>> filled_;  ///< by formulas of several cells

  void read_row(const pugi::xml_node& row, long number) {
    CellPlace place{.row = number};
    for (const pugi::xml_node& cell : row.children()) {
      if (local_name(cell) != "c") continue;
      const std::string_view reference = attribute(cell, "r");
      place.column = reference.empty() ? place.column + 1 : place_of(reference).column;
      read_cell(cell, place);
    }
  }

  /// ECMA-376-1, 18.3.1.4 and 18.18.11.
  void read_cell(const pugi::xml_node& cell, CellPlace place) {
    const std::string_view type = attribute(cell, "t");
    const pugi::xml_node stored = child(cell, "v");
    const std::string text = stored.child_value();
    note_filled(child(cell, "f"));
    if (is_computed(cell, place) && (workbook_.values_are_stale || !has_value(cell)))
      return grid_.refuse_formula(place);
    if (type == "s") return grid_.set(place, {shared_string(text)});
    if (type == "inlineStr") return grid_.set(place, {text_below(child(cell, "is"))});
    if (type == "e") return grid_.refuse(place, "the error " + text);
    if (type == "str" || type == "b" || type == "d") return grid_.set(place, {text});
    const std::optional<double> number = number_of(text);
    grid_.set(place, number ? number_content(cell, *number) : CellContent{text});
  }

  /// An array formula, or a data table, fills the cells that it names; they have no formula of their own.
  void note_filled(const pugi::xml_node& formula) {
    const std::string_view filled = attribute(formula, "ref"), type = attribute(formula, "t");
    const std::size_t colon = filled.find(':');
    if (colon != std::string_view::npos && (type == "array" || type == "dataTable"))
      filled_.push_back({place_of(filled.substr(0, colon)), place_of(filled.substr(colon + 1))});
  }

  bool is_computed(const pugi::xml_node& cell, CellPlace place) const {
    return child(cell, "f") || std::ranges::any_of(filled_, [place](const auto& range) {
             return place.row >= range.first.row && place.row <= range.second.row &&
                    place.column >= range.first.column && place.column <= range.second.column;
           });
  }

  /// Whether a formula's value is stored.
  static bool has_value(const pugi::xml_node& cell) {
    const std::string_view type = attribute(cell, "t");
    const pugi::xml_node stored = child(cell, "v");
    if (type == "inlineStr") return child(cell, "is");
    if (type == "str") return stored;  // an empty text is a result too: it is stored as an empty element
    const bool is_number = type.empty() || type == "n";
    return is_number ? number_of(stored.child_value()).has_value() : *stored.child_value() != '\0';
  }

  CellContent number_content(const pugi::xml_node& cell, double number) const {
    const auto style = static_cast<std::size_t>(number_of(attribute(cell, "s")).value_or(0.0));
    const bool is_date = style < workbook_.is_date_style.size() && workbook_.is_date_style[style];
    if (is_date) return {date_text(number, workbook_.from_1904)};
    return {plain_text(number), CellKind::kNumber};
  }

  std::string shared_string(std::string_view index) const {
    const double number = number_of(index).value_or(-1.0);
    if (number < 0.0 || number >= static_cast<double>(workbook_.shared_strings.size())) return "";
    return workbook_.shared_strings[static_cast<std::size_t>(number)];
  }

  void merge(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon != std::string_view::npos)
      grid_.merge(place_of(range.substr(0, colon)), place_of(range.substr(colon + 1)));
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

}  // namespace phusong::gis::workbook
