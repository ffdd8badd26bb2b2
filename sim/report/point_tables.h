#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// points: where the verdicts were taken, with decimals enough to take them again.
gis::OutputTable point_table(const RunData& run);

/// Levels that were kept, and the cells that they name by index.
struct KeptLevels {
  std::span<const coverage::PointLevel> levels;
  std::span<const network::Cell> cells;
};

/// Levels of cells that a stage adds to the network.
struct NewLevels {
  std::vector<coverage::PointLevel> levels;
  std::vector<network::Cell> cells;

  KeptLevels kept() const { return {levels, cells}; }
};

/// point_levels.csv: every cell's level at every point, by hamlet, point and cell_id, where they were kept; cells of
/// the network first, then those that a stage adds. Written row by row: there are millions.
void write_point_levels(const std::filesystem::path& path, const std::vector<network::Hamlet>& hamlets,
                        std::span<const KeptLevels> parts, gis::CsvStyle csv);

}  // namespace phusong::report
