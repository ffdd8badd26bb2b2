#include <doctest/doctest.h>

#include "propagation/p526/delta_bullington.h"
#include "propagation/p526/knife_edge.h"
#include "propagation/p526/rounded_obstacle.h"
#include "propagation/p526/smooth_surface.h"
#include "tests/propagation/deviation.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/shared_folder.h"

using namespace phusong::tests;
using namespace phusong::propagation;

namespace {

Polarization polarization_of_p526(double code) {
  return code == 1.0 ? Polarization::kHorizontal : Polarization::kVertical;
}

p526::RoundedObstacleLoss rounded_obstacle_of(const Row& row) {
  return p526::rounded_obstacle_loss({.height_m = number(row, "h_m"),
                                      .distance_1_m = number(row, "d1_m"),
                                      .distance_2_m = number(row, "d2_m"),
                                      .radius_m = number(row, "R_m")},
                                     number(row, "f_Hz") / 1e6);
}

p526::DeltaBullington delta_bullington_of(const nlohmann::json& row, const Profile& profile) {
  const p526::Terminals ends{.tx_height_m = profile.ground_m.front() + row.at("htg_m").get<double>(),
                             .rx_height_m = profile.ground_m.back() + row.at("hrg_m").get<double>()};
  const auto surface = p526::diffraction_surface(p526::least_squares_surface(profile.distance_km, profile.ground_m),
                                                 profile.distance_km, profile.ground_m, ends);
  return p526::delta_bullington(p526::diffraction_geometry(profile, ends, surface, row.at("ae_km")),
                                {.frequency_mhz = 1000.0 * row.at("f_GHz").get<double>(),
                                 .polarization = polarization_of_p526(row.at("pol_1h_2v")),
                                 .sea_fraction = row.at("omega")});
}

}  // namespace

TEST_CASE("the knife edge meets its reference values") {
  const auto shared = shared_folder("the knife edge meets its reference values");
  if (!shared) return;
  Deviations found;
  for (const auto& row : read_csv(*shared / "reference/p526/knife_edge_J.csv"))
    found.add("J_dB", p526::knife_edge_loss_db(number(row, "nu")), number(row, "J_dB"), row.at("nu"));
  found.print("p526 knife edge");
  CHECK(found.worst("J_dB") < 1e-6);
}

TEST_CASE("the rounded obstacle meets its reference values") {
  const auto shared = shared_folder("the rounded obstacle meets its reference values");
  if (!shared) return;
  Deviations found;
  for (const auto& row : read_csv(*shared / "reference/p526/rounded_obstacle.csv")) {
    const auto loss = rounded_obstacle_of(row);
    found.add("T_mn_dB", loss.curvature_db, number(row, "T_mn_dB"), row.at("f_Hz"));
    found.add("m", loss.m, number(row, "m_check"), row.at("f_Hz"));
    found.add("nu", loss.nu, number(row, "nu_check"), row.at("f_Hz"));
    found.add("A_total_dB", loss.total_db, number(row, "A_total_check_dB"), row.at("f_Hz"));
  }
  found.print("p526 rounded obstacle");
  for (const auto& [quantity, worst] : found.all())
    CHECK(worst.value < 1e-5);
}

TEST_CASE("the spherical Earth meets its reference values") {
  const auto shared = shared_folder("the spherical Earth meets its reference values");
  if (!shared) return;
  Deviations found;
  for (const auto& row : read_csv(*shared / "reference/p526/spherical_earth.csv")) {
    const double loss_db =
        p526::spherical_earth_loss_db({.distance_km = number(row, "d_km"),
                                       .tx_height_m = number(row, "h1_eff_m"),
                                       .rx_height_m = number(row, "h2_eff_m"),
                                       .effective_earth_radius_km = number(row, "ap_km")},
                                      {.frequency_mhz = 1000.0 * number(row, "f_GHz"),
                                       .polarization = polarization_of_p526(number(row, "pol_1h_2v")),
                                       .sea_fraction = number(row, "omega_sea_fraction")});
    found.add("Ldsph_dB", loss_db, number(row, "Ldsph_dB"), row.at("d_km"));
  }
  found.print("p526 spherical Earth");
  CHECK(found.worst("Ldsph_dB") < 1e-6);
}

TEST_CASE("delta-Bullington meets the official ITU cases") {
  const auto shared = shared_folder("delta-Bullington meets the official ITU cases");
  if (!shared) return;
  const auto folder = *shared / "reference/p526";
  const ProfilesById profiles = read_profiles(folder / "itu_delta_bullington_profiles.jsonl");
  Deviations found;
  for (const auto& row : read_json_lines(folder / "itu_delta_bullington.jsonl")) {
    const auto parts = delta_bullington_of(row, profiles.at(row.at("profile_id")).view());
    found.add("Lbulla_dB", parts.lbulla_db, row.at("Lbulla_dB"), row.at("case_id"));
    found.add("Lbulls_dB", parts.lbulls_db, row.at("Lbulls_dB"), row.at("case_id"));
    found.add("Ldsph_dB", parts.ldsph_db, row.at("Ldsph_dB"), row.at("case_id"));
    found.add("Ld_dB", parts.ld_db, row.at("Ld_dB"), row.at("case_id"));
  }
  found.print("p526 delta-Bullington");
  CHECK(found.worst("Ld_dB") < 0.1);
}
