#include "gis/dbf_scan.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace phusong::gis;

namespace {

struct Described {
  char type;
  int size;
};

std::string bytes_of_number(std::size_t value, std::size_t count) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i, value /= 256)
    bytes += static_cast<char>(value % 256);
  return bytes;
}

/// A dBase III table; each record begins with its mark.
std::string dbf(const std::vector<Described>& fields, const std::vector<std::string>& records) {
  std::string descriptions;
  for (const auto& [type, size] : fields)
    descriptions += std::string(11, 'x') + type + std::string(4, '\0') +
                    bytes_of_number(static_cast<std::size_t>(size), 2) + std::string(14, '\0');
  std::string bytes = "\x03" + std::string(3, 'd') + bytes_of_number(records.size(), 4) +
                      bytes_of_number(32 + descriptions.size() + 1, 2) +
                      bytes_of_number(records.empty() ? 1 : records[0].size(), 2) + std::string(20, '\0');
  bytes += descriptions + "\r";
  for (const std::string& record : records)
    bytes += record;
  return bytes + "\x1A";
}

}  // namespace

TEST_CASE("numeric fields that hold no number are found with their row, column and text") {
  const DbfScan scan = scan_dbf(dbf({{'C', 4}, {'N', 5}, {'F', 8}},  //
                                    {" a***   12  1e+002",           //
                                     " b   *****  1.5   ",           //
                                     "*c   *************",           //
                                     " d   1,5  +7      ",           //
                                     std::string(" e   12\0\0\0      x ", 18)}));
  REQUIRE(scan.other_than_numbers.size() == 3);
  CHECK(scan.other_than_numbers[0].row == 1);
  CHECK(scan.other_than_numbers[0].column == 1);
  CHECK(scan.other_than_numbers[0].text == "*****");
  CHECK(scan.other_than_numbers[1].row == 3);
  CHECK(scan.other_than_numbers[1].text == "1,5");
  CHECK(scan.other_than_numbers[2].row == 4);
  CHECK(scan.other_than_numbers[2].column == 2);
  CHECK_FALSE(scan.utf8_text);
}

TEST_CASE("all forms of numbers that writers of dBase tables use are numbers") {
  for (const char* const number :
       {"12", "-12", "+12", "12.", ".5", "-.5", "1.0E+002", "1e-5", "0012", "1e-400", "   "}) {
    CAPTURE(number);
    CHECK(scan_dbf(dbf({{'N', 9}}, {fmt::format(" {:<9}", number)})).other_than_numbers.empty());
  }
}

TEST_CASE("texts that are UTF-8 are counted by rows, also where the field cuts a letter in two") {
  const DbfScan scan = scan_dbf(dbf({{'C', 7}, {'C', 7}},  //
                                    {" abc    abc    ",    //
                                     " Bản  Bản  ",        //
                                     " abcde\xE1\xBAH\xC3\xB2"
                                     "a   ",
                                     " B\xE1n    M\xFCnch  "}));
  REQUIRE(scan.utf8_text);
  CHECK(scan.utf8_text->row == 1);
  CHECK(scan.utf8_text->column == 0);
  CHECK(scan.utf8_text->text == "Bản");
  CHECK(scan.utf8_rows == 2);
}

TEST_CASE("nothing is found in what is cut off or no dBase table") {
  const std::string whole = dbf({{'N', 5}}, {" *****", " *****"});
  for (std::size_t size = 0; size <= whole.size(); ++size)
    CHECK(scan_dbf(whole.substr(0, size)).other_than_numbers.size() <= 2);
  CHECK(scan_dbf(whole).other_than_numbers.size() == 2);
  CHECK(scan_dbf(std::string(100, '\xFF')).other_than_numbers.empty());
}
