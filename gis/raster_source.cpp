#include "gis/raster_source.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include "gis/input_file.h"

namespace phusong::gis {
namespace {

std::string wkt_of(const OGRSpatialReference& crs) {
  const char* const kOptions[] = {"FORMAT=WKT2_2019", nullptr};
  char* wkt = nullptr;
  crs.exportToWkt(&wkt, kOptions);
  std::string result = wkt == nullptr ? "" : wkt;
  CPLFree(wkt);
  return result;
}

/// Fills in the georeference; returns what is missing, or an empty text.
std::string georeference(RasterSource& source) {
  if (source.dataset->GetGeoTransform(source.frame.geotransform.data()) != CE_None) return "has no georeference";
  const OGRSpatialReference* const crs = source.dataset->GetSpatialRef();
  if (crs == nullptr || crs->IsEmpty()) return "has no coordinate reference system";
  OGRSpatialReference horizontal(*crs);
  horizontal.StripVertical();
  if (!horizontal.IsProjected() && !horizontal.IsGeographic())
    return "has a coordinate reference system that is neither geographic nor projected";
  source.frame.crs = wkt_of(horizontal);
  source.crs_name = horizontal.GetName() == nullptr ? "unnamed" : horizontal.GetName();
  return "";
}

}  // namespace

std::optional<RasterSource> open_raster(const std::filesystem::path& path, Problems& problems) {
  if (!check_input_file(path, problems)) return std::nullopt;
  register_gdal();
  const GdalMessages messages;
  RasterSource source{.file = path.string(),
                      .dataset = DatasetPtr(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY))};
  if (source.dataset == nullptr || source.dataset->GetRasterCount() < 1) {
    problems.add({.file = source.file, .message = "is not a raster that GDAL reads: " + messages.text("no band")});
    return std::nullopt;
  }
  source.frame.columns = source.dataset->GetRasterXSize();
  source.frame.rows = source.dataset->GetRasterYSize();
  source.unit = source.dataset->GetRasterBand(1)->GetUnitType();
  const std::string fault = georeference(source);
  if (fault.empty()) return source;
  problems.add({.file = source.file, .message = fault});
  return std::nullopt;
}

bool is_same_crs(const std::string& one, const std::string& other) {
  const GdalMessages silent;
  OGRSpatialReference first;
  OGRSpatialReference second;
  if (first.SetFromUserInput(one.c_str()) != OGRERR_NONE || second.SetFromUserInput(other.c_str()) != OGRERR_NONE)
    return false;
  const char* const kOptions[] = {"CRITERION=EQUIVALENT", "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
  return first.IsSame(&second, kOptions) != 0;
}

}  // namespace phusong::gis
