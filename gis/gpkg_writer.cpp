#include "gis/gpkg_writer.h"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <variant>

#include "gis/cell_text.h"
#include "gis/gdal_support.h"
#include "gis/output_file.h"

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

OGRLayer& create_layer(GDALDataset& dataset, const GpkgLayer& content, const std::string& geometry_column,
                       const WorkingCrs& crs, const GdalMessages& messages) {
  OGRSpatialReference reference;
  check(reference.SetFromUserInput(crs.definition().c_str()) == OGRERR_NONE, messages);
  const OutputTable& table = content.table;
  const std::string fid = "FID=" + free_name("fid", table);
  const std::string geometry = "GEOMETRY_NAME=" + geometry_column;
  const char* const options[] = {fid.c_str(), geometry.c_str(), nullptr};
  const bool is_points = std::holds_alternative<std::vector<MapPoint>>(content.shapes);
  OGRLayer* const layer = dataset.CreateLayer(table.name.c_str(), &reference, is_points ? wkbPoint : wkbLineString,
                                              const_cast<char**>(options));
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

bool is_known(MapPoint point) {
  return std::isfinite(point.x_m) && std::isfinite(point.y_m);
}

void set_shape(OGRFeature& feature, MapPoint point) {
  if (!is_known(point)) return;
  const OGRPoint geometry(point.x_m, point.y_m);
  feature.SetGeometry(&geometry);
}

void set_shape(OGRFeature& feature, const MapLine& line) {
  if (!is_known(line.from) || !is_known(line.to)) return;
  OGRLineString geometry;
  geometry.addPoint(line.from.x_m, line.from.y_m);
  geometry.addPoint(line.to.x_m, line.to.y_m);
  feature.SetGeometry(&geometry);
}

template <typename Shape>
void add_rows(OGRLayer& layer, const OutputTable& table, const std::vector<Shape>& shapes,
              const GdalMessages& messages) {
  for (std::size_t row = 0; row < shapes.size(); ++row) {
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    for (std::size_t i = 0; i < table.rows[row].size(); ++i)
      set_field(*feature, static_cast<int>(i), table.rows[row][i]);
    set_shape(*feature, shapes[row]);
    check(layer.CreateFeature(feature.get()) == OGRERR_NONE, messages);
  }
}

/// The table in which QGIS keeps styles inside a GeoPackage, with the columns that QGIS itself makes.
OGRLayer& create_style_table(GDALDataset& dataset, const GdalMessages& messages) {
  const char* const options[] = {"FID=id", nullptr};
  OGRLayer* const layer = dataset.CreateLayer("layer_styles", nullptr, wkbNone, const_cast<char**>(options));
  check(layer != nullptr, messages);
  constexpr std::pair<const char*, int> kTexts[] = {{"f_table_catalog", 256},
                                                    {"f_table_schema", 256},
                                                    {"f_table_name", 256},
                                                    {"f_geometry_column", 256},
                                                    {"styleName", 30},
                                                    {"styleQML", 0},
                                                    {"styleSLD", 0},
                                                    {"description", 0},
                                                    {"owner", 30},
                                                    {"ui", 30}};
  for (const auto& [name, width] : kTexts) {
    OGRFieldDefn field(name, OFTString);
    field.SetWidth(width);
    check(layer->CreateField(&field) == OGRERR_NONE, messages);
    if (std::string_view(name) != "styleSLD") continue;
    OGRFieldDefn is_default("useAsDefault", OFTInteger);
    is_default.SetSubType(OFSTBoolean);
    check(layer->CreateField(&is_default) == OGRERR_NONE, messages);
  }
  OGRFieldDefn time("update_time", OFTDateTime);
  check(layer->CreateField(&time) == OGRERR_NONE, messages);
  return *layer;
}

/// The style of one layer, which QGIS takes where the layer is opened without a project.
void add_style(OGRLayer& styles, const GpkgLayer& layer, const std::string& geometry_column,
               const GdalMessages& messages) {
  const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(styles.GetLayerDefn()));
  const std::pair<const char*, const char*> texts[] = {{"f_table_catalog", ""},
                                                       {"f_table_schema", ""},
                                                       {"f_table_name", layer.table.name.c_str()},
                                                       {"f_geometry_column", geometry_column.c_str()},
                                                       {"styleName", layer.table.name.c_str()},
                                                       {"styleQML", layer.style.c_str()},
                                                       {"styleSLD", ""},
                                                       {"description", ""},
                                                       {"owner", ""}};
  for (const auto& [name, text] : texts)
    feature->SetField(name, text);
  feature->SetField("useAsDefault", 1);
  constexpr int kUtc = 100;
  feature->SetField(feature->GetFieldIndex("update_time"), 2000, 1, 1, 0, 0, 0.0F, kUtc);
  check(styles.CreateFeature(feature.get()) == OGRERR_NONE, messages);
}

void write_layers(const std::filesystem::path& path, const std::vector<GpkgLayer>& layers, const WorkingCrs& crs) {
  register_gdal();
  const FixedDate fixed_date;
  const GdalMessages messages;
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
  DatasetPtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  check(dataset != nullptr, messages);
  for (const GpkgLayer& layer : layers) {
    OGRLayer& created = create_layer(*dataset, layer, free_name("geom", layer.table), crs, messages);
    check(dataset->StartTransaction() == OGRERR_NONE, messages);
    std::visit([&](const auto& shapes) { add_rows(created, layer.table, shapes, messages); }, layer.shapes);
    check(dataset->CommitTransaction() == OGRERR_NONE, messages);
  }
  const auto has_style = [](const GpkgLayer& layer) { return !layer.style.empty(); };
  if (std::any_of(layers.begin(), layers.end(), has_style)) {
    OGRLayer& styles = create_style_table(*dataset, messages);
    for (const GpkgLayer& layer : layers)
      if (has_style(layer)) add_style(styles, layer, free_name("geom", layer.table), messages);
  }
  dataset.reset();
  check(!messages.any_failure(), messages);
}

}  // namespace

void write_gpkg(const std::filesystem::path& path, const std::vector<GpkgLayer>& layers, const WorkingCrs& crs) {
  for (const GpkgLayer& layer : layers) {
    const std::size_t shapes = std::visit([](const auto& of_layer) { return of_layer.size(); }, layer.shapes);
    if (shapes != layer.table.rows.size()) throw std::invalid_argument("a layer needs a shape for each row");
  }
  OutputFile output(path);
  try {
    write_layers(output.temporary(), layers, crs);
  } catch (const std::runtime_error& error) {
    fail_to_write(path, error.what());
  }
  output.finish();
}

void write_gpkg_points(const std::filesystem::path& path, const OutputTable& table, const std::vector<MapPoint>& points,
                       const WorkingCrs& crs) {
  write_gpkg(path, {{.table = table, .shapes = points, .style = ""}}, crs);
}

}  // namespace phusong::gis
