#pragma once

#include <string>

#include "gis/crs.h"
#include "gis/vector_writer.h"
#include "sim/scenario/synth/province.h"

namespace phusong::synth {

/// The tables of a province in the form that a scenario reads.
gis::OutputTable sites_table(const Province& province);
gis::OutputTable cells_table(const Province& province);
gis::OutputTable hamlets_table(const Province& province);

/// The communes' outlines as GeoJSON (RFC 7946).
std::string communes_geojson(const Province& province, const gis::WorkingCrs& crs);

}  // namespace phusong::synth
