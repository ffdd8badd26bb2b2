#include "sim/report/sunset/cells_by_period.h"

#include <array>

#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/report/cell_values.h"
#include "sim/report/pass_through.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using gis::Number;

/// Name and colour of a fate on the map.
struct FateStyle {
  const char* name;
  const char* colour;
};
/// By CellFate.
constexpr std::array<FateStyle, 6> kFates = {{{"stays", "150,150,150,90"},
                                              {"exempt", "120,80,160,255"},
                                              {"goes", "214,96,40,255"},
                                              {"left", "190,20,30,255"},
                                              {"refarmed", "30,120,190,255"},
                                              {"swap", "30,150,80,255"}}};

/// A QGIS style: colour by fate, and begin and end as the times of each feature. limitMode 0 is QGIS's
/// IncludeBeginExcludeEnd: a date is its midnight, so that only an end on the day after fills the last day.
std::string style_text() {
  std::string categories, symbols;
  for (std::size_t i = 0; i < kFates.size(); ++i) {
    const std::string number = std::to_string(i);
    categories += "   <category render=\"true\" value=\"" + std::string(kFates[i].name) + "\" label=\"" +
                  kFates[i].name + "\" symbol=\"" + number + "\"/>\n";
    symbols += "   <symbol type=\"marker\" name=\"" + number +
               "\"><layer class=\"SimpleMarker\"><prop k=\"name\" v=\"circle\"/><prop k=\"color\" v=\"" +
               kFates[i].colour + "\"/><prop k=\"size\" v=\"2\"/></layer></symbol>\n";
  }
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
         "<qgis version=\"3.22\" styleCategories=\"Symbology|Temporal\">\n"
         " <temporal enabled=\"1\" mode=\"2\" startField=\"begin\" endField=\"end\" startExpression=\"\" "
         "endExpression=\"\" limitMode=\"0\" accumulate=\"0\" fixedDuration=\"0\" durationUnit=\"min\" "
         "durationField=\"\"><fixedRange><start></start><end></end></fixedRange></temporal>\n"
         " <renderer-v2 type=\"categorizedSymbol\" attr=\"fate\">\n  <categories>\n" +
         categories + "  </categories>\n  <symbols>\n" + symbols + "  </symbols>\n </renderer-v2>\n</qgis>\n";
}

}  // namespace

void write_cells_by_period(const std::filesystem::path& folder, const network::Network& network,
                           const sunset::SunsetOutcome& outcome) {
  gis::OutputTable table{.name = "cells_by_period",
                         .columns = {{"cell_id", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"operator", ColumnType::kText},
                                     {"technology", ColumnType::kText},
                                     {"frequency_mhz", ColumnType::kReal},
                                     {"azimuth_deg", ColumnType::kReal},
                                     {"fate", ColumnType::kText},
                                     {"begin", ColumnType::kText},
                                     {"end", ColumnType::kText}},
                         .rows = {}};
  std::vector<gis::LonLat> masts;
  std::vector<const network::PassThroughFields*> pass_through;
  for (std::size_t i = 0; i < outcome.on_air.size(); ++i) {
    const sunset::OnAir& interval = outcome.on_air[i];
    if (!interval.ever()) continue;
    const network::Cell& cell = outcome.cells.cells[i];
    const network::Site& site = network.sites[cell.site];
    table.rows.push_back({cell.cell_id, site.site_id, site.operator_name, std::string(name_of(cell.technology)),
                          read_again(cell.frequency_mhz),
                          cell.azimuth_true_deg ? gis::CellValue{Number{*cell.azimuth_true_deg, 2}} : gis::CellValue{},
                          kFates[static_cast<std::size_t>(interval.fate)].name,
                          outcome.question.quarter_of(interval.first).first_day(),
                          outcome.question.quarter_of(interval.last + 1).first_day()});
    masts.push_back(site.lon_lat);
    pass_through.push_back(&cell.pass_through);
  }
  add_pass_through(pass_through, table);
  gis::write_geojson_points(folder / "cells_by_period.geojson", table, masts);
  gis::write_text_file(folder / "cells_by_period.qml", style_text());
}

}  // namespace phusong::report
