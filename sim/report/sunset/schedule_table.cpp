#include "sim/report/sunset/schedule_table.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "sim/report/cell_values.h"
#include "sim/sunset/radio/guard.h"

namespace phusong::report {
namespace {

using gis::CellValue;
using gis::ColumnType;
using gis::Number;
using sunset::kNever;
using sunset::PlainSchedule;

constexpr int kCostDecimals = 3;

/// Writes the steps of a schedule in the order in which they happen.
class ScheduleRows {
 public:
  explicit ScheduleRows(const SunsetData& data) : data_(data), cells_(data.cells()) {}

  std::vector<std::vector<CellValue>> all() {
    std::vector<PlainSchedule::Step> steps = plain_schedule(data_.scenario, data_.sunset.more, data_.result).steps;
    std::ranges::stable_sort(steps, {}, [this](const PlainSchedule::Step& step) {
      return std::tuple(step.period, order_of(step.cell), step.cell);
    });
    std::vector<std::vector<CellValue>> rows;
    for (const PlainSchedule::Step& step : steps)
      rows.push_back(row_of(step));
    return rows;
  }

 private:
  const SunsetData& data_;
  std::vector<network::Cell> cells_;
  std::set<std::pair<int, std::size_t>> visited_;
  std::set<std::pair<bool, std::size_t>> paid_;  ///< is a swap, site

  std::size_t first_refarmed() const { return data_.network().cells.size(); }
  bool is_old(std::size_t cell) const { return cell < first_refarmed(); }
  bool is_swap(std::size_t cell) const { return cell >= first_refarmed() + data_.sunset.more.refarmed.size(); }

  /// Within a period: swaps on, cells off, refarmed carriers on.
  int order_of(std::size_t cell) const {
    if (is_swap(cell)) return 0;
    return is_old(cell) ? 1 : 2;
  }

  std::string action_of(std::size_t cell) const {
    if (is_swap(cell)) return "swap_on";
    return is_old(cell) ? "off" : "refarm_on";
  }

  double cost_of(std::size_t cell) {
    const bool pays = !is_old(cell) && paid_.emplace(is_swap(cell), cells_[cell].site).second;
    return pays ? data_.result.model.costs.radio_million_vnd : 0.0;
  }

  std::vector<CellValue> row_of(const PlainSchedule::Step& step) {
    const network::Cell& cell = cells_[step.cell];
    const network::Site& site = data_.network().sites[cell.site];
    const bool is_visit = visited_.emplace(step.period, cell.site).second;
    return {std::int64_t{step.period},
            cell.cell_id,
            site.site_id,
            site.operator_name,
            action_of(step.cell),
            std::string(name_of(cell.technology)),
            Number{cell.frequency_mhz, 3},
            std::int64_t{is_visit},
            Number{cost_of(step.cell), kCostDecimals}};
  }
};

}  // namespace

gis::OutputTable schedule_table(const SunsetData& data) {
  return {.name = "schedule",
          .columns = {{"period", ColumnType::kInteger},
                      {"cell_id", ColumnType::kText},
                      {"site_id", ColumnType::kText},
                      {"operator", ColumnType::kText},
                      {"action", ColumnType::kText},
                      {"technology", ColumnType::kText},
                      {"frequency_mhz", ColumnType::kReal},
                      {"visit_site", ColumnType::kInteger},
                      {"cost_million_vnd", ColumnType::kReal}},
          .rows = ScheduleRows(data).all()};
}

gis::OutputTable guard_table(const SunsetData& data) {
  gis::OutputTable table{.name = "guard",
                         .columns = {{"carrier", ColumnType::kText},
                                     {"blocking_cell", ColumnType::kText},
                                     {"hamlet_id", ColumnType::kText},
                                     {"point", ColumnType::kInteger},
                                     {"level_dbm", ColumnType::kReal},
                                     {"clear_from_period", ColumnType::kInteger}},
                         .rows = {}};
  const network::Network& network = data.network();
  std::vector<int> off_period(network.cells.size(), kNever);
  for (std::size_t c = 0; c < data.result.origin.cell_of.size(); ++c)
    off_period[data.result.origin.cell_of[c]] = data.result.schedule.off_period[c];
  for (const auto& conflict : guard_conflicts(network, data.sunset.more, data.sunset.signals, data.options())) {
    const coverage::SamplePoint& point = data.sunset.signals.points[conflict.point];
    const int clear = off_period[conflict.cell];
    table.rows.push_back({data.sunset.more.refarmed[conflict.refarmed].cell.cell_id,
                          network.cells[conflict.cell].cell_id, network.hamlets[point.hamlet].hamlet_id,
                          std::int64_t{point.point}, decibels(conflict.level_dbm),
                          clear == kNever ? CellValue{} : CellValue{std::int64_t{clear}}});
  }
  return table;
}

}  // namespace phusong::report
