#include "gis/workbook/ods_table.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <set>

#include "gis/cell_text.h"
#include "gis/input_file.h"
#include "gis/text.h"
#include "gis/workbook/cell_grid.h"
#include "gis/workbook/package.h"
#include "gis/workbook/workbook_table.h"

namespace phusong::gis {
namespace workbook {
namespace {

/// How often a row or cell stands there; 1 where nothing is said.
long count_of(const pugi::xml_node& node, const char* attribute_name) {
  return std::max(1L, static_cast<long>(node.attribute(attribute_name).as_llong(1)));
}

/// The text of a paragraph, and of spans in it.
std::string paragraph_text(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& part : node.children()) {
    if (part.type() == pugi::node_pcdata) text += part.value();
    if (local_name(part) == "s") text += " ";
    if (local_name(part) == "line-break") text += "\n";
    if (local_name(part) == "span" || local_name(part) == "a") text += paragraph_text(part);
  }
  return text;
}

std::string cell_text(const pugi::xml_node& cell) {
  std::string text;
  for (const pugi::xml_node& paragraph : cell.children()) {
    if (local_name(paragraph) == "p") text += (text.empty() ? "" : "\n") + paragraph_text(paragraph);
  }
  return text;
}

bool is_number_type(std::string_view type) {
  return type == "float" || type == "percentage" || type == "currency";
}

/// "#DIV/0!", "#N/A", "#NAME?", "Err:502", the last in any language.
bool is_error_name(const std::string& text) {
  if (!text.starts_with('#') && text.find(":5") == std::string::npos) return false;
  static const std::regex kError("#[A-Z][^ ]*[!?]|#N/A|#NV|[^0-9 ]+:5[0-9]{2}");
  return std::regex_match(text, kError);
}

/// Reads the cells of one sheet (OpenDocument 1.2 part 1, 9.1 and 19.385).
class OdsSheetReader {
 public:
  OdsSheetReader(const std::string& file, Problems& problems) : grid_(file, problems) {}

  std::vector<TableRow> read(const pugi::xml_node& sheet) {
    read_rows(sheet);
    for (const auto& [first, last] : merged_)
      grid_.merge(first, last);
    return grid_.rows();
  }

 private:
  CellGrid grid_;
  long row_ = 0;  ///< read last
  std::vector<std::pair<CellPlace, CellPlace>> merged_;

  void read_rows(const pugi::xml_node& parent) {
    for (const pugi::xml_node& child : parent.children()) {
      const std::string_view name = local_name(child);
      if (name == "table-header-rows" || name == "table-row-group" || name == "table-rows") read_rows(child);
      if (name != "table-row") continue;
      const long count = count_of(child, "table:number-rows-repeated");
      const bool is_used = std::ranges::any_of(child.children(), [](const pugi::xml_node& cell) {
        return cell.attribute("office:value-type") || cell.attribute("table:formula");
      });
      for (long i = 1; is_used && i <= count; ++i)
        read_row(child, row_ + i);
      row_ += count;
    }
  }

  void read_row(const pugi::xml_node& row, long number) {
    CellPlace place{.row = number, .column = 1};
    for (const pugi::xml_node& cell : row.children()) {
      const std::string_view name = local_name(cell);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const long count = count_of(cell, "table:number-columns-repeated");
      const bool is_used = cell.attribute("office:value-type") || cell.attribute("table:formula");
      for (long i = 0; is_used && i < count; ++i)
        read_cell(cell, {place.row, place.column + i});
      place.column += count;
    }
  }

  void read_cell(const pugi::xml_node& cell, CellPlace place) {
    const std::string_view type = cell.attribute("office:value-type").value();
    const bool is_formula = cell.attribute("table:formula");
    if (is_error(cell, type)) return grid_.refuse(place, "the error " + cell_text(cell));
    if (type.empty() || (is_formula && !has_value(cell, type))) return grid_.refuse_formula(place);
    grid_.set(place, content_of(cell, type));
    const long rows = count_of(cell, "table:number-rows-spanned");
    if (rows > 1) merged_.push_back({place, {place.row + rows - 1, place.column}});
  }

  /// Writers that do not say so store 0 or an empty text for an error, and show its name.
  static bool is_error(const pugi::xml_node& cell, std::string_view type) {
    if (std::string_view(cell.attribute("calcext:value-type").value()) == "error") return true;
    const std::string_view stored = cell.attribute("office:string-value").value();
    const bool may_be_text = type == "string" && !(cell.attribute("table:formula") && stored.empty());
    return !may_be_text && is_error_name(cell_text(cell));
  }

  static bool has_value(const pugi::xml_node& cell, std::string_view type) {
    if (is_number_type(type)) return cell.attribute("office:value");
    if (type == "date") return cell.attribute("office:date-value");
    if (type == "boolean") return cell.attribute("office:boolean-value");
    return true;
  }

  static CellContent content_of(const pugi::xml_node& cell, std::string_view type) {
    if (is_number_type(type)) {
      const std::string_view stored = cell.attribute("office:value").value();
      const std::optional<double> number = number_of(stored);
      return number ? CellContent{plain_text(*number), CellKind::kNumber} : CellContent{std::string(stored)};
    }
    if (type == "date") return {cell.attribute("office:date-value").value()};
    if (type == "boolean") return {cell.attribute("office:boolean-value").as_bool() ? "1" : "0"};
    const pugi::xml_attribute text = cell.attribute("office:string-value");
    return {text ? text.value() : cell_text(cell)};
  }
};

/// The styles of sheets that are not shown.
std::set<std::string> hiding_styles(const pugi::xml_node& root) {
  std::set<std::string> styles;
  for (const pugi::xml_node& style : child(root, "automatic-styles").children()) {
    if (!child(style, "table-properties").attribute("table:display").as_bool(true))
      styles.insert(style.attribute("style:name").value());
  }
  return styles;
}

std::vector<SheetSource> ods_sheets(const pugi::xml_node& root) {
  const std::set<std::string> hidden = hiding_styles(root);
  std::vector<SheetSource> sheets;
  for (const pugi::xml_node& sheet : child(child(root, "body"), "spreadsheet").children()) {
    if (local_name(sheet) != "table") continue;
    sheets.push_back(
        {clean_text(sheet.attribute("table:name").value()),
         !hidden.contains(sheet.attribute("table:style-name").value()),
         [sheet](const std::string& file, Problems& of_sheet) { return OdsSheetReader(file, of_sheet).read(sheet); }});
  }
  return sheets;
}

}  // namespace
}  // namespace workbook

Table read_ods_table(const std::filesystem::path& path, const TableRequest& request, Problems& problems) {
  if (!check_input_file(path, problems)) return {.file = path.string()};
  pugi::xml_document document;
  if (!workbook::Package(path).read("content.xml", document)) {
    problems.add({.file = path.string(), .message = "is no .ods workbook, or one that a password locks"});
    return {.file = path.string()};
  }
  return read_workbook_table(path, workbook::ods_sheets(document.document_element()), request, problems);
}

}  // namespace phusong::gis
