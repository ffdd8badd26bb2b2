#include "gis/outlines.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <optional>
#include <stdexcept>

#include "gis/crs.h"
#include "gis/gdal_support.h"
#include "gis/layer_crs.h"
#include "gis/problem.h"
#include "gis/shape_layer.h"
#include "gis/text.h"

namespace phusong::gis {
namespace {

constexpr const char* kOutlinesWgs84 = "EPSG:4326";

}  // namespace

struct Outlines::Impl {
  struct Area {
    std::unique_ptr<OGRGeometry> shape;
    OGREnvelope envelope;
    std::vector<std::string> texts;
  };
  std::vector<Area> areas;
  std::optional<Transform> from_wgs84;  ///< nothing for WGS84 itself

  void add(const OGRFeature& feature);
};

void Outlines::Impl::add(const OGRFeature& feature) {
  Area area{.shape = std::unique_ptr<OGRGeometry>(feature.GetGeometryRef()->clone()), .envelope = {}, .texts = {}};
  area.shape->getEnvelope(&area.envelope);
  for (int field = 0; field < feature.GetFieldCount(); ++field) {
    if (feature.GetFieldDefnRef(field)->GetType() != OFTString || !feature.IsFieldSetAndNotNull(field)) continue;
    area.texts.push_back(clean_text(feature.GetFieldAsString(field)));
  }
  areas.push_back(std::move(area));
}

Outlines::Outlines(const std::filesystem::path& path) : impl_(std::make_unique<Impl>()) {
  register_gdal();
  const GdalMessages messages;
  const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (dataset == nullptr) fail(path.string(), "cannot be read as a map of outlines: " + messages.text());
  for (OGRLayer* const layer : dataset->GetLayers()) {
    const std::size_t before = impl_->areas.size();
    for (const OGRFeatureUniquePtr& feature : *layer)
      if (is_polygon(feature->GetGeometryRef())) impl_->add(*feature);
    if (impl_->areas.size() == before) continue;
    if (before > 0) fail(path.string(), "has more than one layer of polygons");
    const std::string crs = layer_crs(*layer).value_or(kOutlinesWgs84);
    try {
      if (crs != kOutlinesWgs84) impl_->from_wgs84.emplace(kOutlinesWgs84, crs);
    } catch (const std::invalid_argument& error) {
      fail(path.string(), error.what());
    }
  }
  if (impl_->areas.empty()) fail(path.string(), "holds no polygons");
}

Outlines::Outlines(Outlines&&) noexcept = default;
Outlines& Outlines::operator=(Outlines&&) noexcept = default;
Outlines::~Outlines() = default;

std::vector<std::size_t> Outlines::containing(LonLat place) const {
  const MapPoint degrees{place.lon_deg, place.lat_deg};
  const MapPoint at = impl_->from_wgs84 ? impl_->from_wgs84->forward(degrees) : degrees;
  const OGRPoint point(at.x_m, at.y_m);
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < impl_->areas.size(); ++i) {
    const OGREnvelope& box = impl_->areas[i].envelope;
    const bool is_near = at.x_m >= box.MinX && at.x_m <= box.MaxX && at.y_m >= box.MinY && at.y_m <= box.MaxY;
    if (is_near && impl_->areas[i].shape->Intersects(&point) != 0) result.push_back(i);
  }
  return result;
}

const std::vector<std::string>& Outlines::texts(std::size_t area) const {
  return impl_->areas.at(area).texts;
}

}  // namespace phusong::gis
