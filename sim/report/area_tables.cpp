#include "sim/report/area_tables.h"

#include <array>

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

/// The columns of an area's names, the largest area first; a table has those down to its level.
constexpr std::array kAreaNames = {"province", "district", "commune", "commune_old"};
constexpr std::size_t kDistrictNames = 2, kCommuneNames = 3, kOldCommuneNames = 4;

gis::OutputTable empty_table(const RunData& run, const char* name, std::size_t names) {
  gis::OutputTable table{.name = name, .columns = {}, .rows = {}};
  for (std::size_t i = 0; i < names; ++i)
    table.columns.push_back({kAreaNames[i], ColumnType::kText});
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

Row area_row(const RunData& run, const AreaTotals& area, std::size_t names) {
  const OperatorTotals& totals = area.operators[run.main_operator()];
  Row row = {text_or_nothing(area.area.province), text_or_nothing(area.area.district),
             text_or_nothing(area.area.commune), text_or_nothing(area.area.commune_old)};
  row.resize(names);
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

gis::OutputTable area_table(const RunData& run, const char* name, std::size_t names,
                            const std::vector<AreaTotals>& areas) {
  gis::OutputTable table = empty_table(run, name, names);
  for (const AreaTotals& area : areas)
    table.rows.push_back(area_row(run, area, names));
  return table;
}

}  // namespace

gis::OutputTable commune_table(const RunData& run) {
  return area_table(run, "communes", kCommuneNames, run.totals.communes);
}

gis::OutputTable old_commune_table(const RunData& run) {
  return area_table(run, "communes_old", kOldCommuneNames, run.totals.communes_old);
}

gis::OutputTable district_table(const RunData& run) {
  return area_table(run, "districts", kDistrictNames, run.totals.districts);
}

}  // namespace phusong::report
