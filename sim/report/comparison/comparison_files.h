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

/// Compares two runs, and writes nothing; `folder` is where the files of the comparison will lie. Throws
/// gis::InputError where a run is not as a run writes it, or their grids differ.
std::unique_ptr<ComparisonData> read_comparison(const StoredRun& run_a, const StoredRun& run_b,
                                                const std::filesystem::path& folder, const ComparisonChoice& choice);

/// Fills the folder with compare.json (which is written last), hamlets_changed.*, the differences of the maps (which
/// `data` gets too) and compare.html, in place of those of an earlier comparison. Throws gis::MachineError where they
/// cannot be written.
void write_comparison(ComparisonData& data, const std::filesystem::path& folder);

/// Removes what a comparison writes from a folder, and nothing else.
void clear_comparison(const std::filesystem::path& folder);

}  // namespace phusong::report
