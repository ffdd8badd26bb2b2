#include "sim/report/sunset/cells_by_period.h"

#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/report/carried.h"
#include "sim/report/cell_values.h"
#include "sim/sunset/model/quarter.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using gis::Number;
using sunset::PlainSchedule;
using sunset::Quarter;

/// Periods in which a cell is on: from the beginning of `first` to the end of `last`.
struct OnAir {
  int first = 0, last = 0;
  bool ever = false;
};

std::vector<OnAir> times_on_air(const SunsetData& data) {
  const network::Network& network = data.network();
  std::vector<OnAir> times(data.cells().size());
  for (std::size_t i = 0; i < network.cells.size(); ++i)
    times[i] = {0, data.options().periods, network.on_air(network.sites[network.cells[i].site])};
  for (const PlainSchedule::Step& step : plain_schedule(data.scenario, data.sunset.more, data.result).steps) {
    if (step.action == PlainSchedule::Action::kOff) {
      times[step.cell].last = step.period - 1;
    } else {
      times[step.cell] = {step.period, data.options().periods, true};
    }
  }
  return times;
}

/// What becomes of a cell, for the colours of a map.
std::string fate_of(const SunsetData& data, std::size_t cell, const network::Cell& is, const OnAir& time) {
  if (cell >= data.network().cells.size() + data.sunset.more.refarmed.size()) return "swap";
  if (cell >= data.network().cells.size()) return "refarmed";
  if (is.technology != data.options().technology) return "stays";
  if (is.exempt) return "exempt";
  return time.last < data.options().periods ? "goes" : "left";
}

struct Fate {
  const char* name;
  const char* colour;
};
constexpr std::array<Fate, 6> kFates = {{{"stays", "150,150,150,90"},
                                         {"exempt", "120,80,160,255"},
                                         {"goes", "214,96,40,255"},
                                         {"left", "190,20,30,255"},
                                         {"refarmed", "30,120,190,255"},
                                         {"swap", "30,150,80,255"}}};

/// A QGIS style: colour by fate, and begin and end as the times of each feature.
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
         "endExpression=\"\" limitMode=\"1\" accumulate=\"0\" fixedDuration=\"0\" durationUnit=\"min\" "
         "durationField=\"\"><fixedRange><start></start><end></end></fixedRange></temporal>\n"
         " <renderer-v2 type=\"categorizedSymbol\" attr=\"fate\">\n  <categories>\n" +
         categories + "  </categories>\n  <symbols>\n" + symbols + "  </symbols>\n </renderer-v2>\n</qgis>\n";
}

}  // namespace

void write_cells_by_period(const std::filesystem::path& folder, const SunsetData& data) {
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
  std::vector<gis::LonLat> places;
  std::vector<const network::CarriedFields*> carried;
  const std::vector<network::Cell> cells = data.cells();
  const std::vector<OnAir> times = times_on_air(data);
  const Quarter start = sunset::parse_quarter(data.options().start);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!times[i].ever) continue;
    const network::Site& site = data.network().sites[cells[i].site];
    table.rows.push_back(
        {cells[i].cell_id, site.site_id, site.operator_name, std::string(name_of(cells[i].technology)),
         Number{cells[i].frequency_mhz, 3},
         cells[i].azimuth_true_deg ? gis::CellValue{Number{*cells[i].azimuth_true_deg, 2}} : gis::CellValue{},
         fate_of(data, i, cells[i], times[i]), start.plus(times[i].first - 1).first_day(),
         start.plus(times[i].last - 1).last_day()});
    places.push_back(site.lon_lat);
    carried.push_back(&cells[i].carried);
  }
  add_carried(carried, table);
  gis::write_geojson_points(folder / "cells_by_period.geojson", table, places);
  gis::write_text_file(folder / "cells_by_period.qml", style_text());
}

}  // namespace phusong::report
