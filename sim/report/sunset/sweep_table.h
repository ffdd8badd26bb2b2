#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/report/sunset/sunset_data.h"

namespace phusong::report {

/// What a sunset comes to with one value of a key.
struct SweepRow {
  std::string value;
  std::int64_t cells_left_on = 0, cells_left_on_bound = 0;
  std::optional<int> last_cell_off_period;  ///< nothing: not all goes off
  std::optional<int> bound;                 ///< of that period; nothing: not within the periods
  std::string quarter;                      ///< of that period
  std::int64_t handsets_subsidised = 0;
  double cost_million_vnd = 0.0;
};
SweepRow sweep_row(const std::string& value, const SunsetData& data);

/// sweep.csv
gis::OutputTable sweep_table(const std::string& key, const std::vector<SweepRow>& rows);
/// The same for the terminal.
std::string sweep_text(const std::string& key, const std::vector<SweepRow>& rows);

}  // namespace phusong::report
