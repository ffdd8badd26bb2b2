#include "sim/report/qgis/style_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "sim/report/qgis/qgis_wording.h"

namespace phusong::report {

bool has_column(const std::vector<gis::Column>& columns, std::string_view name) {
  return std::ranges::any_of(columns, [&](const gis::Column& column) { return column.name == name; });
}

std::vector<FieldAlias> aliases_of(const std::vector<gis::Column>& columns, std::string_view language) {
  std::vector<FieldAlias> aliases;
  for (const gis::Column& column : columns) {
    std::string alias = field_alias(column.name, language);
    if (!alias.empty()) aliases.push_back({column.name, std::move(alias)});
  }
  return aliases;
}

void add_map_tip(pugi::xml_node qgis, std::string_view html) {
  // QGIS 3.32 and later want it enabled; earlier versions know no such attribute.
  add_text_element(qgis, "mapTip", html).append_attribute("enabled") = "1";
}

std::string html_of_field(std::string_view field) {
  // QGIS 3.22 has no function that escapes HTML.
  return fmt::format(
      "replace(replace(replace(coalesce(to_string(\"{}\"), ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')", field);
}

}  // namespace phusong::report
