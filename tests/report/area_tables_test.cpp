#include "sim/report/area_tables.h"

#include <doctest/doctest.h>

#include "table_values.h"
#include "tiny_run.h"

using namespace phusong;
using namespace phusong::report;
using tests::is_nothing;
using tests::number;
using tests::value;
using tests::whole;

TEST_CASE("people reached are weighted by share, with two decimals") {
  const tests::TinyRun tiny;
  const gis::OutputTable communes = commune_table(tiny.data());
  CHECK(number(communes, 0, "4g_people_reached").value == 100 * 1.0 + 200 * 0.5);
  CHECK(number(communes, 0, "4g_people_reached").decimals == 2);
  CHECK(number(communes, 1, "4g_people_reached").value == 0.0);
}

TEST_CASE("an area's rows add up to the whole") {
  const tests::TinyRun tiny;
  for (const gis::OutputTable& table : {commune_table(tiny.data()), district_table(tiny.data())}) {
    CAPTURE(table.name);
    for (const char* const column : {"hamlets_covered", "hamlets_hollow", "hamlets_white", "hamlets_unknown"})
      CHECK(whole(table, 0, column) + whole(table, 1, column) == 1);
    CHECK(whole(table, 0, "hamlets") + whole(table, 1, "hamlets") == 4);
    CHECK(whole(table, 0, "population") + whole(table, 1, "population") == 1000);
  }
}

TEST_CASE("shares of broadband and smartphones are those of the area") {
  const tests::TinyRun tiny;
  const gis::OutputTable communes = commune_table(tiny.data());
  CHECK(number(communes, 0, "fixed_broadband_share").value == 0.5);
  CHECK(number(communes, 1, "fixed_broadband_share").value == 0.0);
  CHECK(number(communes, 1, "smartphone_share").value == 0.5);
  CHECK(number(communes, 1, "smartphone_share").decimals == 6);
}

TEST_CASE("where nobody lives there is no share of smartphones") {
  tests::TinyRun tiny;
  for (network::Hamlet& hamlet : tiny.scenario.network.hamlets)
    hamlet.population = 0;
  tiny.add_up();
  CHECK(is_nothing(value(commune_table(tiny.data()), 0, "smartphone_share")));
}

TEST_CASE("a budget asks nothing of an area") {
  tests::TinyRun tiny;
  CHECK(whole(district_table(tiny.data()), 0, "target_needed") == 2);
  tiny.scenario.options.plan.target.budget_million_vnd = 1000.0;
  const gis::OutputTable districts = district_table(tiny.data());
  for (const char* const column : {"target_needed", "target_reached", "target_hamlets_missing"})
    CHECK(is_nothing(value(districts, 0, column)));
}

TEST_CASE("an area without a name has an empty field, and districts have no column of communes") {
  tests::TinyRun tiny;
  tiny.scenario.network.hamlets[3].commune.clear();
  tiny.add_up();
  const gis::OutputTable communes = commune_table(tiny.data());
  REQUIRE(communes.rows.size() == 3);
  CHECK(is_nothing(value(communes, 1, "commune")));
  CHECK(whole(communes, 1, "population") == 400);
  const gis::OutputTable districts = district_table(tiny.data());
  CHECK(districts.columns.size() == communes.columns.size() - 1);
}

TEST_CASE("a province without districts has a table of them without rows") {
  tests::TinyRun tiny;
  for (network::Hamlet& hamlet : tiny.scenario.network.hamlets)
    hamlet.district.clear();
  tiny.add_up();
  CHECK(district_table(tiny.data()).rows.empty());
  CHECK(is_nothing(value(commune_table(tiny.data()), 0, "district")));
}

TEST_CASE("an old commune has its own name beside that of the commune which it went into") {
  tests::TinyRun tiny;
  CHECK(old_commune_table(tiny.data()).rows.empty());
  tiny.scenario.network.hamlets[2].commune_old = "Sủng Là";
  tiny.add_up();
  const gis::OutputTable table = old_commune_table(tiny.data());
  REQUIRE(table.rows.size() == 3);
  CHECK(tests::text(table, 2, "commune") == "Tả Lủng");
  CHECK(tests::text(table, 2, "commune_old") == "Sủng Là");
  CHECK(whole(table, 2, "population") == 300);
  CHECK(is_nothing(value(table, 0, "commune_old")));
}

TEST_CASE("the numbers of an area are those of the operator that the run is about") {
  tests::TinyRun tiny;
  tiny.result.verdicts[0][0].status = coverage::Status::kWhite;  // Viettel's; any operator stays covered
  tiny.add_up();
  CHECK(whole(commune_table(tiny.data()), 0, "hamlets_covered") == 1);
  tiny.result.verdicts[1][0].status = coverage::Status::kWhite;
  tiny.add_up();
  CHECK(whole(commune_table(tiny.data()), 0, "hamlets_covered") == 0);
}
