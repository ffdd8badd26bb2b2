#include "sim/report/area_tables.h"

#include "sim/report/cell_values.h"
#include "sim/report/target.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;
using Row = std::vector<CellValue>;

void add_service_columns(const std::string& prefix, std::vector<gis::Column>& columns) {
  for (const char* const name :
       {"hamlets_covered", "hamlets_hollow", "hamlets_white", "hamlets_unknown", "people_covered"})
    columns.push_back({prefix + name, ColumnType::kInteger});
  columns.push_back({prefix + "people_reached", ColumnType::kReal});
}

void add_service(const ServiceTotals& totals, Row& row) {
  row.insert(row.end(), {totals.hamlets_covered, totals.hamlets_hollow, totals.hamlets_white, totals.hamlets_unknown,
                         totals.people_covered});
  row.push_back(gis::Number{totals.people_reached, 2});
}

gis::OutputTable empty_table(const RunData& run, const char* name, bool with_commune) {
  gis::OutputTable table{
      .name = name, .columns = {{"province", ColumnType::kText}, {"district", ColumnType::kText}}, .rows = {}};
  if (with_commune) table.columns.push_back({"commune", ColumnType::kText});
  table.columns.push_back({"hamlets", ColumnType::kInteger});
  table.columns.push_back({"population", ColumnType::kInteger});
  for (const network::Technology technology : run.coverage.technologies)
    add_service_columns(std::string(network::prefix_of(technology)) + "_", table.columns);
  add_service_columns("", table.columns);
  table.columns.push_back({"fixed_broadband_share", ColumnType::kReal});
  table.columns.push_back({"smartphone_share", ColumnType::kReal});
  table.columns.push_back({"target_needed", ColumnType::kInteger});
  table.columns.push_back({"target_reached", ColumnType::kInteger});
  table.columns.push_back({"target_hamlets_missing", ColumnType::kInteger});
  return table;
}

void add_target(const RunData& run, const AreaTotals& area, Row& row) {
  const scenario::PlanOptions& plan = run.scenario.options.plan;
  const auto distances = distances_to_targets(area, run.network(), run.coverage, run.main_operator(), plan);
  if (distances.empty() || plan.target.budget_million_vnd) {
    row.insert(row.end(), 3, std::monostate{});
  } else {
    const TargetDistance& distance = distances.front();
    row.insert(row.end(), {distance.needed, distance.reached, distance.hamlets_missing});
  }
}

Row area_row(const RunData& run, const AreaTotals& area, bool with_commune) {
  const OperatorTotals& totals = area.operators[run.main_operator()];
  Row row = {text_or_nothing(area.area.province), text_or_nothing(area.area.district)};
  if (with_commune) row.push_back(text_or_nothing(area.area.commune));
  row.push_back(std::int64_t{std::ssize(area.hamlets)});
  row.push_back(area.population);
  for (const network::Technology technology : run.coverage.technologies)
    add_service(totals.by_technology[technology], row);
  add_service(totals.target, row);
  row.push_back(ratio(fixed_broadband_share(area)));
  row.push_back(smartphone_share(area) ? ratio(*smartphone_share(area)) : CellValue());
  add_target(run, area, row);
  return row;
}

}  // namespace

gis::OutputTable commune_table(const RunData& run) {
  gis::OutputTable table = empty_table(run, "communes", true);
  for (const AreaTotals& area : run.totals.communes)
    table.rows.push_back(area_row(run, area, true));
  return table;
}

gis::OutputTable district_table(const RunData& run) {
  gis::OutputTable table = empty_table(run, "districts", false);
  for (const AreaTotals& area : run.totals.districts)
    table.rows.push_back(area_row(run, area, false));
  return table;
}

}  // namespace phusong::report
