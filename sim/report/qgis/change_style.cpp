#include "sim/report/qgis/change_style.h"

#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>

#include "sim/report/comparison/comparison_wording.h"
#include "sim/report/qgis/style_parts.h"

namespace phusong::report {
namespace {

/// Which rows a change is for, and how it is drawn.
struct ChangeLook {
  std::string_view filter, label;
  MarkerLook marker;
};

std::array<ChangeLook, 5> change_looks(const ComparisonWording& words) {
  return {{{"\"change\" <> 'status' AND \"direction\" = 'better'",
            words.slightly_better,
            {.shape = "triangle", .colour = kSkyBlue, .size_mm = 1.8, .pass = 0}},
           {"\"change\" <> 'status' AND \"direction\" = 'worse'",
            words.slightly_worse,
            {.shape = "triangle", .colour = kOrange, .size_mm = 1.8, .pass = 1, .angle_deg = 180}},
           {"\"change\" = 'status' AND \"direction\" = 'better'",
            words.better,
            {.shape = "triangle", .colour = kBlue, .size_mm = 3.2, .pass = 2}},
           {"\"change\" = 'status' AND \"direction\" = 'worse'",
            words.worse,
            {.shape = "triangle", .colour = kVermilion, .size_mm = 3.2, .pass = 3, .angle_deg = 180}},
           {"\"direction\" IS NULL",
            words.unknown_change,
            {.shape = "square", .colour = kGrey, .size_mm = 2.4, .pass = 4}}}};
}

}  // namespace

std::string change_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const auto looks = change_looks(comparison_wording(language));
  const QgisDocument style = style_document("Symbology|Labeling|Fields|Forms");
  std::vector<SymbolClass> classes;
  for (const ChangeLook& look : looks)
    classes.push_back({fmt::format("\"technology\" = 'target' AND {}", look.filter), std::string(look.label)});
  const pugi::xml_node symbols = add_rules(style.root(), classes, true);
  for (std::size_t i = 0; i < looks.size(); ++i)
    add_marker(symbols, std::to_string(i), looks[i].marker);
  constexpr std::string_view kName = "CASE WHEN \"technology\" = 'target' AND \"change\" = 'status' THEN \"name\" END";
  add_labels(style.root(), {.expression = kName, .is_expression = true, .size_pt = 7.5, .smallest_scale = 150000});
  add_column_words(style.root(), columns, language);
  return style.text();
}

}  // namespace phusong::report
