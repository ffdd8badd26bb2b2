#include "gis/workbook/xlsx_sheet.h"

#include <fmt/format.h>

#include <optional>

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
    // An empty text is a result too: it is stored as an empty element.
    const bool is_text = (type == "str" && stored) || type == "b" || type == "d";
    if (type == "s") return grid_.set(place, {shared_string(text)});
    if (type == "inlineStr") return grid_.set(place, {text_below(child(cell, "is"))});
    if (type == "e") return grid_.refuse(place, "the error " + text);
    if (is_text) return grid_.set(place, {text});
    if (const std::optional<double> number = number_of(text)) return grid_.set(place, number_content(cell, *number));
    if (child(cell, "f")) return grid_.refuse_formula(place);
    grid_.set(place, {text});
  }

  CellContent number_content(const pugi::xml_node& cell, double number) const {
    const auto style = static_cast<std::size_t>(number_of(attribute(cell, "s")).value_or(0.0));
    const bool is_date = style < workbook_.is_date_style.size() && workbook_.is_date_style[style];
    if (is_date) return {date_text(number, workbook_.from_1904)};
    return {fmt::format("{}", number), CellKind::kNumber};
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
