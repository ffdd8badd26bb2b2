#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "gis/cell_text.h"
#include "gis/gdal_support.h"
#include "gis/output_file.h"
#include "gis/vector_writer.h"

namespace phusong::gis {
namespace {

/// A GeoPackage carries the time of its last change; a fixed one keeps the bytes the same from run to run.
class FixedDate {
 public:
  FixedDate() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z"); }
  ~FixedDate() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr); }
  FixedDate(const FixedDate&) = delete;
  FixedDate& operator=(const FixedDate&) = delete;
};

OGRFieldType type_of(ColumnType type) {
  switch (type) {
    case ColumnType::kInteger:
      return OFTInteger64;
    case ColumnType::kReal:
      return OFTReal;
    case ColumnType::kText:
      return OFTString;
  }
  throw std::invalid_argument("unknown column type");
}

/// `wanted`, or with underscores after it until no column of the table has that name.
std::string free_name(std::string wanted, const OutputTable& table) {
  const auto is_taken = [&wanted](const Column& column) { return EQUAL(column.name.c_str(), wanted.c_str()); };
  while (std::any_of(table.columns.begin(), table.columns.end(), is_taken))
    wanted += "_";
  return wanted;
}

void check(bool is_good, const GdalMessages& messages) {
  if (!is_good) throw std::runtime_error(messages.text());
}

OGRLayer& create_layer(GDALDataset& dataset, const OutputTable& table, const WorkingCrs& crs,
                       const GdalMessages& messages) {
  OGRSpatialReference reference;
  check(reference.SetFromUserInput(crs.definition().c_str()) == OGRERR_NONE, messages);
  const std::string fid = "FID=" + free_name("fid", table);
  const std::string geometry = "GEOMETRY_NAME=" + free_name("geom", table);
  const char* const options[] = {fid.c_str(), geometry.c_str(), nullptr};
  OGRLayer* const layer = dataset.CreateLayer(table.name.c_str(), &reference, wkbPoint, const_cast<char**>(options));
  check(layer != nullptr, messages);
  for (const Column& column : table.columns) {
    OGRFieldDefn field(column.name.c_str(), type_of(column.type));
    check(layer->CreateField(&field) == OGRERR_NONE, messages);
  }
  return *layer;
}

void set_field(OGRFeature& feature, int field, const CellValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    feature.SetField(field, text->c_str());
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    feature.SetField(field, static_cast<GIntBig>(*integer));
  } else if (const std::string number = text_of(value); !number.empty()) {
    // Rounded as in the CSV, so that the two tables agree.
    feature.SetField(field, std::strtod(number.c_str(), nullptr));
  } else {
    feature.SetFieldNull(field);
  }
}

void add_row(OGRLayer& layer, const std::vector<CellValue>& row, MapPoint point, const GdalMessages& messages) {
  const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
  for (std::size_t i = 0; i < row.size(); ++i)
    set_field(*feature, static_cast<int>(i), row[i]);
  if (std::isfinite(point.x_m) && std::isfinite(point.y_m)) {
    const OGRPoint geometry(point.x_m, point.y_m);
    feature->SetGeometry(&geometry);
  }
  check(layer.CreateFeature(feature.get()) == OGRERR_NONE, messages);
}

void write_points(const std::filesystem::path& path, const OutputTable& table, const std::vector<MapPoint>& points,
                  const WorkingCrs& crs) {
  register_gdal();
  const FixedDate fixed_date;
  const GdalMessages messages;
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
  DatasetPtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  check(dataset != nullptr, messages);
  OGRLayer& layer = create_layer(*dataset, table, crs, messages);
  check(dataset->StartTransaction() == OGRERR_NONE, messages);
  for (std::size_t i = 0; i < points.size(); ++i)
    add_row(layer, table.rows[i], points[i], messages);
  check(dataset->CommitTransaction() == OGRERR_NONE, messages);
  dataset.reset();
  check(!messages.any_failure(), messages);
}

}  // namespace

void write_gpkg_points(const std::filesystem::path& path, const OutputTable& table, const std::vector<MapPoint>& points,
                       const WorkingCrs& crs) {
  if (points.size() != table.rows.size()) throw std::invalid_argument("a table of points needs a point for each row");
  OutputFile output(path);
  try {
    write_points(output.temporary(), table, points, crs);
  } catch (const std::runtime_error& error) {
    fail_to_write(path, error.what());
  }
  output.finish();
}

}  // namespace phusong::gis
