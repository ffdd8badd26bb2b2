#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "gis/coordinates.h"
#include "gis/population_raster.h"
#include "sim/intake/population/commune_people.h"

namespace phusong::intake {

/// A pixel on which people live, inside a commune.
struct PeopledPixel {
  int column = 0, row = 0;
  std::int32_t commune = 0;  ///< by its place in the list
  double people = 0.0;
  gis::LonLat lon_lat;
  gis::MapPoint point;  ///< metres from the raster's north-western corner, east and south
};

/// Pixels that belong together, by their place in a list.
using PixelGroup = std::vector<std::size_t>;

/// The pixels with `least_people` and more, row by row.
std::vector<PeopledPixel> peopled_pixels(const gis::PopulationRaster& raster, const CommuneMap& communes,
                                         double least_people);

/// Groups of pixels of one commune, each linked with the next by neighbours: pixels that touch, or whose centres are
/// `reach_m` apart at most. Groups and their pixels keep the order of the list.
std::vector<PixelGroup> linked_groups(const std::vector<PeopledPixel>& pixels, double reach_m);

/// Cuts a group across its longer side, where half of its people live on each, until no part has more than
/// `most_people`, or one pixel.
std::vector<PixelGroup> split(const std::vector<PeopledPixel>& pixels, PixelGroup group, double most_people);

double people_of(const std::vector<PeopledPixel>& pixels, const PixelGroup& group);

/// The pixel that is nearest to the centre of a group's people: a place where somebody lives.
const PeopledPixel& middle_pixel(const std::vector<PeopledPixel>& pixels, const PixelGroup& group);

/// The distance from `middle` within which nine tenths of a group's people live, m.
double radius_of(const std::vector<PeopledPixel>& pixels, const PixelGroup& group, const PeopledPixel& middle);

/// Whole numbers in proportion to weights that add up to `total`, by largest remainders; equal ones where no weight is
/// positive.
std::vector<std::int64_t> whole_shares(const std::vector<double>& weights, std::int64_t total);

}  // namespace phusong::intake
