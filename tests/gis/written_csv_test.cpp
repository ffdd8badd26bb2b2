#include "gis/written_csv.h"

#include <doctest/doctest.h>

#include <fstream>

#include "gis/cell_text.h"
#include "gis/problem.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong::gis;
using phusong::tests::TemporaryFolder;

namespace {

OutputTable written_and_read(const OutputTable& table, CsvStyle style) {
  const TemporaryFolder folder;
  write_csv(folder.path() / "stations.csv", table, style);
  return read_written_csv(folder.path() / "stations.csv", style);
}

/// Of the same kind, and numbers with the same decimals.
bool are_equal(const CellValue& one, const CellValue& other) {
  return one.index() == other.index() && text_of(one) == text_of(other);
}

void check_text_stays_text(const std::string& text) {
  CAPTURE(text);
  for (const CsvStyle style : {CsvStyle::kComma, CsvStyle::kSemicolon}) {
    const OutputTable read = written_and_read({.columns = {{"id"}, {"end"}}, .rows = {{text, std::int64_t{1}}}}, style);
    CHECK(read.columns[0].type == ColumnType::kText);
    REQUIRE(std::holds_alternative<std::string>(read.rows[0][0]));
    CHECK(std::get<std::string>(read.rows[0][0]) == text);
  }
}

std::string message_of_written(const std::string& content) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "t.csv", std::ios::binary) << content;
  try {
    read_written_csv(folder.path() / "t.csv", CsvStyle::kComma);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a table that was written is read back with the same values and types, whatever its marks") {
  const OutputTable table = {
      .columns = {{"id", ColumnType::kText}, {"people", ColumnType::kInteger}, {"cost", ColumnType::kReal}},
      .rows = {{std::string("Bản; \"Lãm\", 1\nhai"), std::int64_t{-120}, Number{-95.5, 2}},
               {std::monostate{}, std::monostate{}, std::monostate{}},
               {std::string(" x "), std::int64_t{0}, Number{0.985, 6}}}};
  for (const CsvStyle style : {CsvStyle::kComma, CsvStyle::kSemicolon}) {
    const OutputTable read = written_and_read(table, style);
    CHECK(read.name == "stations");
    REQUIRE(read.rows.size() == 3);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      CHECK(read.columns[i].name == table.columns[i].name);
      CHECK(read.columns[i].type == table.columns[i].type);
      for (std::size_t row = 0; row < 3; ++row)
        CHECK(are_equal(read.rows[row][i], table.rows[row][i]));
    }
  }
}

TEST_CASE("text that looks like a number is read back as text") {
  for (const char* const text : {"00123", "123", "-12.5", "1.5", "1,5", "1e3", "+84912345678", "0912345678", "7 ",
                                 "inf", "12345678901234567890", "0"})
    check_text_stays_text(text);
}

TEST_CASE("a column with one text among numbers is text, whole numbers among others are not") {
  const OutputTable read =
      written_and_read({.columns = {{"from"}, {"level"}},
                        .rows = {{Number{3.0, 1}, Number{1.5, 2}}, {std::string("4G"), std::int64_t{2}}}},
                       CsvStyle::kComma);
  CHECK(read.columns[0].type == ColumnType::kText);
  CHECK(std::holds_alternative<Number>(read.rows[0][0]));
  CHECK(read.columns[1].type == ColumnType::kReal);
}

TEST_CASE("a number of more digits than a spreadsheet keeps is read as text") {
  const OutputTable read = written_and_read(
      {.columns = {{"a"}, {"b"}}, .rows = {{std::int64_t{1234567890123456}, std::int64_t{123456789012345}}}},
      CsvStyle::kComma);
  CHECK(std::get<std::string>(read.rows[0][0]) == "1234567890123456");
  CHECK(std::get<std::int64_t>(read.rows[0][1]) == 123456789012345);
}

TEST_CASE("a table that another program changed, or an absent one, is an error that names it") {
  CHECK(message_of_written("\xEF\xBB\xBF"
                           "a,b\n1\n")
            .find("t.csv: line 2 is not as this program writes it") != std::string::npos);
  CHECK(message_of_written("a,b\n1,2\"\n").find("line 2") != std::string::npos);
  CHECK(message_of_written("\n").find("has no header") != std::string::npos);
  CHECK_THROWS_WITH_AS(read_written_csv("/none/steps.csv", CsvStyle::kComma), doctest::Contains("steps.csv"),
                       InputError);
}
