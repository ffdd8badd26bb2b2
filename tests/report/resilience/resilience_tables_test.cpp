#include "sim/report/resilience/resilience_tables.h"

#include <doctest/doctest.h>

#include "../table_values.h"
#include "tiny_failures.h"

using namespace phusong;
using tests::text;
using tests::whole;

TEST_CASE("resilience.csv has a row of each event and operator, also where nothing is lost") {
  const gis::OutputTable table = report::resilience_table(tests::tiny_failures());
  std::vector<std::string> names;
  for (const gis::Column& column : table.columns)
    names.push_back(column.name);
  CHECK(names == std::vector<std::string>{"event", "id", "operator", "hamlets_lost", "people_lost",
                                          "hamlets_lost_any_operator", "people_lost_any_operator"});
  REQUIRE(table.rows.size() == 4);
  CHECK(text(table, 0, "event") == "site");
  CHECK(text(table, 1, "event") == "fibre");
  CHECK(whole(table, 1, "hamlets_lost") == 0);
  CHECK(text(table, 2, "event") == "grid");
  CHECK(text(table, 2, "id") == "Bắc");
  CHECK(text(table, 2, "operator") == "Viettel");
  CHECK(whole(table, 2, "hamlets_lost") == 2);
  CHECK(whole(table, 2, "people_lost") == 1300);
  CHECK(whole(table, 2, "hamlets_lost_any_operator") == 1);
  CHECK(whole(table, 2, "people_lost_any_operator") == 1100);
  CHECK(text(table, 3, "operator") == "VNPT");
  CHECK(whole(table, 3, "people_lost") == 0);
  CHECK(whole(table, 3, "people_lost_any_operator") == 1100);
}

TEST_CASE("resilience_hamlets.csv names the hamlets of each operator, then those of the union") {
  const tests::TinyRun tiny;
  const gis::OutputTable table = report::resilience_hamlet_table(tiny.data(), tests::tiny_failures());
  REQUIRE(table.rows.size() == 4);
  CHECK(text(table, 0, "event") == "site");
  CHECK(text(table, 0, "hamlet_id") == "H2");
  CHECK(text(table, 0, "operator") == "Viettel");
  CHECK(text(table, 1, "hamlet_id") == "H1");
  CHECK(text(table, 2, "hamlet_id") == "H2");
  CHECK(text(table, 3, "hamlet_id") == "H1");
  CHECK(text(table, 3, "operator") == "any");
}

TEST_CASE("where one operator alone is judged its hamlets are named once") {
  tests::TinyRun tiny;
  tiny.result.operators = {"Viettel"};
  tiny.result.verdicts.pop_back();
  const gis::OutputTable table = report::resilience_hamlet_table(tiny.data(), tests::tiny_failures());
  CHECK(table.rows.size() == 3);
}

TEST_CASE("the layer has a place for each row, and the mast's name") {
  const tests::TinyRun tiny;
  const analysis::Resilience failures = tests::tiny_failures();
  const gis::OutputTable layer = report::resilience_layer(tiny.data(), failures);
  const std::vector<gis::MapPoint> positions = report::resilience_positions(failures);
  REQUIRE(layer.rows.size() == 4);
  REQUIRE(positions.size() == 4);
  CHECK(text(layer, 1, "name") == "Đồi Chè");
  CHECK(positions[1].x_m == 448000.0);
  CHECK(tests::is_nothing(tests::value(layer, 3, "name")));
  CHECK(whole(layer, 3, "masts_off") == 1);
  CHECK(positions[3].x_m == 449000.0);
}
