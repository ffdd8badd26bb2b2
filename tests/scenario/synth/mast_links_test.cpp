#include "sim/scenario/synth/mast_links.h"

#include <doctest/doctest.h>

using namespace phusong;
using network::Backhaul;
using network::Site;

namespace {

Site mast(const char* id, const char* operator_name, double x_m, Backhaul backhaul) {
  return {.site_id = id, .operator_name = operator_name, .position = {x_m, 0.0}, .backhaul = backhaul};
}

}  // namespace

TEST_CASE("fibre goes from mast to mast with fibre, microwave to the nearest") {
  std::vector<Site> sites = {
      mast("A0", "A", 0.0, Backhaul::kMicrowave),    mast("A1", "A", 1000.0, Backhaul::kFibre),
      mast("A2", "A", 5000.0, Backhaul::kFibre),     mast("A3", "A", 9000.0, Backhaul::kFibre),
      mast("A4", "A", 6000.0, Backhaul::kMicrowave), mast("A5", "A", 6800.0, Backhaul::kMicrowave)};
  synth::link_masts(sites);
  CHECK(sites[0].backhaul_to == "A1");
  CHECK(sites[1].backhaul_to.empty());
  CHECK(sites[2].backhaul_to == "A1");
  CHECK(sites[3].backhaul_to == "A2");
  CHECK(sites[4].backhaul_to == "A2");
  CHECK(sites[5].backhaul_to == "A4");
}

TEST_CASE("an operator's masts link among themselves, and begin at the first where none has fibre") {
  std::vector<Site> sites = {mast("A0", "A", 0.0, Backhaul::kFibre), mast("B0", "B", 10.0, Backhaul::kMicrowave),
                             mast("A1", "A", 20.0, Backhaul::kFibre), mast("B1", "B", 30.0, Backhaul::kMicrowave)};
  synth::link_masts(sites);
  CHECK(sites[0].backhaul_to.empty());
  CHECK(sites[1].backhaul_to.empty());
  CHECK(sites[2].backhaul_to == "A0");
  CHECK(sites[3].backhaul_to == "B0");
}
