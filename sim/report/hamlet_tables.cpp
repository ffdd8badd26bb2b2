#include "sim/report/hamlet_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/network/interference.h"
#include "sim/report/analysis/why_not_wording.h"
#include "sim/report/cell_values.h"
#include "sim/report/wording.h"

namespace phusong::report {
namespace {

using coverage::HamletVerdict;
using coverage::TechnologyVerdict;
using gis::CellValue;
using gis::ColumnType;
using Row = std::vector<CellValue>;

/// The columns of add_technology.
void add_technology_columns(const std::string& prefix, std::vector<gis::Column>& columns) {
  columns.push_back({prefix + "level_dbm", ColumnType::kReal});
  columns.push_back({prefix + "probability", ColumnType::kReal});
  columns.push_back({prefix + "share", ColumnType::kReal});
  columns.push_back({prefix + "status", ColumnType::kText});
}

std::vector<gis::Column> verdict_columns(const RunData& run) {
  std::vector<gis::Column> columns;
  for (const network::Technology technology : run.coverage.technologies) {
    const std::string prefix = std::string(network::prefix_of(technology)) + "_";
    add_technology_columns(prefix, columns);
    columns.push_back({prefix + "best_cell", ColumnType::kText});
    if (!run.scenario.options.coverage.quality) continue;
    columns.push_back({prefix + "sinr_db", ColumnType::kReal});
    if (network::has_throughput(technology)) columns.push_back({prefix + "throughput_mbps", ColumnType::kReal});
  }
  columns.push_back({"status", ColumnType::kText});
  columns.push_back({"share", ColumnType::kReal});
  columns.push_back({"status_any_technology", ColumnType::kText});
  columns.push_back({"centre_covered", ColumnType::kInteger});
  columns.push_back({"terrain_gap", ColumnType::kReal});
  columns.push_back({"note", ColumnType::kText});
  columns.push_back({"reason", ColumnType::kText});
  columns.push_back({"reason_lon_deg", ColumnType::kReal});
  columns.push_back({"reason_lat_deg", ColumnType::kReal});
  columns.push_back({"obstacle_m", ColumnType::kReal});
  columns.push_back({"missing_db", ColumnType::kReal});
  columns.push_back({"cheapest_fix", ColumnType::kText});
  return columns;
}

/// Columns of the further environments: "indoor_4g_status".
void add_environment_columns(const RunData& run, std::vector<gis::Column>& columns) {
  for (const coverage::EnvironmentCoverage& of : run.more_environments) {
    const std::string_view environment = name_of(of.environment);
    for (const network::Technology technology : run.coverage.technologies) {
      const std::string prefix = fmt::format("{}_{}_", environment, network::prefix_of(technology));
      add_technology_columns(prefix, columns);
    }
    columns.push_back({fmt::format("{}_status", environment), ColumnType::kText});
    columns.push_back({fmt::format("{}_share", environment), ColumnType::kReal});
  }
}

/// The input columns under names that are none of `ours`; text where a value is not of its column's type.
std::vector<gis::Column> input_columns(const network::Network& network, const std::vector<gis::Column>& ours) {
  std::vector<gis::Column> columns = network.hamlet_columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::vector<gis::Column> others = ours;
    others.insert(others.end(), columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i));
    others.insert(others.end(), columns.begin() + static_cast<std::ptrdiff_t>(i) + 1, columns.end());
    columns[i].name = name_beside(others, std::move(columns[i].name));
  }
  for (const network::Hamlet& hamlet : network.hamlets) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (std::holds_alternative<std::string>(input_value(hamlet.input_values[i], columns[i].type)))
        columns[i].type = ColumnType::kText;
    }
  }
  return columns;
}

/// A field of the input as it was read; where it was empty and a default stands for it, the value that was used.
CellValue value_used(const network::Hamlet& hamlet, const std::string& column, std::size_t i, ColumnType type) {
  CellValue value = input_value(hamlet.input_values[i], type);
  if (!std::holds_alternative<std::monostate>(value)) return value;
  if (column == "radius_m") return input_value(fmt::format("{}", hamlet.radius_m), type);
  if (column == "handsets") return input_value(fmt::format("{}", hamlet.handsets), type);
  return value;
}

CellValue cell_id(const network::Network& network, const std::optional<std::size_t>& cell) {
  if (!cell) return std::monostate{};
  return network.cells[*cell].cell_id;
}

/// Level, probability, share and status.
void add_technology(const TechnologyVerdict& verdict, Row& row) {
  row.push_back(decibels(verdict.level_dbm));
  row.push_back(verdict.status == coverage::Status::kUnknown ? CellValue() : ratio(verdict.probability));
  row.push_back(ratio(verdict.share));
  row.emplace_back(std::string(name_of(verdict.status)));
}

void add_verdict(const network::Network& network, const TechnologyVerdict& verdict, Row& row) {
  add_technology(verdict, row);
  row.push_back(cell_id(network, verdict.best_cell));
}

/// Quality of service, no part of the verdict.
void add_quality(const TechnologyVerdict& verdict, bool with_throughput, Row& row) {
  row.push_back(decibels(verdict.sinr_db));
  if (with_throughput) row.push_back(megabits(verdict.throughput_mbps));
}

void add_environments(const RunData& run, std::size_t hamlet, Row& row) {
  for (const coverage::EnvironmentCoverage& of : run.more_environments) {
    const HamletVerdict& verdict = of.verdicts[run.main_operator()][hamlet];
    for (const network::Technology technology : run.coverage.technologies)
      add_technology(verdict.by_technology[technology], row);
    row.emplace_back(std::string(name_of(verdict.status)));
    row.push_back(ratio(verdict.share));
  }
}

std::string note_of(const HamletVerdict& verdict, const analysis::WhyNot* why, const RunData& run) {
  const std::string& language = run.scenario.options.report.language;
  const Wording& words = wording(language);
  if (verdict.status == coverage::Status::kUnknown) return std::string(words.off_terrain);
  if (why != nullptr) return note_text(*why, run.network(), language);
  return verdict.only_by_gap_paths ? std::string(words.only_by_gap_paths) : "";
}

const analysis::WhyNot* why_not(const RunData& run, std::size_t hamlet) {
  const auto found = std::ranges::lower_bound(run.why_not, hamlet, {}, &analysis::WhyNot::hamlet);
  return found != run.why_not.end() && found->hamlet == hamlet ? &*found : nullptr;
}

/// The fix of rank 1 where it covers the hamlet; the fixes are by hamlet, then rank.
const analysis::Fix* cheapest_fix(const RunData& run, std::size_t hamlet) {
  if (run.fixes == nullptr) return nullptr;
  const auto first = std::ranges::lower_bound(run.fixes->fixes, hamlet, {}, &analysis::Fix::hamlet);
  return first != run.fixes->fixes.end() && first->hamlet == hamlet && first->covers() ? &*first : nullptr;
}

void add_reason(const analysis::WhyNot* why, const analysis::Fix* fix, const std::string& language, Row& row) {
  row.push_back(why == nullptr ? CellValue() : CellValue(std::string(name_of(why->reason))));
  if (why != nullptr && why->obstacle) {
    row.push_back(degrees(why->obstacle->lon_lat.lon_deg));
    row.push_back(degrees(why->obstacle->lon_lat.lat_deg));
    row.emplace_back(gis::Number{why->obstacle->over_ray_m, 2});
  } else {
    row.resize(row.size() + 3);
  }
  row.push_back(why != nullptr && why->shortfall ? decibels(why->shortfall->missing_db) : CellValue());
  row.push_back(fix == nullptr ? CellValue() : CellValue(priced_fix_text(*fix, language)));
}

void add_summary(const HamletVerdict& verdict, std::string_view note, Row& row) {
  row.push_back(std::string(name_of(verdict.status)));
  row.push_back(ratio(verdict.share));
  row.push_back(std::string(name_of(verdict.status_any_technology)));
  row.push_back(std::int64_t{verdict.centre_covered});
  row.push_back(ratio(verdict.terrain_gap));
  row.push_back(text_or_nothing(note));
}

}  // namespace

gis::OutputTable hamlet_table(const RunData& run) {
  const network::Network& network = run.network();
  std::vector<gis::Column> ours = verdict_columns(run);
  add_environment_columns(run, ours);
  const bool with_quality = run.scenario.options.coverage.quality;
  const std::vector<gis::Column> inputs = input_columns(network, ours);
  gis::OutputTable table{.name = "hamlets", .columns = inputs, .rows = {}};
  table.columns.insert(table.columns.end(), ours.begin(), ours.end());
  for (std::size_t h = 0; h < network.hamlets.size(); ++h) {
    const HamletVerdict& verdict = run.coverage.verdicts[run.main_operator()][h];
    Row row;
    for (std::size_t i = 0; i < inputs.size(); ++i)
      row.push_back(value_used(network.hamlets[h], network.hamlet_columns[i].name, i, inputs[i].type));
    for (const network::Technology technology : run.coverage.technologies) {
      add_verdict(network, verdict.by_technology[technology], row);
      if (with_quality) add_quality(verdict.by_technology[technology], network::has_throughput(technology), row);
    }
    const analysis::WhyNot* const why = why_not(run, h);
    add_summary(verdict, note_of(verdict, why, run), row);
    add_reason(why, cheapest_fix(run, h), run.scenario.options.report.language, row);
    add_environments(run, h, row);
    table.rows.push_back(std::move(row));
  }
  return table;
}

gis::OutputTable hamlet_by_operator_table(const RunData& run) {
  gis::OutputTable table{.name = "hamlets_by_operator",
                         .columns = {{"hamlet_id", ColumnType::kText},
                                     {"operator", ColumnType::kText},
                                     {"technology", ColumnType::kText},
                                     {"level_dbm", ColumnType::kReal},
                                     {"probability", ColumnType::kReal},
                                     {"share", ColumnType::kReal},
                                     {"status", ColumnType::kText},
                                     {"best_cell", ColumnType::kText}},
                         .rows = {}};
  const bool with_quality = run.scenario.options.coverage.quality;
  if (with_quality) {
    table.columns.push_back({"sinr_db", ColumnType::kReal});
    table.columns.push_back({"throughput_mbps", ColumnType::kReal});
  }
  for (std::size_t h = 0; h < run.network().hamlets.size(); ++h) {
    for (std::size_t i = 0; i < run.coverage.operators.size(); ++i) {
      for (const network::Technology technology : run.coverage.technologies) {
        Row row = {run.network().hamlets[h].hamlet_id, run.coverage.operators[i], std::string(name_of(technology))};
        const TechnologyVerdict& verdict = run.coverage.verdicts[i][h].by_technology[technology];
        add_verdict(run.network(), verdict, row);
        if (with_quality) add_quality(verdict, true, row);
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

}  // namespace phusong::report
