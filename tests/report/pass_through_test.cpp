#include "sim/report/pass_through.h"

#include <doctest/doctest.h>

namespace phusong::report {
namespace {

TEST_CASE("pass-through columns stand behind the table's own, under names of their own and typed by what they hold") {
  gis::OutputTable table{.name = "t",
                         .columns = {{"site_id", gis::ColumnType::kText}},
                         .rows = {{std::string("A")}, {std::string("B")}, {std::string("C")}}};
  const network::PassThroughFields first = {{"Site_ID", "007"}, {"height", "12.50"}}, second = {{"owner", "VNPT"}},
                                   nothing;
  add_pass_through({&first, &nothing, &second}, table);
  REQUIRE(table.columns.size() == 4);
  CHECK(table.columns[1].name == "input_Site_ID");
  CHECK(table.columns[1].type == gis::ColumnType::kText);
  CHECK(table.columns[2].name == "height");
  CHECK(table.columns[2].type == gis::ColumnType::kReal);
  CHECK(table.columns[3].name == "owner");
  CHECK(std::get<std::string>(table.rows[0][1]) == "007");
  CHECK(std::get<gis::Number>(table.rows[0][2]).value == 12.5);
  CHECK(std::holds_alternative<std::monostate>(table.rows[1][2]));
  CHECK(std::get<std::string>(table.rows[2][3]) == "VNPT");
}

TEST_CASE("a column with a number of which it cannot be told what it is stays text") {
  gis::OutputTable table{.name = "t", .columns = {{"a", gis::ColumnType::kText}}, .rows = {{std::string("A")}}};
  const network::PassThroughFields fields = {{"people", "1.000", true}};
  add_pass_through({&fields}, table);
  CHECK(std::get<std::string>(table.rows[0][1]) == "1.000");
}

TEST_CASE("a table whose rows pass nothing through stays as it is") {
  gis::OutputTable table{.name = "t", .columns = {{"a", gis::ColumnType::kText}}, .rows = {{std::string("A")}}};
  const network::PassThroughFields nothing;
  add_pass_through({&nothing}, table);
  CHECK(table.columns.size() == 1);
  CHECK(table.rows[0].size() == 1);
}

}  // namespace
}  // namespace phusong::report
