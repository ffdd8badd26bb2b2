#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "gis/gdal_support.h"
#include "gis/height_unit.h"
#include "gis/problem.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// A raster file that is open, georeferenced and says its CRS.
struct RasterSource {
  std::string file;  ///< for messages
  DatasetPtr dataset;
  RasterFrame frame;     ///< its CRS as WKT, the horizontal part alone
  std::string crs_name;  ///< for messages
  std::string unit;      ///< of the first band, as the file has it, or that of its vertical CRS; often empty
  HeightUnit height_unit{"m", 1.0};
  bool has_own_crs = true;  ///< of the file, or of a .prj beside it
};

/// Opens a raster, or adds the problem that keeps it from being used. Where the file does not say its CRS, a .prj
/// beside it does, else `crs_if_none` where it is not empty.
std::optional<RasterSource> open_raster(const std::filesystem::path& path, Problems& problems,
                                        const std::string& crs_if_none = "");

/// The same; throws InputError where there is a problem.
RasterSource opened_raster(const std::filesystem::path& path);

/// Whether two CRS texts mean the same CRS.
bool is_same_crs(const std::string& one, const std::string& other);

}  // namespace phusong::gis
