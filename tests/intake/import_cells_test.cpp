#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/intake/imported.h"

using namespace phusong;
using namespace phusong::intake;
using namespace phusong::tests;

namespace {

using Texts = std::vector<std::string>;

const ImportOptions kCellOptions{.kind = ImportKind::kCells};

/// A row of a mast's cells that lacks nothing but what a test is about.
std::string cell_rows(const std::string& header, const std::vector<std::string>& rows) {
  std::string text = fmt::format("Mã cell;Mã trạm;Băng thông;Độ cao anten (m);Công suất (W);Độ lợi (dBi);{}\n", header);
  for (std::size_t i = 0; i < rows.size(); ++i)
    text += fmt::format("C{};A1;10;40;20;17;{}\n", i, rows[i]);
  return text;
}

}  // namespace

TEST_CASE("channel numbers become frequencies by the technology of the row") {
  const ImportedTable table =
      imported(cell_rows("Công nghệ;ARFCN", {"GSM;62", "UMTS;10700", "LTE;1575", "5G;640000"}), kCellOptions);
  CHECK(values_of(table, "technology") == Texts{"2G", "3G", "4G", "5G"});
  CHECK(values_of(table, "frequency_mhz") == Texts{"947.4", "2140", "1842.5", "3600"});
  CHECK(values_of(table, "ARFCN") == Texts{"62", "10700", "1575", "640000"});
  CHECK(values_of(table, "tx_power_dbm") == Texts{"43.01", "43.01", "43.01", "43.01"});
}

TEST_CASE("a numbering says the technology where the row does not, and contradicts another") {
  const ImportedTable table = imported(cell_rows("Công nghệ;EARFCN", {";1575", "3G;1575"}), kCellOptions);
  CHECK(values_of(table, "technology") == Texts{"4G"});
  CHECK(account_of(table).back() == "3 refused earfcn: '1575' → ''; an EARFCN stands beside the technology 3G");
}

TEST_CASE("a number of no downlink channel is refused with the ranges") {
  const ImportedTable table = imported(cell_rows("Công nghệ;EARFCN", {"4G;18300", "4G;300"}), kCellOptions);
  CHECK(values_of(table, "frequency_mhz") == Texts{"2140"});
  CHECK(account_of(table).front().find("allowed: 1: 0 … 599, 3: 1200 … 1949") != std::string::npos);
}

TEST_CASE("the name of a band gives way to the channel, another frequency does not") {
  const ImportedTable table = imported(
      cell_rows("Công nghệ;Tần số;EARFCN", {"4G;1800;1575", "4G;1842.5;1575", "4G;2100;1575", "4G;1.8 GHz;1575"}),
      kCellOptions);
  CHECK(values_of(table, "frequency_mhz") == Texts{"1842.5", "1842.5", "1842.5"});
  CHECK(table.rows_refused == 1);
}

TEST_CASE("sectors become rows with identifiers of their own") {
  const ImportedTable table =
      imported(cell_rows("Công nghệ;Tần số;Azimuth", {"4G;1842,5;0/120/240", "4G;1842,5;Omni"}), kCellOptions);
  CHECK(values_of(table, "cell_id") == Texts{"C0-1", "C0-2", "C0-3", "C1"});
  CHECK(values_of(table, "azimuth_deg") == Texts{"0", "120", "240", ""});
  CHECK(table.rows_read == 2);
  CHECK(table.rows_written == 4);
}

TEST_CASE("a row that has no identifier of a cell gets one of site, technology and number") {
  const ImportedTable table = imported(
      "Mã trạm;Công nghệ;Tần số;Băng thông;Độ cao "
      "anten;EIRP;Azimuth\nA1;LTE;1842,5;20;40;60;0/120\nA1;GSM;947,4;;40;56;\n",
      kCellOptions);
  CHECK(values_of(table, "cell_id") == Texts{"A1-4G-1", "A1-4G-2", "A1-2G-1"});
}

TEST_CASE("cells are checked as a scenario checks them, but for their masts") {
  const ImportedTable table = imported(
      "Mã cell;Mã trạm;Công nghệ;Tần số;Băng thông;Độ cao anten;Công suất (dBm);Độ lợi (dBi)\n"
      "C1;A1;4G;1842.5;;40;43;17\nC2;A1;2G;947.4;;40;43;\nC3;A1;2G;947.4;;40;43;17\n",
      kCellOptions);
  CHECK(values_of(table, "cell_id") == Texts{"C3"});
  const Texts account = account_of(table);
  REQUIRE(account.size() == 2);
  CHECK(account[0].find("2 refused bandwidth_mhz") == 0);
  CHECK(account[1].find("3 refused antenna_gain_dbi") == 0);
}
