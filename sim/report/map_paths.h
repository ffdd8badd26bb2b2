#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/network/technology.h"

namespace phusong::report {

/// Names of the rasters of one technology.
struct MapNames {
  std::string level, probability, best_server, overlap;
  std::string ratio;       ///< C/I, Ec/Io or SINR
  std::string throughput;  ///< empty for 2G and 3G, which have none
};
MapNames map_names(network::Technology technology);
/// What that ratio is called: "C/I", "Ec/Io", "SINR".
std::string_view ratio_words(network::Technology technology);

inline constexpr const char* kTerrainGapsMap = "terrain_gaps.tif";

/// A name made fit for a file: no separators, not hidden. Characters that will not do stand as "~2F", so that two names
/// never have one file.
std::string file_name_of(std::string_view name);

/// `run`/coverage/<operator>
std::filesystem::path operator_folder(const std::filesystem::path& run, const std::string& operator_name);

/// Whether all rasters of these operators and technologies are there; those of quality of service where asked for.
bool maps_exist(const std::filesystem::path& run, const std::vector<std::string>& operators,
                const std::vector<network::Technology>& technologies, bool with_quality);

}  // namespace phusong::report
