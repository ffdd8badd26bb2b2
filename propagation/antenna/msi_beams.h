#pragma once

#include <vector>

namespace phusong::propagation::msi {

/// The middle of the run of least values around the circle; of several runs the one nearest to 0°.
double angle_of_least_deg(const std::vector<double>& angle_deg, const std::vector<double>& attenuation_db);

/// The azimuths of a horizontal cut's beams: the one of `angle_of_least_deg` first, then those as strong to 0.5 dB that
/// a valley of at least 3 dB parts from it. Of two beams that look to opposite sides, to 15°, one is left out, for the
/// vertical cut has them both.
std::vector<double> beams_deg(const std::vector<double>& angle_deg, const std::vector<double>& attenuation_db);

}  // namespace phusong::propagation::msi
