#include "sim/report/plan/plan_files.h"

#include <algorithm>
#include <iterator>

#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/report/backhaul_file.h"
#include "sim/report/plan/plan_json.h"
#include "sim/report/plan/plan_layers.h"
#include "sim/report/plan/plan_resilience_table.h"
#include "sim/report/plan/plan_tables.h"
#include "sim/report/plan/station_tables.h"
#include "sim/report/plan/unserved.h"
#include "sim/report/qgis/layer_styles.h"

namespace phusong::report {
namespace {

constexpr const char* kFolder = "plan";
constexpr const char* kLast = "plan.json";

const std::vector<planning::BackhaulLink>& backhaul_links(const PlanData& data) {
  const planning::BroadbandPlan* const broadband = data.broadband();
  return broadband != nullptr ? broadband->fibre.links : data.stations().backhaul.links;
}

}  // namespace

bool plan_files_exist(const std::filesystem::path& run_folder) {
  return std::filesystem::exists(run_folder / kFolder / kLast);
}

std::vector<coverage::PointLevel> new_cell_levels(const planning::StationPlan& plan) {
  const std::size_t first_new = plan.built_cells.size() - plan.rows.cells.size();
  std::vector<coverage::PointLevel> levels;
  std::ranges::copy_if(plan.after.point_levels, std::back_inserter(levels),
                       [=](const coverage::PointLevel& level) { return level.cell >= first_new; });
  return levels;
}

void write_plan_files(const std::filesystem::path& run_folder, const PlanData& data) {
  const std::filesystem::path folder = run_folder / kFolder;
  const gis::CsvStyle csv = data.scenario.options.report.csv;
  std::filesystem::create_directories(folder);
  std::filesystem::remove(folder / kLast);
  const gis::OutputTable sites = new_site_table(data);
  gis::write_csv(folder / "new_sites.csv", sites, csv);
  const std::string& language = data.scenario.options.report.language;
  gis::write_geojson_points(folder / "new_sites.geojson", sites, new_site_positions(data));
  gis::write_text_file(folder / "new_sites.qml", new_site_style(language, sites.columns));
  gis::write_csv(folder / "upgrades.csv", upgrade_table(data), csv);
  gis::write_csv(folder / "new_cells.csv", new_cell_table(data), csv);
  const std::vector<planning::BackhaulLink> links = backhaul_links(data);
  write_backhaul(folder / "backhaul.geojson", links);
  gis::write_text_file(folder / "backhaul.qml", new_backhaul_style(language, backhaul_table(links).columns));
  write_plan_layers(folder / "plan.gpkg", data, links);
  gis::write_csv(folder / "steps.csv", step_table(data), csv);
  gis::write_csv(folder / "cost_lines.csv", cost_line_table(data), csv);
  gis::write_csv(folder / "candidates.csv", candidate_table(data), csv);
  write_candidate_coverage(folder / "candidate_coverage.csv", data);
  gis::write_csv(folder / "unserved.csv", unserved_table(data), csv);
  gis::write_csv(folder / "resilience.csv", plan_resilience_table(data.parts), csv);
  gis::write_text_file(folder / kLast, plan_json(data));
}

}  // namespace phusong::report
