#include "sim/analysis/signal_verdicts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>

#include "sim/coverage/coverage.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using network::Technology;

namespace {

/// Five masts of two operators among hills, and twelve hamlets between them.
scenario::Scenario five_masts() {
  scenario::Scenario scenario = tests::empty_scenario();
  scenario.options.coverage.technologies = {Technology::k3G, Technology::k4G};
  const std::array places = {tests::at(1000, 1000), tests::at(6000, 2000), tests::at(9000, 9000), tests::at(3000, 8000),
                             tests::at(6100, 2100)};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string id = fmt::format("S{}", i);
    const std::size_t site = tests::add_site(scenario, id, places[i], i % 2 == 0 ? "A" : "B");
    tests::add_cell(scenario, fmt::format("{}-3G", id), site, Technology::k3G, 30.0);
    tests::add_cell(scenario, fmt::format("{}-4G", id), site, Technology::k4G, 36.0);
  }
  for (int i = 0; i < 12; ++i)
    tests::add_hamlet(scenario, fmt::format("H{}", i), tests::at(900.0 * i + 600.0, 700.0 * (i * 5 % 12) + 1500.0));
  return scenario;
}

struct Judged {
  gis::Terrain terrain = tests::hills();
  scenario::Scenario scenario = five_masts();

  coverage::CoverageResult run(const scenario::Scenario& of) const {
    progress::Progress progress;
    return coverage::compute_coverage(
        of, terrain, {.signals_from_dbm = analysis::covering_levels_dbm(of.options.service)}, progress);
  }
};

}  // namespace

TEST_CASE("with all cells on the signals give the verdicts of the run") {
  Judged world;
  for (const double probability : {0.2, 0.5, 0.9}) {
    world.scenario.options.service.location_probability = probability;
    const coverage::CoverageResult result = world.run(world.scenario);
    const analysis::SignalVerdicts verdicts(world.scenario, world.terrain, result);
    for (std::size_t column = 0; column < result.operators.size(); ++column) {
      for (std::size_t hamlet = 0; hamlet < world.scenario.network.hamlets.size(); ++hamlet) {
        const auto judged = verdicts.judge(hamlet, column, [](std::size_t) { return true; });
        CHECK(judged.status == result.verdicts[column][hamlet].status);
        CHECK(judged.share == doctest::Approx(result.verdicts[column][hamlet].share));
      }
    }
  }
}

TEST_CASE("a mast that is off leaves what a run without it finds") {
  Judged world;
  std::size_t changed = 0;
  const coverage::CoverageResult before = world.run(world.scenario);
  const analysis::SignalVerdicts verdicts(world.scenario, world.terrain, before);
  for (std::size_t off = 0; off < world.scenario.network.sites.size(); ++off) {
    scenario::Scenario without = world.scenario;
    without.network.sites[off].status = network::SiteStatus::kOff;
    const coverage::CoverageResult after = world.run(without);
    REQUIRE(after.operators == before.operators);
    for (std::size_t column = 0; column < before.operators.size(); ++column) {
      for (std::size_t hamlet = 0; hamlet < world.scenario.network.hamlets.size(); ++hamlet) {
        const auto judged = verdicts.judge(
            hamlet, column, [&](std::size_t cell) { return world.scenario.network.cells[cell].site != off; });
        CHECK(judged.status == after.verdicts[column][hamlet].status);
        CHECK(judged.share == doctest::Approx(after.verdicts[column][hamlet].share));
        changed += judged.status != before.verdicts[column][hamlet].status ? 1 : 0;
      }
    }
  }
  CHECK(changed > 3);
}
