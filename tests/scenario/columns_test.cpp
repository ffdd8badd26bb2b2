#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sim/scenario/carried_columns.h"
#include "sim/scenario/column.h"

using namespace phusong;
using namespace phusong::scenario;

namespace {

struct Fields {
  std::string id;
  double height_m = 10.0;
  std::optional<double> azimuth_deg;
  std::int64_t people = 0;
  bool voice = true;
  std::string kind = "macro";
};

std::vector<Column> columns_of(Fields& f) {
  return {
      {.name = "id", .synonyms = {"ma_tram"}, .place = &f.id, .meaning = "", .required = true},
      {.name = "height_m", .place = &f.height_m, .limit = {.min = 1, .max = 500, .unit = "m"}, .meaning = ""},
      {.name = "azimuth_deg", .place = &f.azimuth_deg, .limit = {.min = 0, .max = 360, .unit = "°"}, .meaning = ""},
      {.name = "people", .place = &f.people, .limit = {.min = 0}, .meaning = ""},
      {.name = "voice", .place = &f.voice, .meaning = ""},
      {.name = "kind", .place = text_choice(f.kind, {"macro", "pole"}), .meaning = ""},
  };
}

gis::Table table_of(const std::vector<std::string>& columns, const std::vector<std::string>& values) {
  return {.file = "t.csv", .columns = columns, .rows = {{.row = 2, .values = values}}};
}

/// The problems of a table of one row; what was read goes to `fields`.
std::string read(const gis::Table& table, Fields& fields) {
  gis::Problems problems;
  const TableColumns columns(table, columns_of(fields), problems);
  columns.read(table.rows[0], problems);
  return problems.text();
}

std::string problem_of(const std::string& column, const std::string& value) {
  Fields fields;
  return read(table_of({"id", column}, {"A", value}), fields);
}

}  // namespace

TEST_CASE("columns are matched without case and by their synonyms") {
  Fields fields;
  CHECK(read(table_of({"MA_TRAM", "Height_M"}, {"A1", "42"}), fields) == "");
  CHECK(fields.id == "A1");
  CHECK(fields.height_m == 42.0);
}

TEST_CASE("an empty field leaves the default") {
  Fields fields;
  CHECK(read(table_of({"id", "height_m", "azimuth_deg"}, {"A", "", " "}), fields) == "");
  CHECK(fields.height_m == 10.0);
  CHECK_FALSE(fields.azimuth_deg.has_value());
}

TEST_CASE("an empty field without a default is an error, and so is its missing column") {
  Fields fields;
  CHECK(read(table_of({"id"}, {""}), fields) == "t.csv:2: id: is empty and has no default\n");
  CHECK(read(table_of({"height_m"}, {"5"}), fields) ==
        "t.csv: id: the required column is missing (allowed: or under the name ma_tram)\n");
}

TEST_CASE("two columns that mean the same are an error") {
  Fields fields;
  CHECK(read(table_of({"id", "ma_tram"}, {"A", "B"}), fields).find("means the same as column id") != std::string::npos);
}

TEST_CASE("a field that is no number is named with its row and range") {
  CHECK(problem_of("height_m", "tall") == "t.csv:2: height_m = 'tall': is not a number (allowed: 1 … 500 m)\n");
  CHECK(problem_of("height_m", "12 m").find("is not a number") != std::string::npos);
  CHECK(problem_of("height_m", "12,5").find("has a decimal comma") != std::string::npos);
  CHECK(problem_of("height_m", "NaN").find("is not a finite number") != std::string::npos);
  CHECK(problem_of("height_m", "-inf").find("is not a finite number") != std::string::npos);
  CHECK(problem_of("height_m", "1e999").find("is not a number") != std::string::npos);
  CHECK(problem_of("people", "2.5").find("is not a whole number") != std::string::npos);
  CHECK(problem_of("voice", "yes").find("is neither 0 nor 1") != std::string::npos);
  CHECK(problem_of("kind", "tower").find("(allowed: macro, pole)") != std::string::npos);
}

TEST_CASE("numbers are taken with a plus, an exponent and blanks around them") {
  CHECK(problem_of("height_m", " +4.2e1 ") == "");
  CHECK(problem_of("people", "250.0") == "");
}

TEST_CASE("both ends of a column's range are taken") {
  CHECK(problem_of("azimuth_deg", "0") == "");
  CHECK(problem_of("azimuth_deg", "360") == "");
  CHECK(problem_of("azimuth_deg", "360.1") == "t.csv:2: azimuth_deg = '360.1': out of range (allowed: 0 … 360 °)\n");
  CHECK(problem_of("azimuth_deg", "-0.1").find("out of range") != std::string::npos);
}

TEST_CASE("unknown columns are noted once, and typed by what they hold") {
  gis::Table table = table_of({"ma_tram", "colour", "code", "score", "count"}, {"A", "red", "007", "1.5", "3"});
  table.rows.push_back({.row = 3, .values = {"B", "", "008", "2", ""}});
  Fields fields;
  gis::Problems problems;
  const TableColumns columns(table, columns_of(fields), problems);
  CHECK(columns.unknown_note() == "t.csv: columns not known, carried through: colour, code, score, count");
  const auto carried = carried_columns(table, columns);
  CHECK(carried[0].name == "id");
  CHECK(carried[0].type == gis::ColumnType::kText);
  CHECK(carried[1].type == gis::ColumnType::kText);
  CHECK(carried[2].type == gis::ColumnType::kText);
  CHECK(carried[3].type == gis::ColumnType::kReal);
  CHECK(carried[4].type == gis::ColumnType::kInteger);
}

TEST_CASE("a row's fields of unknown columns are kept, empty ones aside") {
  gis::Table table = table_of({"ma_tram", "colour", "code"}, {"A", "red", "007"});
  table.rows.push_back({.row = 3, .values = {"B", "", "008"}});
  Fields fields;
  gis::Problems problems;
  const TableColumns columns(table, columns_of(fields), problems);
  const network::CarriedFields first = columns.carried(table.rows[0]), second = columns.carried(table.rows[1]);
  REQUIRE(first.size() == 2);
  CHECK(first[0].column == "colour");
  CHECK(first[0].value == "red");
  REQUIRE(second.size() == 1);
  CHECK(second[0].value == "008");
  CHECK(columns.unknown_note(Unknown::kLeftOut) == "t.csv: columns not known, left out: colour, code");
}
