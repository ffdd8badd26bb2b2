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
      "anten;EIRP (dBm);Azimuth\nA1;LTE;1842,5;20;40;60;0/120\nA1;GSM;947,4;;40;56;\n",
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

TEST_CASE("a power whose unit nobody tells is refused with the ways out, which help") {
  const std::string header = "Mã cell;Mã trạm;Công nghệ;Tần số;Độ cao anten;Độ lợi;Công suất\n";
  const std::string text = header + "C1;A1;2G;947,4;40;17;20\nC2;A1;2G;947,4;40;17;20 W\nC3;A1;2G;947,4;40;17;43 dBm\n";
  const ImportedTable table = imported(text, kCellOptions);
  CHECK(values_of(table, "tx_power_dbm") == Texts{"43.01", "43"});
  CHECK(account_of(table).front() ==
        "2 refused tx_power_dbm: '20' → ''; the unit of 'Công suất' is not told: --map \"Công suất=tx_power_dbm\" or "
        "--map \"Công suất=tx_power_w\"");
  ImportOptions watts = kCellOptions, decibels = kCellOptions;
  watts.maps = {{"Công suất", "tx_power_w"}};
  decibels.maps = {{"Công suất", "tx_power_dbm"}};
  CHECK(values_of(imported(text, watts), "tx_power_dbm") == Texts{"43.01", "43.01", "43"});
  CHECK(values_of(imported(text, decibels), "tx_power_dbm") == Texts{"20", "43.01", "43"});
  ImportOptions of_all = kCellOptions;
  of_all.defaults = {{"tx_power_dbm", "46"}};
  CHECK(value_of(imported(header + "C1;A1;2G;947,4;40;17;\n", of_all), 0, "tx_power_dbm") == "46");
}

TEST_CASE("a power of one technology's column has the way out of that technology") {
  const std::string text = "Mã cell;Mã trạm;Tần số 2G;Độ cao anten;Độ lợi;Công suất 2G\nC1;A1;947,4;40;17;20\n";
  CHECK(account_of(imported(text, kCellOptions)).back().find("--map \"Công suất 2G=tx_power_w 2G\"") !=
        std::string::npos);
  ImportOptions watts = kCellOptions;
  watts.maps = {{"Công suất 2G", "tx_power_w 2G"}};
  CHECK(values_of(imported(text, watts), "tx_power_dbm") == Texts{"43.01"});
}

TEST_CASE("a tilt is taken apart where both kinds are told, and refused where neither is") {
  const ImportedTable table =
      imported(cell_rows("Công nghệ;Tần số;Tilt", {"2G;947.4;2+4", "2G;947.4;0", "2G;947.4;4", "2G;947.4;2,5+1°"}),
               kCellOptions);
  CHECK(values_of(table, "mechanical_tilt_deg") == Texts{"2", "", "2.5"});
  CHECK(values_of(table, "electrical_tilt_deg") == Texts{"4", "", "1"});
  CHECK(values_of(table, "Tilt") == Texts{"2+4", "0", "2,5+1°"});
  CHECK(table.rows_refused == 1);
  const ImportedTable turned = imported(cell_rows("Công nghệ;Tần số;Tilt (điện + cơ)", {"2G;947.4;2+4"}), kCellOptions);
  CHECK(values_of(turned, "electrical_tilt_deg") == Texts{"2"});
  const ImportedTable beside = imported(cell_rows("Công nghệ;Tần số;Tilt;Tilt điện", {"2G;947.4;6;4"}), kCellOptions);
  CHECK(values_of(beside, "electrical_tilt_deg") == Texts{"4"});
}

TEST_CASE("marks between thousands of a channel number are no decimals, and a mark for none is none") {
  const ImportedTable table =
      imported(cell_rows("Công nghệ;Tần số;EARFCN", {"4G;;1.575", "4G;1842.5;-"}), kCellOptions);
  CHECK(values_of(table, "frequency_mhz") == Texts{"1842.5", "1842.5"});
}

TEST_CASE("a refused value stands in the account as in the source") {
  const ImportedTable table =
      imported(cell_rows("Công nghệ;Tần số;Góc mở ngang", {"2G;95 GHz;65", "2G;950 GHz;65"}), kCellOptions);
  CHECK(account_of(table).back().find("3 refused frequency_mhz: '950 GHz'") == 0);
}

TEST_CASE("a bandwidth may be told by its resource blocks") {
  const ImportedTable table = imported(
      "Cell;Site;Công nghệ;EARFCN;DlBandWidth;Độ cao anten;EIRP (dBm)\nC1;A1;4G;1575;CELL_BW_N100;40;60\n"
      "C2;A1;4G;1575;N6;40;60\n",
      kCellOptions);
  CHECK(values_of(table, "bandwidth_mhz") == Texts{"20", "1.4"});
  CHECK(values_of(table, "site_id") == Texts{"A1", "A1"});
}

TEST_CASE("an uplink and a channel number are no downlink frequency") {
  const ImportedTable table = imported(
      cell_rows("Công nghệ;Tần số", {"4G;1747.5", "2G;947.4", "2G;902.4", "4G;1800", "4G;1575"}), kCellOptions);
  CHECK(values_of(table, "frequency_mhz") == Texts{"947.4", "1800"});
  const Texts account = account_of(table);
  CHECK(account.front() ==
        "2 refused frequency_mhz: '1747.5' → ''; 1747.5 MHz is of an uplink; its downlink is 1842.5 MHz");
  CHECK(account.back().find("no band of 4G has 1575 MHz") != std::string::npos);
}

TEST_CASE("a row of a cell without identifier that is there twice is one cell") {
  const std::string row = "A1;4G;1842,5;20;40;60;0\n";
  const ImportedTable table = imported("Mã trạm;Công nghệ;Tần số;Băng thông;Độ cao anten;EIRP (dBm);Phương vị\n" + row +
                                           row + "A1;4G;1842,5;20;40;60;120\n",
                                       kCellOptions);
  CHECK(values_of(table, "cell_id") == Texts{"A1-4G-1", "A1-4G-2"});
  CHECK(values_of(table, "azimuth_deg") == Texts{"0", "120"});
  CHECK(account_of(table).at(0).find("2 changed") == 0);
  CHECK(table.rows_refused == 1);
}

TEST_CASE("all that is wrong with a row is told at once") {
  const ImportedTable table = imported(
      cell_rows("Công nghệ;Tần số;Phương vị;Tilt", {"4G;1747.5;0,120;4", "4G;1842.5;3 sector;0"}), kCellOptions);
  std::string account;
  for (const std::string& line : account_of(table))
    account += line.substr(0, line.find(':')) + "; ";
  CHECK(account == "2 refused azimuth_deg; 2 refused tilt; 2 refused frequency_mhz; 3 refused azimuth_deg; ");
}

TEST_CASE("a power of several antenna ports is that of one for 4G and 5G") {
  const ImportedTable table = imported(
      "Mã cell;Mã trạm;Công nghệ;Tần số;Băng thông;Độ cao anten;Độ lợi;Công suất (W)\n"
      "C1;A1;LTE;1842,5;20;40;17;2x40\nC2;A1;4G;1842,5;20;40;17;4 × 46 dBm\nC3;A1;3G;2140;5;40;17;2x20\n",
      kCellOptions);
  CHECK(values_of(table, "tx_power_dbm") == Texts{"46.02", "46"});
  CHECK(account_of(table).back() ==
        "4 refused tx_power_dbm: '2x20' → ''; '2x20': of several antenna ports, or of several carriers?");
}
