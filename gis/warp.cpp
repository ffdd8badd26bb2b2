#include "gis/warp.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <optional>
#include <stdexcept>
#include <vector>

#include "gis/raster_source.h"

namespace phusong::gis {
namespace {

using Arguments = std::vector<std::string>;

struct WarpOptionsDeleter {
  void operator()(GDALWarpAppOptions* options) const { GDALWarpAppOptionsFree(options); }
};

/// gdalwarp as a function; into `target` where there is one, else into a new dataset.
DatasetPtr run_gdalwarp(const Arguments& arguments, GDALDataset& source, GDALDataset* target) {
  const GdalMessages messages;
  std::vector<char*> argv;
  for (const std::string& argument : arguments)
    argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const std::unique_ptr<GDALWarpAppOptions, WarpOptionsDeleter> options(GDALWarpAppOptionsNew(argv.data(), nullptr));
  GDALDatasetH source_handle = GDALDataset::ToHandle(&source);
  GDALDatasetH result = options == nullptr ? nullptr
                                           : GDALWarp(target == nullptr ? "" : nullptr, GDALDataset::ToHandle(target),
                                                      1, &source_handle, options.get(), nullptr);
  if (result == nullptr || messages.any_failure()) throw std::runtime_error("cannot be warped: " + messages.text());
  return DatasetPtr(target == nullptr ? GDALDataset::FromHandle(result) : nullptr);
}

/// Pins the coordinate operation, unless the source is in the target's CRS already.
void add_crs(Arguments& arguments, const RasterFrame& source, const WorkingCrs& crs) {
  arguments.insert(arguments.end(), {"-s_srs", source.crs, "-t_srs", crs.definition()});
  if (is_same_crs(source.crs, crs.definition())) return;
  arguments.insert(arguments.end(), {"-ct", Transform(source.crs, crs.definition()).pipeline()});
}

/// The geotransform and size of what gdalwarp would write, without warping: a virtual raster.
RasterFrame suggested_frame(WarpSource source, const WorkingCrs& crs, std::optional<double> cell_size_m) {
  Arguments arguments{"-of", "VRT"};
  add_crs(arguments, source.frame, crs);
  if (cell_size_m) {
    const std::string size = fmt::format("{}", *cell_size_m);
    arguments.insert(arguments.end(), {"-tr", size, size});
  }
  const DatasetPtr suggestion = run_gdalwarp(arguments, source.dataset, nullptr);
  RasterFrame frame{.columns = suggestion->GetRasterXSize(), .rows = suggestion->GetRasterYSize()};
  suggestion->GetGeoTransform(frame.geotransform.data());
  return frame;
}

Grid grid_of(const RasterFrame& frame) {
  return {.left_m = frame.geotransform[0],
          .top_m = frame.geotransform[3],
          .cell_size_m = frame.geotransform[1],
          .columns = frame.columns,
          .rows = frame.rows};
}

bool is_equal_size(double one_m, double other_m) {
  return std::abs(one_m - other_m) <= 1e-9 * one_m;
}

bool has_own_grid(const RasterFrame& source, const WorkingCrs& crs, double cell_size_m) {
  const double width_m = source.geotransform[1];
  return source.is_north_up() && is_equal_size(width_m, -source.geotransform[5]) &&
         (cell_size_m == 0.0 || is_equal_size(width_m, cell_size_m)) && is_same_crs(source.crs, crs.definition());
}

double mean_pixel_size_m(const RasterFrame& frame) {
  return std::sqrt(std::abs(frame.geotransform[1] * frame.geotransform[5]));
}

}  // namespace

double rounded_cell_size_m(double cell_size_m) {
  const double step_m = 0.5 * std::pow(10.0, std::floor(std::log10(cell_size_m)));
  return std::round(cell_size_m / step_m) * step_m;
}

Grid suggested_grid(WarpSource source, const WorkingCrs& crs, double cell_size_m) {
  if (has_own_grid(source.frame, crs, cell_size_m)) return grid_of(source.frame);
  const double size_m = cell_size_m > 0.0
                            ? cell_size_m
                            : rounded_cell_size_m(mean_pixel_size_m(suggested_frame(source, crs, std::nullopt)));
  return grid_of(suggested_frame(source, crs, size_m));
}

bool lies_on_grid(const RasterFrame& source, const Grid& grid, const WorkingCrs& crs) {
  return has_own_grid(source, crs, grid.cell_size_m) && grid_of(source) == grid;
}

void warp_into(WarpSource source, GDALDataset& target, const WorkingCrs& crs, Resampling resampling) {
  // Positions are interpolated to a ten-thousandth of a pixel, which moves the ground of a mountain by millimetres at a
  // tenth of the cost of exact ones. By itself gdalwarp interpolates to an eighth: that is metres.
  Arguments arguments{"-r", resampling == Resampling::kBilinear ? "bilinear" : "near", "-et", "0.0001"};
  add_crs(arguments, source.frame, crs);
  run_gdalwarp(arguments, source.dataset, &target);
}

}  // namespace phusong::gis
