#include "propagation/point_to_point.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "tests/propagation/synthetic_profile.h"

using namespace phusong::tests;
using namespace phusong::propagation;

namespace {

constexpr std::array kFrequenciesMhz = {900.0, 1842.5, 2140.0};

PathQuery query_over(const StoredProfile& profile) {
  return {.profile = profile.view(), .tx_height_m = 42.0, .rx_height_m = 1.5, .latitude_deg = 22.0};
}

}  // namespace

TEST_CASE("every model is found by its name") {
  for (const Model model : kModels)
    CHECK(model_from_name(name_of(model)) == model);
  CHECK_FALSE(model_from_name("okumura").has_value());
}

TEST_CASE("several frequencies at once lose what each loses alone") {
  const StoredProfile profile = synthetic_profile("two_ridges", 151, 12.0, 1.0);
  const auto together = path_losses(query_over(profile), {}, kFrequenciesMhz);
  REQUIRE(together.size() == kFrequenciesMhz.size());
  for (std::size_t i = 0; i < together.size(); ++i) {
    const auto alone = path_losses(query_over(profile), {}, std::span(&kFrequenciesMhz[i], 1));
    CHECK(alone.front().loss_db == together[i].loss_db);
  }
}

TEST_CASE("free space loses by distance and frequency alone") {
  const StoredProfile profile = synthetic_profile("ridge", 11, 10.0, 1.0);
  PathQuery query = query_over(profile);
  query.rx_height_m = query.tx_height_m;
  const auto losses = path_losses(query, {.model = Model::kFreeSpace}, kFrequenciesMhz);
  CHECK(losses.front().loss_db == doctest::Approx(92.4 + 20.0 * std::log10(0.9 * 10.0)));
}

TEST_CASE("a loss outside the limits carries its violations and is not clamped") {
  const StoredProfile profile = synthetic_profile("flat", 11, 10.0, 1.0);
  constexpr std::array frequencies_mhz = {6000.0, 7000.0};
  const auto losses = path_losses(query_over(profile), {}, frequencies_mhz);
  CHECK(losses[0].violations.empty());
  REQUIRE(losses[1].violations.size() == 1);
  CHECK(losses[1].violations[0].limit.quantity == "frequency_mhz");
  CHECK(losses[1].loss_db > losses[0].loss_db);
}

TEST_CASE("a profile of one point or with unequal arrays is refused") {
  StoredProfile profile = synthetic_profile("flat", 3, 1.0, 1.0);
  profile.clutter_m.pop_back();
  CHECK_THROWS_AS(path_losses(query_over(profile), {}, kFrequenciesMhz), std::invalid_argument);
  const StoredProfile point{.distance_km = {0.0}, .ground_m = {1.0}};
  CHECK_THROWS_AS(path_losses(query_over(point), {}, kFrequenciesMhz), std::invalid_argument);
}

TEST_CASE("a profile of its two ends alone has a finite loss") {
  const StoredProfile ends{.distance_km = {0.0, 3.0}, .ground_m = {10.0, 20.0}};
  for (const auto& loss : path_losses(query_over(ends), {}, kFrequenciesMhz))
    CHECK(std::isfinite(loss.loss_db));
}

TEST_CASE("the ray leaves towards the receiver, or towards the ridge that hides it") {
  const StoredProfile open{.distance_km = {0.0, 1.0, 2.0}, .ground_m = {0.0, 0.0, 0.0}};
  PathQuery query = query_over(open);
  CHECK(departure_angle_rad(query, {}) == doctest::Approx(std::atan(-40.5 / 2000.0)).epsilon(0.01));

  const StoredProfile ridge{
      .distance_km = {0.0, 1.0, 2.0}, .ground_m = {0.0, 142.0, 0.0}, .clutter_m = {0.0, 50.0, 0.0}};
  query.profile = ridge.view();
  CHECK(departure_angle_rad(query, {}) == doctest::Approx(std::atan(0.1)).epsilon(0.001));  // over bare terrain
}

TEST_CASE("a short path loses free space over the slant distance and diffraction") {
  const StoredProfile open{.distance_km = {0.0, 0.1, 0.2}, .ground_m = {0.0, 0.0, 0.0}};
  PathQuery query = query_over(open);
  const double slant_km = std::hypot(0.2, 0.0405);
  CHECK(short_path_loss_db(query, {}, 900.0) == doctest::Approx(92.4 + 20.0 * std::log10(0.9 * slant_km)));

  const StoredProfile wall{.distance_km = {0.0, 0.1, 0.2}, .ground_m = {0.0, 60.0, 0.0}};
  query.profile = wall.view();
  CHECK(short_path_loss_db(query, {}, 900.0) > 92.4 + 20.0 * std::log10(0.9 * slant_km) + 20.0);
}

TEST_CASE("a receiver at the foot of the mast has a finite loss and a ray straight down") {
  const StoredProfile nowhere{.distance_km = {0.0, 0.0, 0.0}, .ground_m = {5.0, 5.0, 5.0}};
  PathQuery query = query_over(nowhere);
  CHECK(short_path_loss_db(query, {}, 900.0) == doctest::Approx(92.4 + 20.0 * std::log10(0.9 * 0.0405)));
  CHECK(departure_angle_rad(query, {}) == doctest::Approx(-std::numbers::pi / 2.0));
  query.rx_height_m = query.tx_height_m;
  CHECK(short_path_loss_db(query, {}, 900.0) == doctest::Approx(92.4 + 20.0 * std::log10(0.9 * 0.001)));
}
