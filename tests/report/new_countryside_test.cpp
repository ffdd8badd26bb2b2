#include "sim/report/new_countryside.h"

#include <doctest/doctest.h>

#include "tiny_run.h"

using namespace phusong;
using coverage::Status;
using report::AreaLevel;
using report::NewCountryside;

namespace {

/// The first commune: H1 covered and with fibre, H2 hollow; the second: H3 white, H4 unknown.
NewCountryside of_commune(const tests::TinyRun& tiny, std::size_t commune) {
  return report::new_countryside(tiny.data(), AreaLevel::kCommune, tiny.totals.communes[commune]);
}

void cover_hamlet(tests::TinyRun& tiny, std::size_t hamlet) {
  tiny.result.verdicts.back()[hamlet].status_mobile_broadband = Status::kCovered;
}

}  // namespace

TEST_CASE("a commune meets the criterion when every hamlet has mobile or fixed broadband") {
  tests::TinyRun tiny;
  CHECK(of_commune(tiny, 0).met() == false);
  CHECK(of_commune(tiny, 0).hamlets_served == 1);
  CHECK(of_commune(tiny, 0).hamlets_missing == 1);
  cover_hamlet(tiny, 1);
  CHECK(of_commune(tiny, 0).met() == true);
  CHECK(of_commune(tiny, 0).communes == 1);
  CHECK(of_commune(tiny, 1).hamlets_missing == 2);
}

TEST_CASE("fixed broadband stands in for mobile coverage only where the scenario says so") {
  tests::TinyRun tiny;
  tiny.result.verdicts.back()[0].status_mobile_broadband = Status::kWhite;
  cover_hamlet(tiny, 1);
  CHECK(of_commune(tiny, 0).met() == true);
  tiny.scenario.options.new_countryside.fixed_broadband_counts = false;
  CHECK(of_commune(tiny, 0).met() == false);
  CHECK(of_commune(tiny, 0).hamlets_served == 1);
}

TEST_CASE("a hollow hamlet has service where it counts as covered") {
  tests::TinyRun tiny;
  tiny.result.verdicts.back()[1].status_mobile_broadband = Status::kHollow;
  CHECK(of_commune(tiny, 0).met() == false);
  tiny.scenario.options.plan.hollow_counts = true;
  CHECK(of_commune(tiny, 0).met() == true);
}

TEST_CASE("the share of hamlets asked for is met at its edge and not below") {
  tests::TinyRun tiny;
  tiny.scenario.options.new_countryside.hamlet_share = 0.5;
  CHECK(of_commune(tiny, 0).met() == true);
  tiny.scenario.options.new_countryside.hamlet_share = 0.51;
  CHECK(of_commune(tiny, 0).met() == false);
}

TEST_CASE("fibre and smartphones are asked for beside service where the scenario does") {
  tests::TinyRun tiny;
  cover_hamlet(tiny, 1);
  scenario::NewCountrysideOptions& asked = tiny.scenario.options.new_countryside;
  asked.fixed_broadband_share = 1.0;
  CHECK(of_commune(tiny, 0).met() == false);
  CHECK(of_commune(tiny, 0).broadband_hamlets_missing == 1);
  asked.fixed_broadband_share = 0.5;
  asked.smartphone_share = 0.5;
  CHECK(of_commune(tiny, 0).met() == true);
  asked.smartphone_share = 0.55;
  CHECK(of_commune(tiny, 0).met() == false);
  CHECK(of_commune(tiny, 0).communes_short_of_smartphones == 1);
  for (network::Hamlet& hamlet : tiny.scenario.network.hamlets)
    hamlet.population = 0;
  tiny.add_up();
  CHECK(of_commune(tiny, 0).communes_short_of_smartphones == 0);
}

TEST_CASE("an area counts its communes, and the whole all of them") {
  tests::TinyRun tiny;
  cover_hamlet(tiny, 1);
  const auto of_district = [&](std::size_t i) {
    return report::new_countryside(tiny.data(), AreaLevel::kDistrict, tiny.totals.districts[i]);
  };
  CHECK(of_district(0).met() == true);
  CHECK(of_district(1).met() == false);
  for (const AreaLevel level : {AreaLevel::kTotal, AreaLevel::kProvince}) {
    const report::AreaTotals& area = level == AreaLevel::kTotal ? tiny.totals.all : tiny.totals.provinces[0];
    const NewCountryside sums = report::new_countryside(tiny.data(), level, area);
    CHECK(sums.communes == 2);
    CHECK(sums.communes_met == 1);
    CHECK(*sums.share_met() == 0.5);
    CHECK(sums.hamlets_missing == 2);
    CHECK(sums.met() == false);
  }
}

TEST_CASE("hamlets without a commune are judged by none") {
  tests::TinyRun tiny;
  for (network::Hamlet& hamlet : tiny.scenario.network.hamlets)
    hamlet.commune.clear();
  tiny.add_up();
  CHECK_FALSE(of_commune(tiny, 0).met().has_value());
  const NewCountryside sums = report::new_countryside(tiny.data(), AreaLevel::kTotal, tiny.totals.all);
  CHECK(sums.communes == 0);
  CHECK_FALSE(sums.share_met().has_value());
}

TEST_CASE("an old commune is judged as if it were one still") {
  tests::TinyRun tiny;
  tiny.scenario.network.hamlets[0].commune_old = "Tả Lủng A";
  tiny.scenario.network.hamlets[1].commune_old = "Tả Lủng B";
  tiny.add_up();
  REQUIRE(tiny.totals.communes_old.size() == 3);  // that of H3 and H4 has no name
  const auto of_old = [&](std::size_t i) {
    return report::new_countryside(tiny.data(), AreaLevel::kOldCommune, tiny.totals.communes_old[i]);
  };
  CHECK(of_old(0).met() == true);
  CHECK(of_old(1).met() == false);
  CHECK_FALSE(of_old(2).met().has_value());
}
