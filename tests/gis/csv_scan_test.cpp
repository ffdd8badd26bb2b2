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
        "t.csv:2: 3 fields where the header has 2; a decimal comma needs ';' between the fields\n"
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
  CHECK(scan("id,,x\n").problems.text() == "t.csv:1: column 2 has no name\n");
}

TEST_CASE("a header in the midst of the rows is a problem") {
  const Scanned scanned = scan("id,name\n1,a\nid,name\n2,b\n");
  CHECK(scanned.problems.text() == "t.csv:3: the header again\n");
  CHECK(scanned.content.rows.size() == 2);
}

TEST_CASE("quotes out of place are problems") {
  CHECK(scan("a,b\n1,\"open\n2,3\n").problems.text() == "t.csv:2: a quote is opened and never closed\n");
  CHECK(scan("a,b\n1,\"x\"y\n").problems.text() == "t.csv:2: text after a closing quote\n");
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
  for (const TableRow& row : scanned.content.rows)
    CHECK(row.values[1] ==
          "H\xC3\xB2"
          "a");
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
  CHECK(scan("id,name,,\n1,a,,x\n").problems.text() ==
        "t.csv:1: column 3 has no name\nt.csv:1: column 4 has no name\n");
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
