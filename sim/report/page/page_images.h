#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// What the pictures of a page may take.
struct PictureLimits {
  int max_pixels = 1100;               ///< a side: of the hillshade, levels and best servers
  int max_pixels_of_others = 650;      ///< a side of the maps that are looked at less, which are most of them
  std::size_t max_bytes = 6UL << 20U;  ///< all of them, as text in the page
};

/// The pictures of a run's maps for the page, on a web map: the hillshade, then for each operator and technology the
/// level, the best server, the probability, the ratio, the throughput and the overlap, in this order as far as they
/// fit. Throws gis::InputError where a raster cannot be read.
nlohmann::ordered_json page_images(const StoredRun& run, const PictureLimits& limits = {});

}  // namespace phusong::report
