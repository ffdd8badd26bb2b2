#include "sim/report/analysis/fix_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gis/vector_writer.h"
#include "sim/report/analysis/why_not_wording.h"
#include "sim/report/cell_values.h"
#include "sim/report/plan/plan_data.h"
#include "sim/report/plan/station_tables.h"

namespace phusong::report {
namespace {

using analysis::Fix;
using analysis::FixKind;
using gis::CellValue;
using gis::ColumnType;

constexpr const char* kFixFiles[] = {"fixes.csv", "fixes_sites.csv", "fixes_cells.csv"};

/// What is changed, before and after: degrees, dBm, or what is added.
std::pair<CellValue, CellValue> from_and_to(const Fix& fix) {
  if (!fix.is_tried()) return {};
  switch (fix.kind) {
    case FixKind::kTilt:
    case FixKind::kAzimuth:
    case FixKind::kPower:
      return {gis::Number{fix.from, 2}, gis::Number{fix.to, 2}};
    case FixKind::kTechnology:
      return {CellValue{}, names_of(fix.technologies)};
    case FixKind::kPole:
    case FixKind::kMast:
      return {CellValue{}, fmt::format("{:g} m {}", fix.height_m, names_of(fix.technologies))};
  }
  return {};
}

std::string ids_of(const std::vector<std::size_t>& hamlets, const network::Network& network) {
  std::string ids;
  for (const std::size_t hamlet : hamlets) {
    if (!ids.empty()) ids += " ";
    ids += network.hamlets[hamlet].hamlet_id;
  }
  return ids;
}

std::vector<CellValue> row_of(const Fix& fix, const RunData& run) {
  const auto [from, to] = from_and_to(fix);
  std::vector<CellValue> row = {run.network().hamlets[fix.hamlet].hamlet_id};
  row.push_back(fix.is_tried() ? CellValue(std::int64_t{fix.rank}) : CellValue());
  row.emplace_back(std::string(name_of(fix.kind)));
  row.push_back(text_or_nothing(fix.site_id));
  row.push_back(text_or_nothing(fix.cell_id));
  row.push_back(from);
  row.push_back(to);
  if (fix.is_tried()) {
    row.push_back(decibels(fix.after.level_dbm));
    row.push_back(ratio(fix.after.probability));
    row.push_back(ratio(fix.after.share));
    row.emplace_back(std::string(name_of(fix.after.status)));
    row.emplace_back(million_vnd(fix.cost.capex_million_vnd));
    row.push_back(text_or_nothing(ids_of(fix.hamlets_lost, run.network())));
    row.emplace_back(million_vnd(fix.cost.opex_million_vnd_per_year));
  } else {
    row.resize(row.size() + 7);
  }
  row.push_back(text_or_nothing(fix_note(fix, run.scenario.options.report.language)));
  return row;
}

}  // namespace

gis::OutputTable fix_table(const RunData& run) {
  gis::OutputTable table{.name = "fixes",
                         .columns = {{"hamlet_id", ColumnType::kText},
                                     {"rank", ColumnType::kInteger},
                                     {"fix", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"cell_id", ColumnType::kText},
                                     {"from", ColumnType::kText},
                                     {"to", ColumnType::kText},
                                     {"level_dbm", ColumnType::kReal},
                                     {"probability", ColumnType::kReal},
                                     {"share", ColumnType::kReal},
                                     {"status", ColumnType::kText},
                                     {"cost_million_vnd", ColumnType::kReal},
                                     {"hamlets_lost", ColumnType::kText},
                                     {"opex_million_vnd_per_year", ColumnType::kReal},
                                     {"note", ColumnType::kText}},
                         .rows = {}};
  for (const Fix& fix : run.fixes->fixes)
    table.rows.push_back(row_of(fix, run));
  return table;
}

void write_fix_files(const std::filesystem::path& folder, const RunData& run) {
  const gis::CsvStyle csv = run.scenario.options.report.csv;
  gis::write_csv(folder / "fixes.csv", fix_table(run), csv);
  gis::write_csv(folder / "fixes_sites.csv", site_rows_table("fixes_sites", run.scenario, run.fixes->rows.sites), csv);
  gis::write_csv(folder / "fixes_cells.csv", cell_rows_table("fixes_cells", run.scenario, run.fixes->rows.cells), csv);
}

bool fix_files_exist(const std::filesystem::path& folder) {
  return std::ranges::all_of(kFixFiles, [&](const char* file) { return exists(folder / file); });
}

}  // namespace phusong::report
