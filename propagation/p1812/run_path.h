#pragma once

#include "propagation/p1812/geometry.h"
#include "propagation/point_to_point.h"

namespace phusong::propagation::p1812 {

/// The path of a run's query, in the air that the run's settings describe.
Path run_path(const PathQuery& query, const PropagationSettings& settings);

/// Its geometry as path_losses() works it out for `time_percent`: in one pass where even_geometry() knows the path.
Geometry run_geometry(const Path& path, double time_percent);

}  // namespace phusong::propagation::p1812
