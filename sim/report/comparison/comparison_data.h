#pragma once

#include <string>
#include <vector>

#include "gis/raster_difference.h"
#include "gis/vector_writer.h"
#include "sim/analysis/comparison/run_comparison.h"

namespace phusong::report {

/// The difference of two runs' maps of one operator and technology.
struct MapDifference {
  std::string operator_name;
  network::Technology technology = network::Technology::k4G;
  std::string file;  ///< relative to the folder of the comparison
  gis::RasterDifference difference;
};

/// What became of the maps.
struct MapComparison {
  bool in_a = false, in_b = false;  ///< whether the run has maps of levels
  bool left_out = false;            ///< not asked for
  std::vector<MapDifference> differences;
};

/// Two runs and how they differ: what the files of a comparison are made from. It is not copied, as its parts point
/// into each other.
struct ComparisonData {
  std::string folder_a, folder_b;  ///< relative to the folder of the comparison
  analysis::ComparedRun a, b;
  analysis::RunComparison changes;
  MapComparison maps;
  std::string language;  ///< of the page and the summary
  gis::CsvStyle csv = gis::CsvStyle::kComma;

  ComparisonData() = default;
  ComparisonData(const ComparisonData&) = delete;
  ComparisonData& operator=(const ComparisonData&) = delete;
};

}  // namespace phusong::report
