#include "sim/report/qgis/sunset_days.h"

#include <nlohmann/json.hpp>

namespace phusong::report {

std::vector<sunset::Quarter> quarters_of_sunset(const StoredRun& run) {
  if (!run.has("sunset/cells_by_period.geojson") || !run.option("sunset.periods").is_number_integer()) return {};
  const sunset::Quarter first = sunset::parse_quarter(run.text_option("sunset.start"));
  std::vector<sunset::Quarter> quarters;
  for (int i = 0; i < run.option("sunset.periods").get<int>(); ++i)
    quarters.push_back(first.plus(i));
  return quarters;
}

std::optional<DaySpan> days_of_sunset(const StoredRun& run) {
  const std::vector<sunset::Quarter> quarters = quarters_of_sunset(run);
  if (quarters.empty()) return std::nullopt;
  return DaySpan{quarters.front().plus(-1).first_day(), quarters.back().plus(1).first_day()};
}

}  // namespace phusong::report
