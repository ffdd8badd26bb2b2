#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/options_reader.h"

namespace phusong::scenario {

/// Where a path of the scenario lies; GDAL's virtual paths (/vsi…) and absolute ones stay as they are.
std::filesystem::path resolved(const std::filesystem::path& folder, const std::string& path);

/// Why a file cannot be read ("does not exist", "is empty", …); empty where it can.
std::string unreadable_reason(const std::filesystem::path& path);

/// All files that keys name, in the order of the keys. A missing, empty or unreadable one is a problem
/// (kind kFile) and is left out.
std::vector<InputFile> named_files(const std::filesystem::path& folder, ReadOptions& read, gis::Problems& problems);

}  // namespace phusong::scenario
