#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::report {

/// A row of batch.csv: what became of a run; nothing where it has no such figure.
struct BatchRow {
  std::string name;
  std::optional<int> exit_code;  ///< nothing: not run yet, or stopped before its end
  std::optional<double> seconds;
  std::optional<bool> reached;                  ///< what the plan or the sunset is to reach
  std::optional<std::int64_t> hamlets_covered;  ///< as in StoredKpis
  std::optional<double> cost_million_vnd;       ///< capex of the plan
  std::optional<double> gap;                    ///< of the plan, relative
  std::string message;                          ///< of a run that failed: what it said
};

/// The row of a run that has ended, from the files in its folder and from what it said. `wall_seconds` stand where the
/// run has not noted its own.
BatchRow batch_row(const std::filesystem::path& run_folder, int exit_code, double wall_seconds, std::string_view said);

/// Writes batch.csv, a row for each run. Throws MachineError.
void write_batch_table(const std::filesystem::path& path, const std::vector<BatchRow>& rows);

nlohmann::ordered_json batch_json(const std::vector<BatchRow>& rows);

/// The rows for a terminal: one line each, and how many came to what.
std::string batch_summary(const std::vector<BatchRow>& rows);

}  // namespace phusong::report
