#include "sim/report/kpi_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "sim/report/cell_values.h"
#include "sim/report/new_countryside.h"
#include "sim/report/target.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;

/// A row of the table with the names of its columns, so that neither is without the other.
class KpiRow {
 public:
  void add(std::string column, ColumnType type, CellValue value) {
    columns_.push_back({std::move(column), type});
    values_.push_back(std::move(value));
  }
  void add_text(std::string column, std::string_view value) {
    add(std::move(column), ColumnType::kText, text_or_nothing(value));
  }
  void add_count(std::string column, std::int64_t value) { add(std::move(column), ColumnType::kInteger, value); }
  void add_share(std::string column, std::optional<double> value) {
    add(std::move(column), ColumnType::kReal, value ? ratio(*value) : CellValue());
  }
  void add_flag(std::string column, std::optional<bool> value) {
    add(std::move(column), ColumnType::kInteger, value ? CellValue(std::int64_t{*value}) : CellValue());
  }

  const std::vector<gis::Column>& columns() const { return columns_; }
  std::vector<CellValue>& values() { return values_; }

 private:
  std::vector<gis::Column> columns_;
  std::vector<CellValue> values_;
};

void add_names(AreaLevel level, const AreaTotals& area, KpiRow& row) {
  row.add_text("level", name_of(level));
  row.add_text("province", area.area.province);
  row.add_text("district", area.area.district);
  row.add_text("commune", area.area.commune);
  row.add_text("commune_old", area.area.commune_old);
}

void add_indicators(const RunData& run, const AreaTotals& area, KpiRow& row) {
  const std::size_t main = run.main_operator();
  row.add_count("hamlets", std::ssize(area.hamlets));
  row.add_count("population", area.population);
  row.add_count("mobile_broadband_hamlets", area.operators[main].mobile_broadband.hamlets_counted);
  row.add_share("mobile_broadband_share", mobile_broadband_share(area, main));
  row.add_count("fixed_broadband_hamlets", area.fixed_broadband_hamlets);
  row.add_share("fixed_broadband_share", fixed_broadband_share(area));
  row.add_share("smartphone_share", smartphone_share(area));
}

void add_new_countryside(const NewCountryside& of, KpiRow& row) {
  row.add_count("new_countryside_communes", of.communes);
  row.add_count("new_countryside_communes_met", of.communes_met);
  row.add_share("new_countryside_communes_met_share", of.share_met());
  row.add_count("new_countryside_hamlets_served", of.hamlets_served);
  row.add_count("new_countryside_hamlets_missing", of.hamlets_missing);
  row.add_count("new_countryside_broadband_hamlets_missing", of.broadband_hamlets_missing);
  row.add_count("new_countryside_communes_short_of_smartphones", of.communes_short_of_smartphones);
  row.add_flag("new_countryside_met", of.met());
}

/// A target's columns, empty where the area has none of that kind.
void add_target_columns(const std::string& prefix, const TargetDistance* distance, KpiRow& row) {
  const auto count = [&](const char* name, std::int64_t TargetDistance::*member) {
    row.add(prefix + name, ColumnType::kInteger, distance == nullptr ? CellValue() : CellValue(distance->*member));
  };
  row.add_share(prefix + "_share", distance == nullptr ? std::nullopt : std::optional(distance->share));
  count("_needed", &TargetDistance::needed);
  count("_reached", &TargetDistance::reached);
  count("_hamlets_missing", &TargetDistance::hamlets_missing);
  row.add_flag(prefix + "_met", distance == nullptr ? std::nullopt : std::optional(distance->met()));
}

void add_targets(const RunData& run, const AreaTotals& area, KpiRow& row) {
  const auto distances =
      distances_to_targets(area, run.network(), run.coverage, run.main_operator(), run.scenario.options.plan);
  const auto is_per_commune = [](const TargetDistance& one) { return one.kind == "per_commune_min_share"; };
  const auto per_commune = std::ranges::find_if(distances, is_per_commune);
  const auto target = std::ranges::find_if_not(distances, is_per_commune);
  const TargetDistance* const of_plan = target == distances.end() ? nullptr : &*target;
  row.add_text("target_kind", of_plan == nullptr ? "" : of_plan->kind);
  add_target_columns("target", of_plan, row);
  add_target_columns("per_commune_min", per_commune == distances.end() ? nullptr : &*per_commune, row);
}

void add_counts(const std::string& prefix, const ServiceTotals& totals, KpiRow& row) {
  row.add_count(prefix + "hamlets_covered", totals.hamlets_covered);
  row.add_count(prefix + "hamlets_hollow", totals.hamlets_hollow);
  row.add_count(prefix + "hamlets_white", totals.hamlets_white);
  row.add_count(prefix + "hamlets_unknown", totals.hamlets_unknown);
  row.add_count(prefix + "hamlets_counted", totals.hamlets_counted);
  row.add_count(prefix + "people_covered", totals.people_covered);
}

void add_people_reached(const std::string& prefix, const ServiceTotals& totals, KpiRow& row) {
  row.add(prefix + "people_reached", ColumnType::kReal, gis::Number{totals.people_reached, 2});
}

/// Columns "<operator>_<technology>_hamlets_covered" and so on, the main operator first.
void add_coverage(const RunData& run, const AreaTotals& area, KpiRow& row) {
  const auto add = [&row](const std::string& prefix, const ServiceTotals& totals) {
    add_counts(prefix, totals, row);
    add_people_reached(prefix, totals, row);
  };
  for (std::size_t i = run.coverage.operators.size(); i-- > 0;) {
    const std::string& name = run.coverage.operators[i];
    for (const network::Technology technology : run.coverage.technologies)
      add(fmt::format("{}_{}_", name, prefix_of(technology)), area.operators[i].by_technology[technology]);
    add(fmt::format("{}_target_", name), area.operators[i].target);
    add(fmt::format("{}_mobile_broadband_", name), area.operators[i].mobile_broadband);
    add_counts(fmt::format("{}_any_technology_", name), area.operators[i].any_technology, row);
  }
}

/// Columns of a stage, empty where it did not run.
void add_figures(const std::string& prefix, const std::vector<KpiFigure>& figures, KpiRow& row) {
  for (const KpiFigure& figure : figures) {
    const std::string column = prefix + std::string(figure.name);
    const bool is_count = figure.kind == KpiKind::kCount;
    CellValue value;
    if (figure.value && is_count) value = static_cast<std::int64_t>(*figure.value);
    if (figure.value && !is_count) value = gis::Number{*figure.value, figure.kind == KpiKind::kShare ? 6 : 2};
    row.add(column, is_count ? ColumnType::kInteger : ColumnType::kReal, std::move(value));
  }
}

KpiRow kpi_row(const RunData& run, const KpiStages& stages, AreaLevel level, const AreaTotals& area) {
  KpiRow row;
  add_names(level, area, row);
  add_indicators(run, area, row);
  add_new_countryside(new_countryside(run, level, area), row);
  add_targets(run, area, row);
  add_figures("plan_", plan_figures(stages, run.network(), area), row);
  add_figures("sunset_", sunset_figures(stages, area), row);
  add_figures("uncertainty_", uncertainty_figures(stages, area), row);
  add_coverage(run, area, row);
  return row;
}

}  // namespace

gis::OutputTable kpi_table(const RunData& run, const KpiStages& stages) {
  KpiRow whole = kpi_row(run, stages, AreaLevel::kTotal, run.totals.all);
  gis::OutputTable table{.name = "kpi", .columns = whole.columns(), .rows = {std::move(whole.values())}};
  const auto add = [&](AreaLevel level, const std::vector<AreaTotals>& areas) {
    for (const AreaTotals& area : areas)
      table.rows.push_back(std::move(kpi_row(run, stages, level, area).values()));
  };
  add(AreaLevel::kProvince, run.totals.provinces);
  add(AreaLevel::kDistrict, run.totals.districts);
  add(AreaLevel::kCommune, run.totals.communes);
  add(AreaLevel::kOldCommune, run.totals.communes_old);
  return table;
}

}  // namespace phusong::report
