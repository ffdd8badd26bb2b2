#include "sim/report/cell_values.h"

#include <doctest/doctest.h>

#include "table_values.h"

using namespace phusong;
using namespace phusong::report;
using tests::is_nothing;

namespace {

gis::Number number_of(const gis::CellValue& value) {
  return std::get<gis::Number>(value);
}

}  // namespace

TEST_CASE("levels have two decimals, shares six, and what is not known is empty") {
  CHECK(number_of(decibels(-93.456)).decimals == 2);
  CHECK(number_of(ratio(0.5)).decimals == 6);
  CHECK(is_nothing(decibels(std::nullopt)));
  CHECK(number_of(megabits(79.2)).decimals == 2);
  CHECK(is_nothing(megabits(std::nullopt)));
  CHECK(is_nothing(text_or_nothing("")));
  CHECK(std::get<std::string>(text_or_nothing("x")) == "x");
}

TEST_CASE("a whole number of the input stays one, beyond the range of a number it stays text") {
  CHECK(std::get<std::int64_t>(input_value("-12", gis::ColumnType::kInteger)) == -12);
  CHECK(std::get<std::string>(input_value("123456789012345678901", gis::ColumnType::kInteger)) ==
        "123456789012345678901");
}

TEST_CASE("a number with an exponent, and what only looks like a number, are kept as they were written") {
  CHECK(std::get<std::string>(input_value("1e3", gis::ColumnType::kReal)) == "1e3");
  CHECK(std::get<std::string>(input_value("inf", gis::ColumnType::kReal)) == "inf");
  CHECK(std::get<std::string>(input_value("007", gis::ColumnType::kText)) == "007");
}

TEST_CASE("a column of the input gives way to one of the program's of the same name, in whatever case") {
  const std::vector<gis::Column> ours = {{"status", gis::ColumnType::kText}, {"note", gis::ColumnType::kText}};
  CHECK(name_beside(ours, "Status") == "input_Status");
  CHECK(name_beside(ours, "NOTE") == "input_NOTE");
  CHECK(name_beside(ours, "statuses") == "statuses");
}

TEST_CASE("costs have two decimals, numbers that are read again as many as hold them, and none has three") {
  CHECK(number_of(million_vnd(1200.0)).decimals == 2);
  CHECK(rounded_million_vnd(1200.126) == 1200.13);
  CHECK(number_of(read_again(42.5)).decimals == 2);
  CHECK(number_of(read_again(12.345)).decimals == 6);
}

TEST_CASE("a column of the input that would take the name of another gives way once more") {
  const std::vector<gis::Column> others = {{"status", gis::ColumnType::kText},
                                           {"input_status", gis::ColumnType::kText}};
  CHECK(name_beside(others, "Status") == "input_input_Status");
}
