#pragma once

#include <rapidcheck.h>

#include <cmath>

#include "sim/planning/broadband/broadband_problem.h"

namespace phusong::tests {

/// Hamlets at these places in kilometres, what has fibre at the origin.
inline planning::BroadbandProblem hamlets_at_km(const std::vector<gis::MapPoint>& places_km, std::size_t needed) {
  planning::BroadbandProblem problem{.hamlets = {}, .to_root_km = {}, .needed = needed};
  for (const gis::MapPoint& km : places_km) {
    const gis::MapPoint place{1000.0 * km.x_m, 1000.0 * km.y_m};
    problem.hamlets.push_back(place);
    problem.to_root_km.push_back(std::hypot(place.x_m, place.y_m) / 1000.0);
  }
  return problem;
}

/// From `least` to `most` hamlets within 20 km of the origin, drawn by rapidcheck with how many are needed.
inline planning::BroadbandProblem drawn_problem(std::size_t least, std::size_t most) {
  const auto count = *rc::gen::inRange(least, most + 1);
  std::vector<gis::MapPoint> places_km;
  for (std::size_t i = 0; i < count; ++i)
    places_km.push_back({*rc::gen::inRange(-2000, 2001) * 0.01, *rc::gen::inRange(-2000, 2001) * 0.01});
  return hamlets_at_km(places_km, *rc::gen::inRange<std::size_t>(0, count + 1));
}

}  // namespace phusong::tests
