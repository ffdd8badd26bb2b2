#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/intake/imported.h"

using namespace phusong;
using namespace phusong::intake;
using namespace phusong::tests;

namespace {

using Texts = std::vector<std::string>;

/// The cells of rows behind columns that no test here is about.
ImportedTable cells_of(const std::string& header, const Texts& rows) {
  std::string text = fmt::format("Mã trạm;Độ cao anten;EIRP (dBm);{}\n", header);
  for (std::size_t i = 0; i < rows.size(); ++i)
    text += fmt::format("A{};40;60;{}\n", i, rows[i]);
  return imported(text, {.kind = ImportKind::kCells});
}

/// "A0-2G-1 947.4, …": what cells came of it.
std::string cells_text(const ImportedTable& table) {
  std::string text;
  for (std::size_t i = 0; i < table.table.rows.size(); ++i) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", value_of(table, i, "cell_id"),
                        value_of(table, i, "frequency_mhz"));
  }
  return text;
}

void is_refused(const std::string& header, const std::string& row, const std::string& reason) {
  CAPTURE(row);
  const ImportedTable table = cells_of(header, {row});
  CHECK(table.rows_written == 0);
  const Texts account = account_of(table);
  REQUIRE(account.size() == 1);
  CHECK(account.front().find(reason) != std::string::npos);
}

}  // namespace

TEST_CASE("a row of several technologies is one row each, with its own carrier and bandwidth") {
  const ImportedTable table = cells_of("Công nghệ;Tần số;Băng thông", {"2G/3G/4G;947,4/2140/1842,5;-/5/20"});
  CHECK(cells_text(table) == "A0-2G-1 947.4, A0-3G-1 2140, A0-4G-1 1842.5");
  CHECK(values_of(table, "bandwidth_mhz") == Texts{"", "5", "20"});
  CHECK(table.rows_read == 1);
  CHECK(account_of(table)[0].find("carrier 1 of 3 of the row (2G, 3G, 4G)") != std::string::npos);
}

TEST_CASE("each technology has all sectors of its row") {
  const ImportedTable table =
      cells_of("Mã cell;Công nghệ;Kênh;Băng thông;Phương vị", {"C;2G/4G;62/1575;-/20;0/120/240"});
  CHECK(cells_text(table) == "C-2G-1 947.4, C-2G-2 947.4, C-2G-3 947.4, C-4G-1 1842.5, C-4G-2 1842.5, C-4G-3 1842.5");
  CHECK(values_of(table, "Kênh") == Texts{"62", "62", "62", "1575", "1575", "1575"});
}

TEST_CASE("a band named with the technology is the middle of its downlink where no carrier is given") {
  const ImportedTable table = cells_of("Công nghệ;Băng thông", {"GSM900, LTE1800;20"});
  CHECK(cells_text(table) == "A0-2G-1 947.5, A0-4G-1 1842.5");
  CHECK(values_of(table, "bandwidth_mhz") == Texts{"", "20"});
}

TEST_CASE("a row of one technology in several bands is one row each") {
  CHECK(cells_text(cells_of("Công nghệ;Băng tần;Băng thông", {"4G;1800/2100;20"})) == "A0-4G-1 1842.5, A0-4G-2 2140");
  CHECK(cells_text(cells_of("Công nghệ;EARFCN;Băng thông", {"4G;1575, 100;20"})) == "A0-4G-1 1842.5, A0-4G-2 2120");
  CHECK(cells_text(cells_of("Công nghệ;Băng thông", {"LTE1800/2100;20"})) == "A0-4G-1 1842.5, A0-4G-2 2140");
}

TEST_CASE("columns of technologies mark or count their cells") {
  const std::string header = "2G;3G;4G;Băng tần;Băng thông;Phương vị";
  CHECK(cells_text(cells_of(header, {"x;;x;900/1800;20;"})) == "A0-2G-1 947.5, A0-4G-1 1842.5");
  CHECK(cells_of(header, {"0;3;3;2100/1800;20;0/120/240"}).rows_written == 6);
  is_refused(header, "1;;2;900/1800;20;", "2 cells of 4G, and azimuths for 1 in the row");
  is_refused(header, "x;;tốt;900/1800;20;", "'tốt' is neither a mark (x, yes, no) nor a number of cells");
  is_refused("Công nghệ;2G;4G;Tần số;Băng thông", "3G/4G;x;x;900/1800;20",
             "the row's technology is 3G, 4G, and the columns mark 2G, 4G");
}

TEST_CASE("columns of one technology stand before those for all") {
  const ImportedTable table = cells_of("Tần số 2G;Tần số 4G (MHz);Phương vị 2G;Phương vị 4G;Băng thông 4G",
                                       {"947,4;1842,5;0/120;30;20", ";1842,5;;60;20"});
  CHECK(cells_text(table) == "A0-2G-1 947.4, A0-2G-2 947.4, A0-4G-1 1842.5, A1-4G-1 1842.5");
  CHECK(values_of(table, "azimuth_deg") == Texts{"0", "120", "30", "60"});
  CHECK(values_of(table, "bandwidth_mhz") == Texts{"", "", "20", "20"});
}

TEST_CASE("channel numbers of several numberings are a carrier each") {
  const ImportedTable table = cells_of("BCCH;UARFCN;EARFCN;Băng thông", {"62;10700;1575;20", "-;;1575;20", "62;;;"});
  CHECK(cells_text(table) == "A0-2G-1 947.4, A0-3G-1 2140, A0-4G-1 1842.5, A1-4G-1 1842.5, A2-2G-1 947.4");
  CHECK(values_of(table, "EARFCN") == Texts{"", "", "1575", "1575", ""});
}

TEST_CASE("sectors of 2G have a channel each") {
  const ImportedTable table = cells_of("BCCH;Phương vị", {"62/65/70;0/120/240"});
  CHECK(cells_text(table) == "A0-2G-1 947.4, A0-2G-2 948, A0-2G-3 949");
}

TEST_CASE("what cannot be told apart is refused with the reason, and the row as a whole") {
  is_refused("Công nghệ;Tần số;Băng thông", "2G/3G;900;5", "frequency_mhz has 1 of the values of 2 carriers");
  is_refused("Công nghệ;Tần số;Băng thông", "4G/5G;1842,5/3500;20", "bandwidth_mhz has 1 of the values of 2 carriers");
  is_refused("Công nghệ;Tần số;Băng thông", "2G/3G/4G;900/1800/2100;-/5/20", "1800 MHz is no carrier of 3G");
  is_refused("Công nghệ;Tần số;Băng thông", "4G;1842.5/1747.5;20", "1747.5 MHz is of an uplink");
  is_refused("Công nghệ;EARFCN;Băng thông", "LTE2100;1575;20", "the frequency is not one of band 'LTE2100'");
  is_refused("Công nghệ;Tần số;Băng thông;Phương vị;Tilt điện", "2G/3G/4G;900/2100/1800;20;0/120/240;2/3/4",
             "electrical_tilt_deg has 3 values: one per carrier, or one per sector?");
  is_refused("Công nghệ;Băng tần;Băng thông", "4G;thấp;20", "'thấp' names no band of 4G");
}
