#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gis/column.h"

namespace phusong::gis {

/// The columns of a layer of a vector file, without its geometry. Throws InputError where the file cannot be read or
/// has no such layer.
std::vector<Column> layer_columns(const std::filesystem::path& path, const std::string& layer);

}  // namespace phusong::gis
