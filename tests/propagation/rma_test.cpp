#include "propagation/rma/rma.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/propagation/random_path.h"
#include "tests/propagation/synthetic_profile.h"

using namespace phusong::propagation;
using namespace phusong::tests;

namespace {

rma::Input cell(double distance_m, bool line_of_sight) {
  return {.frequency_mhz = 700.0,
          .distance_m = distance_m,
          .distance_3d_m = std::hypot(distance_m, 33.5),
          .line_of_sight = line_of_sight};
}

rma::ProfileInput over(const StoredProfile& profile) {
  return {.profile = profile.view(), .tx_height_m = 35.0, .rx_height_m = 1.5, .frequency_mhz = 700.0};
}

}  // namespace

TEST_CASE("RMa gives the values worked out from its table by hand") {
  CHECK(rma::median_loss(cell(1000.0, true)).breakpoint_m == doctest::Approx(769.6902));
  CHECK(rma::median_loss(cell(1000.0, true)).loss_db == doctest::Approx(93.38160697));
  CHECK(rma::median_loss(cell(1000.0, false)).loss_db == doctest::Approx(116.44490599));
  CHECK(rma::median_loss(cell(400.0, true)).loss_db == doctest::Approx(82.51976740));
}

TEST_CASE("RMa loses no less without line of sight, and more farther away") {
  CHECK(rc::check([] {
    const double distance_m = random_number(10.0, 5000.0);
    const double sight_db = rma::median_loss(cell(distance_m, true)).loss_db;
    RC_ASSERT(rma::median_loss(cell(distance_m, false)).loss_db >= sight_db);
    RC_ASSERT(rma::median_loss(cell(1.05 * distance_m, true)).loss_db > sight_db);
  }));
}

TEST_CASE("the profile decides RMa's line of sight") {
  const StoredProfile flat = synthetic_profile("flat", 101, 3.0, 1.0);
  StoredProfile obstructed = flat;
  obstructed.ground_m[50] += 40.0;
  StoredProfile wooded = flat;
  wooded.clutter_m[50] = 40.0;
  CHECK(rma::median_loss(over(flat)).line_of_sight);
  CHECK_FALSE(rma::median_loss(over(obstructed)).line_of_sight);
  CHECK_FALSE(rma::median_loss(over(wooded)).line_of_sight);
  CHECK(rma::median_loss(over(obstructed)).loss_db > rma::median_loss(over(flat)).loss_db);
  // The Earth itself hides the receiver in the end.
  CHECK_FALSE(rma::has_line_of_sight(over(synthetic_profile("flat", 101, 60.0, 1.0))));
}

TEST_CASE("clutter at the ends does not hide the antennas that stand in it") {
  StoredProfile profile = synthetic_profile("flat", 101, 3.0, 1.0);
  profile.clutter_m.front() = profile.clutter_m.back() = 100.0;
  CHECK(rma::has_line_of_sight(over(profile)));
}

TEST_CASE("RMa flags what is out of its limits, on both sides") {
  CHECK(rma::median_loss(cell(10000.0, true)).violations.empty());
  CHECK(rma::median_loss(cell(10000.1, true)).violations.size() == 1);
  CHECK(rma::median_loss(cell(5000.0, false)).violations.empty());
  CHECK(rma::median_loss(cell(5000.1, false)).violations.size() == 1);
  rma::Input input = cell(1000.0, true);
  input.frequency_mhz = 499.0;
  input.base_height_m = 9.0;
  input.terminal_height_m = 10.5;
  input.surroundings = {.building_height_m = 4.0, .street_width_m = 51.0};
  CHECK(rma::median_loss(input).violations.size() == 5);
}
