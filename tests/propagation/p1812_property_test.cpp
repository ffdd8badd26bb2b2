#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "propagation/p1812/intermediates.h"
#include "propagation/p1812/inverse_normal.h"
#include "propagation/p1812/limits.h"
#include "propagation/p1812/location_variability.h"
#include "propagation/p1812/radio_climate.h"
#include "tests/propagation/random_path.h"

using namespace phusong::tests;
using namespace phusong::propagation;

namespace {

p1812::Path random_path_over(const StoredProfile& profile) {
  return {.profile = profile.view(),
          .tx_height_m = random_number(p1812::kTxHeight.min, 200.0),
          .rx_height_m = random_number(p1812::kRxHeight.min, 30.0),
          .latitude_deg = random_number(p1812::kLatitude.min, p1812::kLatitude.max),
          .delta_n = random_number(20.0, 100.0),
          .n0 = random_number(280.0, 400.0)};
}

p1812::Request random_request() {
  return {.frequency_mhz = random_number(p1812::kFrequency.min, p1812::kFrequency.max),
          .time_percent = *rc::gen::element(1.0, 10.0, 49.0, 50.0),
          .polarization = *rc::gen::element(Polarization::kHorizontal, Polarization::kVertical)};
}

double loss_db(const p1812::Path& path, const p1812::Request& request) {
  return p1812::basic_loss(p1812::geometry_of(path, p1812::ForTime::kAny), request).lb_db;
}

StoredProfile reversed(const StoredProfile& profile) {
  StoredProfile back;
  back.ground_m.assign(profile.ground_m.rbegin(), profile.ground_m.rend());
  back.clutter_m.assign(profile.clutter_m.rbegin(), profile.clutter_m.rend());
  back.zone.assign(profile.zone.rbegin(), profile.zone.rend());
  for (auto d = profile.distance_km.rbegin(); d != profile.distance_km.rend(); ++d)
    back.distance_km.push_back(profile.distance_km.back() - *d);
  return back;
}

}  // namespace

TEST_CASE("P.1812 loses as much from the receiver to the transmitter as the other way") {
  CHECK(rc::check([] {
    const StoredProfile profile = random_profile();
    const p1812::Path path = random_path_over(profile);
    const StoredProfile back = reversed(profile);
    p1812::Path backwards = path;
    backwards.profile = back.view();
    std::swap(backwards.tx_height_m, backwards.rx_height_m);
    const p1812::Request request = random_request();
    RC_ASSERT(std::abs(loss_db(path, request) - loss_db(backwards, request)) < 1e-6);
  }));
}

TEST_CASE("P.1812 over land does not depend on the height of the whole country") {
  CHECK(rc::check([] {
    const StoredProfile profile = random_land_profile();
    StoredProfile raised = profile;
    const double shift_m = random_number(-500.0, 3000.0);
    for (double& ground_m : raised.ground_m)
      ground_m += shift_m;
    const p1812::Path path = random_path_over(profile);
    p1812::Path raised_path = path;
    raised_path.profile = raised.view();
    const p1812::Request request = random_request();
    RC_ASSERT(std::abs(loss_db(path, request) - loss_db(raised_path, request)) < 1e-6);
  }));
}

TEST_CASE("P.1812 gives finite values everywhere inside its limits") {
  CHECK(rc::check([] {
    const StoredProfile profile = random_profile();
    const p1812::Path path = random_path_over(profile);
    const p1812::Request request = random_request();
    Violations violations;
    p1812::check_limits(path, request, violations);
    RC_PRE(violations.empty());
    const auto geometry = p1812::geometry_of(path, p1812::ForTime::kAny);
    for (const auto& named : p1812::intermediates(geometry, p1812::basic_loss(geometry, request))) {
      RC_ASSERT(std::isfinite(named.value));
    }
  }));
}

TEST_CASE("a geometry made for the median gives the same median loss") {
  CHECK(rc::check([] {
    const StoredProfile profile = random_profile();
    const p1812::Path path = random_path_over(profile);
    p1812::Request request = random_request();
    request.time_percent = 50.0;
    const auto median = p1812::geometry_of(path, p1812::ForTime::kMedianOnly);
    RC_ASSERT(p1812::basic_loss(median, request).lb_db == loss_db(path, request));
  }));
}

TEST_CASE("P.1812 has no step where its formulas change over") {
  const p1812::ZoneSections inland{.omega = 0.0, .dtm_km = 30.0, .dlm_km = 30.0};
  CHECK(p1812::beta0_percent(70.0, inland) == doctest::Approx(p1812::beta0_percent(70.0001, inland)).epsilon(0.01));
  CHECK(p1812::time_interpolation(4.999999, 5.0) == 1.0);
  CHECK(p1812::time_interpolation(5.0, 5.0) == doctest::Approx(1.0));
  CHECK(std::abs(p1812::time_interpolation(50.0, 5.0)) < 1e-8);
  CHECK(p1812::inverse_complementary_normal(0.1) == doctest::Approx(-p1812::inverse_complementary_normal(0.9)));
}

TEST_CASE("location variability falls from the clutter's top to ten metres above it") {
  const double full_db = p1812::sigma_location_db(1000.0, 100.0, 20.0, 1.5);
  CHECK(full_db == doctest::Approx(0.544 * std::pow(100.0, 0.28)));
  CHECK(p1812::sigma_location_db(1000.0, 100.0, std::nullopt, 1.5) == full_db);
  CHECK(p1812::sigma_location_db(1000.0, 100.0, 1.5, 1.5) == full_db);
  CHECK(p1812::sigma_location_db(1000.0, 100.0, 0.0, 1.5) == doctest::Approx(0.85 * full_db));
  CHECK(p1812::sigma_location_db(1000.0, 100.0, 0.0, 10.0) == 0.0);
  CHECK(p1812::sigma_location_db(1000.0, 100.0, 0.0, 50.0) == 0.0);
}

TEST_CASE("every limit of P.1812 is held at both ends and reported beyond them") {
  const StoredProfile profile{.distance_km = {0.0, 0.5, 1.0}, .ground_m = {0.0, 0.0, 0.0}};
  const p1812::Path path{
      .profile = profile.view(), .tx_height_m = 3000.0, .rx_height_m = 1.0, .latitude_deg = -90.0, .n0 = 300.0};
  Violations violations;
  p1812::check_limits(path, {.frequency_mhz = 6000.0, .time_percent = 1.0}, violations);
  CHECK(violations.empty());
  p1812::Path wrong = path;
  wrong.tx_height_m = 3000.1;
  wrong.rx_height_m = 0.9;
  p1812::check_limits(wrong, {.frequency_mhz = 29.0, .time_percent = 50.1}, violations);
  CHECK(violations.size() == 4);
}
