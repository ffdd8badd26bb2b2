#include "sim/planning/cost_line.h"

#include <doctest/doctest.h>

using namespace phusong;

TEST_CASE("a total adds what is built and what runs every year, each times its quantity") {
  const scenario::CostItem fibre{
      .item = "fibre_per_km", .unit = "km", .cost_million_vnd = 60.0, .opex_million_vnd_per_year = 2.0};
  const scenario::CostItem pole{
      .item = "pole", .unit = "pole", .cost_million_vnd = 150.0, .opex_million_vnd_per_year = 0.0};
  const planning::Cost sum = planning::total({planning::cost_line(fibre, 2.5), planning::cost_line(pole, 1.0)});
  CHECK(sum.capex_million_vnd == doctest::Approx(300.0));
  CHECK(sum.opex_million_vnd_per_year == doctest::Approx(5.0));
  CHECK(sum.objective_million_vnd(4.0) == doctest::Approx(320.0));
}
