#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// The totals of a sunset with one value of a key.
struct SweepRow {
  std::string value;
  std::int64_t cells_left_on = 0, cells_left_on_bound = 0;
  std::optional<int> last_cell_off_period;  ///< nothing: some cells stay on
  std::optional<int> bound;                 ///< lower bound on it; nothing: not within the periods
  std::string quarter;                      ///< name of its quarter
  std::int64_t handsets_subsidised = 0;
  double cost_million_vnd = 0.0;
};
SweepRow sweep_row(const std::string& value, const sunset::SunsetOutcome& outcome);

/// sweep.csv: a row per value of the key.
gis::OutputTable sweep_table(const std::string& key, const std::vector<SweepRow>& rows);
/// The same table for the terminal.
std::string sweep_text(const std::string& key, const std::vector<SweepRow>& rows);

}  // namespace phusong::report
