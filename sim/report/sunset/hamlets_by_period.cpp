#include "sim/report/sunset/hamlets_by_period.h"

#include <array>

#include "gis/vector_writer.h"
#include "sim/report/cell_values.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;
using network::Technology;

constexpr std::array kShownTechnologies = {Technology::k2G, Technology::k3G, Technology::k4G};

std::vector<gis::Column> period_columns() {
  std::vector<gis::Column> columns = {{"hamlet_id", ColumnType::kText},
                                      {"operator", ColumnType::kText},
                                      {"period", ColumnType::kInteger},
                                      {"voice_share", ColumnType::kReal},
                                      {"data_share", ColumnType::kReal},
                                      {"voice_floor", ColumnType::kReal},
                                      {"data_floor", ColumnType::kReal},
                                      {"share_2g_only", ColumnType::kReal},
                                      {"share_3g_only", ColumnType::kReal},
                                      {"share_volte", ColumnType::kReal},
                                      {"handsets_subsidised", ColumnType::kInteger},
                                      {"handsets_subsidised_2g_only", ColumnType::kInteger},
                                      {"handsets_subsidised_3g_only", ColumnType::kInteger},
                                      {"handsets_subsidised_4g_without_volte", ColumnType::kInteger}};
  for (const Technology technology : kShownTechnologies)
    columns.push_back({std::string(prefix_of(technology)) + "_status", ColumnType::kText});
  return columns;
}

std::vector<CellValue> row_of(const sunset::DemandPeriod& at, const network::Network& network) {
  std::vector<CellValue> row = {network.hamlets[at.hamlet].hamlet_id,
                                network.operators[at.operator_index],
                                std::int64_t{at.period},
                                ratio(at.shares.voice),
                                ratio(at.shares.data),
                                ratio(at.voice_floor),
                                ratio(at.data_floor),
                                ratio(at.class_shares[0]),
                                ratio(at.class_shares[1]),
                                ratio(at.class_shares[sunset::kVolteIndex]),
                                sunset::total(at.subsidised)};
  for (std::size_t c = 0; c < sunset::kVolteIndex; ++c)
    row.emplace_back(at.subsidised[c]);
  for (const Technology technology : kShownTechnologies)
    row.emplace_back(std::string(name_of(at.status[technology])));
  return row;
}

}  // namespace

void write_hamlets_by_period(const std::filesystem::path& path, const network::Network& network,
                             const sunset::SunsetOutcome& outcome, gis::CsvStyle csv) {
  auto next = outcome.demand_periods.begin();
  gis::write_csv(path, period_columns(), csv, [&](std::vector<CellValue>& row) {
    if (next == outcome.demand_periods.end()) return false;
    row = row_of(*next++, network);
    return true;
  });
}

}  // namespace phusong::report
