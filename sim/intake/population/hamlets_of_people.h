#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/population_raster.h"
#include "gis/raster_outlines.h"
#include "gis/vector_writer.h"

namespace phusong::intake {

/// How hamlets are made of people on a map. All are assumptions.
struct PopulationOptions {
  double least_people = 1.0;          ///< of a pixel: fewer are nobody's house
  double join_m = 300.0;              ///< houses as near as this are of one hamlet
  double most_people = 800.0;         ///< of a hamlet: a larger settlement is several
  double people_per_household = 4.0;  ///< for the weights of clusters
  bool counts_households = false;     ///< the map's people stand for houses that were counted
  std::string language = "vi";        ///< of the names that are made up
  std::string list_crs;               ///< of a list's positions; empty: WGS84, or that of its layer
};

/// Tables in the form of a scenario's.
struct PopulatedHamlets {
  gis::OutputTable hamlets, clusters;
  std::vector<std::string> remarks;  ///< communes and hamlets for which something is missing
};

/// Makes a hamlet of each settlement, where no list of hamlets exists; the column `derived` says so. The people of a
/// commune add up to its `population` in the outlines where they have such a column, else to those of the raster. The
/// households of a hamlet are those that were counted, else by its people.
PopulatedHamlets derived_hamlets(const gis::PopulationRaster& raster, const gis::RasterOutlines& communes,
                                 const PopulationOptions& options);

/// Spreads the people of each commune over its listed hamlets that have no population: each pixel's go to the nearest
/// hamlet of the commune, of the total less what the list has. `list` is a table of hamlets, whose other columns are
/// kept; a value that was filled in is named in the column `derived`. Throws InputError where the list cannot be read.
PopulatedHamlets spread_over_list(const gis::PopulationRaster& raster, const gis::RasterOutlines& communes,
                                  const std::filesystem::path& list, const PopulationOptions& options);

}  // namespace phusong::intake
