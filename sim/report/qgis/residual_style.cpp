#include "sim/report/qgis/residual_style.h"

#include <array>
#include <pugixml.hpp>
#include <vector>

#include "sim/report/calibration/calibration_wording.h"
#include "sim/report/qgis/style_parts.h"
#include "sim/report/qgis/xml.h"

namespace phusong::report {
namespace {

/// Which rows are drawn how.
struct ResidualLook {
  std::string filter;
  std::string_view label;
  MarkerLook marker;
};

std::array<ResidualLook, 7> residual_looks(const CalibrationWording& words) {
  // The expressions of QGIS 3.22 have no BETWEEN.
  const auto above = [](std::string_view least) { return "\"residual_after_db\" > " + std::string(least); };
  const auto below = [](std::string_view most) { return "\"residual_after_db\" < " + std::string(most); };
  const auto where = [](const std::string& range) { return "\"at_noise_floor\" = 0 AND " + range; };
  constexpr std::string_view kWhite = "255,255,255,255";
  return {{{where(above("10")), words.much_stronger, {.shape = "triangle", .colour = kBlue, .size_mm = 2.8}},
           {where(above("3") + " AND NOT " + above("10")), words.stronger, {.shape = "triangle", .colour = kSkyBlue}},
           {where("NOT " + above("3") + " AND NOT " + below("-3")),
            words.as_predicted,
            {.shape = "circle", .colour = kWhite, .size_mm = 1.4}},
           {where(below("-3") + " AND NOT " + below("-10")),
            words.weaker,
            {.shape = "triangle", .colour = kOrange, .angle_deg = 180.0}},
           {where(below("-10")),
            words.much_weaker,
            {.shape = "triangle", .colour = kVermilion, .size_mm = 2.8, .angle_deg = 180.0}},
           {"\"at_noise_floor\" = 1", words.at_noise_floor, {.shape = "circle", .colour = kGrey, .size_mm = 1.4}},
           {"\"left_out\" IS NOT NULL", words.not_compared, {.shape = "cross", .colour = kGrey, .size_mm = 1.4}}}};
}

}  // namespace

std::string residual_style(std::string_view language) {
  const auto looks = residual_looks(calibration_wording(language));
  const QgisDocument style = style_document("Symbology");
  std::vector<SymbolClass> classes;
  for (const ResidualLook& look : looks)
    classes.push_back({look.filter, std::string(look.label)});
  const pugi::xml_node symbols = add_rules(style.root(), classes);
  for (std::size_t i = 0; i < looks.size(); ++i)
    add_marker(symbols, std::to_string(i), looks[i].marker);
  return style.text();
}

}  // namespace phusong::report
