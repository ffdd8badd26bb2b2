#include "sim/report/stored/stored_kpis.h"

#include <doctest/doctest.h>

#include <fstream>

#include "gis/problem.h"
#include "tests/gis/temporary_folder.h"

namespace phusong::report {
namespace {

StoredKpis kpis_of(const std::string& text) {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "manifest.json") << R"({"program": "phusong", "version": "1", "options": {}})";
  std::ofstream(folder.path() / "kpi.json") << text;
  return stored_kpis(StoredRun::open(folder.path()));
}

}  // namespace

TEST_CASE("the figures of a run with coverage alone") {
  const StoredKpis kpis = kpis_of(
      R"({"plan": null, "sunset": null, "total": {"targets": [{"kind": "hamlet_share", "reached": 23}], "plan": null}})");
  CHECK(kpis.hamlets_covered == 23);
  CHECK_FALSE(kpis.plan_reached);
  CHECK_FALSE(kpis.sunset_reached);
  CHECK_FALSE(kpis.capex_million_vnd);
  CHECK_FALSE(kpis.gap);
}

TEST_CASE("with a plan its hamlets count, and a sunset has its own answer") {
  const StoredKpis kpis = kpis_of(R"({
    "plan": {"reached": true, "capex_million_vnd": 6460.66, "gap": 0.0125},
    "sunset": {"reached": false},
    "total": {"targets": [{"kind": "hamlet_share", "reached": 23}], "plan": {"hamlets_served": 43}}})");
  CHECK(kpis.hamlets_covered == 43);
  CHECK(kpis.plan_reached == true);
  CHECK(kpis.sunset_reached == false);
  CHECK(kpis.capex_million_vnd == 6460.66);
  CHECK(kpis.gap == 0.0125);
}

TEST_CASE("figures that are not known are nothing") {
  const StoredKpis kpis = kpis_of(R"({
    "plan": {"reached": true, "capex_million_vnd": null, "gap": null}, "sunset": null,
    "total": {"targets": [{"kind": "population_share", "reached": 900}], "plan": {"hamlets_served": null}}})");
  CHECK_FALSE(kpis.hamlets_covered);
  CHECK_FALSE(kpis.capex_million_vnd);
  CHECK_FALSE(kpis.gap);
}

TEST_CASE("a file of another form is an error that names it") {
  CHECK_THROWS_WITH_AS(kpis_of("{}"), doctest::Contains("kpi.json"), gis::InputError);
}

}  // namespace phusong::report
