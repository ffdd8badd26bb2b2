#include "sim/report/resilience/resilience_style.h"

#include <fmt/format.h>

#include <array>

#include "sim/report/resilience/resilience_wording.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

/// How a kind of event is drawn. Colours: Okabe and Ito, Color Universal Design (2008).
struct KindSymbol {
  std::string_view event, label, shape, colour;
};

/// From how many people on a symbol is as large as this.
struct SizeClass {
  int least_people;
  double size_mm;
};
constexpr std::array<SizeClass, 4> kSizes = {{{1, 1.8}, {200, 2.8}, {1000, 4.0}, {5000, 5.5}}};

std::string number(int value, const Wording& numbers) {
  return number_text(value, numbers);
}

std::string people_label(std::size_t size, const ResilienceWording& words, const Wording& numbers) {
  const std::string least = number(kSizes[size].least_people, numbers);
  if (size + 1 == kSizes.size()) return fmt::format(fmt::runtime(words.people_from), fmt::arg("least", least));
  return fmt::format(fmt::runtime(words.people_between), fmt::arg("least", least),
                     fmt::arg("most", number(kSizes[size + 1].least_people - 1, numbers)));
}

std::string filter(std::string_view event, std::size_t size) {
  std::string text =
      fmt::format("&quot;event&quot; = '{}' AND &quot;people_lost&quot; &gt;= {}", event, kSizes[size].least_people);
  if (size + 1 < kSizes.size())
    text += fmt::format(" AND &quot;people_lost&quot; &lt; {}", kSizes[size + 1].least_people);
  return text;
}

}  // namespace

std::string resilience_style(std::string_view language) {
  const ResilienceWording& words = resilience_wording(language);
  const std::array<KindSymbol, 3> kinds = {{{"grid", words.grid_label, "triangle", "0,158,115,190"},
                                            {"fibre", words.fibre_label, "square", "0,114,178,190"},
                                            {"site", words.site_label, "circle", "213,94,0,190"}}};
  std::string rules, symbols;
  int next = 0;
  for (const KindSymbol& kind : kinds) {
    for (std::size_t size = 0; size < kSizes.size(); ++size) {
      rules += fmt::format("   <rule key=\"{0}\" symbol=\"{0}\" label=\"{1}: {2}\" filter=\"{3}\"/>\n", next,
                           kind.label, people_label(size, words, wording(language)), filter(kind.event, size));
      symbols += fmt::format(
          "   <symbol type=\"marker\" name=\"{0}\"><layer class=\"SimpleMarker\" pass=\"0\"><prop k=\"name\" "
          "v=\"{1}\"/><prop k=\"color\" v=\"{2}\"/><prop k=\"outline_color\" v=\"35,35,35,255\"/><prop "
          "k=\"outline_width\" v=\"0.2\"/><prop k=\"size\" v=\"{3}\"/></layer></symbol>\n",
          next++, kind.shape, kind.colour, kSizes[size].size_mm);
    }
  }
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      "<qgis version=\"3.22\" styleCategories=\"Symbology\">\n"
      " <renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\">\n  <rules key=\"events\">\n{}"
      "  </rules>\n  <symbols>\n{}  </symbols>\n </renderer-v2>\n</qgis>\n",
      rules, symbols);
}

}  // namespace phusong::report
