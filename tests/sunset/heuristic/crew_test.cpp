#include "sim/sunset/heuristic/crew.h"

#include <doctest/doctest.h>

#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("crews without a limit have work left for everything") {
  Crew crew(tests::three_hamlets());
  crew.begin_period();
  crew.add_cells(1000);
  CHECK(crew.cells_left() > 1000);
  CHECK(crew.can_visit(2));
}

TEST_CASE("a site is visited once a period, and each period begins anew") {
  SunsetModel model = tests::three_hamlets();
  model.max_cells_per_period = 2;
  model.max_sites_per_period = 1;
  Crew crew(model);
  crew.begin_period();
  CHECK(crew.visit(1));
  CHECK_FALSE(crew.visit(1));
  CHECK(crew.is_there(1));
  CHECK(crew.can_visit(1));
  CHECK_FALSE(crew.can_visit(2));
  crew.add_cells(2);
  CHECK(crew.cells_left() == 0);
  crew.take_back_visit(1);
  CHECK(crew.can_visit(2));
  crew.begin_period();
  CHECK(crew.cells_left() == 2);
  CHECK(crew.sites_left() == 1);
}
