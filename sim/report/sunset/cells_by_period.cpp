#include "sim/report/sunset/cells_by_period.h"

#include <array>

#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/report/cell_values.h"
#include "sim/report/pass_through.h"
#include "sim/report/qgis/layer_styles.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using gis::Number;

/// By CellFate.
constexpr std::array<const char*, 6> kFates = {"stays", "exempt", "goes", "left", "refarmed", "swap"};

}  // namespace

void write_cells_by_period(const std::filesystem::path& folder, const network::Network& network,
                           const sunset::SunsetOutcome& outcome, std::string_view language) {
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
                          kFates[static_cast<std::size_t>(interval.fate)],
                          outcome.question.quarter_of(interval.first).first_day(),
                          outcome.question.quarter_of(interval.last + 1).first_day()});
    masts.push_back(site.lon_lat);
    pass_through.push_back(&cell.pass_through);
  }
  add_pass_through(pass_through, table);
  gis::write_geojson_points(folder / "cells_by_period.geojson", table, masts);
  gis::write_text_file(folder / "cells_by_period.qml", cells_by_period_style(language, table.columns));
}

}  // namespace phusong::report
