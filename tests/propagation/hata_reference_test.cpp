#include <doctest/doctest.h>

#include "propagation/hata/hata.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/propagation/worst.h"
#include "tests/shared_folder.h"

using namespace phusong::propagation;
using namespace phusong::tests;
using hata::Environment;

namespace {

using LossFunction = hata::MedianLoss (*)(const hata::Input&);

void compare(const Row& row, LossFunction loss, Environment environment, const std::string& column, Worst& worst) {
  const hata::Input input{.frequency_mhz = std::stod(row.at("f_MHz")),
                          .distance_km = std::stod(row.at("d_km")),
                          .base_height_m = std::stod(row.at("hb_m")),
                          .mobile_height_m = std::stod(row.at("hm_m")),
                          .environment = environment};
  worst.add(loss(input).loss_db, std::stod(row.at(column)), 0.001, row.at("f_MHz") + " MHz, " + row.at("d_km") + " km");
}

}  // namespace

TEST_CASE("Okumura-Hata meets the grid of reference values") {
  const auto shared = shared_folder("Okumura-Hata meets the grid of reference values");
  if (!shared) return;
  Worst worst("hata/okumura_hata_grid");
  for (const Row& row : read_csv(*shared / "reference/hata/okumura_hata_grid.csv")) {
    compare(row, hata::okumura_hata_loss, Environment::kLargeCity, "L_urban_large_city_dB", worst);
    compare(row, hata::okumura_hata_loss, Environment::kSmallMediumCity, "L_urban_small_medium_city_dB", worst);
    compare(row, hata::okumura_hata_loss, Environment::kSuburban, "L_suburban_dB", worst);
    compare(row, hata::okumura_hata_loss, Environment::kOpen, "L_open_dB", worst);
  }
  CHECK(worst.holds());
}

TEST_CASE("COST 231 Hata meets the grid of reference values") {
  const auto shared = shared_folder("COST 231 Hata meets the grid of reference values");
  if (!shared) return;
  Worst worst("hata/cost231_hata_grid");
  for (const Row& row : read_csv(*shared / "reference/hata/cost231_hata_grid.csv")) {
    compare(row, hata::cost231_hata_loss, Environment::kLargeCity, "L_metropolitan_C3_dB", worst);
    compare(row, hata::cost231_hata_loss, Environment::kSmallMediumCity, "L_medium_city_C0_dB", worst);
    compare(row, hata::cost231_hata_loss, Environment::kSuburban, "L_suburban_dB", worst);
    compare(row, hata::cost231_hata_loss, Environment::kOpen, "L_rural_open_dB", worst);
  }
  CHECK(worst.holds());
}

TEST_CASE("Hata meets the published values that are marked as right") {
  const auto shared = shared_folder("Hata meets the published values that are marked as right");
  if (!shared) return;
  const std::map<std::string, Environment> environments = {{"urban large city", Environment::kLargeCity},
                                                           {"urban small city", Environment::kSmallMediumCity},
                                                           {"suburban", Environment::kSuburban}};
  Worst worst("hata/ns3_published");
  for (const Row& row : read_csv(*shared / "reference/hata/ns3_published.csv")) {
    if (row.at("trust") != "ok") continue;
    const hata::MedianLoss loss = hata::okumura_hata_loss({.frequency_mhz = std::stod(row.at("f_MHz")),
                                                           .distance_km = std::stod(row.at("d_km")),
                                                           .base_height_m = std::stod(row.at("hb_m")),
                                                           .mobile_height_m = std::stod(row.at("hm_m")),
                                                           .environment = environments.at(row.at("env"))});
    worst.add(loss.loss_db, std::stod(row.at("L_dB")), std::stod(row.at("tolerance_dB")), row.at("env"));
  }
  CHECK(worst.holds());
}
