#include "sim/report/totals.h"

#include <doctest/doctest.h>

#include "tiny_run.h"

using namespace phusong;
using namespace phusong::report;
using phusong::network::Technology;

TEST_CASE("hamlets and people are counted by status, technology and operator") {
  const tests::TinyRun tiny;
  const ServiceTotals& totals = tiny.totals.all.operators[1].by_technology[Technology::k4G];
  CHECK(totals.hamlets_covered == 1);
  CHECK(totals.hamlets_hollow == 1);
  CHECK(totals.hamlets_white == 1);
  CHECK(totals.hamlets_unknown == 1);
  CHECK(totals.people_covered == 100);
  CHECK(totals.people_reached == doctest::Approx(100 * 1.0 + 200 * 0.5));
  CHECK(tiny.totals.all.operators[1].by_technology[Technology::k2G].hamlets_white == 3);
}

TEST_CASE("a hollow hamlet counts only where the plan says so") {
  tests::TinyRun tiny;
  CHECK(tiny.totals.all.operators[1].target.hamlets_counted == 1);
  tiny.scenario.options.plan.hollow_counts = true;
  tiny.add_up();
  CHECK(tiny.totals.all.operators[1].target.hamlets_counted == 2);
  CHECK(tiny.totals.all.operators[1].target.hamlets_covered == 1);
  CHECK(tiny.totals.all.operators[1].target.people_covered == 300);
}

TEST_CASE("communes of one name in two districts stay apart") {
  const tests::TinyRun tiny;
  CHECK(tiny.totals.provinces.size() == 1);
  CHECK(tiny.totals.districts.size() == 2);
  REQUIRE(tiny.totals.communes.size() == 2);
  CHECK(tiny.totals.communes[0].area == Area{"Hà Giang", "Bắc", "Tả Lủng"});
  CHECK(tiny.totals.communes[1].area == Area{"Hà Giang", "Nam", "Tả Lủng"});
  CHECK(tiny.totals.communes[0].population == 300);
  CHECK(tiny.totals.communes[1].hamlets == std::vector<std::size_t>{2, 3});
}

TEST_CASE("mobile broadband has totals of its own, with its share of the hamlets") {
  tests::TinyRun tiny;
  tiny.result.verdicts[1][2].status_mobile_broadband = coverage::Status::kCovered;
  tiny.result.verdicts[1][2].share_mobile_broadband = 0.9;
  tiny.add_up();
  const ServiceTotals& totals = tiny.totals.all.operators[1].mobile_broadband;
  CHECK(totals.hamlets_covered == 2);
  CHECK(totals.hamlets_white == 0);
  CHECK(totals.people_reached == doctest::Approx(100 * 1.0 + 200 * 0.5 + 300 * 0.9));
  CHECK(mobile_broadband_share(tiny.totals.all, 1) == 0.5);
  CHECK(mobile_broadband_share(tiny.totals.all, 0) == 0.25);
}

TEST_CASE("where no hamlet has a district there are none, and where some have one the rest adds up beside them") {
  tests::TinyRun tiny;
  for (network::Hamlet& hamlet : tiny.scenario.network.hamlets)
    hamlet.district.clear();
  tiny.add_up();
  CHECK(tiny.totals.districts.empty());
  REQUIRE(tiny.totals.communes.size() == 1);
  CHECK(tiny.totals.communes[0].hamlets.size() == 4);
  tiny.scenario.network.hamlets[0].district = "Bắc";
  tiny.add_up();
  REQUIRE(tiny.totals.districts.size() == 2);
  CHECK(tiny.totals.districts[0].area.district.empty());
  CHECK(tiny.totals.districts[0].hamlets.size() == 3);
}

TEST_CASE("old communes are counted inside the communes that they went into") {
  tests::TinyRun tiny;
  CHECK(tiny.totals.communes_old.empty());
  for (network::Hamlet& hamlet : tiny.scenario.network.hamlets)
    hamlet.commune_old = "Sủng Là";
  tiny.add_up();
  REQUIRE(tiny.totals.communes_old.size() == 2);
  CHECK(tiny.totals.communes_old[0].area == Area{"Hà Giang", "Bắc", "Tả Lủng", "Sủng Là"});
  CHECK(tiny.totals.communes_old[1].population == 700);
}

TEST_CASE("shares are of hamlets for broadband and of people for smartphones") {
  const tests::TinyRun tiny;
  CHECK(fixed_broadband_share(tiny.totals.all) == 0.25);
  CHECK(*smartphone_share(tiny.totals.all) == doctest::Approx(0.5));
  CHECK_FALSE(smartphone_share(AreaTotals{}).has_value());
}
