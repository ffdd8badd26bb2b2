#include "sim/report/comparison/change_style.h"

#include <fmt/format.h>

#include "sim/report/comparison/comparison_wording.h"
#include "sim/report/xml_text.h"

namespace phusong::report {
namespace {

/// How a change is drawn, and which rows it is for. Colours: Okabe and Ito, Color Universal Design (2008).
struct ChangeSymbol {
  std::string_view filter, label, shape, colour;
  double angle_deg, size_mm;
};

}  // namespace

std::string change_style(std::string_view language) {
  const ComparisonWording& words = comparison_wording(language);
  const ChangeSymbol symbols[] = {
      {"\"change\" <> 'status' AND \"direction\" = 'better'", words.slightly_better, "triangle", "86,180,233,255", 0,
       1.8},
      {"\"change\" <> 'status' AND \"direction\" = 'worse'", words.slightly_worse, "triangle", "230,159,0,255", 180,
       1.8},
      {"\"change\" = 'status' AND \"direction\" = 'better'", words.better, "triangle", "0,114,178,255", 0, 3.2},
      {"\"change\" = 'status' AND \"direction\" = 'worse'", words.worse, "triangle", "213,94,0,255", 180, 3.2},
      {"\"direction\" IS NULL", words.unknown_change, "square", "153,153,153,255", 0, 2.4}};
  std::string rules, drawn;
  for (std::size_t i = 0; i < std::size(symbols); ++i) {
    const ChangeSymbol& symbol = symbols[i];
    rules += fmt::format("   <rule symbol=\"{}\" label=\"{}\" filter=\"{}\"/>\n", i, xml_text(symbol.label),
                         xml_text(fmt::format("\"technology\" = 'target' AND {}", symbol.filter)));
    drawn += fmt::format(
        "   <symbol type=\"marker\" name=\"{0}\"><layer class=\"SimpleMarker\" pass=\"{0}\"><prop k=\"name\" "
        "v=\"{1}\"/><prop k=\"color\" v=\"{2}\"/><prop k=\"angle\" v=\"{3}\"/><prop k=\"outline_color\" "
        "v=\"35,35,35,255\"/><prop k=\"outline_width\" v=\"0.2\"/><prop k=\"size\" v=\"{4}\"/></layer></symbol>\n",
        i, symbol.shape, symbol.colour, symbol.angle_deg, symbol.size_mm);
  }
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      "<qgis version=\"3.22\" styleCategories=\"Symbology\">\n"
      " <renderer-v2 type=\"RuleRenderer\" symbollevels=\"1\">\n  <rules>\n{}  </rules>\n  <symbols>\n{}  </symbols>\n"
      " </renderer-v2>\n</qgis>\n",
      rules, drawn);
}

}  // namespace phusong::report
