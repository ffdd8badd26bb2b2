#include "gis/raster_source.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <set>
#include <string_view>
#include <utility>

#include "gis/crs_text.h"
#include "gis/input_file.h"

namespace phusong::gis {
namespace {

bool is_usable(const OGRSpatialReference& crs) {
  return crs.IsProjected() != 0 || crs.IsGeographic() != 0;
}

/// The CRS in a .prj: in the words of ESRI, or anything else that GDAL takes.
std::optional<OGRSpatialReference> read_crs(const std::filesystem::path& file) {
  char** const lines = CSLLoad(file.c_str());
  std::string text;
  for (int i = 0; i < CSLCount(lines); ++i)
    (text += lines[i]) += '\n';
  OGRSpatialReference crs;
  bool read = lines != nullptr && crs.importFromESRI(lines) == OGRERR_NONE && is_usable(crs);
  if (!read) read = crs.SetFromUserInput(text.c_str()) == OGRERR_NONE && is_usable(crs);
  CSLDestroy(lines);
  return read ? std::optional(crs) : std::nullopt;
}

std::optional<std::filesystem::path> prj_beside(const std::filesystem::path& path) {
  for (const char* const extension : {".prj", ".PRJ"}) {
    std::filesystem::path beside = path;
    beside.replace_extension(extension);
    VSIStatBufL status;
    if (VSIStatL(beside.c_str(), &status) == 0) return beside;
  }
  return std::nullopt;
}

/// The CRS that a .prj beside the file says; nothing where there is none.
std::optional<OGRSpatialReference> crs_beside(const std::filesystem::path& path) {
  const auto beside = prj_beside(path);
  return beside ? read_crs(*beside) : std::nullopt;
}

/// The file's own CRS, else that of a .prj beside it, else `crs_if_none`; else one that is of no use, or empty.
OGRSpatialReference crs_of(RasterSource& source, const std::string& crs_if_none) {
  OGRSpatialReference own;
  if (const OGRSpatialReference* const crs = source.dataset->GetSpatialRef()) own = *crs;
  own.StripVertical();
  if (is_usable(own)) return own;
  if (const auto beside = crs_beside(source.file)) return *beside;
  source.has_own_crs = false;
  OGRSpatialReference given;
  return !crs_if_none.empty() && given.SetFromUserInput(crs_if_none.c_str()) == OGRERR_NONE ? given : own;
}

/// The unit of a band's heights: its own, else that of a vertical CRS.
std::string own_unit_of(GDALDataset& dataset) {
  std::string unit = dataset.GetRasterBand(1)->GetUnitType();
  const OGRSpatialReference* const crs = dataset.GetSpatialRef();
  if (!unit.empty() || crs == nullptr || crs->IsVertical() == 0) return unit;
  const char* name = nullptr;
  crs->GetTargetLinearUnits("VERT_CS", &name);
  return name == nullptr ? "" : name;
}

/// The same, and for a VRT that says none the unit of its files, or their units one after another where they differ.
std::string unit_of(GDALDataset& dataset) {
  std::string unit = own_unit_of(dataset);
  if (!unit.empty() || std::string_view(dataset.GetDriver()->GetDescription()) != "VRT") return unit;
  const GdalMessages silent;
  std::set<std::string> units;
  char** const files = dataset.GetFileList();
  for (int i = 1; i < CSLCount(files); ++i) {
    const std::string_view name = files[i];
    if (name.ends_with(".ovr") || name.ends_with(".msk")) continue;
    const DatasetPtr file(GDALDataset::Open(files[i], GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (file == nullptr || file->GetRasterCount() < 1) continue;
    const std::string text = unit_of(*file);
    const std::optional<HeightUnit> known = height_unit_of(text);
    units.insert(known ? std::string(known->name) : text);
  }
  CSLDestroy(files);
  std::string all;
  for (const std::string& one : units)
    all += (all.empty() ? "" : ", ") + one;
  return all;
}

/// Fills in the georeference; returns the problem that it has, or nothing.
std::optional<Problem> georeference(RasterSource& source, const std::string& crs_if_none) {
  const auto problem = [&source](const char* message, const char* allowed = "") {
    return Problem{.file = source.file, .message = message, .allowed = allowed};
  };
  if (source.dataset->GetGeoTransform(source.frame.geotransform.data()) != CE_None)
    return problem("has no georeference");
  OGRSpatialReference horizontal = crs_of(source, crs_if_none);
  if (horizontal.IsEmpty() && prj_beside(source.file)) {
    return problem("has no coordinate reference system of its own, and the .prj beside it cannot be read as one",
                   "WKT or EPSG:code in the .prj, or for elevation the key terrain.elevation_crs");
  }
  if (horizontal.IsEmpty()) {
    return problem("has no coordinate reference system",
                   "a .prj beside the file, or for elevation the key terrain.elevation_crs");
  }
  horizontal.StripVertical();
  if (!is_usable(horizontal))
    return problem("has a coordinate reference system that is neither geographic nor projected");
  source.frame.crs = wkt_of(horizontal);
  source.crs_name = horizontal.GetName() == nullptr ? "unnamed" : horizontal.GetName();
  return std::nullopt;
}

}  // namespace

std::optional<RasterSource> open_raster(const std::filesystem::path& path, Problems& problems,
                                        const std::string& crs_if_none) {
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
  source.unit = unit_of(*source.dataset);
  std::optional<Problem> problem = georeference(source, crs_if_none);
  if (!problem) return source;
  problems.add(std::move(*problem));
  return std::nullopt;
}

RasterSource opened_raster(const std::filesystem::path& path) {
  Problems problems;
  std::optional<RasterSource> source = open_raster(path, problems);
  problems.throw_if_any();
  return std::move(*source);
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
