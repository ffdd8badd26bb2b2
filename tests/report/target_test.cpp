#include "sim/report/target.h"

#include <doctest/doctest.h>

#include "sim/coverage/verdict_rules.h"
#include "tiny_run.h"

using namespace phusong;
using namespace phusong::report;

namespace {

std::vector<TargetDistance> distances(const tests::TinyRun& tiny, const AreaTotals& area) {
  return distances_to_targets(area, tiny.scenario.network, tiny.result, 1, tiny.scenario.options.plan);
}

scenario::PlanTarget target_of(std::optional<double> hamlets, std::optional<double> people,
                               std::optional<double> broadband, std::optional<double> budget) {
  return {.hamlet_share = hamlets,
          .population_share = people,
          .fixed_broadband_share = broadband,
          .budget_million_vnd = budget};
}

}  // namespace

TEST_CASE("a share is reached by the least whole number that is at least that share") {
  CHECK(coverage::needed_for_share(0.985, 3802) == 3745);
  CHECK(coverage::needed_for_share(0.5, 10) == 5);
  CHECK(coverage::needed_for_share(0.5, 11) == 6);
  CHECK(coverage::needed_for_share(0.1 + 0.2, 10) == 3);  // 0.30000000000000004 is no more than 0.3 here
  CHECK(coverage::needed_for_share(1.0, 7) == 7);
  CHECK(coverage::needed_for_share(0.0, 7) == 0);
}

TEST_CASE("the distance to a share of hamlets is counted in hamlets") {
  const tests::TinyRun tiny;
  const auto all = distances(tiny, tiny.totals.all);
  REQUIRE(all.size() == 1);
  CHECK(all[0].kind == "hamlet_share");
  CHECK(all[0].needed == 4);
  CHECK(all[0].reached == 1);
  CHECK(all[0].hamlets_missing == 3);
  CHECK_FALSE(all[0].met());
}

TEST_CASE("the distance to a share of people takes the largest hamlets first") {
  tests::TinyRun tiny;
  tiny.scenario.options.plan.target = target_of({}, 0.6, {}, {});
  const auto all = distances(tiny, tiny.totals.all);
  REQUIRE(all.size() == 1);
  CHECK(all[0].needed == 600);
  CHECK(all[0].reached == 100);
  CHECK(all[0].hamlets_missing == 2);  // 400 + 300
}

TEST_CASE("the distance to a share of fixed broadband counts the hamlets that have it") {
  tests::TinyRun tiny;
  tiny.scenario.options.plan.target = target_of({}, {}, 0.5, {});
  CHECK(distances(tiny, tiny.totals.all)[0].reached == 1);
  CHECK(distances(tiny, tiny.totals.all)[0].hamlets_missing == 1);
  CHECK(distances(tiny, tiny.totals.communes[0])[0].met());
}

TEST_CASE("a budget is no share to be reached") {
  tests::TinyRun tiny;
  tiny.scenario.options.plan.target = target_of({}, {}, {}, 1000.0);
  CHECK(distances(tiny, tiny.totals.all).empty());
}

TEST_CASE("a least share for every commune is a target of communes") {
  tests::TinyRun tiny;
  tiny.scenario.options.plan.per_commune_min_share = 0.5;
  CHECK(distances(tiny, tiny.totals.all).size() == 1);
  const auto commune = distances(tiny, tiny.totals.communes[0]);
  REQUIRE(commune.size() == 2);
  CHECK(commune[1].kind == "per_commune_min_share");
  CHECK(commune[1].met());
  CHECK(distances(tiny, tiny.totals.communes[1])[1].hamlets_missing == 1);
}
