#include <doctest/doctest.h>

#include "propagation/p1812/p1812.h"
#include "tests/propagation/deviation.h"
#include "tests/propagation/synthetic_profile.h"

using namespace phusong::tests;
using namespace phusong::propagation;

namespace {

double loss_of(const Row& row) {
  const StoredProfile profile =
      synthetic_profile(row.at("shape"), std::stoi(row.at("points")), number(row, "length_km"), number(row, "bend"));
  const auto geometry = p1812::geometry_of({.profile = profile.view(),
                                            .tx_height_m = number(row, "tx_height_m"),
                                            .rx_height_m = number(row, "rx_height_m"),
                                            .latitude_deg = number(row, "latitude_deg"),
                                            .delta_n = number(row, "delta_n"),
                                            .n0 = number(row, "n0")},
                                           p1812::ForTime::kAny);
  const auto polarization = row.at("polarization") == "vertical" ? Polarization::kVertical : Polarization::kHorizontal;
  return p1812::basic_loss(geometry, {.frequency_mhz = number(row, "frequency_mhz"),
                                      .time_percent = number(row, "time_percent"),
                                      .polarization = polarization,
                                      .location_percent = number(row, "location_percent"),
                                      .sigma_location_db = number(row, "sigma_location_db")})
      .lb_db;
}

}  // namespace

// The losses in the file were computed by a second, literal transcription of the Recommendation.
TEST_CASE("P.1812 keeps its values on profiles made by a formula") {
  Deviations found;
  for (const auto& row : read_csv(PHUSONG_SOURCE_DIR "/tests/propagation/p1812_regression.csv"))
    found.add("loss_db", loss_of(row), number(row, "loss_db"), row.at("shape") + " " + row.at("length_km") + " km");
  found.print("p1812 regression");
  CHECK(found.worst("loss_db") < 1e-6);
}
