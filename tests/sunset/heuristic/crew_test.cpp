#include "sim/sunset/heuristic/crew.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("crews without a limit have work left for everything") {
  Crew crew(0, 0, 3);
  crew.begin_period();
  crew.add_cells(1000);
  CHECK(crew.cells_left() > 1000);
  CHECK(crew.can_visit(2));
}

TEST_CASE("a site is visited once a period, and each period begins anew") {
  Crew crew(2, 1, 3);
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
