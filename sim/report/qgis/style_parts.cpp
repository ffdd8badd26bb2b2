#include "sim/report/qgis/style_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <utility>

#include "sim/report/qgis/qgis_wording.h"
#include "sim/report/resilience/resilience_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// Codes of a column and their words.
using CodeWords = std::vector<std::pair<std::string_view, std::string_view>>;

/// Empty for a column whose values stand for themselves.
CodeWords code_words(std::string_view column, std::string_view language) {
  const QgisWording& words = qgis_wording(language);
  const Wording& verdicts = wording(language);
  const ResilienceWording& events = resilience_wording(language);
  // Of hamlets, and of masts.
  if (column == "status" || column.ends_with("_status") || column.starts_with("status_")) {
    return {{"covered", verdicts.covered},
            {"hollow", verdicts.hollow},
            {"white", verdicts.white},
            {"unknown", verdicts.unknown},
            {"on_air", words.on_air},
            {"planned", words.planned},
            {"off", words.off},
            {"candidate", words.candidate}};
  }
  if (column == "action") {
    return {{"new_mast", words.new_mast},
            {"pole", words.pole},
            {"upgrade", words.upgrade},
            {"fibre", words.fibre_to_hamlet}};
  }
  if (column == "medium" || column == "backhaul") {
    return {{"fibre", words.existing_fibre},
            {"microwave", words.existing_microwave},
            {"satellite", words.existing_satellite}};
  }
  if (column == "fate") {
    return {{"stays", words.stays}, {"exempt", words.exempt},     {"goes", words.goes},
            {"left", words.left},   {"refarmed", words.refarmed}, {"swap", words.swap}};
  }
  if (column == "event") {
    return {{"site", events.site_label}, {"fibre", events.fibre_label}, {"grid", events.grid_label}};
  }
  return {};
}

void add_value_map(pugi::xml_node field, const CodeWords& words) {
  pugi::xml_node config = add_element(add_element(field, "editWidget", {{"type", "ValueMap"}}), "config");
  pugi::xml_node list =
      add_element(add_element(config, "Option", {{"type", "Map"}}), "Option", {{"type", "List"}, {"name", "map"}});
  for (const auto& [code, word] : words) {
    add_element(add_element(list, "Option", {{"type", "Map"}}), "Option",
                {{"type", "QString"}, {"name", word}, {"value", code}});
  }
}

}  // namespace

bool has_column(const std::vector<gis::Column>& columns, std::string_view name) {
  return std::ranges::any_of(columns, [&](const gis::Column& column) { return column.name == name; });
}

void add_column_words(pugi::xml_node qgis, const std::vector<gis::Column>& columns, std::string_view language) {
  const pugi::xml_node aliases = add_element(qgis, "aliases"), forms = add_element(qgis, "fieldConfiguration");
  for (const gis::Column& column : columns) {
    if (const std::string alias = field_alias(column.name, language); !alias.empty())
      add_element(aliases, "alias", {{"field", column.name}, {"name", alias}});
    if (const CodeWords words = code_words(column.name, language); !words.empty())
      add_value_map(add_element(forms, "field", {{"name", column.name}}), words);
  }
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

std::string tip_line(std::string_view field, std::string_view words) {
  return fmt::format("[% CASE WHEN coalesce(to_string(\"{0}\"), '') <> '' THEN '<br>{1}: ' || {2} ELSE '' END %]",
                     field, words, html_of_field(field));
}

}  // namespace phusong::report
