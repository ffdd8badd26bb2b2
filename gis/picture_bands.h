#pragma once

#include <string>

class GDALDataset;

namespace phusong::gis {

/// The reason why a raster is a picture and not one band of numbers beside an alpha band; empty where it may be that.
std::string picture_reason(GDALDataset& dataset);

}  // namespace phusong::gis
