#include "sim/report/qgis/sunset_days.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/comparison/stored_values.h"

namespace phusong::report {

std::vector<sunset::Quarter> quarters_of_sunset(const StoredRun& run) {
  if (!run.has("sunset/cells_by_period.geojson") || !run.option("sunset.periods").is_number_integer()) return {};
  const sunset::Quarter first = sunset::parse_quarter(run.text_option("sunset.start"));
  std::vector<sunset::Quarter> quarters;
  for (int i = 0; i < run.option("sunset.periods").get<int>(); ++i)
    quarters.push_back(first.plus(i));
  return quarters;
}

std::vector<sunset::Quarter> quarters_with_cells_off(const StoredRun& run) {
  std::vector<sunset::Quarter> quarters = quarters_of_sunset(run);
  if (quarters.empty()) return quarters;
  const StoredTable schedule(run, "sunset/schedule.csv");
  std::size_t last_period = 0;
  for (std::size_t row = 0; row < schedule.size(); ++row) {
    if (schedule.text(row, "action") != "off") continue;
    last_period = std::max(last_period, static_cast<std::size_t>(schedule.number(row, "period").value_or(0.0)));
  }
  quarters.resize(std::min(last_period, quarters.size()));
  return quarters;
}

std::optional<DaySpan> days_of_sunset(const StoredRun& run) {
  const std::vector<sunset::Quarter> quarters = quarters_of_sunset(run);
  if (quarters.empty()) return std::nullopt;
  return DaySpan{quarters.front().plus(-1).first_day(), quarters.back().plus(1).first_day()};
}

}  // namespace phusong::report
