#include "sim/report/hamlet_style.h"

#include <fmt/format.h>

#include <string_view>

namespace phusong::report {
namespace {

/// How a status is drawn. Colours: Okabe and Ito, Color Universal Design (2008), told apart in all forms of colour
/// blindness. What is missing is larger than what is there and is drawn over it.
struct Symbol {
  std::string_view status, label, shape, colour;
  double size_mm;
};

}  // namespace

std::string hamlet_style(const Wording& words) {
  const Symbol symbols[] = {{"covered", words.covered, "circle", "0,114,178,255", 1.8},
                            {"hollow", words.hollow, "diamond", "240,228,66,255", 2.8},
                            {"white", words.white, "triangle", "213,94,0,255", 3.2},
                            {"unknown", words.unknown, "square", "153,153,153,255", 2.4}};
  std::string categories, drawn;
  for (std::size_t i = 0; i < std::size(symbols); ++i) {
    categories += fmt::format("   <category render=\"true\" value=\"{}\" label=\"{}\" symbol=\"{}\"/>\n",
                              symbols[i].status, symbols[i].label, i);
    drawn += fmt::format(
        "   <symbol type=\"marker\" name=\"{0}\"><layer class=\"SimpleMarker\" pass=\"{0}\"><prop k=\"name\" "
        "v=\"{1}\"/>"
        "<prop k=\"color\" v=\"{2}\"/><prop k=\"outline_color\" v=\"35,35,35,255\"/><prop k=\"outline_width\" "
        "v=\"0.2\"/><prop k=\"size\" v=\"{3}\"/></layer></symbol>\n",
        i, symbols[i].shape, symbols[i].colour, symbols[i].size_mm);
  }
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      "<qgis version=\"3.22\" styleCategories=\"Symbology\">\n"
      " <renderer-v2 type=\"categorizedSymbol\" attr=\"status\" symbollevels=\"1\">\n  <categories>\n{}"
      "  </categories>\n  <symbols>\n{}  </symbols>\n </renderer-v2>\n</qgis>\n",
      categories, drawn);
}

}  // namespace phusong::report
