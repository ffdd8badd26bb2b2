#include "propagation/antenna/directions.h"

#include <doctest/doctest.h>

#include <cmath>
#include <memory>
#include <random>

#include "propagation/units.h"

using namespace phusong::propagation;

namespace {

/// Places all around a mast, near and far, above and below it.
struct Surroundings {
  std::vector<float> east_m, north_m, elevation_deg;

  explicit Surroundings(std::size_t count) {
    std::mt19937 random(5);
    std::uniform_real_distribution<float> offset_m(-20000.0F, 20000.0F), elevation(-90.0F, 90.0F), flat(-3.0F, 3.0F);
    for (std::size_t i = 0; i < count; ++i) {
      east_m.push_back(i % 7 == 0 ? 0.0F : offset_m(random));
      north_m.push_back(i % 11 == 0 && i % 7 != 0 ? 0.0F : offset_m(random));
      elevation_deg.push_back(i % 3 == 0 ? elevation(random) : flat(random));
    }
  }
};

double reference_db(const Antenna& antenna, const Surroundings& places, std::size_t i) {
  const double azimuth_deg =
      degrees_from_radians(std::atan2(static_cast<double>(places.east_m[i]), static_cast<double>(places.north_m[i])));
  return antenna.attenuation_db(azimuth_deg, static_cast<double>(places.elevation_deg[i]));
}

double worst_db(const Antenna& antenna, const Surroundings& places) {
  Directions directions;
  directions.set(places.east_m, places.north_m, places.elevation_deg);
  std::vector<float> attenuation_db(directions.size());
  directions.attenuations_db(antenna, attenuation_db);
  double worst = 0.0;
  for (std::size_t i = 0; i < attenuation_db.size(); ++i)
    worst = std::max(worst, std::abs(static_cast<double>(attenuation_db[i]) - reference_db(antenna, places, i)));
  return worst;
}

}  // namespace

TEST_CASE("attenuations in many directions are those of the antenna in each") {
  const Surroundings places(5000);
  for (const double azimuth_deg : {0.0, 90.0, 137.5, 359.0}) {
    for (const double tilt_deg : {0.0, 4.0, -2.0, 30.0}) {
      for (const double electrical_deg : {0.0, 6.0, 120.0}) {
        CAPTURE(azimuth_deg);
        CAPTURE(tilt_deg);
        CAPTURE(electrical_deg);
        const Antenna sector{.pattern = ParametricPattern{.beamwidth_h_deg = 65.0, .beamwidth_v_deg = 7.0},
                             .azimuth_deg = azimuth_deg,
                             .mechanical_tilt_deg = tilt_deg,
                             .electrical_tilt_deg = electrical_deg};
        CHECK(worst_db(sector, places) < 1e-3);
        Antenna all_round = sector;
        all_round.pattern = ParametricPattern{.beamwidth_h_deg = {}, .beamwidth_v_deg = 12.0};
        CHECK(worst_db(all_round, places) < 1e-3);
      }
    }
  }
}

TEST_CASE("a pattern file is read in many directions as in one") {
  auto file = std::make_shared<MsiPattern>();
  for (int angle = 0; angle < 360; ++angle) {
    file->horizontal_angle_deg.push_back(angle);
    file->horizontal_attenuation_db.push_back(15.0 - 15.0 * std::cos(radians_from_degrees(angle)));
    file->vertical_angle_deg.push_back(angle);
    file->vertical_attenuation_db.push_back(12.0 - 12.0 * std::cos(radians_from_degrees(angle - 5)));
  }
  file->find_beam();
  const Antenna antenna{
      .pattern = std::shared_ptr<const MsiPattern>(file), .azimuth_deg = 200.0, .mechanical_tilt_deg = 3.0};
  CHECK(worst_db(antenna, Surroundings(2000)) < 1e-3);
}

TEST_CASE("right under an antenna a direction has no azimuth, and an attenuation all the same") {
  Directions directions;
  directions.set(std::vector{0.0F}, std::vector{0.0F}, std::vector{-90.0F});
  std::vector<float> attenuation_db(1);
  const Antenna antenna{.pattern = ParametricPattern{.beamwidth_h_deg = 65.0}, .mechanical_tilt_deg = 2.0};
  directions.attenuations_db(antenna, attenuation_db);
  CHECK(attenuation_db[0] == doctest::Approx(antenna.attenuation_db(0.0, -90.0)).epsilon(1e-5));
}
