#include "sim/coverage/stored_losses.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace phusong;
using namespace phusong::coverage;

TEST_CASE("stored losses come back to half a step, and a cell without a path stays without") {
  StoredLosses stored({.first_column = 10, .first_row = 20, .columns = 3, .rows = 2}, 2);
  stored.set_path(stored.index(11, 21), -3.456, true);
  stored.set_loss(stored.index(11, 21), 0, 131.2345);
  stored.set_path(stored.index(12, 20), 0.0, false);
  PathLossWindow window;
  window.window = {.first_column = 11, .first_row = 20, .columns = 4, .rows = 4};
  stored.unpack(window);
  CHECK(double{window.loss_db[0][4]} == doctest::Approx(131.2345).epsilon(0.005 / 131.0));
  CHECK(std::isnan(window.loss_db[1][4]));  // beyond this frequency's range
  CHECK(double{window.departure_deg[4]} == doctest::Approx(-3.456).epsilon(0.005 / 3.0));
  CHECK(window.crosses_void[4] == 1);
  CHECK(window.departure_deg[1] == 0.0F);
  CHECK(window.crosses_void[1] == 0);
  CHECK(std::isnan(window.departure_deg[0]));
  CHECK(std::isnan(window.departure_deg[15]));
}

TEST_CASE("windows side by side share nothing") {
  const gis::GridWindow left{.columns = 4, .rows = 4}, right{.first_column = 4, .columns = 4, .rows = 4};
  CHECK(intersection(left, right).cell_count() == 0);
  CHECK(intersection(left, {.first_column = 3, .first_row = 3, .columns = 9, .rows = 9}).cell_count() == 1);
}
