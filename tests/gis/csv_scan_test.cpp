#include "gis/csv_scan.h"

#include <doctest/doctest.h>

#include <string>

using namespace phusong::gis;
using Fields = std::vector<std::string>;

namespace {

struct Scanned {
  Problems problems;
  Table content;
};

Scanned scan(const std::string& text) {
  Scanned result;
  result.content = scan_csv(text, "t.csv", {}, result.problems);
  return result;
}

}  // namespace

TEST_CASE("a CSV row knows its physical line, also after a quoted line break") {
  const Scanned scanned = scan("id,note\n1,\"two\nlines\"\n\n2,\"say \"\"yes\"\"\"\r\n3, plain \r4,last");
  CHECK(scanned.problems.text() == "");
  CHECK(scanned.content.columns == Fields{"id", "note"});
  REQUIRE(scanned.content.rows.size() == 4);
  CHECK(scanned.content.rows[0].row == 2);
  CHECK(scanned.content.rows[0].values == Fields{"1", "two\nlines"});
  CHECK(scanned.content.rows[1].row == 5);
  CHECK(scanned.content.rows[1].values == Fields{"2", "say \"yes\""});
  CHECK(scanned.content.rows[2].row == 6);
  CHECK(scanned.content.rows[2].values == Fields{"3", "plain"});
  CHECK(scanned.content.rows[3].row == 7);
}

TEST_CASE("a byte order mark is no part of the first column's name") {
  CHECK(scan("\xEF\xBB\xBFid;x\n1;2\n").content.columns == Fields{"id", "x"});
}

TEST_CASE("fields of a ';' or tab separated file stay as they are written, and it is known which marks they show") {
  const Scanned scanned = scan("id;lon;note\n1;105,25;a,b\n2;-0,5;1,2,3\n3;,5;x,5\n4;7;7,\n");
  CHECK(scanned.problems.text() == "");
  CHECK(scanned.content.rows[0].values == Fields{"1", "105,25", "a,b"});
  CHECK(scanned.content.marks.comma_allowed);
  CHECK(scanned.content.marks.comma_seen);
  CHECK_FALSE(scanned.content.marks.point_seen);
  const Scanned tabs = scan("id\tlon\tnote\n1\t105.25\t\n2\t\t b c \n");
  CHECK(tabs.content.columns == Fields{"id", "lon", "note"});
  CHECK(tabs.content.rows[0].values == Fields{"1", "105.25", ""});
  CHECK(tabs.content.rows[1].values == Fields{"2", "", "b c"});
  CHECK(tabs.content.marks.comma_allowed);
  CHECK(tabs.content.marks.point_seen);
  CHECK_FALSE(scan("id,lon\n1,105.25\n").content.marks.comma_allowed);
}

TEST_CASE("three digits behind a mark show nothing of its meaning, unless a zero stands before it") {
  CHECK(number_form("1.000") == NumberForm::kGroupedPoint);
  CHECK(number_form("-12.345.678") == NumberForm::kGroupedPoint);
  CHECK(number_form("999,999") == NumberForm::kGroupedComma);
  CHECK(number_form("0.125") == NumberForm::kPoint);
  CHECK(number_form("1234.567") == NumberForm::kPoint);
  CHECK(number_form("1.00") == NumberForm::kPoint);
  CHECK(number_form("0,125") == NumberForm::kComma);
  CHECK(number_form("1.234,5") == NumberForm::kGroupedPointComma);
  CHECK(number_form("1,234.5") == NumberForm::kGroupedCommaPoint);
  CHECK(number_form("1.2.3") == NumberForm::kOther);
  CHECK(number_form("192.168.1.1") == NumberForm::kOther);
  CHECK(number_form("1000") == NumberForm::kOther);
  CHECK(number_form("") == NumberForm::kOther);
}

TEST_CASE("a decimal comma in a ',' file is named by its line") {
  const Scanned scanned = scan("id,lon\n1,105,25\n2,105.5\n3\n");
  CHECK(scanned.problems.text() ==
        "t.csv:2: 3 fields where the header has 2; a decimal comma needs ';' between the fields, and thousands are "
        "written without marks\n"
        "t.csv:4: 1 field where the header has 2\n");
  REQUIRE(scanned.content.rows.size() == 1);
  CHECK(scanned.content.rows[0].values == Fields{"2", "105.5"});
}

TEST_CASE("a quoted comma stays text in a ',' file") {
  CHECK(scan("a,b\n\"1,5\",x\n").content.rows[0].values == Fields{"1,5", "x"});
}

TEST_CASE("text that is not UTF-8 is named by its line") {
  const Scanned scanned = scan("id,name\n1,B\xE1n\n2,Bản\n");
  CHECK(scanned.problems.text() ==
        "t.csv:2: this line is not UTF-8; the file looks like ISO 8859-15: save it as UTF-8\n");
  CHECK(scanned.content.rows.size() == 1);
  CHECK(scan(std::string("\xFF\xFEi\0d\0", 6)).problems.text() == "t.csv: is UTF-16: save it as UTF-8\n");
  for (const std::string& text : {std::string("i\0d\0,\0x\0\n\0", 10), std::string("\0i\0d\0,\0x\0\n", 10)})
    CHECK(scan(text).problems.text() == "t.csv: is UTF-16: save it as UTF-8\n");
  CHECK(scan(std::string("id\n1\0002\n", 7)).problems.text().find("t.csv:2: this line is not UTF-8") == 0);
}

TEST_CASE("a column twice or without a name is a problem") {
  CHECK(scan("id,Name,name\n").problems.text() == "t.csv:1: name: the column is there twice\n");
  CHECK(scan("id,,x\n1,2,3\n").problems.text() == "t.csv:1: column 2 has no name\n");
}

TEST_CASE("a header in the midst of the rows is a problem") {
  const Scanned scanned = scan("id,name\n1,a\nid,name\n2,b\n");
  CHECK(scanned.problems.text() == "t.csv:3: the header again\n");
  CHECK(scanned.content.rows.size() == 2);
}

TEST_CASE("quotes out of place are problems") {
  CHECK(scan("a,b\n1,\"open\n2,3\n").problems.text() == "t.csv:2: a quote is opened and never closed\n");
  CHECK(scan("a,b\n1,\"x\"y\n").problems.text() == "t.csv:2: text after a closing quote\n");
  CHECK(scan("a,b\n1,105°20'53\"E\n").content.rows.at(0).values.at(1) == "105°20'53\"E");
  CHECK(scan("a,b\n1,5\" pipe\n").problems.text() == "t.csv:2: a quote inside a field that is not quoted\n");
}

TEST_CASE("a header alone is a table without rows, and nothing at all is a problem") {
  const Scanned header = scan("id,name\n");
  CHECK(header.problems.empty());
  CHECK(header.content.columns.size() == 2);
  CHECK(header.content.rows.empty());
  CHECK(scan("\n\n").problems.text() == "t.csv: is empty\n");
}

TEST_CASE("many lines that are not UTF-8 are one problem with their count") {
  std::string text = "id,name\n1,Bản\n";
  for (int i = 0; i < 403; ++i)
    text += "2,B\xE1n\n";
  const Scanned scanned = scan(text);
  CHECK(scanned.problems.text() ==
        "t.csv:3: 403 lines are not UTF-8, the first is 3; the file looks like ISO 8859-15: save it as UTF-8\n");
  CHECK(scan("id,name\n1,B\x92n\n").problems.text().find("looks like Windows-1258") != std::string::npos);
}

TEST_CASE("names come in one form: normalization form C without blanks at the ends") {
  const Scanned scanned = scan(
      "id,name\n1,Ho\xCC\x80"
      "a\n2,H\xC3\xB2"
      "a\xC2\xA0\n3,\"\xEF\xBB\xBFH\xC3\xB2"
      "a \xE2\x80\x8B\"\n");
  REQUIRE(scanned.content.rows.size() == 3);
  for (const TableRow& row : scanned.content.rows) {
    CHECK(row.values[1] ==
          "H\xC3\xB2"
          "a");
  }
}

TEST_CASE("rows and last columns that are empty throughout are passed over") {
  const Scanned scanned = scan("id,name,,\n1,a,,\n,,,\n2,b,,\n,,,\n");
  CHECK(scanned.problems.text() == "");
  CHECK(scanned.content.columns == Fields{"id", "name"});
  REQUIRE(scanned.content.rows.size() == 2);
  CHECK(scanned.content.rows[1].row == 4);
  CHECK(scanned.content.rows[1].values == Fields{"2", "b"});
  CHECK(scan("id,name\n1,a,,\n2,b,,\n").content.rows.size() == 2);
  CHECK(scan("id,name\n1,a,\n2,b\n").problems.text().find("t.csv:2: 3 fields where the header has 2") == 0);
  CHECK(scan("id,name,,\n1,a,,x\n").problems.text() == "t.csv:1: column 4 has no name\n");
}

TEST_CASE("a line sep= says what separates the fields, and is passed over with a note") {
  const Scanned scanned = scan("\xEF\xBB\xBFsep=;\r\nid;a,b,c\r\n1;2\r\n");
  CHECK(scanned.problems.text() == "");
  CHECK(scanned.content.columns == Fields{"id", "a,b,c"});
  CHECK(scanned.content.rows[0].row == 3);
  CHECK(scanned.content.notes ==
        std::vector<InputNote>{{.kind = InputNote::Kind::kSeparatorLine, .file = "t.csv", .names = ";"}});
  CHECK(scan("sep=,\nid,name\n1,a\n").content.columns == Fields{"id", "name"});
}

namespace {

const TableWish kWish = {{{"id", "ma"}, true}, {{"name"}, false}, {{"people"}, true}};

Scanned scan_for(const TableWish& wish, const std::string& text) {
  Scanned result;
  result.content = scan_csv(text, "folder/t.csv", wish, result.problems);
  return result;
}

}  // namespace

TEST_CASE("title rows above the header are passed over with a note") {
  const Scanned scanned = scan_for(kWish, "Danh sách thôn; bản; 2024\n\nMa;Name;People\n1;a;5\n");
  CHECK(scanned.problems.text() == "");
  CHECK(scanned.content.columns == Fields{"Ma", "Name", "People"});
  REQUIRE(scanned.content.rows.size() == 1);
  CHECK(scanned.content.rows[0].row == 4);
  REQUIRE(scanned.content.notes.size() == 1);
  CHECK(scanned.content.notes[0].kind == InputNote::Kind::kTitleRows);
  CHECK(scanned.content.notes[0].names.starts_with("Danh sách thôn"));
  CHECK(scanned.content.notes[0].count == 1);
}

TEST_CASE("rows of data above the header are a problem") {
  CHECK(scan_for(kWish, "1,a,5\nid,name,people\n2,b,6\n").problems.text() ==
        "folder/t.csv:1: stands above the header and is no title\n");
}

TEST_CASE("a table without a header is told so, with the columns that are needed") {
  CHECK(scan_for(kWish, "1,a,5\n2,b,6\n").problems.text() ==
        "folder/t.csv:1: '1, a, 5': the table has no header, or one of other names: no field of its first row is the "
        "name of a column "
        "(allowed: id (or ma), people)\n");
}

TEST_CASE("a column without a name and without a value is passed over, and others keep their places in messages") {
  const Scanned spaced = scan("id,,x\n1,,3\n2,,4\n");
  CHECK(spaced.problems.text() == "");
  CHECK(spaced.content.columns == Fields{"id", "x"});
  REQUIRE(spaced.content.rows.size() == 2);
  CHECK(spaced.content.rows[1].values == Fields{"2", "4"});
  CHECK(scan("id,,x,,y\n1,,3,4,5\n").problems.text() == "t.csv:1: column 4 has no name\n");
  CHECK(scan("id,,x\n1,\n2,,3\n").problems.text().find("t.csv:2: 2 fields where the header has 3") == 0);
}

TEST_CASE("a row under the header that numbers the columns is passed over with a note") {
  for (const char* const numbers : {"(1),(2),(3)", "[1],[2],[3]", "(1),,(2)", "( 1 ),(2),(3)"}) {
    CAPTURE(numbers);
    const Scanned scanned = scan_for(kWish, std::string("id,name,people\n") + numbers + "\nA,b,5\n");
    const bool is_exact = numbers[1] != ' ';
    REQUIRE(scanned.content.rows.size() == (is_exact ? 1 : 2));
    if (!is_exact) continue;
    CHECK(scanned.content.rows[0].row == 3);
    REQUIRE(scanned.content.notes.size() == 1);
    CHECK(scanned.content.notes[0].kind == InputNote::Kind::kNumberingRow);
    CHECK(scanned.content.notes[0].names.starts_with(numbers[0]));
  }
  for (const char* const others : {"(1),(2),(4)", "(2),(3),(4)", "(1),,", "(1),b,(3)", "(01),(02),(03)", "(),(),()"})
    CHECK(scan_for(kWish, std::string("id,name,people\n") + others + "\nA,b,5\n").content.rows.size() == 2);
  CHECK(scan_for(kWish, "id,name,people\nA,b,5\n(1),(2),(3)\n").content.rows.size() == 2);
}

TEST_CASE("bare numbers from 1 on number the columns where one of those holds words alone") {
  const std::string header = "id,name,people,x\n";
  CHECK(scan_for(kWish, header + "1,2,3,4\nA,b,5,6\nB,c,7,8\n").content.rows.size() == 2);
  CHECK(scan_for(kWish, header + "1,2,3,4\n7,8,5,6\n").content.rows.size() == 2);
  CHECK(scan_for(kWish, header + "1,2,3,4\n").content.rows.size() == 1);
  CHECK(scan_for(kWish, header + "1,b,3,4\nA,b,5,6\n").content.rows.size() == 2);
  CHECK(scan_for(kWish, "id,name,people\n1,2,3\nA,b,5\n").content.rows.size() == 2);
}

TEST_CASE("a file of another format under the name of a text is one problem that says what would help") {
  const auto only = [](const std::string& bytes) { return scan(bytes + "\"x\"y\"\n\xFF,\n").problems.text(); };
  CHECK(only("PK\x03\x04...xl/workbook.xml") == "t.csv: is no text but an Excel workbook: name it .xlsx\n");
  CHECK(only("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet") ==
        "t.csv: is no text but a LibreOffice workbook: name it .ods\n");
  CHECK(only("PK\x03\x04") == "t.csv: is no text but a zip archive: unpack it\n");
  CHECK(only("\xD0\xCF\x11\xE0").find("t.csv: is no text but an old Excel workbook") == 0);
  CHECK(only("SQLite format 3") == "t.csv: is no text but a GeoPackage or another database: name it .gpkg\n");
}

TEST_CASE("Vietnamese of Windows-1258 is told by its marks behind vowels and its crossed d") {
  const auto looks_like = [](const std::string& name, const char* encoding) {
    return scan("id,name\n1," + name + "\n").problems.text().find(std::string("looks like ") + encoding) !=
           std::string::npos;
  };
  CHECK(looks_like("X\xE3 B\x69\xCCnh H\xE0, Ta\xD2 Lu\xD2ng", "Windows-1258 (Vietnamese)"));
  CHECK(looks_like("Th\xF4n Khu\xF4\xD2i C\xE1p", "Windows-1258 (Vietnamese)"));
  CHECK(looks_like("Qu\xE2\xF2n Ba \xD0i\xEA\xECn", "Windows-1258 (Vietnamese)"));
  CHECK(looks_like("X\xE3 B\xECnh H\xE0", "ISO 8859-15"));
  CHECK(looks_like("M\xFCnchen, M\xE1laga", "ISO 8859-15"));
  CHECK(looks_like("L\xFD L\xF2 \x96 H\xE0", "Windows-1258 or Windows-1252"));
}

TEST_CASE("a header of two rows, groups above their columns, is one header") {
  const TableWish wish = {{{"id"}, true}, {{"lon"}, false}, {{"lat"}, false}, {{"height"}, false}};
  const Fields names = {"id", "lon", "lat", "height"};
  for (const char* const header :
       {"id;place;;height\n;lon;lat;\n", "title;;;\nid;place;;height\n;lon;lat;\n", "id;;;\n;lon;lat;height\n"}) {
    CAPTURE(header);
    const Scanned scanned = scan_for(wish, std::string(header) + "A;105;22;42\n");
    CHECK(scanned.problems.text() == "");
    REQUIRE(scanned.content.rows.size() == 1);
    CHECK(scanned.content.rows[0].values == Fields{"A", "105", "22", "42"});
    CHECK(scanned.content.columns == names);
  }
  const Scanned gap = scan_for(wish, "id;lon;lat;height\nA;;;\n");
  CHECK(gap.content.rows.size() == 1);
}
