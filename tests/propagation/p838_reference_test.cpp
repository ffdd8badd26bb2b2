#include <doctest/doctest.h>

#include <cmath>

#include "propagation/p838/rain.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/propagation/worst.h"
#include "tests/shared_folder.h"

using namespace phusong::propagation;
using namespace phusong::tests;

namespace {

// The files print 9 significant or 8 decimal digits.
void add_relative(double actual, double expected, const std::string& id, Worst& worst) {
  worst.add(actual / expected, 1.0, 1e-6, id);
}

}  // namespace

TEST_CASE("P.838 meets its reference values") {
  const auto shared = shared_folder("P.838 meets its reference values");
  if (!shared) return;
  Worst grid("p838/coefficients_grid, relative"), official("p838/official_itu, relative");
  for (const auto& row : read_csv(*shared / "reference/p838/coefficients_grid.csv")) {
    const auto coefficients = p838::coefficients({.frequency_ghz = std::stod(row.at("f_GHz")),
                                                  .elevation_deg = std::stod(row.at("elevation_deg")),
                                                  .tilt_deg = std::stod(row.at("tau_deg"))});
    add_relative(coefficients.k, std::stod(row.at("k")), row.at("f_GHz") + " GHz k", grid);
    add_relative(coefficients.alpha, std::stod(row.at("alpha")), row.at("f_GHz") + " GHz alpha", grid);
  }
  for (const auto& row : read_csv(*shared / "reference/p838/official_itu.csv")) {
    const auto coefficients = p838::coefficients({.frequency_ghz = std::stod(row.at("f_GHz")),
                                                  .elevation_deg = std::stod(row.at("elevation_deg")),
                                                  .tilt_deg = std::stod(row.at("tau_deg"))});
    const double attenuation = coefficients.specific_attenuation_db_per_km(std::stod(row.at("R_mm_per_h")));
    add_relative(coefficients.k, std::stod(row.at("k")), row.at("f_GHz") + " GHz k", official);
    add_relative(coefficients.alpha, std::stod(row.at("alpha")), row.at("f_GHz") + " GHz alpha", official);
    add_relative(attenuation, std::stod(row.at("gamma_R_dB_per_km")), row.at("f_GHz") + " GHz gamma", official);
  }
  CHECK(grid.holds());
  CHECK(official.holds());
}
