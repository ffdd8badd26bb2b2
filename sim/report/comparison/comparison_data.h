#pragma once

#include <filesystem>
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

/// Maps of one operator and technology in two runs, and where their difference goes.
struct MapPair {
  std::string operator_name;
  network::Technology technology = network::Technology::k4G;
  std::filesystem::path a, b;
  std::string file;  ///< relative to the folder of the comparison
};

/// What becomes of the maps.
struct MapComparison {
  bool in_a = false, in_b = false;  ///< whether the run has maps of levels
  bool left_out = false;            ///< not asked for
  std::vector<MapPair> pairs;       ///< the maps that both runs have
  std::vector<MapDifference> differences;
};

/// Two runs and how they differ: what the files of a comparison are made from. It is not copied, as its parts point
/// into each other.
struct ComparisonData {
  std::string crs;                 ///< as PROJ reads it: places are compared in it
  std::string folder_a, folder_b;  ///< relative to the folder of the comparison
  analysis::ComparedRun a, b;
  analysis::RunComparison changes;
  MapComparison maps;
  std::filesystem::path terrain;  ///< of one of the runs, for what lies under the map; empty where neither has it
  std::string language;           ///< of the page and the summary
  gis::CsvStyle csv = gis::CsvStyle::kComma;

  ComparisonData() = default;
  ComparisonData(const ComparisonData&) = delete;
  ComparisonData& operator=(const ComparisonData&) = delete;
};

}  // namespace phusong::report
