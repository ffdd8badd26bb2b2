#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "gis/problem.h"

namespace phusong::gis {

/// Whether `path` is a file that can be read and holds something; else a problem is added that says which of these
/// it is not. Paths of GDAL's virtual file systems ("/vsimem/…", "/vsizip/…") are taken too.
bool check_input_file(const std::filesystem::path& path, Problems& problems);

/// All bytes of a file, or nothing and a problem.
std::optional<std::string> read_input_file(const std::filesystem::path& path, Problems& problems);

}  // namespace phusong::gis
