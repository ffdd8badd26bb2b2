#include "sim/report/plan/plan_layers.h"

#include "gis/gpkg_writer.h"
#include "sim/report/backhaul_file.h"
#include "sim/report/plan/plan_tables.h"
#include "sim/report/qgis/layer_styles.h"

namespace phusong::report {

void write_plan_layers(const std::filesystem::path& path, const PlanData& data,
                       const std::vector<planning::BackhaulLink>& links) {
  const std::string& language = data.scenario.options.report.language;
  const gis::WorkingCrs& crs = data.scenario.crs;
  gis::OutputTable steps = step_table(data);
  steps.name = "stations";
  std::vector<gis::MapPoint> positions;
  for (const planning::PlanStep& step : data.outcome().steps)
    positions.push_back(crs.to_map(step.lon_lat));
  std::vector<gis::MapLine> lines;
  for (const planning::BackhaulLink& link : links)
    lines.push_back({crs.to_map(link.from_lon_lat), crs.to_map(link.to_lon_lat)});
  gis::OutputTable backhaul = backhaul_table(links);
  const std::string of_stations = station_style(language, steps.columns);
  const std::string of_links = new_backhaul_style(language, backhaul.columns);
  gis::write_gpkg(path,
                  {{.table = std::move(steps), .shapes = std::move(positions), .style = of_stations},
                   {.table = std::move(backhaul), .shapes = std::move(lines), .style = of_links}},
                  crs);
}

}  // namespace phusong::report
