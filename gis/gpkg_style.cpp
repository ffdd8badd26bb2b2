#include "gis/gpkg_style.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "gis/gdal_support.h"
#include "gis/problem.h"

namespace phusong::gis {

std::string gpkg_style(const std::filesystem::path& path, const std::string& layer) {
  register_gdal();
  const GdalMessages messages;
  const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (dataset == nullptr) fail(path.string(), "cannot be read as a map: " + messages.text());
  OGRLayer* const styles = dataset->GetLayerByName("layer_styles");
  if (styles == nullptr) return "";
  for (const OGRFeatureUniquePtr& style : *styles) {
    if (style->GetFieldAsString("f_table_name") == layer) return style->GetFieldAsString("styleQML");
  }
  return "";
}

}  // namespace phusong::gis
