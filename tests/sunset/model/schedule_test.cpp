#include "sim/sunset/model/schedule.h"

#include <doctest/doctest.h>

#include <utility>

#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

TEST_CASE(
    "the objectives of a schedule count cells, the last period, people by the periods that they are covered, and "
    "costs") {
  const SunsetModel model = three_hamlets();
  Schedule schedule(model);
  CHECK(objective_of(model, schedule).cells_left == 3);
  CHECK(objective_of(model, schedule).last_period == 0);
  schedule.off_period = {kNever, 1, 3};
  schedule.on_period = {kNever, 2, 3};
  schedule.subsidies = {{1, 1, {2, 0, 0, 0}}, {2, 3, {2, 0, 0, 0}}};
  const Objective objective = objective_of(model, schedule);
  CHECK(objective.cells_left == 1);
  CHECK(objective.last_period == 3);
  CHECK(objective.refarmed_people_mhz == 5.0 * (200.0 * 2 + 300.0));
  CHECK(objective.cost_million_vnd == 2 * 600.0 + 4 * 0.5);
}

TEST_CASE("carriers of another operator bring no people, and two on a mast pay for one radio") {
  SunsetModel model = three_hamlets();
  model.carriers[2].links.front().own_operator = false;
  model.carriers[2].site = 1;
  Schedule schedule(model);
  schedule.on_period = {kNever, 1, 1};
  const Objective objective = objective_of(model, schedule);
  CHECK(objective.refarmed_people_mhz == 5.0 * 200.0 * 3);
  CHECK(objective.cost_million_vnd == 600.0);
}

TEST_CASE("swaps cost what each costs") {
  SunsetModel model = three_hamlets();
  tests::add_swap(model);
  Schedule schedule(model);
  CHECK(objective_of(model, schedule).cost_million_vnd == 0.0);
  schedule.swap_period = {2};
  CHECK(objective_of(model, schedule).cost_million_vnd == 600.0);
}

TEST_CASE("a mast that is swapped and refarmed pays for its equipment once, whichever comes first") {
  SunsetModel model = three_hamlets();
  tests::add_swap(model);
  Schedule schedule(model);
  schedule.off_period = {1, 1, 1};
  for (const auto& [swap, carrier] : {std::pair(1, 2), std::pair(2, 1), std::pair(1, 1)}) {
    schedule.swap_period = {swap};
    schedule.on_period = {kNever, kNever, carrier};
    CHECK(objective_of(model, schedule).cost_million_vnd == 600.0);
  }
  schedule.on_period = {kNever, 2, 2};
  CHECK(objective_of(model, schedule).cost_million_vnd == 1200.0);
}

TEST_CASE("schedules are compared objective by objective, and rounding decides nothing") {
  const Objective base{.cells_left = 1, .last_period = 2, .refarmed_people_mhz = 1000.0, .cost_million_vnd = 5.0};
  const auto with = [&](auto change) {
    Objective objective = base;
    change(objective);
    return objective;
  };
  CHECK_FALSE(is_better(base, base));
  CHECK(is_better(with([](Objective& o) {
                    o.cells_left = 0;
                    o.last_period = 9;
                  }),
                  base));
  CHECK(is_better(with([](Objective& o) {
                    o.last_period = 1;
                    o.refarmed_people_mhz = 0.0;
                  }),
                  base));
  CHECK(is_better(with([](Objective& o) {
                    o.refarmed_people_mhz = 1001.0;
                    o.cost_million_vnd = 99.0;
                  }),
                  base));
  CHECK(is_better(with([](Objective& o) { o.cost_million_vnd = 4.0; }), base));
  CHECK(is_better(with([](Objective& o) {
                    o.refarmed_people_mhz -= 1e-8;
                    o.cost_million_vnd = 4.0;
                  }),
                  base));
  CHECK_FALSE(is_better(with([](Objective& o) { o.cost_million_vnd -= 1e-10; }), base));
}
