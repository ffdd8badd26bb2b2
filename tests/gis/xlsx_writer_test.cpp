#include "gis/workbook/xlsx_writer.h"

#include <cpl_vsi.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "gis/machine_error.h"
#include "gis/table.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong::gis;
using phusong::tests::bytes_of;
using phusong::tests::TemporaryFolder;
using workbook::XlsxWriter;

namespace {

OutputTable sheet_of_masts() {
  return {.name = "masts",
          .columns = {{"site_id", ColumnType::kText}, {"people", ColumnType::kInteger}, {"share", ColumnType::kReal}},
          .rows = {{std::string("00123"), std::int64_t{7}, Number{0.5, 6}},
                   {std::string("=1+1"), std::monostate{}, Number{-0.25, 6}},
                   {std::string("Bản <Lãm> & \"Nà\""), std::int64_t{1234567}, std::monostate{}}}};
}

void write_masts(const std::filesystem::path& path) {
  XlsxWriter writer(path);
  writer.add_sheet("Mục lục");
  writer.fill(writer.add_sheet("masts"), sheet_of_masts());
  writer.finish();
}

Table read_masts(const std::filesystem::path& path) {
  Problems problems;
  Table table = read_table(path, {{{"site_id"}, true}}, problems);
  CHECK(problems.text() == "");
  return table;
}

/// A part of the workbook as text.
std::string xml_part(const std::filesystem::path& path, const std::string& part) {
  VSILFILE* const file = VSIFOpenL(("/vsizip/{" + path.string() + "}/" + part).c_str(), "rb");
  REQUIRE(file != nullptr);
  std::string text(1 << 16, '\0');
  text.resize(VSIFReadL(text.data(), 1, text.size(), file));
  VSIFCloseL(file);
  return text;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("numbers of a workbook are numbers, texts are texts and no formulas") {
  const TemporaryFolder folder;
  write_masts(folder.path() / "w.xlsx");
  const Table table = read_masts(folder.path() / "w.xlsx");
  CHECK(table.columns == std::vector<std::string>{"site_id", "people", "share"});
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].values == std::vector<std::string>{"00123", "7", "0.5"});
  CHECK(table.rows[1].values == std::vector<std::string>{"=1+1", "", "-0.25"});
  CHECK(table.rows[2].values == std::vector<std::string>{"Bản <Lãm> & \"Nà\"", "1234567", ""});
  for (const TableRow& row : table.rows)
    CHECK_FALSE(is_number(row.kind_of(0)));
  CHECK(is_number(table.rows[0].kind_of(1)));
  CHECK(is_number(table.rows[0].kind_of(2)));
  CHECK_FALSE(holds(xml_part(folder.path() / "w.xlsx", "xl/worksheets/sheet2.xml"), "<f>"));
}

TEST_CASE("the header is bold, fixed and has filters; numbers are shown with the decimals that they have") {
  const TemporaryFolder folder;
  write_masts(folder.path() / "w.xlsx");
  const std::string sheet = xml_part(folder.path() / "w.xlsx", "xl/worksheets/sheet2.xml");
  CHECK(holds(sheet, "ySplit=\"1\""));
  CHECK(holds(sheet, "state=\"frozen\""));
  CHECK(holds(sheet, "<autoFilter ref=\"A1:C4\"/>"));
  CHECK(holds(sheet, "<c r=\"A1\" s=\"1\""));
  const std::string styles = xml_part(folder.path() / "w.xlsx", "xl/styles.xml");
  CHECK(holds(styles, "<b/>"));
  CHECK(holds(styles, "formatCode=\"0\""));
  CHECK(holds(styles, "formatCode=\"0.00\""));  // 0.500000 and -0.250000 need two
}

TEST_CASE("the same tables give the same bytes, without the time") {
  const TemporaryFolder folder;
  write_masts(folder.path() / "one.xlsx");
  write_masts(folder.path() / "two.xlsx");
  CHECK(bytes_of(folder.path() / "one.xlsx") == bytes_of(folder.path() / "two.xlsx"));
  CHECK(holds(xml_part(folder.path() / "one.xlsx", "docProps/core.xml"), "2000-01-01T00:00:00Z"));
}

TEST_CASE("a text too long for a cell is cut between two letters and says so") {
  const TemporaryFolder folder;
  std::string text;
  while (text.size() < 40'000)
    text += "ữ";
  XlsxWriter writer(folder.path() / "w.xlsx");
  writer.fill(writer.add_sheet("t"), {.columns = {{"site_id"}}, .rows = {{text}}});
  writer.finish();
  const std::string cut = read_masts(folder.path() / "w.xlsx").rows.at(0).values[0];
  CHECK(cut.size() > 32'000);
  CHECK(cut.size() <= 32'767);
  CHECK(cut.ends_with("ữ…"));
}

TEST_CASE("names of sheets that do not go, and more rows than there is room for, are refused") {
  const TemporaryFolder folder;
  XlsxWriter writer(folder.path() / "w.xlsx");
  const std::size_t sheet = writer.add_sheet("plan_steps");
  CHECK_THROWS_AS(writer.add_sheet("Plan_Steps"), std::invalid_argument);
  CHECK_THROWS_AS(writer.add_sheet("plan/steps"), std::invalid_argument);
  CHECK_THROWS_AS(writer.add_sheet(std::string(workbook::kMostNameCharacters + 1, 'a')), std::invalid_argument);
  OutputTable long_table{.columns = {{"a"}}, .rows = {}};
  long_table.rows.resize(workbook::kMostRows + 1, {std::monostate{}});
  CHECK_THROWS_AS(writer.fill(sheet, long_table), std::invalid_argument);
}

TEST_CASE("a workbook that is not finished leaves nothing behind, one that cannot be written says so") {
  const TemporaryFolder folder;
  { XlsxWriter(folder.path() / "w.xlsx").add_sheet("a"); }
  CHECK(std::filesystem::is_empty(folder.path()));
  CHECK_THROWS_WITH_AS(XlsxWriter(folder.path() / "none/w.xlsx"), doctest::Contains("w.xlsx: cannot be written"),
                       MachineError);
}

TEST_CASE("what a process that was killed has left of a workbook goes with the next one") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "tables.xlsx";
  std::filesystem::create_directories(path.string() + ".rows.part");
  std::ofstream(path.string() + ".rows.part/tmp.abc") << "rows";
  write_masts(path);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
