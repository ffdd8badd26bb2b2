#include <doctest/doctest.h>

#include <regex>
#include <string>

#include "gis/table.h"
#include "gis/workbook/date_formats.h"
#include "tests/gis/small_workbook.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong::gis;
using namespace phusong::tests;
using Fields = std::vector<std::string>;

namespace {

const TableWish kSheetWish = {{{"id"}, true}, {{"people"}, true}, {{"commune"}, false}};

struct Read {
  Problems problems;
  Table table;
};

/// What a workbook of these sheets is read as; "@" stands for its path in messages.
Read read(const std::vector<SmallSheet>& sheets, const std::string& after_sheets = "") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "w.xlsx";
  write_workbook(path, sheets, after_sheets);
  Read result;
  result.table = read_table(path, kSheetWish, result.problems);
  return result;
}

std::string problems_of(const Read& read) {
  return std::regex_replace(read.problems.text(), std::regex("[^ ]*/w[.]xlsx"), "@/w.xlsx");
}

const std::string kRows = text_row(1, {"id", "people"}) + text_row(2, {"A", "7"});

}  // namespace

TEST_CASE("the sheet of a workbook is the visible one that has the columns") {
  const Read hidden_first = read({{"2023", text_row(1, {"id", "people"}) + text_row(2, {"OLD", "1"}), "hidden"},
                                  {"Ghi chú", text_row(1, {"lời nói đầu"})},
                                  {"2024", kRows}});
  CHECK(problems_of(hidden_first) == "");
  REQUIRE(hidden_first.table.rows.size() == 1);
  CHECK(hidden_first.table.rows[0].values[0] == "A");
  CHECK(hidden_first.table.file.find("w.xlsx (sheet 2024)") != std::string::npos);
}

TEST_CASE("two sheets that have the columns are an error that names them") {
  CHECK(problems_of(read({{"2023", kRows}, {"2024", kRows}})) ==
        "@/w.xlsx: the sheets '2023', '2024' have the columns of the table: which is meant? (allowed: one such sheet: "
        "hide or remove the others)\n");
}

TEST_CASE("a sheet asked for by name is read, hidden or not, in whatever letter case") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "w.xlsx";
  write_workbook(path, {{"Trạm", kRows, "hidden"}, {"2024", kRows}});
  Problems problems;
  const Table table = read_table(path, TableRequest{.wish = kSheetWish, .sheet = "TRẠM"}, problems);
  CHECK(problems.empty());
  CHECK(table.file.ends_with("w.xlsx (sheet Trạm)"));
  CHECK(read_table(path, TableRequest{.wish = kSheetWish, .sheet = "2025"}, problems).rows.empty());
  CHECK(problems.text().find("sheet = '2025': there is none of that name (allowed: 'Trạm', '2024')") !=
        std::string::npos);
}

TEST_CASE("a workbook in which only a hidden sheet has the columns, or none, says so") {
  CHECK(problems_of(read({{"old", kRows, "veryHidden"}, {"new", text_row(1, {"x"})}}))
            .find("the hidden sheet 'old' has: show it if it is meant") != std::string::npos);
  CHECK(problems_of(read({{"a", text_row(1, {"id"})}, {"b", text_row(1, {"people"})}})) ==
        "@/w.xlsx: holds 2 sheets ('a', 'b'), and none has all columns of the table (allowed: id, people)\n");
}

TEST_CASE("a workbook of a header alone is a table without rows") {
  const Read header = read({{"S", text_row(1, {"id", "people"})}});
  CHECK(problems_of(header) == "");
  CHECK(header.table.columns == Fields{"id", "people"});
  CHECK(header.table.rows.empty());
}

TEST_CASE("title rows, formatted empty rows and an empty first column are passed over") {
  const Read titled =
      read({{"S", R"(<row r="1"><c r="B1" t="inlineStr"><is><t>Danh sách</t></is></c></row>)"
                  R"(<row r="3"><c r="B3" t="inlineStr"><is><t>id</t></is></c>)"
                  R"(<c r="C3" t="inlineStr"><is><r><t>peo</t></r><r><t>ple</t></r></is></c><c r="D3" s="1"/></row>)"
                  R"(<row r="4"><c r="B4" s="2"/><c r="C4" s="2"/></row>)"
                  R"(<row r="5"><c r="B5"><v>7</v></c><c r="C5"><v>12.5</v></c></row>)"}});
  CHECK(problems_of(titled) == "");
  CHECK(titled.table.columns == Fields{"id", "people"});
  REQUIRE(titled.table.rows.size() == 1);
  CHECK(titled.table.rows[0].row == 5);
  CHECK(titled.table.rows[0].values == Fields{"7", "12.5"});
  CHECK(titled.table.rows[0].kind_of(1) == CellKind::kNumber);
  CHECK(titled.table.notes.size() == 1);
}

TEST_CASE("a formula whose value is not stored is refused by its cell; one with a value, also an empty text, is not") {
  const std::string header = text_row(1, {"id", "people"});
  for (const char* const cell :
       {R"(<c r="B2"><f>1+1</f></c>)", R"(<c r="B2"><f>1+1</f><v></v></c>)", R"(<c r="B2" t="str"><f>A2</f></c>)",
        R"(<c r="B2"><f>1+1</f><v>undefined</v></c>)", R"(<c r="B2"><f>1+1</f><v/></c>)",
        R"(<c r="B2" t="s"><f>A1</f></c>)", R"(<c r="B2" t="s"><f>A1</f><v></v></c>)",
        R"(<c r="B2" t="b"><f>A1</f></c>)", R"(<c r="B2" t="d"><f>A1</f></c>)", R"(<c r="B2" t="e"><f>A1</f></c>)",
        R"(<c r="B2" t="inlineStr"><f>A1</f></c>)"}) {
    CAPTURE(cell);
    const Read refused =
        read({{"S", header + R"(<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c>)" + cell + "</row>"}});
    CHECK(problems_of(refused).find("@/w.xlsx (sheet S):2: 'B2': the cell holds a formula whose value is not stored") ==
          0);
    CHECK(refused.problems.all().size() == 1);
  }
  const Read stored = read({{"S", header + R"(<row r="2"><c r="A2" t="str"><f>"A"</f><v>A</v></c>)"
                                           R"(<c r="B2"><f>1+1</f><v>2</v></c></row>)"
                                           R"(<row r="3"><c r="A3" t="str"><f>"B"</f><v>B</v></c>)"
                                           R"(<c r="B3" t="str"><f>IF(1,"")</f><v></v></c></row>)"}});
  CHECK(problems_of(stored) == "");
  CHECK(stored.table.rows[0].values == Fields{"A", "2"});
  CHECK(stored.table.rows[1].values == Fields{"B", ""});
}

TEST_CASE("a workbook that asks to be computed when it is opened has placeholders where values are stored") {
  const std::string rows =
      text_row(1, {"id", "people", "commune"}) +
      R"(<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2"><f>7*2</f><v>0</v></c></row>)"
      R"(<row r="3"><c r="A3" t="inlineStr"><is><t>B</t></is></c><c r="B3"><v>5</v></c>)"
      R"(<c r="C3" t="str"><f>"x"</f><v></v></c></row>)"
      R"(<row r="4"><c r="A4" t="inlineStr"><is><t>C</t></is></c><c r="B4"><v>6</v></c></row>)";
  for (const char* const stale :
       {R"(<calcPr calcId="124519" fullCalcOnLoad="1"/>)", R"(<calcPr fullCalcOnLoad="true"/>)"}) {
    const Read placeholders = read({{"S", rows}}, stale);
    REQUIRE(placeholders.problems.all().size() == 2);
    CHECK(problems_of(placeholders).find("@/w.xlsx (sheet S):2: 'B2': the cell holds a formula") == 0);
    CHECK(placeholders.problems.all()[1].value == "C3");
    CHECK(placeholders.problems.all()[1].message.find("Excel, LibreOffice) and save it there") != std::string::npos);
    REQUIRE(placeholders.table.rows.size() == 1);
    CHECK(placeholders.table.rows[0].values[1] == "6");
  }
  for (const char* const current : {"", R"(<calcPr calcId="191029"/>)", R"(<calcPr fullCalcOnLoad="0"/>)"})
    CHECK(problems_of(read({{"S", rows}}, current)) == "");
}

TEST_CASE("the cells that an array formula fills have placeholders as its own has") {
  const std::string rows =
      text_row(1, {"id", "people"}) +
      R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="array" ref="B2:B3">D2:D3</f><v>0</v></c></row>)"
      R"(<row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>0</v></c></row>)"
      R"(<row r="4"><c r="A4"><v>3</v></c><c r="B4"><v>0</v></c></row>)";
  const Read placeholders = read({{"S", rows}}, R"(<calcPr fullCalcOnLoad="1"/>)");
  REQUIRE(placeholders.problems.all().size() == 2);
  CHECK(placeholders.problems.all()[0].value == "B2");
  CHECK(placeholders.problems.all()[1].value == "B3");
  CHECK(read({{"S", rows}}).table.rows.size() == 3);
}

TEST_CASE("whole numbers of many digits are written out in every format") {
  const std::string digits = "25000000000000100";
  const Read excel =
      read({{"S", text_row(1, {"id", "people"}) + R"(<row r="2"><c r="A2"><v>2.50000000000001E+16</v></c>)" +
                      "<c r=\"B2\"><v>" + digits + "</v></c></row>"}});
  CHECK(problems_of(excel) == "");
  CHECK(excel.table.rows.at(0).values == Fields{digits, digits});
}

TEST_CASE("a column without a name and without a value is passed over wherever it stands") {
  const std::string header = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" s="1"/>)"
                             R"(<c r="C1" t="inlineStr"><is><t>people</t></is></c></row>)";
  const Read spaced = read({{"S", header + R"(<row r="2"><c r="A2"><v>7</v></c><c r="C2"><v>12</v></c></row>)"}});
  CHECK(problems_of(spaced) == "");
  CHECK(spaced.table.columns == Fields{"id", "people"});
  CHECK(spaced.table.rows.at(0).values == Fields{"7", "12"});
  CHECK(spaced.table.rows.at(0).kinds.size() == 2);
  const Read used = read({{"S", header + R"(<row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>1</v></c></row>)"}});
  CHECK(problems_of(used) == "@/w.xlsx (sheet S):1: column 2 has no name\n");
}

TEST_CASE("a cell that holds an error is refused") {
  CHECK(problems_of(read({{"S", text_row(1, {"id", "people"}) +
                                    R"(<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><v>2</v></c></row>)"}})) ==
        "@/w.xlsx (sheet S):2: 'A2': the cell holds the error #N/A\n");
}

TEST_CASE("merged cells give their value to each of their rows, and are marked") {
  const Read merged = read({{"S",
                             text_row(1, {"id", "people", "commune"}) + text_row(2, {"A", "1", "Tả Lủng"}) +
                                 text_row(3, {"B", "2"}) + text_row(4, {"C", "3"}) + text_row(5, {"D", "4"}),
                             "", R"(<mergeCells count="1"><mergeCell ref="C2:C4"/></mergeCells>)"}});
  CHECK(problems_of(merged) == "");
  REQUIRE(merged.table.rows.size() == 4);
  CHECK(merged.table.rows[1].values[2] == "Tả Lủng");
  CHECK(merged.table.rows[2].values[2] == "Tả Lủng");
  CHECK(merged.table.rows[3].values[2] == "");
  CHECK(is_merged(merged.table.rows[0].kind_of(2)));
  CHECK(is_merged(merged.table.rows[2].kind_of(2)));
  CHECK_FALSE(is_merged(merged.table.rows[3].kind_of(2)));
}

TEST_CASE("dates of a workbook come in ISO 8601") {
  const Read dated =
      read({{"S", text_row(1, {"id", "people", "commune"}) +
                      R"(<row r="2"><c r="A2" s="1"><v>45352</v></c><c r="B2" s="3"><v>45352.3125</v></c>)"
                      R"(<c r="C2" s="2"><v>45352</v></c></row>)"}});
  CHECK(dated.table.rows.at(0).values == Fields{"2024-03-01", "2024-03-01T07:30:00", "45352"});
}

TEST_CASE("a number format is a date by its letters outside quotes, brackets and escapes") {
  using workbook::is_date_format;
  CHECK(is_date_format("dd/mm/yyyy"));
  CHECK(is_date_format("[$-42A]h:mm"));
  CHECK_FALSE(is_date_format("#,##0\\ \"đ\";[Red]-0.00"));
  CHECK_FALSE(is_date_format("0\\m"));
  CHECK_FALSE(is_date_format("General"));
  CHECK(is_date_format(14));
  CHECK_FALSE(is_date_format(2));
}

TEST_CASE("what is no workbook says so") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "w.xlsx";
  std::ofstream(path) << "id,people\n";
  Problems problems;
  CHECK(read_table(path, kSheetWish, problems).columns.empty());
  CHECK(problems.text().find("is no .xlsx workbook") != std::string::npos);
}

namespace {

/// An OpenDocument spreadsheet of these `table:table` elements; the style "off" hides a sheet.
Read read_ods(const std::string& tables) {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "w.ods";
  write_part("/vsizip/{" + path.string() + "}", "content.xml",
             R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
             R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
             R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
             R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>)"
             R"(<style:style style:name="off"><style:table-properties table:display="false"/></style:style>)"
             R"(</office:automatic-styles><office:body><office:spreadsheet>)" +
                 tables + "</office:spreadsheet></office:body></office:document-content>");
  Read result;
  result.table = read_table(path, kSheetWish, result.problems);
  return result;
}

std::string ods_text(const std::string& text, const std::string& more = "") {
  return R"(<table:table-cell office:value-type="string" )" + more + "><text:p>" + text +
         "</text:p></table:table-cell>";
}

std::string ods_number(const std::string& number) {
  return R"(<table:table-cell office:value-type="float" office:value=")" + number +
         R"("><text:p>x</text:p></table:table-cell>)";
}

const std::string kOdsHeader =
    "<table:table-row>" + ods_text("id") + ods_text("people") + ods_text("commune") + "</table:table-row>";

}  // namespace

TEST_CASE("an OpenDocument sheet is read as one of Excel: hidden sheets, merged cells, repeated empty rows, numbers") {
  const Read ods = read_ods(
      R"(<table:table table:name="2023" table:style-name="off">)" + kOdsHeader + "</table:table>" +
      R"(<table:table table:name="2024">)" + kOdsHeader + R"(<table:table-row table:number-rows-repeated="3">)" +
      R"(<table:table-cell table:number-columns-repeated="3"/></table:table-row>)" + "<table:table-row>" +
      ods_text("A") + ods_number("105.12000000000001") + ods_text("Tả Lủng", R"(table:number-rows-spanned="2")") +
      "</table:table-row>" + "<table:table-row>" + ods_text("B") + ods_number("7") +
      "<table:covered-table-cell/></table:table-row>" +
      R"(<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>)");
  CHECK(problems_of(ods) == "");
  REQUIRE(ods.table.rows.size() == 2);
  CHECK(ods.table.rows[0].row == 5);
  CHECK(ods.table.rows[0].values == Fields{"A", "105.12", "Tả Lủng"});
  CHECK(ods.table.rows[1].values == Fields{"B", "7", "Tả Lủng"});
  CHECK(ods.table.rows[1].kind_of(1) == CellKind::kNumber);
  CHECK(is_merged(ods.table.rows[1].kind_of(2)));
  CHECK(ods.table.file.find("w.ods (sheet 2024)") != std::string::npos);
}

TEST_CASE("an OpenDocument formula without its value is refused") {
  const Read ods = read_ods(R"(<table:table table:name="S">)" + kOdsHeader + "<table:table-row>" + ods_text("A") +
                            R"(<table:table-cell table:formula="of:=1+1"/></table:table-row></table:table>)");
  CHECK(ods.problems.text().find("w.ods (sheet S):2: 'B2': the cell holds a formula whose value is not stored") !=
        std::string::npos);
}

namespace {

/// The problems of an OpenDocument sheet with this cell at B2.
std::string ods_problems(const std::string& cell) {
  return read_ods(R"(<table:table table:name="S">)" + kOdsHeader + "<table:table-row>" + ods_text("A") + cell +
                  "</table:table-row></table:table>")
      .problems.text();
}

std::string ods_cell(const std::string& attributes, const std::string& shown) {
  return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
}

}  // namespace

TEST_CASE("an OpenDocument cell that shows the name of an error is one, whatever value is stored") {
  for (const char* const name : {"#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "Err:502", "Lỗi:502"}) {
    CAPTURE(name);
    for (const char* const attributes :
         {R"(table:formula="of:=1/0" office:value-type="float" office:value="0")",
          R"(office:value-type="percentage" office:value="0")",
          R"(table:formula="of:=[.A1]" office:value-type="string" office:string-value="")",
          R"(table:formula="of:=[.A1]" office:value-type="string")", R"(table:formula="of:=[.A1]")"}) {
      CAPTURE(attributes);
      CHECK(ods_problems(ods_cell(attributes, name))
                .find(std::string("w.ods (sheet S):2: 'B2': the cell holds the error ") + name) != std::string::npos);
    }
  }
}

TEST_CASE("an OpenDocument cell is no error by a number or a text that only looks a little like one") {
  const std::string number = R"(table:formula="of:=1" office:value-type="float" office:value="5")";
  for (const char* const shown : {"5", "#5", "5 #", "12:500", "0 %", "-", "Kênh 5"})
    CHECK(ods_problems(ods_cell(number, shown)) == "");
  CHECK(ods_problems(ods_cell(R"(office:value-type="string")", "#N/A")) == "");
  CHECK(ods_problems(ods_cell(R"(table:formula="of:=1" office:value-type="string" office:string-value="ô:502")",
                              "ô:502")) == "");
}

TEST_CASE("an OpenDocument formula of any type without its value is refused") {
  for (const char* const type : {"float", "percentage", "currency", "date", "boolean"}) {
    CHECK(ods_problems(ods_cell(std::string(R"(table:formula="of:=1" office:value-type=")") + type + "\"", ""))
              .find("'B2': the cell holds a formula whose value is not stored") != std::string::npos);
  }
}

TEST_CASE("an OpenDocument number of many digits is written out") {
  const Read ods = read_ods(R"(<table:table table:name="S">)" + kOdsHeader + "<table:table-row>" + ods_text("A") +
                            ods_number("2.50000000000001E+016") + "</table:table-row></table:table>");
  CHECK(ods.table.rows.at(0).values[1] == "25000000000000100");
}
