#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/population_raster.h"
#include "gis/raster_outlines.h"

namespace phusong::intake {

/// A commune as its outline says it.
struct CommunePeople {
  std::string commune, district, province;
  double people_of_raster = 0.0;
  std::int64_t people = 0;  ///< those of its column `population`, else of the raster
};

/// The communes of outlines that have a column `commune` (or xa, ten_xa), and may have `district` (huyen, ten_huyen),
/// `province` (tinh, ten_tinh) and `population` (dan_so). Throws InputError: the column is missing, a commune without a
/// name, a population that is no whole number from 0 on.
std::vector<CommunePeople> communes_of(const gis::RasterOutlines& outlines, const gis::PopulationRaster& raster);

/// People of the raster that are in no commune.
double people_outside(const gis::RasterOutlines& outlines, const gis::PopulationRaster& raster);

}  // namespace phusong::intake
