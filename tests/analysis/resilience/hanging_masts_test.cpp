#include "sim/analysis/resilience/hanging_masts.h"

#include <doctest/doctest.h>

#include "failing_world.h"

using namespace phusong;
using analysis::HangingMasts;
using Masts = std::vector<std::size_t>;

TEST_CASE("all masts of a chain of three links hang on its last one") {
  const scenario::Scenario world = tests::failing_world();
  const std::vector<analysis::MastLink> links = analysis::links_of_sites(world.network);
  CHECK(links == std::vector<analysis::MastLink>{{1, 0}, {2, 1}, {3, 2}, {5, 1}});
  const HangingMasts hanging(world.network.sites.size(), links);
  CHECK(hanging.with_those_behind(0) == Masts{0, 1, 2, 3, 5});
  CHECK(hanging.with_those_behind(1) == Masts{1, 2, 3, 5});
  CHECK(hanging.with_those_behind(2) == Masts{2, 3});
  CHECK(hanging.with_those_behind(3) == Masts{3});
  CHECK(hanging.with_those_behind(4) == Masts{4});
}

TEST_CASE("a mast behind two links is named once") {
  const HangingMasts hanging(4, {{1, 0}, {2, 0}, {3, 1}, {3, 2}});
  CHECK(hanging.with_those_behind(0) == Masts{0, 1, 2, 3});
}
