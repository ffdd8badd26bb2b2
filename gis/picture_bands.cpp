#include "gis/picture_bands.h"

#include <fmt/format.h>
#include <gdal_priv.h>

namespace phusong::gis {
namespace {

int bands_beside_alpha(GDALDataset& dataset) {
  int count = 0;
  for (int i = 1; i <= dataset.GetRasterCount(); ++i)
    if (dataset.GetRasterBand(i)->GetColorInterpretation() != GCI_AlphaBand) ++count;
  return count;
}

}  // namespace

std::string picture_reason(GDALDataset& dataset) {
  if (const int count = bands_beside_alpha(dataset); count > 1) return fmt::format("has {} bands", count);
  GDALRasterBand& band = *dataset.GetRasterBand(1);
  const GDALColorInterp colour = band.GetColorInterpretation();
  if (band.GetColorTable() != nullptr || colour == GCI_PaletteIndex) return "has a palette of colours";
  if (colour != GCI_Undefined && colour != GCI_GrayIndex)
    return fmt::format("has a band of the colour {}", GDALGetColorInterpretationName(colour));
  return "";
}

}  // namespace phusong::gis
