#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sim/report/comparison/comparison_data.h"
#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// How two runs are compared.
struct ComparisonChoice {
  bool maps = true;
  std::string language;  ///< "vi", "en"; empty: that of A
};

/// Compares two runs and fills a folder with compare.json (which is written last), hamlets_changed.*, the differences
/// of their maps and compare.html. Throws gis::InputError where a run is not as a run writes it, or their grids differ;
/// then nothing is written.
std::unique_ptr<const ComparisonData> write_comparison(const StoredRun& run_a, const StoredRun& run_b,
                                                       const std::filesystem::path& folder,
                                                       const ComparisonChoice& choice);

/// Removes what a comparison writes from a folder, and nothing else.
void clear_comparison(const std::filesystem::path& folder);

}  // namespace phusong::report
