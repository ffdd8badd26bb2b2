#include <doctest/doctest.h>

#include <algorithm>

#include "../gis/temporary_folder.h"
#include "sim/report/area_tables.h"
#include "sim/report/cell_values.h"
#include "sim/report/hamlet_tables.h"
#include "sim/report/point_tables.h"
#include "table_values.h"
#include "tiny_run.h"

using namespace phusong;
using namespace phusong::report;

using tests::is_nothing;
using tests::text;
using tests::value;
using tests::whole;

TEST_CASE("a hamlet's row has its input, then its verdicts") {
  const tests::TinyRun tiny;
  const gis::OutputTable table = hamlet_table(tiny.data());
  REQUIRE(table.rows.size() == 4);
  CHECK(text(table, 0, "hamlet_id") == "H1");
  CHECK(whole(table, 0, "population") == 100);
  CHECK(std::get<gis::Number>(value(table, 0, "lon_deg")).decimals == 2);
  CHECK(std::get<gis::Number>(value(table, 0, "4g_level_dbm")).value == -93.456);
  CHECK(std::get<gis::Number>(value(table, 0, "4g_level_dbm")).decimals == 2);
  CHECK(std::get<gis::Number>(value(table, 0, "4g_probability")).decimals == 6);
  CHECK(text(table, 0, "4g_best_cell") == "S1-4G-1");
  CHECK(text(table, 1, "4g_status") == "hollow");
  CHECK(text(table, 0, "status") == "covered");
  CHECK(whole(table, 0, "centre_covered") == 1);
  CHECK(table.columns.back().name == "cheapest_fix");
}

TEST_CASE("SINR and throughput stand after the technology's verdict, and throughput is one of 4G and 5G") {
  tests::TinyRun tiny;
  tiny.result.verdicts[1][0].by_technology[network::Technology::k4G].sinr_db = 12.98438;
  tiny.result.verdicts[1][0].by_technology[network::Technology::k4G].throughput_mbps = 47.34852;
  const gis::OutputTable table = hamlet_table(tiny.data());
  std::vector<std::string> names;
  for (const gis::Column& column : table.columns)
    names.push_back(column.name);
  const auto best_cell = std::ranges::find(names, "4g_best_cell");
  REQUIRE(names.end() - best_cell > 3);
  CHECK(best_cell[1] == "4g_sinr_db");
  CHECK(best_cell[2] == "4g_throughput_mbps");
  CHECK(best_cell[3] == "status");
  CHECK(std::ranges::count(names, "2g_sinr_db") == 1);
  CHECK(std::ranges::count(names, "2g_throughput_mbps") == 0);
  const auto number = [](const gis::OutputTable& of, std::size_t row, const char* column) {
    return std::get<gis::Number>(value(of, row, column));
  };
  CHECK(number(table, 0, "4g_sinr_db").value == 12.98438);
  CHECK(number(table, 0, "4g_throughput_mbps").value == 47.34852);
  CHECK(number(table, 0, "4g_throughput_mbps").decimals == 2);
  CHECK(is_nothing(value(table, 1, "4g_sinr_db")));
  const gis::OutputTable by_operator = hamlet_by_operator_table(tiny.data());
  CHECK(number(by_operator, 3, "sinr_db").value == 12.98438);
  CHECK(by_operator.columns.back().name == "throughput_mbps");
  CHECK(is_nothing(value(by_operator, 2, "throughput_mbps")));
}

TEST_CASE("without quality no table has a column of it") {
  tests::TinyRun tiny;
  tiny.scenario.options.coverage.quality = false;
  for (const gis::OutputTable& table : {hamlet_table(tiny.data()), hamlet_by_operator_table(tiny.data())}) {
    CHECK(std::ranges::none_of(table.columns, [](const gis::Column& column) {
      return column.name.ends_with("sinr_db") || column.name.ends_with("throughput_mbps");
    }));
    CHECK(std::ranges::all_of(table.rows, [&](const auto& row) { return row.size() == table.columns.size(); }));
  }
}

TEST_CASE("where no cell is in range level and best cell are empty and the probability is 0") {
  const tests::TinyRun tiny;
  const gis::OutputTable table = hamlet_table(tiny.data());
  CHECK(is_nothing(value(table, 2, "4g_level_dbm")));
  CHECK(is_nothing(value(table, 2, "4g_best_cell")));
  CHECK(std::get<gis::Number>(value(table, 2, "4g_probability")).value == 0.0);
  CHECK(text(table, 2, "4g_status") == "white");
  CHECK(text(table, 3, "4g_status") == "unknown");
  CHECK(is_nothing(value(table, 3, "4g_level_dbm")));
  CHECK(is_nothing(value(table, 3, "4g_probability")));
}

TEST_CASE("an input column that has the name of one of ours is kept beside it") {
  const tests::TinyRun tiny;
  const gis::OutputTable table = hamlet_table(tiny.data());
  CHECK(text(table, 0, "input_status") == "=1+1");
  CHECK(std::ranges::count(table.columns, std::string("status"), &gis::Column::name) == 1);
}

TEST_CASE("where the input left radius or handsets empty the value that was used is written") {
  tests::TinyRun tiny;
  network::Network& network = tiny.scenario.network;
  network.hamlet_columns.push_back({"radius_m", gis::ColumnType::kReal});
  network.hamlet_columns.push_back({"handsets", gis::ColumnType::kInteger});
  for (network::Hamlet& hamlet : network.hamlets)
    hamlet.input_values.insert(hamlet.input_values.end(), {"", ""});
  network.hamlets[0].handsets = 80;
  network.hamlets[1].input_values.end()[-2] = "250";
  const gis::OutputTable table = hamlet_table(tiny.data());
  CHECK(std::get<gis::Number>(value(table, 0, "radius_m")).value == 300.0);
  CHECK(whole(table, 0, "handsets") == 80);
  CHECK(std::get<gis::Number>(value(table, 1, "radius_m")).value == 250.0);
}

TEST_CASE("technologies that were not computed have no columns") {
  const tests::TinyRun tiny;
  const gis::OutputTable table = hamlet_table(tiny.data());
  CHECK(std::ranges::count(table.columns, std::string("2g_status"), &gis::Column::name) == 1);
  CHECK(std::ranges::count(table.columns, std::string("3g_status"), &gis::Column::name) == 0);
  CHECK(std::ranges::count(table.columns, std::string("5g_status"), &gis::Column::name) == 0);
}

TEST_CASE("the note says in the report's language why a verdict is unsure") {
  tests::TinyRun tiny;
  tiny.result.verdicts[1][0].only_by_gap_paths = true;
  CHECK(text(hamlet_table(tiny.data()), 3, "note") == "nằm ngoài dữ liệu địa hình");
  tiny.scenario.options.report.language = "en";
  const gis::OutputTable table = hamlet_table(tiny.data());
  CHECK(text(table, 3, "note") == "off the terrain");
  CHECK(text(table, 0, "note") == "covered only by paths over missing terrain");
  CHECK(is_nothing(value(table, 1, "note")));
}

TEST_CASE("every operator and technology has a row a hamlet") {
  const tests::TinyRun tiny;
  const gis::OutputTable table = hamlet_by_operator_table(tiny.data());
  REQUIRE(table.rows.size() == 4 * 2 * 2);
  CHECK(text(table, 1, "hamlet_id") == "H1");
  CHECK(text(table, 1, "operator") == "Viettel");
  CHECK(text(table, 1, "technology") == "4G");
  CHECK(text(table, 2, "operator") == "any");
}

TEST_CASE("points keep what is needed to take a verdict again") {
  const tests::TinyRun tiny;
  CHECK(std::get<gis::Number>(value(point_table(tiny.data()), 0, "weight")).value == 1.0);
}

TEST_CASE("levels at points are written row by row with 2 decimals") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder temporary;
  const auto path = temporary.path() / "point_levels.csv";
  const KeptLevels levels{tiny.data().coverage.point_levels, tiny.data().network().cells};
  write_point_levels(path, tiny.data().network().hamlets, {&levels, 1}, gis::CsvStyle::kComma);
  CHECK(tests::bytes_of(path) ==
        "\xEF\xBB\xBFhamlet_id,point,cell_id,loss_db,departure_deg,pattern_db,level_dbm,sigma_l_db\n"
        "H1,0,S1-4G-1,120.50,0.0000,0.00,-93.46,0.00\n");
}

TEST_CASE("communes and districts are added up for the main operator") {
  const tests::TinyRun tiny;
  const gis::OutputTable communes = commune_table(tiny.data());
  REQUIRE(communes.rows.size() == 2);
  CHECK(text(communes, 0, "district") == "Bắc");
  CHECK(whole(communes, 0, "hamlets") == 2);
  CHECK(whole(communes, 0, "4g_hamlets_covered") == 1);
  CHECK(whole(communes, 0, "target_hamlets_missing") == 1);
  const gis::OutputTable districts = district_table(tiny.data());
  CHECK(whole(districts, 1, "hamlets_white") == 1);
  CHECK(whole(districts, 1, "population") == 700);
}

TEST_CASE("an input number keeps the decimals that it was written with") {
  const auto number = [](const char* written) {
    return std::get<gis::Number>(input_value(written, gis::ColumnType::kReal));
  };
  CHECK(number("105.120").decimals == 3);
  CHECK(number("-7").decimals == 0);
  CHECK(std::get<std::string>(input_value("n/a", gis::ColumnType::kReal)) == "n/a");
  CHECK(std::get<std::string>(input_value("12a", gis::ColumnType::kInteger)) == "12a");
  CHECK(is_nothing(input_value("", gis::ColumnType::kReal)));
}
