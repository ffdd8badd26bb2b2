#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>

#include "sim/report/qgis/layer_styles.h"
#include "sim/report/qgis/qgis_wording.h"
#include "sim/report/qgis/style_parts.h"
#include "sim/report/resilience/resilience_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

constexpr const char* kCategories = "Symbology|Labeling|Fields|Forms|MapTips";
/// Names of all hamlets would hide each other at smaller scales; those of hamlets that lack coverage are on the print
/// of a province too.
constexpr int kNamesFromScale = 75000, kUncoveredNamesFromScale = 500000;

/// How a status is drawn: what is missing is larger than what is there and is drawn over it.
struct StatusLook {
  std::string_view status, label;
  MarkerLook marker;
};

std::array<StatusLook, 4> status_looks(const Wording& words) {
  return {{{"covered", words.covered, {.shape = "circle", .colour = kBlue, .size_mm = 1.8, .pass = 0}},
           {"hollow", words.hollow, {.shape = "diamond", .colour = kYellow, .size_mm = 2.8, .pass = 1}},
           {"white", words.white, {.shape = "triangle", .colour = kVermilion, .size_mm = 3.2, .pass = 2}},
           {"unknown", words.unknown, {.shape = "square", .colour = kGrey, .size_mm = 2.4, .pass = 3}}}};
}

std::string status_in_words(std::string_view field, const Wording& words) {
  std::string cases = "CASE";
  for (const StatusLook& look : status_looks(words))
    cases += fmt::format(" WHEN \"{}\" = '{}' THEN '{}'", field, look.status, look.label);
  return cases + " END";
}

/// The hamlet's name, or its id where the table has no names.
std::string_view name_field(const std::vector<gis::Column>& columns) {
  return has_column(columns, "name") ? "name" : "hamlet_id";
}

std::string hamlet_tip(std::string_view status, std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  std::string html = fmt::format("<b>[% {} %]</b>", html_of_field(name_field(columns)));
  for (const std::string_view area : {"commune", "district"})
    if (has_column(columns, area)) html += tip_line(area, field_alias(area, language));
  html += fmt::format("<br>{}: [% {} %]", field_alias(status, language), status_in_words(status, wording(language)));
  if (has_column(columns, "note")) html += tip_line("note", words.reason);
  if (has_column(columns, "cheapest_fix")) html += tip_line("cheapest_fix", words.cheapest_fix);
  return html;
}

/// A style by a column of statuses, without labels.
QgisDocument style_by_status(std::string_view status, std::string_view language,
                             const std::vector<gis::Column>& columns) {
  QgisDocument style = style_document(kCategories);
  const auto looks = status_looks(wording(language));
  std::vector<SymbolClass> classes;
  for (const StatusLook& look : looks)
    classes.push_back({std::string(look.status), std::string(look.label)});
  const pugi::xml_node symbols = add_categories(style.root(), status, classes, true);
  for (std::size_t i = 0; i < looks.size(); ++i)
    add_marker(symbols, std::to_string(i), looks[i].marker);
  add_column_words(style.root(), columns, language);
  add_map_tip(style.root(), hamlet_tip(status, language, columns));
  return style;
}

/// From how many people on a symbol is as large as this.
struct SizeClass {
  int least_people;
  double size_mm;
};
constexpr std::array<SizeClass, 4> kSizes = {{{1, 1.8}, {200, 2.8}, {1000, 4.0}, {5000, 5.5}}};

std::string people_label(std::size_t size, std::string_view language) {
  const ResilienceWording& words = resilience_wording(language);
  const Wording& numbers = wording(language);
  const std::string least = number_text(kSizes[size].least_people, numbers);
  if (size + 1 == kSizes.size()) return fmt::format(fmt::runtime(words.people_from), fmt::arg("least", least));
  return fmt::format(fmt::runtime(words.people_between), fmt::arg("least", least),
                     fmt::arg("most", number_text(kSizes[size + 1].least_people - 1, numbers)));
}

std::string event_filter(std::string_view event, std::size_t size) {
  std::string text = fmt::format("\"event\" = '{}' AND \"people_lost\" >= {}", event, kSizes[size].least_people);
  if (size + 1 < kSizes.size()) text += fmt::format(" AND \"people_lost\" < {}", kSizes[size + 1].least_people);
  return text;
}

}  // namespace

std::string hamlet_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisDocument style = style_by_status("status", language, columns);
  const std::string name = fmt::format("CASE WHEN @map_scale <= {} OR \"status\" <> 'covered' THEN \"{}\" END",
                                       kNamesFromScale, name_field(columns));
  add_labels(style.root(),
             {.expression = name, .is_expression = true, .size_pt = 7.0, .smallest_scale = kUncoveredNamesFromScale});
  return style.text();
}

std::string technology_hamlet_style(std::string_view language, const std::vector<gis::Column>& columns,
                                    network::Technology technology) {
  const std::string status = fmt::format("{}_status", prefix_of(technology));
  const QgisDocument style = style_by_status(status, language, columns);
  add_labels(style.root(), {.expression = name_field(columns), .size_pt = 7.0, .smallest_scale = kNamesFromScale});
  return style.text();
}

std::string resilience_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const ResilienceWording& words = resilience_wording(language);
  /// How a kind of event is drawn.
  struct KindLook {
    std::string_view event, label, shape, colour;
  };
  const std::array<KindLook, 3> kinds = {{{"grid", words.grid_label, "triangle", "0,158,115,190"},
                                          {"fibre", words.fibre_label, "square", "0,114,178,190"},
                                          {"site", words.site_label, "circle", "213,94,0,190"}}};
  const QgisDocument style = style_document("Symbology|Fields|Forms");
  std::vector<SymbolClass> classes;
  for (const KindLook& kind : kinds) {
    for (std::size_t size = 0; size < kSizes.size(); ++size) {
      classes.push_back(
          {event_filter(kind.event, size), fmt::format("{}: {}", kind.label, people_label(size, language))});
    }
  }
  const pugi::xml_node symbols = add_rules(style.root(), classes, true);
  // The mast over its link and its grid, and of those the smaller over the larger: all that fails at a place is seen.
  int number = 0, first_pass = 0;
  for (const KindLook& kind : kinds) {
    int pass = first_pass += static_cast<int>(kSizes.size());
    for (const SizeClass& size : kSizes) {
      add_marker(symbols, std::to_string(number++),
                 {.shape = kind.shape, .colour = kind.colour, .size_mm = size.size_mm, .pass = --pass});
    }
  }
  add_column_words(style.root(), columns, language);
  return style.text();
}

std::string uncertainty_style(std::string_view language, const std::vector<gis::Column>& columns) {
  const QgisWording& words = qgis_wording(language);
  const QgisDocument style = style_document("Symbology|Fields|Forms");
  const pugi::xml_node symbols = add_rules(
      style.root(),
      {{"\"covered_probability\" >= 0.9", std::string(words.covered_often)},
       {"\"covered_probability\" >= 0.5 AND \"covered_probability\" < 0.9", std::string(words.covered_sometimes)},
       {"\"covered_probability\" < 0.5", std::string(words.covered_seldom)}});
  add_marker(symbols, "0", {.shape = "circle", .colour = kBlue, .size_mm = 1.8});
  add_marker(symbols, "1", {.shape = "diamond", .colour = kYellow, .size_mm = 2.8});
  add_marker(symbols, "2", {.shape = "triangle", .colour = kVermilion, .size_mm = 3.2});
  add_column_words(style.root(), columns, language);
  return style.text();
}

}  // namespace phusong::report
