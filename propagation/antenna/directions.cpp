#include "propagation/antenna/directions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "propagation/independent_loop.h"
#include "propagation/units.h"
#include "propagation/wide_code.h"

namespace phusong::propagation {
namespace {

constexpr float kRadPerDeg = std::numbers::pi_v<float> / 180.0F;
constexpr float kDegPerRad = 180.0F / std::numbers::pi_v<float>;

/// Taylor's series within a quarter turn either way: the term left out is 6e-8 there.
PHUSONG_WIDE_BODY float sine(float x) {
  const float s = x * x;
  return x *
         (1.0F + s * (-1.0F / 6.0F +
                      s * (1.0F / 120.0F + s * (-1.0F / 5040.0F + s * (1.0F / 362880.0F - s * (1.0F / 39916800.0F))))));
}

PHUSONG_WIDE_BODY float cosine(float x) {
  const float s = x * x;
  return 1.0F + s * (-0.5F + s * (1.0F / 24.0F +
                                  s * (-1.0F / 720.0F +
                                       s * (1.0F / 40320.0F + s * (-1.0F / 3628800.0F + s * (1.0F / 479001600.0F))))));
}

/// The angle of (x, y) from the x axis, in degrees; 0 where both are 0. Abramowitz & Stegun 4.4.49, error 2e-8 rad
/// beside the rounding.
PHUSONG_WIDE_BODY float angle_deg(float y, float x) {
  const float width = std::abs(x), height = std::abs(y);
  const float least = width < height ? width : height;
  const float most = width < height ? height : width;
  const float ratio = least / (most > 0.0F ? most : 1.0F);
  const float s = ratio * ratio;
  const float polynomial =
      1.0F +
      s * (-0.3333314528F +
           s * (0.1999355085F +
                s * (-0.1420889944F +
                     s * (0.1065626393F +
                          s * (-0.0752896400F + s * (0.0429096138F + s * (-0.0161657367F + s * 0.0028662257F)))))));
  const float within_eighth = ratio * polynomial * kDegPerRad;
  const float within_quarter = width < height ? 90.0F - within_eighth : within_eighth;
  const float within_half = x < 0.0F ? 180.0F - within_quarter : within_quarter;
  return y < 0.0F ? -within_half : within_half;
}

/// The places of a set of directions, as arrays that do not overlap.
struct DirectionArrays {
  const float *east, *north, *elevation_deg, *cos_elevation, *sin_elevation;
  std::size_t count;
};

/// How an antenna stands: unit vector of its azimuth, tilt.
struct Mounting {
  explicit Mounting(const Antenna& antenna)
      : east(static_cast<float>(std::sin(radians_from_degrees(antenna.azimuth_deg)))),
        north(static_cast<float>(std::cos(radians_from_degrees(antenna.azimuth_deg)))),
        cos_tilt(static_cast<float>(std::cos(radians_from_degrees(antenna.mechanical_tilt_deg)))),
        sin_tilt(static_cast<float>(std::sin(radians_from_degrees(antenna.mechanical_tilt_deg)))),
        is_tilted(antenna.mechanical_tilt_deg != 0.0) {}

  float east, north, cos_tilt, sin_tilt;
  bool is_tilted;
};

/// A direction as the antenna sees it, in degrees: from its main lobe, and above its own horizon.
struct SeenDirection {
  float azimuth_deg, elevation_deg;
};

PHUSONG_WIDE_BODY SeenDirection seen_by_upright(const DirectionArrays& to, const Mounting& mounting, std::size_t i) {
  const float forward = to.north[i] * mounting.north + to.east[i] * mounting.east;
  const float sideways = to.east[i] * mounting.north - to.north[i] * mounting.east;
  return {angle_deg(sideways, forward), to.elevation_deg[i]};
}

/// Turned into the frame of an antenna that is tipped forward about its own cross axis.
PHUSONG_WIDE_BODY SeenDirection seen_by_tilted(const DirectionArrays& to, const Mounting& mounting, std::size_t i) {
  const float forward = to.cos_elevation[i] * (to.north[i] * mounting.north + to.east[i] * mounting.east);
  const float sideways = to.cos_elevation[i] * (to.east[i] * mounting.north - to.north[i] * mounting.east);
  const float up = to.sin_elevation[i];
  const float tipped_forward = forward * mounting.cos_tilt - up * mounting.sin_tilt;
  const float tipped_up = forward * mounting.sin_tilt + up * mounting.cos_tilt;
  return {angle_deg(sideways, tipped_forward),
          angle_deg(tipped_up, std::sqrt(tipped_forward * tipped_forward + sideways * sideways))};
}

/// A pattern of TR 38.901 in single precision.
struct LobeShape {
  float per_beamwidth_h, per_beamwidth_v;  ///< 1/°; 0 for an omnidirectional antenna
  float electrical_tilt_deg;
  float most_vertical_db, most_db;
};

PHUSONG_WIDE_BODY float lobe_attenuation_db(const LobeShape& shape, const SeenDirection& seen) {
  const float horizontal = seen.azimuth_deg * shape.per_beamwidth_h;
  const float vertical = (seen.elevation_deg + shape.electrical_tilt_deg) * shape.per_beamwidth_v;
  const float horizontal_db = 12.0F * horizontal * horizontal;
  const float within_db = horizontal_db < shape.most_db ? horizontal_db : shape.most_db;
  const float vertical_db = 12.0F * vertical * vertical;
  const float sum_db = within_db + (vertical_db < shape.most_vertical_db ? vertical_db : shape.most_vertical_db);
  return sum_db < shape.most_db ? sum_db : shape.most_db;
}

PHUSONG_WIDE_BODY void read_lobe_wide(const DirectionArrays& to, const Mounting& mounting, const LobeShape& shape,
                                      float* attenuation_db) {
  if (mounting.is_tilted) {
    PHUSONG_INDEPENDENT_LOOP
    for (std::size_t i = 0; i < to.count; ++i)
      attenuation_db[i] = lobe_attenuation_db(shape, seen_by_tilted(to, mounting, i));
  } else {
    PHUSONG_INDEPENDENT_LOOP
    for (std::size_t i = 0; i < to.count; ++i)
      attenuation_db[i] = lobe_attenuation_db(shape, seen_by_upright(to, mounting, i));
  }
}
void read_lobe(const DirectionArrays& to, const Mounting& mounting, const LobeShape& shape, float* attenuation_db) {
  read_lobe_wide(to, mounting, shape, attenuation_db);
}
PHUSONG_AVX2 void read_lobe_by_avx2(const DirectionArrays& to, const Mounting& mounting, const LobeShape& shape,
                                    float* attenuation_db) {
  read_lobe_wide(to, mounting, shape, attenuation_db);
}

/// What set() fills, as arrays that do not overlap.
struct TurnedArrays {
  float *east, *north, *cos_elevation, *sin_elevation;
};

PHUSONG_WIDE_BODY void turn_wide(const float* east_m, const float* north_m, const float* elevation_deg,
                                 std::size_t count, const TurnedArrays& to) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    const float length_m = std::sqrt(east_m[i] * east_m[i] + north_m[i] * north_m[i]);
    const float per_m = 1.0F / (length_m > 0.0F ? length_m : 1.0F);
    to.east[i] = east_m[i] * per_m;
    to.north[i] = north_m[i] * per_m;
    const float elevation = elevation_deg[i] * kRadPerDeg;
    to.cos_elevation[i] = cosine(elevation);
    to.sin_elevation[i] = sine(elevation);
  }
}
void turn(const float* east_m, const float* north_m, const float* elevation_deg, std::size_t count,
          const TurnedArrays& to) {
  turn_wide(east_m, north_m, elevation_deg, count, to);
}
PHUSONG_AVX2 void turn_by_avx2(const float* east_m, const float* north_m, const float* elevation_deg, std::size_t count,
                               const TurnedArrays& to) {
  turn_wide(east_m, north_m, elevation_deg, count, to);
}

LobeShape shape_of(const ParametricPattern& pattern, double electrical_tilt_deg) {
  return {.per_beamwidth_h = pattern.beamwidth_h_deg ? static_cast<float>(1.0 / *pattern.beamwidth_h_deg) : 0.0F,
          .per_beamwidth_v = static_cast<float>(1.0 / pattern.beamwidth_v_deg),
          .electrical_tilt_deg = static_cast<float>(electrical_tilt_deg),
          .most_vertical_db = static_cast<float>(pattern.side_lobe_limit_db),
          .most_db = static_cast<float>(pattern.max_attenuation_db)};
}

}  // namespace

void Directions::set(std::span<const float> east_m, std::span<const float> north_m,
                     std::span<const float> elevation_deg) {
  const std::size_t count = elevation_deg.size();
  elevation_deg_.assign(elevation_deg.begin(), elevation_deg.end());
  for (std::vector<float>* values : {&east_, &north_, &cos_elevation_, &sin_elevation_})
    values->resize(count);
  wider(turn, turn_by_avx2)(east_m.data(), north_m.data(), elevation_deg_.data(), count,
                            {east_.data(), north_.data(), cos_elevation_.data(), sin_elevation_.data()});
}

void Directions::attenuations_db(const Antenna& antenna, std::span<float> attenuation_db) const {
  const auto* const parametric = std::get_if<ParametricPattern>(&antenna.pattern);
  // No elevation leaves half a turn then.
  if (parametric != nullptr && std::abs(antenna.electrical_tilt_deg) <= 90.0) {
    const DirectionArrays arrays{.east = east_.data(),
                                 .north = north_.data(),
                                 .elevation_deg = elevation_deg_.data(),
                                 .cos_elevation = cos_elevation_.data(),
                                 .sin_elevation = sin_elevation_.data(),
                                 .count = size()};
    wider(read_lobe, read_lobe_by_avx2)(arrays, Mounting(antenna), shape_of(*parametric, antenna.electrical_tilt_deg),
                                        attenuation_db.data());
  } else {
    by_file(antenna, attenuation_db);
  }
}

void Directions::by_file(const Antenna& antenna, std::span<float> attenuation_db) const {
  for (std::size_t i = 0; i < size(); ++i) {
    if (std::isnan(elevation_deg_[i])) {
      attenuation_db[i] = std::numeric_limits<float>::quiet_NaN();
      continue;
    }
    const double azimuth_deg = degrees_from_radians(std::atan2(double{east_[i]}, double{north_[i]}));
    attenuation_db[i] = static_cast<float>(antenna.attenuation_db(azimuth_deg, double{elevation_deg_[i]}));
  }
}

}  // namespace phusong::propagation
