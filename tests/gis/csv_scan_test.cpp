#include "gis/csv_scan.h"

#include <doctest/doctest.h>

#include <string>

using namespace phusong::gis;
using Fields = std::vector<std::string>;

namespace {

struct Scanned {
  Problems problems;
  CsvContent content;
};

Scanned scan(const std::string& text) {
  Scanned result;
  result.content = scan_csv(text, "t.csv", result.problems);
  return result;
}

}  // namespace

TEST_CASE("a CSV row knows its physical line, also after a quoted line break") {
  const Scanned scanned = scan("id,note\n1,\"two\nlines\"\n\n2,\"say \"\"yes\"\"\"\r\n3, plain \r4,last");
  CHECK(scanned.problems.text() == "");
  CHECK(scanned.content.columns == Fields{"id", "note"});
  REQUIRE(scanned.content.rows.size() == 4);
  CHECK(scanned.content.rows[0].line == 2);
  CHECK(scanned.content.rows[0].fields == Fields{"1", "two\nlines"});
  CHECK(scanned.content.rows[1].line == 5);
  CHECK(scanned.content.rows[1].fields == Fields{"2", "say \"yes\""});
  CHECK(scanned.content.rows[2].line == 6);
  CHECK(scanned.content.rows[2].fields == Fields{"3", "plain"});
  CHECK(scanned.content.rows[3].line == 7);
}

TEST_CASE("a byte order mark is no part of the first column's name") {
  CHECK(scan("\xEF\xBB\xBFid;x\n1;2\n").content.columns == Fields{"id", "x"});
}

TEST_CASE("a decimal comma is a point in a ';' file") {
  const Scanned scanned = scan("id;lon;note\n1;105,25;a,b\n2;-0,5;1,2,3\n3;,5;x,5\n4;12.5;7,\n");
  CHECK(scanned.problems.text() == "");
  CHECK(scanned.content.rows[0].fields == Fields{"1", "105.25", "a,b"});
  CHECK(scanned.content.rows[1].fields == Fields{"2", "-0.5", "1,2,3"});
  CHECK(scanned.content.rows[2].fields == Fields{"3", ".5", "x,5"});
  CHECK(scanned.content.rows[3].fields == Fields{"4", "12.5", "7,"});
}

TEST_CASE("a decimal comma in a ',' file is named by its line") {
  const Scanned scanned = scan("id,lon\n1,105,25\n2,105.5\n3\n");
  CHECK(scanned.problems.text() ==
        "t.csv:2: 3 fields where the header has 2; a decimal comma needs ';' between the fields\n"
        "t.csv:4: 1 field where the header has 2\n");
  REQUIRE(scanned.content.rows.size() == 1);
  CHECK(scanned.content.rows[0].fields == Fields{"2", "105.5"});
}

TEST_CASE("a quoted comma stays text in a ',' file") {
  CHECK(scan("a,b\n\"1,5\",x\n").content.rows[0].fields == Fields{"1,5", "x"});
}

TEST_CASE("text that is not UTF-8 is named by its line") {
  const Scanned scanned = scan("id,name\n1,B\xE1n\n2,Bản\n");
  CHECK(scanned.problems.text() == "t.csv:2: not UTF-8 text\n");
  CHECK(scanned.content.rows.size() == 1);
  CHECK(scan(std::string("\xFF\xFEi\0d\0", 6)).problems.text() == "t.csv: is UTF-16, not UTF-8\n");
  CHECK(scan(std::string("id\n1\0002\n", 7)).problems.text() == "t.csv:2: not UTF-8 text\n");
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
