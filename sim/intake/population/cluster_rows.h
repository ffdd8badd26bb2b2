#pragma once

#include <string>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/intake/population/settlement.h"

namespace phusong::intake {

/// A clusters table without rows.
gis::OutputTable clusters_table();

/// Adds a row for each group of pixels of a hamlet that touch: where it is, and its households, so many for each of the
/// pixels' people.
void add_clusters(const std::string& hamlet_id, const std::vector<PeopledPixel>& pixels, double households_per_person,
                  gis::OutputTable& clusters);

/// A position as tables have it, in degrees with six decimals.
gis::CellValue degrees_cell(double degrees);

}  // namespace phusong::intake
