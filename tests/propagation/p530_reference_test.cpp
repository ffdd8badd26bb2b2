#include <doctest/doctest.h>

#include <cmath>

#include "propagation/p530/fresnel.h"
#include "propagation/p530/multipath.h"
#include "propagation/p530/rain.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/propagation/worst.h"
#include "tests/shared_folder.h"

using namespace phusong::propagation;
using namespace phusong::tests;

namespace {

class Comparison {
 public:
  explicit Comparison(const Row& row, Worst& worst) : row_(row), worst_(worst) {}
  double number(const std::string& column) const { return std::stod(row_.at(column)); }
  void relative(double actual, const std::string& column) {
    worst_.add(actual / number(column), 1.0, 1e-6, row_.at("case_id") + " " + column);
  }

 private:
  const Row& row_;
  Worst& worst_;
};

void compare_multipath(Comparison& c) {
  const p530::Hop hop{.distance_km = c.number("d_km"),
                      .frequency_ghz = c.number("f_GHz"),
                      .tx_height_amsl_m = c.number("he_m_amsl"),
                      .rx_height_amsl_m = c.number("hr_m_amsl"),
                      .mean_terrain_amsl_m = c.number("ht_mean_terrain_m_amsl"),
                      .latitude_deg = c.number("lat_deg")};
  const p530::RefractiveClimate climate{c.number("log10K"), c.number("dN75_Nunits")};
  const double depth_db = c.number("fade_depth_A_dB");
  const double p0 = p530::deep_fade_percent(hop, climate, 0.0);
  c.relative(p530::deep_fade_percent(hop, climate, depth_db), "pw_single_freq_percent");
  c.relative(p530::any_fade_percent(p0, depth_db), "pw_all_fades_percent");
  c.relative(p530::enhancement_not_exceeded_percent(p0, c.number("enhancement_E_dB")),
             "pw_enhancement_not_exceeded_percent");
}

void compare_rain(Comparison& c) {
  const auto polarization = c.number("pol_0h_1v") == 0.0 ? Polarization::kHorizontal : Polarization::kVertical;
  const p530::RainAttenuation rain({.distance_km = c.number("d_km"),
                                    .wave = {.frequency_ghz = c.number("f_GHz"),
                                             .elevation_deg = c.number("path_elevation_deg"),
                                             .tilt_deg = p838::tilt_deg_of(polarization)},
                                    .r001_mm_per_h = c.number("R001_mm_per_h")});
  c.relative(rain.specific_attenuation_db_per_km(), "gammaR_dB_per_km");
  c.relative(rain.coefficients().alpha, "alpha");
  c.relative(rain.unbounded_distance_factor(), "r_factor");
  if (c.number("r_factor") > 0.0 && c.number("r_factor") <= 2.5) {
    c.relative(rain.exceeded_db(c.number("p_percent")), "rain_Ap_dB_no_rlimit");
  }
  c.relative(rain.unbounded_exceeded_db(c.number("p_percent")), "rain_Ap_dB_no_rlimit");
}

void compare_diffraction(Comparison& c) {
  const double d1_km = c.number("obstacle_d1_km");
  const double f1_m = p530::first_fresnel_radius_m(c.number("f_GHz"), d1_km, c.number("d_km") - d1_km);
  c.relative(f1_m, "F1_m");
  c.relative(p530::obstacle_loss_db(c.number("obstacle_h_m"), f1_m), "Ad_dB");
}

}  // namespace

TEST_CASE("P.530 meets its reference values") {
  const auto shared = shared_folder("P.530 meets its reference values");
  if (!shared) return;
  Worst multipath("p530/generated multipath, relative"), rain("p530/generated rain, relative"),
      diffraction("p530/generated diffraction, relative");
  for (const Row& row : read_csv(*shared / "reference/p530/generated.csv")) {
    Comparison of_multipath(row, multipath), of_rain(row, rain), of_diffraction(row, diffraction);
    compare_multipath(of_multipath);
    compare_rain(of_rain);
    compare_diffraction(of_diffraction);
  }
  CHECK(multipath.holds());
  CHECK(rain.holds());
  CHECK(diffraction.holds());
}
