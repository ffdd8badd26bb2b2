#include "propagation/antenna/msi_beams.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "propagation/antenna/element_pattern.h"

namespace phusong::propagation::msi {
namespace {

/// For each beam the cut's attenuations with those of the other beams put out of the way.
std::vector<std::vector<double>> parted_by_valleys(const std::vector<double>& attenuation_db) {
  constexpr double kAsStrongDb = 0.5, kValleyDb = 3.0;
  const auto [least, most] = std::minmax_element(attenuation_db.begin(), attenuation_db.end());
  if (*most < *least + kValleyDb) return {attenuation_db};
  const auto begin = static_cast<std::size_t>(most - attenuation_db.begin());
  std::vector<std::vector<double>> beams;
  bool in_beam = false;
  for (std::size_t i = 0; i < attenuation_db.size(); ++i) {
    const std::size_t at = (begin + i) % attenuation_db.size();
    if (attenuation_db[at] >= *least + kValleyDb) in_beam = false;
    if (attenuation_db[at] > *least + kAsStrongDb) continue;
    if (!in_beam) beams.emplace_back(attenuation_db.size(), std::numeric_limits<double>::infinity());
    in_beam = true;
    beams.back()[at] = attenuation_db[at];
  }
  return beams;
}

double apart_deg(double one_deg, double other_deg) {
  return std::abs(wrapped_deg(one_deg - other_deg));
}

}  // namespace

double angle_of_least_deg(const std::vector<double>& angle_deg, const std::vector<double>& attenuation_db) {
  const double least_db = *std::min_element(attenuation_db.begin(), attenuation_db.end());
  const std::size_t count = angle_deg.size();
  const auto is_least = [&](std::size_t i) { return attenuation_db[i % count] == least_db; };
  const auto unrolled_deg = [&](std::size_t i) { return angle_deg[i % count] + (i < count ? 0.0 : 360.0); };
  std::optional<double> nearest_deg;
  for (std::size_t begin = 0; begin < count; ++begin) {
    if (!is_least(begin) || is_least(begin + count - 1)) continue;
    std::size_t last = begin;
    while (is_least(last + 1))
      ++last;
    const double middle_deg = wrapped_deg((unrolled_deg(begin) + unrolled_deg(last)) / 2.0);
    if (!nearest_deg || std::abs(middle_deg) < std::abs(*nearest_deg)) nearest_deg = middle_deg;
  }
  return nearest_deg.value_or(0.0);  // no run begins where all values are the same
}

std::vector<double> beams_deg(const std::vector<double>& angle_deg, const std::vector<double>& attenuation_db) {
  constexpr double kOppositeDeg = 15.0;
  std::vector<double> beams = {angle_of_least_deg(angle_deg, attenuation_db)};
  for (const std::vector<double>& beam_db : parted_by_valleys(attenuation_db)) {
    const double beam_deg = angle_of_least_deg(angle_deg, beam_db);
    const bool has_it = std::any_of(beams.begin(), beams.end(), [beam_deg](double other_deg) {
      return beam_deg == other_deg || apart_deg(beam_deg, other_deg + 180.0) < kOppositeDeg;
    });
    if (!has_it) beams.push_back(beam_deg);
  }
  return beams;
}

}  // namespace phusong::propagation::msi
