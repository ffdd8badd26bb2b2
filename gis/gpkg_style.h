#pragma once

#include <filesystem>
#include <string>

namespace phusong::gis {

/// The QGIS style (.qml) that a GeoPackage keeps for a layer, as write_gpkg puts it there; empty where it keeps none.
/// Throws InputError where the file cannot be read.
std::string gpkg_style(const std::filesystem::path& path, const std::string& layer);

}  // namespace phusong::gis
