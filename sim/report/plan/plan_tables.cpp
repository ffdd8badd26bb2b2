#include "sim/report/plan/plan_tables.h"

#include "sim/report/cell_values.h"
#include "sim/report/pass_through.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using gis::Number;

const char* text_of(planning::StepAction action) {
  switch (action) {
    case planning::StepAction::kNewMast:
      return "new_mast";
    case planning::StepAction::kPole:
      return "pole";
    case planning::StepAction::kUpgrade:
      return "upgrade";
    case planning::StepAction::kFibre:
      return "fibre";
  }
  return "";
}

/// Medium, where to, and how far.
std::vector<gis::CellValue> backhaul_cells(const std::optional<planning::StepBackhaul>& backhaul) {
  if (!backhaul) return {"existing", std::monostate{}, std::monostate{}};
  return {std::string(name_of(backhaul->medium)), text_or_nothing(backhaul->to), Number{backhaul->length_km, 4}};
}

}  // namespace

gis::OutputTable step_table(const PlanData& data) {
  gis::OutputTable table{.name = "steps",
                         .columns = {{"step", ColumnType::kInteger},
                                     {"year", ColumnType::kInteger},
                                     {"action", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"lon_deg", ColumnType::kReal},
                                     {"lat_deg", ColumnType::kReal},
                                     {"mast_height_m", ColumnType::kReal},
                                     {"technology", ColumnType::kText},
                                     {"capex_million_vnd", ColumnType::kReal},
                                     {"hamlets_gained", ColumnType::kInteger},
                                     {"population_gained", ColumnType::kInteger},
                                     {"cumulative_hamlet_share", ColumnType::kReal},
                                     {"backhaul", ColumnType::kText},
                                     {"backhaul_to", ColumnType::kText},
                                     {"backhaul_km", ColumnType::kReal}},
                         .rows = {}};
  for (const planning::PlanStep& step : data.outcome().steps) {
    std::vector<gis::CellValue> row = {static_cast<std::int64_t>(table.rows.size() + 1),
                                       std::int64_t{step.year},
                                       text_of(step.action),
                                       step.site_id,
                                       degrees(step.lon_lat.lon_deg),
                                       degrees(step.lon_lat.lat_deg),
                                       read_again(step.mast_height_m),
                                       text_or_nothing(names_of(step.technologies)),
                                       million_vnd(step.cost.capex_million_vnd),
                                       static_cast<std::int64_t>(step.hamlets_gained.size()),
                                       step.people_gained,
                                       ratio(step.cumulative_hamlet_share)};
    for (gis::CellValue& value : backhaul_cells(step.backhaul))
      row.push_back(std::move(value));
    table.rows.push_back(std::move(row));
  }
  return table;
}

gis::OutputTable cost_line_table(const PlanData& data) {
  gis::OutputTable table{.name = "cost_lines",
                         .columns = {{"site_id", ColumnType::kText},
                                     {"item", ColumnType::kText},
                                     {"quantity", ColumnType::kReal},
                                     {"unit", ColumnType::kText},
                                     {"unit_cost_million_vnd", ColumnType::kReal},
                                     {"cost_million_vnd", ColumnType::kReal},
                                     {"opex_million_vnd_per_year", ColumnType::kReal}},
                         .rows = {}};
  std::vector<const network::PassThroughFields*> pass_through;
  for (const auto& [site_id, line] : data.outcome().cost_lines) {
    table.rows.push_back({site_id, line.item, Number{line.quantity, 6}, line.unit,
                          read_again(line.unit_cost_million_vnd), read_again(line.cost().capex_million_vnd),
                          read_again(line.cost().opex_million_vnd_per_year)});
    pass_through.push_back(&data.scenario.plan_tables.cost_of(line.item).pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
}

gis::OutputTable candidate_table(const PlanData& data) {
  gis::OutputTable table{.name = "candidates",
                         .columns = {{"candidate_id", ColumnType::kText},
                                     {"kind", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"lon_deg", ColumnType::kReal},
                                     {"lat_deg", ColumnType::kReal},
                                     {"height_m", ColumnType::kReal},
                                     {"technologies", ColumnType::kText},
                                     {"capex_million_vnd", ColumnType::kReal},
                                     {"opex_million_vnd_per_year", ColumnType::kReal},
                                     {"backhaul_capex_million_vnd", ColumnType::kReal},
                                     {"chosen", ColumnType::kInteger}},
                         .rows = {}};
  std::vector<const network::PassThroughFields*> pass_through;
  const planning::StationPlan& plan = data.stations();
  const planning::CandidateSet& set = plan.candidates.set;
  std::vector<bool> chosen(set.candidates.size());
  for (const planning::PlannedStation& station : plan.stations)
    chosen[station.candidate] = true;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const planning::Candidate& candidate = set.candidates[i];
    const planning::CandidateSite& site = set.site_of(candidate);
    const planning::CandidateCost& cost = plan.candidates.costs[i];
    table.rows.push_back({candidate.candidate_id, std::string(name_of(site.kind)), site.site.site_id,
                          degrees(site.site.lon_lat.lon_deg), degrees(site.site.lon_lat.lat_deg),
                          read_again(site.site.mast_height_m), names_of(candidate.technologies),
                          million_vnd(total(cost.station.cost_lines).capex_million_vnd),
                          million_vnd(cost.cost().opex_million_vnd_per_year),
                          million_vnd(cost.route.cost().capex_million_vnd), std::int64_t{chosen[i]}});
    pass_through.push_back(&site.site.pass_through);
  }
  add_pass_through(pass_through, table);
  return table;
}

void write_candidate_coverage(const std::filesystem::path& path, const PlanData& data) {
  const std::vector<gis::Column> columns = {
      {"candidate_id", ColumnType::kText}, {"hamlet_id", ColumnType::kText}, {"point", ColumnType::kInteger}};
  const planning::CandidateStudy& study = data.stations().candidates;
  const std::vector<planning::Candidate>& candidates = study.set.candidates;
  std::size_t candidate = 0, next = 0;
  std::vector<std::size_t> points;
  gis::write_csv(path, columns, data.scenario.options.report.csv, [&](std::vector<gis::CellValue>& row) {
    while (next == points.size()) {
      if (candidate == candidates.size()) return false;
      points = study.matrix.points_of(candidates[candidate++]);
      next = 0;
    }
    const coverage::SamplePoint& point = study.need.points[points[next++]];
    row = {candidates[candidate - 1].candidate_id, data.scenario.network.hamlets[point.hamlet].hamlet_id,
           std::int64_t{point.point}};
    return true;
  });
}

}  // namespace phusong::report
