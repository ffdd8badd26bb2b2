#include "sim/report/workbook.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

#include "gis/output_file.h"
#include "gis/problem.h"
#include "gis/table.h"
#include "gis/vector_writer.h"
#include "gis/workbook/xlsx_writer.h"
#include "sim/report/workbook_wording.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong;
using report::StoredRun;
using report::workbook_tables;
using report::workbook_wording;
using report::WorkbookTable;

namespace {

gis::OutputTable small_table(const std::string& id) {
  return {.columns = {{"hamlet_id"}, {"share", gis::ColumnType::kReal}}, .rows = {{id, gis::Number{0.5, 6}}}};
}

StoredRun stored(const std::filesystem::path& folder, const std::string& language, gis::CsvStyle style) {
  const char* const csv = style == gis::CsvStyle::kComma ? "comma" : "semicolon";
  return {folder, fmt::format(R"({{"program": "phusong", "options": {{"report.language": "{}", "report.csv": "{}"}}}})",
                              language, csv)};
}

gis::Table sheet_with(const std::filesystem::path& folder, const std::string& column) {
  gis::Problems problems;
  gis::Table table = gis::read_table(folder / "tables.xlsx", {{{column}, true}}, problems);
  CHECK(problems.text() == "");
  return table;
}

}  // namespace

TEST_CASE("the tables that a run wrote are sheets of its workbook, listed on the first in the report's language") {
  for (const gis::CsvStyle style : {gis::CsvStyle::kComma, gis::CsvStyle::kSemicolon}) {
    const tests::TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "plan");
    gis::write_csv(folder.path() / "hamlets.csv", small_table("007"), style);
    gis::write_csv(folder.path() / "plan" / "steps.csv", {.columns = {{"step"}}, .rows = {{std::int64_t{1}}}}, style);
    gis::write_csv(folder.path() / "points.csv", small_table("1"), style);
    report::write_workbook(stored(folder.path(), "vi", style), "vi");
    const gis::Table contents = sheet_with(folder.path(), "Trang tính");
    REQUIRE(contents.rows.size() == 3);
    CHECK(contents.rows[0].values ==
          std::vector<std::string>{"hamlets", "hamlets.csv", "1", "Từng thôn: tình trạng phủ sóng, nguyên nhân"});
    CHECK(contents.rows[1].values[0] == "plan_steps");
    CHECK(contents.rows[2].values[0].empty());
    CHECK(contents.rows[2].values[1] == "points.csv");
    const gis::Table hamlets = sheet_with(folder.path(), "hamlet_id");
    CHECK(hamlets.rows.at(0).values == std::vector<std::string>{"007", "0.5"});
    CHECK_FALSE(is_number(hamlets.rows[0].kind_of(0)));
    CHECK(is_number(hamlets.rows[0].kind_of(1)));
    report::write_workbook(stored(folder.path(), "en", style), "en");
    CHECK(sheet_with(folder.path(), "Sheet").rows.size() == 3);
  }
}

TEST_CASE("a table that another program changed is named") {
  const tests::TemporaryFolder folder;
  gis::write_text_file(folder.path() / "communes.csv", "a;b\n1\n");
  CHECK_THROWS_WITH_AS(report::write_workbook(stored(folder.path(), "vi", gis::CsvStyle::kSemicolon), "vi"),
                       doctest::Contains("communes.csv: line 2"), gis::InputError);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "tables.xlsx"));
}

TEST_CASE("every table has words in both languages, and a name that a sheet may have, for itself") {
  std::set<std::string> names = {std::string(workbook_wording().contents.english),
                                 std::string(workbook_wording().contents.vietnamese)};
  for (const WorkbookTable& table : workbook_tables()) {
    CAPTURE(table.file);
    CHECK_FALSE(table.content.in("vi").empty());
    CHECK_FALSE(table.content.in("en").empty());
    CHECK(table.content.in("vi") != table.content.in("en"));
    CHECK(names.insert(report::sheet_name(table.file)).second);
    CHECK(report::sheet_name(table.file).size() <= gis::workbook::kMostNameCharacters);
  }
  const report::WorkbookWording& words = workbook_wording();
  for (const report::BothLanguages& text :
       {words.contents, words.sheet, words.file, words.rows, words.content, words.left_out, words.too_long}) {
    CHECK_FALSE(text.in("vi").empty());
    CHECK_FALSE(text.in("en").empty());
  }
  static_assert(sizeof(report::WorkbookWording) == 7 * sizeof(report::BothLanguages));
}
