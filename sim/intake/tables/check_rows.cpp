#include "sim/intake/tables/check_rows.h"

#include <algorithm>
#include <set>

#include "sim/scenario/cells_table.h"
#include "sim/scenario/hamlets_table.h"
#include "sim/scenario/measurements_table.h"
#include "sim/scenario/sites_table.h"

namespace phusong::intake {
namespace {

using scenario::CrsKey;
using scenario::TableContext;

const CrsKey& wgs84_key() {
  static const CrsKey kKey{"crs", "EPSG:4326"};
  return kKey;
}

/// The columns that some row has, in the order of the table.
std::vector<std::string> used_columns(const std::vector<Draft>& drafts, const TargetTable& targets) {
  std::vector<std::string> names;
  for (const scenario::Column& column : targets.columns()) {
    const bool is_used =
        column.required || std::ranges::any_of(drafts, [&](const Draft& draft) { return draft.has(column.name); });
    if (is_used) names.push_back(column.name);
  }
  return names;
}

/// A row as the reader sees it. Identifiers are told apart by their row, since rows are compared later; the file of an
/// antenna's pattern is not there yet, and its gain is taken to be in it.
std::vector<std::string> values_of(const Draft& draft, const std::vector<std::string>& columns,
                                   const TargetTable& targets, long index) {
  std::vector<std::string> values;
  const bool has_pattern = draft.has("antenna_pattern");
  for (const std::string& column : columns) {
    std::string value = draft.text(column);
    if (column == targets.id_column() && !value.empty()) value += " #" + std::to_string(index);
    if (column == "antenna_pattern") value.clear();
    if (column == "antenna_gain_dbi" && has_pattern && value.empty() && draft.has("tx_power_dbm")) value = "0";
    values.push_back(std::move(value));
  }
  return values;
}

gis::Table table_of(const std::vector<Draft>& drafts, const TargetTable& targets, const std::string& file) {
  gis::Table table{.file = file, .columns = used_columns(drafts, targets)};
  for (const char* const position : {"lon_deg", "lat_deg"}) {
    const bool is_placed = targets.column(position) != nullptr;
    if (is_placed && std::ranges::find(table.columns, position) == table.columns.end())
      table.columns.emplace_back(position);
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].is_refused()) continue;
    const long index = static_cast<long>(i);
    table.rows.push_back({.row = index, .values = values_of(drafts[i], table.columns, targets, index)});
  }
  return table;
}

void read_as_cells(const gis::Table& table, const TableContext& context) {
  constexpr double kTallestMastM = 500.0;
  scenario::SitesTable sites;
  const auto column = std::ranges::find(table.columns, "site_id") - table.columns.begin();
  for (const gis::TableRow& row : table.rows) {
    const std::string& id = row.values[static_cast<std::size_t>(column)];
    if (!id.empty() && sites.row_of_id.emplace(id, row.row).second)
      sites.sites.push_back({.site_id = id, .mast_height_m = kTallestMastM});
  }
  scenario::PatternLibrary patterns{{}};
  scenario::read_cells(std::span(&table, 1), {.sites = sites, .patterns = patterns}, context);
}

void read_as_measurements(const gis::Table& table, const TableContext& context) {
  scenario::MeasurementFields fields;
  const scenario::TableColumns columns(table, scenario::measurement_columns(fields), context.problems);
  for (const gis::TableRow& row : table.rows) {
    fields = {};
    if (!columns.read(row, context.problems)) continue;
    for (const scenario::MeasurementFault& fault : scenario::measurement_faults(fields))
      context.problems.add(columns.problem(row, fault.column, fault.rejection));
  }
}

void read_as(ImportKind kind, const gis::Table& table, const TableContext& context) {
  switch (kind) {
    case ImportKind::kSites:
      scenario::read_sites(std::span(&table, 1), wgs84_key(), context);
      break;
    case ImportKind::kCells:
      read_as_cells(table, context);
      break;
    case ImportKind::kHamlets:
      scenario::read_hamlets(table, wgs84_key(), context);
      break;
    case ImportKind::kMeasurements:
      read_as_measurements(table, context);
      break;
  }
}

/// Columns that are required and that no row has, not even a refused one: nothing could be written. Where all rows are
/// refused, their reasons say more.
bool has_required_columns(const std::vector<Draft>& drafts, const TargetTable& targets, const std::string& file,
                          gis::Problems& problems) {
  if (std::ranges::all_of(drafts, &Draft::is_refused)) return true;
  bool has_all = true;
  for (const scenario::Column& column : targets.columns()) {
    if (!column.required) continue;
    if (std::ranges::any_of(drafts, [&](const Draft& draft) { return draft.has(column.name); })) continue;
    has_all = false;
    problems.add({.file = file,
                  .key = column.name,
                  .message = "no column of the source gives this required one",
                  .allowed = "--map \"<a header of the source>=" + column.name + "\", or --default " + column.name +
                             "=<a value for all rows>"});
  }
  return has_all;
}

}  // namespace

void check_rows(std::vector<Draft>& drafts, const TargetTable& targets, const std::string& file,
                gis::Problems& problems) {
  if (!has_required_columns(drafts, targets, file, problems)) return;
  const gis::Table table = table_of(drafts, targets, file);
  gis::Problems found;
  const scenario::GivenKeys no_keys;
  std::vector<gis::InputNote> notes;
  read_as(targets.kind(), table,
          {.crs = nullptr, .terrain_centre = {}, .given = no_keys, .problems = found, .notes = notes});
  for (const gis::Problem& problem : found.all()) {
    if (!problem.line) {
      problems.add(problem);
      continue;
    }
    const std::string allowed = problem.allowed.empty() ? "-" : problem.allowed;
    drafts[static_cast<std::size_t>(*problem.line)].refuse(problem.key, Reason::kInvalid, {problem.message, allowed});
  }
}

}  // namespace phusong::intake
