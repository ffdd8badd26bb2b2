#include "gis/vrt_source.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace phusong::gis {
namespace {

struct XmlDeleter {
  void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};

using Xml = std::unique_ptr<CPLXMLNode, XmlDeleter>;

/// The text of a VRT; null of any other raster.
Xml xml_of(GDALDataset& raster) {
  char** const texts = raster.GetMetadata("xml:VRT");
  return Xml(texts == nullptr || texts[0] == nullptr ? nullptr : CPLParseXMLString(texts[0]));
}

using Rectangle = VrtSource::Rectangle;

/// The rectangle that an element says; the whole raster where the element is missing.
Rectangle rectangle_of(const CPLXMLNode* source, const char* element, GDALDataset& whole) {
  const CPLXMLNode* const node = CPLGetXMLNode(source, element);
  if (node == nullptr) return {0.0, 0.0, double(whole.GetRasterXSize()), double(whole.GetRasterYSize())};
  const auto number = [node](const char* name) { return std::strtod(CPLGetXMLValue(node, name, "0"), nullptr); };
  return {number("xOff"), number("yOff"), number("xSize"), number("ySize")};
}

std::string file_in(const CPLXMLNode* parent, const std::string& element, const std::string& vrt_folder) {
  const std::string name = CPLGetXMLValue(parent, element.c_str(), "");
  const bool relative = std::string_view(CPLGetXMLValue(parent, (element + ".relativeToVRT").c_str(), "0")) == "1";
  return relative ? CPLProjectRelativeFilename(vrt_folder.c_str(), name.c_str()) : name;
}

DatasetPtr open_shown(const std::string& file) {
  return DatasetPtr(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
}

/// Whether a file has data everywhere; a VRT is to be looked at more closely.
bool is_whole(GDALDataset& dataset) {
  const int status = dataset.GetRasterBand(1)->GetDataCoverageStatus(0, 0, dataset.GetRasterXSize(),
                                                                     dataset.GetRasterYSize(), 0, nullptr);
  return std::string_view(dataset.GetDriver()->GetDescription()) != "VRT" &&
         (status & GDAL_DATA_COVERAGE_STATUS_EMPTY) == 0;
}

bool is_source(const CPLXMLNode& node) {
  return node.eType == CXT_Element && std::string_view(node.pszValue).ends_with("Source");
}

std::optional<VrtSource> source_of(const CPLXMLNode* node, const std::string& vrt_folder, GDALDataset& vrt) {
  if (!is_source(*node)) return std::nullopt;
  DatasetPtr dataset = open_shown(file_in(node, "SourceFilename", vrt_folder));
  if (dataset == nullptr || dataset->GetRasterCount() < 1) return std::nullopt;
  const Rectangle from = rectangle_of(node, "SrcRect", *dataset);
  const Rectangle to = rectangle_of(node, "DstRect", vrt);
  if (is_whole(*dataset)) dataset.reset();
  return VrtSource(std::move(dataset), from, to);
}

/// Whether a raster has gaps that nothing but its own reader knows of.
bool has_untold_gaps(GDALDataset& raster) {
  return raster.GetRasterBand(1)->GetMaskFlags() == GMF_ALL_VALID && !is_whole(raster);
}

}  // namespace

std::optional<std::string> warp_that_hides_gaps(GDALDataset& raster) {
  const GdalMessages silent;
  const Xml xml = xml_of(raster);
  if (xml == nullptr) return std::nullopt;
  const std::string folder = CPLGetPath(raster.GetDescription());
  if (const CPLXMLNode* const warp = CPLGetXMLNode(xml.get(), "=VRTDataset.GDALWarpOptions")) {
    const DatasetPtr warped = open_shown(file_in(warp, "SourceDataset", folder));
    if (raster.GetRasterBand(1)->GetMaskFlags() == GMF_ALL_VALID) return raster.GetDescription();
    if (warped == nullptr) return std::nullopt;
    if (has_untold_gaps(*warped)) return warped->GetDescription();
    return warp_that_hides_gaps(*warped);
  }
  const CPLXMLNode* const band = CPLGetXMLNode(xml.get(), "=VRTDataset.VRTRasterBand");
  for (const CPLXMLNode* node = band == nullptr ? nullptr : band->psChild; node != nullptr; node = node->psNext) {
    if (!is_source(*node)) continue;
    const DatasetPtr shown = open_shown(file_in(node, "SourceFilename", folder));
    if (shown == nullptr || shown->GetRasterCount() < 1) continue;
    if (auto found = warp_that_hides_gaps(*shown)) return found;
  }
  return std::nullopt;
}

VrtSource::VrtSource(DatasetPtr dataset, Rectangle from, Rectangle to)
    : dataset_(std::move(dataset)), from_(from), to_(to) {
  if (dataset_ == nullptr) return;
  coverage_.emplace(*dataset_);
  own_mask_.resize(static_cast<std::size_t>(dataset_->GetRasterXSize()));
}

void VrtSource::cover_row(int row, std::span<std::uint8_t> mask) {
  const double down = row + 0.5 - to_.top;
  if (down < 0.0 || down >= to_.height) return;
  const auto in_source = [](double position, int count) {
    return std::clamp(static_cast<int>(std::floor(position)), 0, count - 1);
  };
  std::fill(own_mask_.begin(), own_mask_.end(), std::uint8_t{1});
  if (coverage_)
    coverage_->mask_row(in_source(from_.top + down * from_.height / to_.height, dataset_->GetRasterYSize()), own_mask_);
  for (std::size_t column = 0; column < mask.size(); ++column) {
    const double along = static_cast<double>(column) + 0.5 - to_.left;
    if (along < 0.0 || along >= to_.width) continue;
    mask[column] = 1;
    if (!coverage_) continue;
    const int own = in_source(from_.left + along * from_.width / to_.width, dataset_->GetRasterXSize());
    mask[column] = own_mask_[static_cast<std::size_t>(own)];
  }
}

std::vector<VrtSource> sources_of(GDALDataset& vrt) {
  const GdalMessages silent;
  const Xml xml = xml_of(vrt);
  if (xml == nullptr) return {};
  const CPLXMLNode* const band = CPLGetXMLNode(xml.get(), "=VRTDataset.VRTRasterBand");
  const std::string folder = CPLGetPath(vrt.GetDescription());
  std::vector<VrtSource> sources;
  for (const CPLXMLNode* node = band == nullptr ? nullptr : band->psChild; node != nullptr; node = node->psNext)
    if (std::optional<VrtSource> source = source_of(node, folder, vrt)) sources.push_back(std::move(*source));
  return sources;
}

}  // namespace phusong::gis
