#include "gis/workbook/xlsx_workbook.h"

#include <charconv>
#include <set>

#include "gis/text.h"
#include "gis/workbook/date_formats.h"

namespace phusong::gis::workbook {
namespace {

int id_of(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::vector<std::string> read_shared_strings(const Package& package, const std::string& part) {
  std::vector<std::string> strings;
  pugi::xml_document document;
  if (!package.read(part, document)) return strings;
  for (const pugi::xml_node& item : document.document_element().children())
    if (local_name(item) == "si") strings.push_back(text_below(item));
  return strings;
}

std::vector<bool> read_date_styles(const Package& package, const std::string& part) {
  std::vector<bool> styles;
  pugi::xml_document document;
  if (!package.read(part, document)) return styles;
  const pugi::xml_node root = document.document_element();
  std::set<int> date_formats, other_formats;
  for (const pugi::xml_node& format : child(root, "numFmts").children()) {
    (is_date_format(attribute(format, "formatCode")) ? date_formats : other_formats)
        .insert(id_of(attribute(format, "numFmtId")));
  }
  for (const pugi::xml_node& style : child(root, "cellXfs").children()) {
    const int id = id_of(attribute(style, "numFmtId"));
    styles.push_back(date_formats.contains(id) || (is_date_format(id) && !other_formats.contains(id)));
  }
  return styles;
}

bool is_true(std::string_view text) {
  return text == "1" || text == "true";
}

/// Where the package's root says that the workbook is.
std::string workbook_part(const Package& package) {
  for (const auto& [id, related] : package.related_parts(""))
    if (related.type == "officeDocument") return related.part;
  return "";
}

}  // namespace

Workbook read_workbook(const Package& package, const std::string& file, Problems& problems) {
  Workbook workbook;
  const std::string part = workbook_part(package);
  pugi::xml_document document;
  if (part.empty() || !package.read(part, document) || local_name(document.document_element()) != "workbook") {
    problems.add({.file = file, .message = "is no .xlsx workbook, or one that a password locks"});
    return workbook;
  }
  const pugi::xml_node root = document.document_element();
  workbook.from_1904 = is_true(attribute(child(root, "workbookPr"), "date1904"));
  workbook.values_are_stale = is_true(attribute(child(root, "calcPr"), "fullCalcOnLoad"));
  const std::map<std::string, RelatedPart> parts = package.related_parts(part);
  for (const auto& [id, related] : parts) {
    if (related.type == "sharedStrings") workbook.shared_strings = read_shared_strings(package, related.part);
    if (related.type == "styles") workbook.is_date_style = read_date_styles(package, related.part);
  }
  for (const pugi::xml_node& sheet : child(root, "sheets").children()) {
    const auto found = parts.find(std::string(attribute(sheet, "id")));
    if (found == parts.end() || found->second.type != "worksheet") continue;
    const std::string_view state = attribute(sheet, "state");
    workbook.sheets.push_back({.name = clean_text(attribute(sheet, "name")),
                               .part = found->second.part,
                               .is_visible = state.empty() || state == "visible"});
  }
  return workbook;
}

}  // namespace phusong::gis::workbook
