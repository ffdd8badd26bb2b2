#include "gis/layer_columns.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "gis/gdal_support.h"
#include "gis/problem.h"

namespace phusong::gis {
namespace {

ColumnType type_of(const OGRFieldDefn& field) {
  switch (field.GetType()) {
    case OFTInteger:
    case OFTInteger64:
      return ColumnType::kInteger;
    case OFTReal:
      return ColumnType::kReal;
    default:
      return ColumnType::kText;
  }
}

}  // namespace

std::vector<Column> layer_columns(const std::filesystem::path& path, const std::string& layer) {
  register_gdal();
  const GdalMessages messages;
  const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (dataset == nullptr) fail(path.string(), "cannot be read as a map: " + messages.text());
  OGRLayer* const found = dataset->GetLayerByName(layer.c_str());
  if (found == nullptr) fail(path.string(), "has no layer '" + layer + "'; make the run again");
  std::vector<Column> columns;
  const OGRFeatureDefn& definition = *found->GetLayerDefn();
  for (int i = 0; i < definition.GetFieldCount(); ++i) {
    const OGRFieldDefn& field = *definition.GetFieldDefn(i);
    columns.push_back({field.GetNameRef(), type_of(field)});
  }
  return columns;
}

}  // namespace phusong::gis
