#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/population_raster.h"
#include "gis/raster_outlines.h"

namespace phusong::intake {

/// A commune as its outlines say it.
struct CommunePeople {
  std::string commune, district, province;
  std::optional<std::int64_t> own_people;  ///< those of its column `population`
  double people_of_raster = 0.0;

  std::int64_t people() const { return own_people.value_or(std::llround(people_of_raster)); }
};

/// Communes, and in which of them the pixels of a raster lie.
struct CommuneMap {
  std::vector<CommunePeople> communes;
  std::vector<std::int32_t> commune_of_pixel;  ///< -1: none; of several the one whose outline comes last
  double people_outside = 0.0;                 ///< of the raster, in no commune
  double people_of_several = 0.0;              ///< of the raster, in more than one outline
};

/// The communes of outlines that have a column `commune` (or xa, ten_xa), and may have `district` (huyen, ten_huyen),
/// `province` (tinh, ten_tinh) and `population` (dan_so). Outlines with the same three names are parts of one commune,
/// whose population they all have, or some. Throws InputError: the column is missing, a commune without a name, a
/// population that is no whole number from 0 on, parts of a commune with different populations.
CommuneMap communes_of(const gis::RasterOutlines& outlines, const gis::PopulationRaster& raster);

/// The differences between map and communes that somebody has to look at, a sentence each.
std::vector<std::string> remarks_on(const CommuneMap& map);

}  // namespace phusong::intake
