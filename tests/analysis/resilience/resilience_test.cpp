#include "sim/analysis/resilience/resilience.h"

#include <doctest/doctest.h>
#include <tbb/global_control.h>

#include <algorithm>

#include "failing_world.h"
#include "sim/analysis/resilience/lost_hamlets.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using analysis::FailureKind;
using analysis::FailureOutcome;
using analysis::Resilience;
using coverage::Status;

namespace {

/// The failing world on the grid, without batteries.
scenario::Scenario world_on_the_grid() {
  scenario::Scenario world = tests::failing_world();
  for (network::Site& site : world.network.sites)
    site.power = network::PowerSource::kGrid;
  return world;
}

Resilience resilience_of(const scenario::Scenario& scenario) {
  progress::Progress progress;
  return analysis::compute_resilience(scenario, tests::hills(), tests::coverage_of(scenario), progress);
}

/// The hamlets whose status a coverage run without the masts finds worse.
std::vector<std::size_t> lost_by_a_run(const scenario::Scenario& scenario, const coverage::CoverageResult& before,
                                       const std::vector<std::size_t>& masts_off, std::size_t column) {
  scenario::Scenario without = scenario;
  for (const std::size_t mast : masts_off)
    without.network.sites[mast].status = network::SiteStatus::kOff;
  const coverage::CoverageResult after = tests::coverage_of(without);
  std::vector<std::size_t> lost;
  for (std::size_t hamlet = 0; hamlet < scenario.network.hamlets.size(); ++hamlet) {
    const Status was = before.verdicts[column][hamlet].status, is = after.verdicts[column][hamlet].status;
    if ((was == Status::kCovered && is != Status::kCovered) || (was == Status::kHollow && is == Status::kWhite))
      lost.push_back(hamlet);
  }
  return lost;
}

std::size_t column_of(const coverage::CoverageResult& coverage, const std::string& name) {
  return static_cast<std::size_t>(std::ranges::find(coverage.operators, name) - coverage.operators.begin());
}

/// Compares every event with runs; the number of hamlets lost in all.
std::size_t compare_with_runs(const scenario::Scenario& world) {
  const coverage::CoverageResult before = tests::coverage_of(world);
  std::size_t lost = 0;
  for (const FailureOutcome& outcome : resilience_of(world).outcomes) {
    const std::vector<std::size_t>& off = outcome.event.masts_off;
    CAPTURE(outcome.event.id);
    CHECK(outcome.any_operator.hamlets == lost_by_a_run(world, before, off, before.operators.size() - 1));
    for (const analysis::OperatorLoss& of : outcome.by_operator) {
      CHECK(of.loss.hamlets == lost_by_a_run(world, before, off, column_of(before, of.operator_name)));
      lost += of.loss.hamlets.size();
    }
  }
  return lost;
}

}  // namespace

TEST_CASE("every event loses the hamlets that a coverage run without its masts loses") {
  scenario::Scenario world = world_on_the_grid();
  CHECK(compare_with_runs(world) > 10);
  world.options.plan.combine = scenario::Combine::kAll;
  world.options.service.white_rule = scenario::WhiteRule::kCentre;
  CHECK(compare_with_runs(world) > 10);
  world.options.service.location_probability = 0.3;
  world.options.plan.target.technologies = {network::Technology::k4G};
  CHECK(compare_with_runs(world) > 10);
}

TEST_CASE("operators that are not asked for have no rows, and the only one asked for is the union too") {
  scenario::Scenario world = world_on_the_grid();
  world.options.service.operators = {"B"};
  CHECK(compare_with_runs(world) > 0);
  for (const FailureOutcome& outcome : resilience_of(world).outcomes) {
    const bool has_b = std::ranges::any_of(outcome.event.masts_off, [](std::size_t mast) { return mast % 2 == 1; });
    REQUIRE(outcome.by_operator.size() == (has_b ? 1 : 0));
    if (has_b) CHECK(outcome.by_operator[0].loss.hamlets == outcome.any_operator.hamlets);
  }
}

TEST_CASE("an event has a row of each operator whose masts go off, in the order of the run") {
  const Resilience resilience = resilience_of(world_on_the_grid());
  for (const FailureOutcome& outcome : resilience.outcomes) {
    std::vector<std::string> names;
    for (const analysis::OperatorLoss& of : outcome.by_operator)
      names.push_back(of.operator_name);
    if (outcome.event.kind == FailureKind::kSite) CHECK(names.size() == 1);
    if (outcome.event.kind == FailureKind::kFibre && outcome.event.id == "S2")
      CHECK(names == std::vector<std::string>{"A", "B"});
  }
}

TEST_CASE("where only the union is judged it has the rows") {
  scenario::Scenario world = world_on_the_grid();
  world.options.service.operators = {"any"};
  for (const FailureOutcome& outcome : resilience_of(world).outcomes) {
    REQUIRE(outcome.by_operator.size() == 1);
    CHECK(outcome.by_operator[0].operator_name == "any");
    CHECK(outcome.by_operator[0].loss.hamlets == outcome.any_operator.hamlets);
  }
}

TEST_CASE("the worst events come first, and those that lose nothing not at all") {
  const scenario::Scenario world = world_on_the_grid();
  const Resilience resilience = resilience_of(world);
  const auto people_of = [&](std::size_t i) {
    std::int64_t people = 0;
    for (const analysis::OperatorLoss& of : resilience.outcomes[i].by_operator)
      people += of.loss.people;
    return std::pair(resilience.outcomes[i].any_operator.people, people);
  };
  REQUIRE(resilience.worst_first.size() > 3);
  for (std::size_t i = 1; i < resilience.worst_first.size(); ++i)
    CHECK(people_of(resilience.worst_first[i - 1]) >= people_of(resilience.worst_first[i]));
  for (const std::size_t i : resilience.worst_first)
    CHECK(people_of(i) > std::pair(std::int64_t{0}, std::int64_t{0}));
}

TEST_CASE("more masts off never lose fewer hamlets") {
  const scenario::Scenario world = world_on_the_grid();
  const coverage::CoverageResult coverage = tests::coverage_of(world);
  const gis::Terrain terrain = tests::hills();
  const analysis::LostHamlets lost(world, terrain, coverage);
  std::vector<std::size_t> off;
  std::vector<std::vector<std::size_t>> before = lost.without(off);
  for (std::size_t mast = 0; mast < world.network.sites.size(); ++mast) {
    off.push_back(mast);
    const std::vector<std::vector<std::size_t>> now = lost.without(off);
    for (std::size_t column = 0; column < now.size(); ++column)
      CHECK(std::ranges::includes(now[column], before[column]));
    before = now;
  }
  CHECK(!before.back().empty());
}

TEST_CASE("the same for any number of threads") {
  const scenario::Scenario world = world_on_the_grid();
  const Resilience many = resilience_of(world);
  const tbb::global_control one_thread(tbb::global_control::max_allowed_parallelism, 1);
  const Resilience one = resilience_of(world);
  REQUIRE(one.outcomes.size() == many.outcomes.size());
  CHECK(one.worst_first == many.worst_first);
  for (std::size_t i = 0; i < one.outcomes.size(); ++i) {
    CHECK(one.outcomes[i].event.id == many.outcomes[i].event.id);
    CHECK(one.outcomes[i].any_operator.hamlets == many.outcomes[i].any_operator.hamlets);
  }
}
