#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sim/scenario/column.h"
#include "sim/scenario/hamlets_table.h"
#include "sim/scenario/pass_through_columns.h"

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
  CHECK(
      problem_of("people", "1,250") ==
      "t.csv:2: people = '1,250': has a comma: thousands have no marks, and decimals a comma only in a table separated "
      "by ; (allowed: 1250 for a thousand and more, 1.25 with decimals)\n");
  for (const char* const grouped : {"1.250.000", "1.250,5", "1,250.5"}) {
    CHECK(problem_of("people", grouped).find("has marks between its thousands (allowed: digits alone") !=
          std::string::npos);
  }
  CHECK(problem_of("height_m", "NaN").find("is not a finite number") != std::string::npos);
  CHECK(problem_of("height_m", "-inf").find("is not a finite number") != std::string::npos);
  CHECK(problem_of("height_m", "1e999").find("is not a number") != std::string::npos);
  CHECK(problem_of("people", "2.5").find("is not a whole number") != std::string::npos);
  CHECK(problem_of("voice", "perhaps").find("is neither 0 nor 1") != std::string::npos);
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
  CHECK(columns.notes() ==
        std::vector<gis::InputNote>{
            {.kind = gis::InputNote::Kind::kColumnsCarried, .file = "t.csv", .names = "colour, code, score, count"}});
  const auto pass_through = pass_through_columns(table, columns);
  CHECK(pass_through[0].name == "id");
  CHECK(pass_through[0].type == gis::ColumnType::kText);
  CHECK(pass_through[1].type == gis::ColumnType::kText);
  CHECK(pass_through[2].type == gis::ColumnType::kText);
  CHECK(pass_through[3].type == gis::ColumnType::kReal);
  CHECK(pass_through[4].type == gis::ColumnType::kInteger);
}

TEST_CASE("a row's fields of unknown columns are kept, empty ones aside") {
  gis::Table table = table_of({"ma_tram", "colour", "code"}, {"A", "red", "007"});
  table.rows.push_back({.row = 3, .values = {"B", "", "008"}});
  Fields fields;
  gis::Problems problems;
  const TableColumns columns(table, columns_of(fields), problems);
  const network::PassThroughFields first = columns.pass_through(table.rows[0]),
                                   second = columns.pass_through(table.rows[1]);
  REQUIRE(first.size() == 2);
  CHECK(first[0].column == "colour");
  CHECK(first[0].value == "red");
  REQUIRE(second.size() == 1);
  CHECK(second[0].value == "008");
  CHECK(columns.notes(Unknown::kLeftOut) ==
        std::vector<gis::InputNote>{
            {.kind = gis::InputNote::Kind::kColumnsLeftOut, .file = "t.csv", .names = "colour, code"}});
}

TEST_CASE("flags are read in the ways that people write them") {
  for (const char* const yes : {"1", "true", "YES", "Có", "CÓ", "1.0", "1,0"}) {
    Fields fields{.voice = false};
    CAPTURE(yes);
    CHECK(read(table_of({"id", "voice"}, {"A", yes}), fields) == "");
    CHECK(fields.voice);
  }
  for (const char* const no : {"0", "False", "no", "Không", "0.0"}) {
    Fields fields;
    CAPTURE(no);
    CHECK(read(table_of({"id", "voice"}, {"A", no}), fields) == "");
    CHECK_FALSE(fields.voice);
  }
}

namespace {

/// A table whose texts may have decimal commas; `others` are the values of a column beside.
gis::Table comma_table(const std::string& column, const std::string& value, const std::string& other) {
  gis::Table table = table_of({"id", column, "other"}, {"A", value, other});
  table.marks = gis::marks_of(table);
  table.marks.comma_allowed = true;
  return table;
}

/// What is read, or the problem.
std::string people_of(const std::string& value, const std::string& other = "") {
  Fields fields;
  const std::string problem = read(comma_table("people", value, other), fields);
  return problem.empty() ? std::to_string(fields.people) : problem;
}

double height_of(const std::string& value, const std::string& other = "") {
  Fields fields{.height_m = -1.0};
  return read(comma_table("height_m", value, other), fields).empty() ? fields.height_m : -1.0;
}

}  // namespace

TEST_CASE("points between thousands are read where a decimal comma stands elsewhere, and refused where none does") {
  CHECK(people_of("1.000", "105,25") == "1000");
  CHECK(people_of("1.234.567", "0,5") == "1234567");
  CHECK(people_of("1.000").find("t.csv:2: people = '1.000': is ambiguous") == 0);
  CHECK(people_of("1.000", "105.25").find("is ambiguous") != std::string::npos);
  CHECK(people_of("1.234.567").find("is ambiguous") != std::string::npos);
  CHECK(people_of("1000") == "1000");
}

TEST_CASE("a comma before three digits of a whole number is refused, but where points are decimal elsewhere") {
  CHECK(people_of("1,000").find("is ambiguous") != std::string::npos);
  CHECK(people_of("1,000", "105,25").find("is ambiguous") != std::string::npos);
  CHECK(people_of("1,000", "105.25") == "1000");
}

TEST_CASE("three decimals are no thousands where so many would be out of range") {
  CHECK(height_of("42.500") == 42.5);
  CHECK(height_of("42,500") == 42.5);
  CHECK(height_of("1,5") == 1.5);
  CHECK(height_of("1.234,5") == -1.0);  // 1234.5 m
}

TEST_CASE("a number that could be thousands is refused where both readings are in range") {
  double cost = 0.0;
  const auto problem = [&cost](const std::string& value, const std::string& other) {
    gis::Problems problems;
    const gis::Table table = comma_table("cost", value, other);
    const TableColumns columns(
        table, {{.name = "cost", .place = &cost, .limit = {.min = 0, .unit = "million VND"}, .meaning = ""}}, problems);
    columns.read(table.rows[0], problems);
    return problems.text();
  };
  CHECK(problem("1.200", "").find("is ambiguous") != std::string::npos);
  CHECK(problem("1.200", "0,5") == "");
  CHECK(cost == 1200.0);
  CHECK(problem("1,200", "") == "");
  CHECK(cost == 1.2);
  CHECK(problem("1,200", "0.5").find("is ambiguous") != std::string::npos);
  CHECK(problem("0.125", "") == "");
  CHECK(cost == 0.125);
}

TEST_CASE("a table that has decimal commas and decimal points shows what neither means") {
  gis::Table table = comma_table("people", "1.000", "105,25");
  table.columns.emplace_back("lat");
  table.rows[0].values.emplace_back("22.5");
  table.marks = gis::marks_of(table);
  table.marks.comma_allowed = true;
  Fields fields;
  CHECK(read(table, fields).find("is ambiguous") != std::string::npos);
}

TEST_CASE("a number cell of a workbook is what it is") {
  gis::Table table = comma_table("people", "1000", "0,5");
  table.rows[0].values[1] = "1.000";
  table.rows[0].kinds = {gis::CellKind::kText, gis::CellKind::kNumber, gis::CellKind::kText};
  Fields fields;
  CHECK(read(table, fields) == "");
  CHECK(fields.people == 1);
}

TEST_CASE("a count in merged cells is refused: each row needs its own") {
  gis::Table table = table_of({"id", "people", "kind"}, {"A", "5", "pole"});
  table.rows[0].kinds = {gis::CellKind::kText, gis::CellKind::kMergedNumber, gis::CellKind::kMergedText};
  Fields fields;
  CHECK(read(table, fields) == "t.csv:2: people = '5': stands in merged cells (allowed: a number for each row)\n");
  CHECK(fields.kind == "pole");
}

TEST_CASE("pass-through texts keep what could be thousands as it is written") {
  gis::Table table = comma_table("height_m", "42,5", "1.000");
  table.columns.emplace_back("score");
  table.rows[0].values.emplace_back("1,5");
  Fields fields;
  gis::Problems problems;
  const TableColumns columns(table, columns_of(fields), problems);
  CHECK(columns.plain_values(table.rows[0]) == std::vector<std::string>{"A", "42.5", "1.000", "1.5"});
  const auto pass_through = pass_through_columns(table, columns);
  CHECK(pass_through[2].type == gis::ColumnType::kText);
  CHECK(pass_through[3].type == gis::ColumnType::kReal);
}

namespace {

struct Shares {
  double share_2g_only = 0.0, beamwidth_h_deg = 0.0, beamwidth_v_deg = 0.0, share = 0.0;
};

/// What the columns of a Shapefile are taken for.
std::string cut_names(const std::vector<std::string>& names, Shares& shares) {
  gis::Table table = table_of(names, std::vector<std::string>(names.size(), "0.5"));
  table.name_limit = 10;
  gis::Problems problems;
  const TableColumns columns(table,
                             {{.name = "share_2g_only", .place = &shares.share_2g_only, .meaning = ""},
                              {.name = "beamwidth_h_deg", .place = &shares.beamwidth_h_deg, .meaning = ""},
                              {.name = "beamwidth_v_deg", .place = &shares.beamwidth_v_deg, .meaning = ""},
                              {.name = "share", .place = &shares.share, .meaning = ""}},
                             problems);
  columns.read(table.rows[0], problems);
  std::string cut;
  for (const gis::InputNote& note : columns.notes())
    if (note.kind == gis::InputNote::Kind::kNamesCutOff) cut += note.names;
  return problems.text() + cut;
}

}  // namespace

TEST_CASE("a name of ten letters that a Shapefile cut off is the column that alone begins so") {
  Shares shares;
  CHECK(cut_names({"share_2g_o", "share"}, shares) == "share_2g_o = share_2g_only");
  CHECK(shares.share_2g_only == 0.5);
  CHECK(shares.share == 0.5);
}

TEST_CASE("a name that was cut off so that it may be two columns is an error, also where a writer numbered it") {
  Shares shares;
  const std::string problems = cut_names({"beamwidth_", "beamwidt_1"}, shares);
  CHECK(problems.find("t.csv: beamwidth_: the column's name is cut off") == 0);
  CHECK(problems.find("t.csv: beamwidt_1: the column's name is cut off") != std::string::npos);
  CHECK(problems.find("(allowed: beamwidth_h_deg or beamwidth_v_deg, under its whole name in a GeoPackage)") !=
        std::string::npos);
}

TEST_CASE("the names of the hamlets table that a Shapefile cuts off are all known") {
  gis::Table table = table_of({"hamlet_id", "population", "share_2g_o", "share_3g_o", "share_volt", "fixed_broa"},
                              {"H1", "10", "0.1", "0.2", "0.3", "1"});
  table.name_limit = 10;
  HamletFields fields;
  gis::Problems problems;
  const TableColumns columns(table, hamlet_columns(fields), problems);
  columns.read(table.rows[0], problems);
  CHECK(problems.text() == "");
  CHECK(fields.hamlet.share_2g_only == 0.1);
  CHECK(fields.hamlet.share_3g_only == 0.2);
  CHECK(fields.hamlet.share_volte == 0.3);
  CHECK(fields.hamlet.fixed_broadband == true);
}
