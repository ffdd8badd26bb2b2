#include <doctest/doctest.h>

#include "../../gis/temporary_folder.h"
#include "sim/report/sunset/new_cells_table.h"
#include "sim/report/sunset/schedule_table.h"
#include "sim/report/sunset/sunset_files.h"
#include "sim/report/sunset/sweep_table.h"
#include "tests/report/sunset/tiny_outcome.h"
#include "tests/report/table_values.h"

using namespace phusong;
using tests::TinyOutcome;

TEST_CASE("schedule.csv has the steps in the order of the outcome, with visits and costs") {
  const TinyOutcome tiny;
  const gis::OutputTable table = report::schedule_table(tiny.network, tiny.outcome);
  REQUIRE(table.rows.size() == 3);
  CHECK(tests::text(table, 0, "action") == "swap_on");
  CHECK(tests::text(table, 0, "cell_id") == "S1-swap");
  CHECK(tests::text(table, 1, "action") == "off");
  CHECK(tests::text(table, 1, "site_id") == "S0");
  CHECK(tests::text(table, 1, "operator") == "A");
  CHECK(tests::text(table, 2, "action") == "refarm_on");
  CHECK(tests::whole(table, 2, "period") == 2);
  CHECK(tests::whole(table, 2, "visit_site") == 0);
  CHECK(tests::number(table, 2, "cost_million_vnd").value == 600.0);
}

TEST_CASE("guard.csv says where a cell blocks a carrier, and until when") {
  TinyOutcome tiny;
  tiny.outcome.guard.push_back(tiny.outcome.guard.front());
  tiny.outcome.guard.back().clear_from_period = 2;
  const gis::OutputTable table = report::guard_table(tiny.network, tiny.outcome);
  REQUIRE(table.rows.size() == 2);
  CHECK(tests::text(table, 0, "carrier") == "C0-4G");
  CHECK(tests::text(table, 0, "blocking_cell") == "C2");
  CHECK(tests::text(table, 0, "hamlet_id") == "H1");
  CHECK(tests::whole(table, 0, "point") == 3);
  CHECK(tests::number(table, 0, "level_dbm").value == -90.126);
  CHECK(tests::is_nothing(tests::value(table, 0, "clear_from_period")));
  CHECK(tests::whole(table, 1, "clear_from_period") == 2);
}

TEST_CASE("new_cells.csv has the cells that go on, with their period and their pass-through columns") {
  const TinyOutcome tiny;
  const gis::OutputTable table = report::new_cells_table(tiny.network, tiny.outcome);
  REQUIRE(table.rows.size() == 2);
  CHECK(tests::text(table, 0, "cell_id") == "S1-swap");
  CHECK(tests::whole(table, 0, "on_period") == 1);
  CHECK(tests::text(table, 1, "cell_id") == "C0-4G");
  CHECK(tests::text(table, 1, "technology") == "4G");
  CHECK(tests::text(table, 1, "owner") == "VNPT");
}

TEST_CASE("new_cells.csv leaves the tilt empty where it is that of a pattern file's cut") {
  TinyOutcome tiny;
  for (network::Cell& cell : tiny.outcome.cells.cells) {
    cell.antenna.pattern = std::make_shared<const propagation::MsiPattern>();
    cell.antenna.electrical_tilt_deg = cell.cell_id == "C0-4G" ? 4.0 : 0.0;
  }
  const gis::OutputTable table = report::new_cells_table(tiny.network, tiny.outcome);
  CHECK(tests::is_nothing(tests::value(table, 0, "electrical_tilt_deg")));
  CHECK(tests::number(table, 1, "electrical_tilt_deg").value == 4.0);
  const TinyOutcome parametric;
  const gis::OutputTable without_file = report::new_cells_table(parametric.network, parametric.outcome);
  CHECK_FALSE(tests::is_nothing(tests::value(without_file, 0, "electrical_tilt_deg")));
}

TEST_CASE("a row of a sweep has the period, its quarter and the bounds; without a last period nothing") {
  TinyOutcome tiny;
  const report::SweepRow left = report::sweep_row("1", tiny.outcome);
  CHECK(left.cells_left_on == 1);
  CHECK_FALSE(left.last_cell_off_period);
  CHECK(left.quarter.empty());
  CHECK_FALSE(left.bound);
  tiny.finish();
  const report::SweepRow done = report::sweep_row("2", tiny.outcome);
  CHECK(done.last_cell_off_period == 2);
  CHECK(done.quarter == "2027-Q2");
  CHECK(done.bound == 1);
  const gis::OutputTable table = report::sweep_table("sunset.periods", {left, done});
  REQUIRE(table.rows.size() == 2);
  CHECK(tests::text(table, 0, "key") == "sunset.periods");
  CHECK(tests::is_nothing(tests::value(table, 0, "last_cell_off_period")));
  CHECK(tests::whole(table, 1, "last_cell_off_period") == 2);
  CHECK(tests::whole(table, 1, "handsets_subsidised") == 1234);
  const std::string text = report::sweep_text("sunset.periods", {left, done});
  CHECK(text.find("period  quarter  bound") != std::string::npos);
  CHECK(text.find(" 1       -        -      -      1      1234       1201.5\n") != std::string::npos);
  CHECK(text.find(" 2       2  2027-Q2      1      0      1234       1201.5\n") != std::string::npos);
}

TEST_CASE("the folder of a sunset has all its files, and hamlets and cells by period in them") {
  const TinyOutcome tiny;
  const tests::TemporaryFolder temporary;
  CHECK_FALSE(report::sunset_files_exist(temporary.path()));
  report::write_sunset_files(temporary.path(), tiny.network, tiny.outcome, {});
  CHECK(report::sunset_files_exist(temporary.path()));
  const std::filesystem::path folder = temporary.path() / "sunset";
  for (const char* const name : {"schedule.csv", "new_cells.csv", "guard.csv", "cells_by_period.qml"})
    CHECK(std::filesystem::exists(folder / name));
  const std::string hamlets = tests::bytes_of(folder / "hamlets_by_period.csv");
  CHECK(hamlets.find(",handsets_subsidised,handsets_subsidised_2g_only,handsets_subsidised_3g_only,"
                     "handsets_subsidised_4g_without_volte,2g_status,") != std::string::npos);
  CHECK(hamlets.find("H1,B,2,0.900000,0.500000,0.875000,0.250000,0.100000,0.200000,0.400000,7,4,2,1,white,hollow,"
                     "covered\n") != std::string::npos);
  const std::string cells = tests::bytes_of(folder / "cells_by_period.geojson");
  for (const char* const fate : {"goes", "exempt", "left", "stays", "refarmed", "swap"})
    CHECK(cells.find(std::string("\"") + fate + "\"") != std::string::npos);
  // C0 is on in period 1, until the first day of period 2, when its carrier starts; all others beyond period 3.
  CHECK(cells.find("\"goes\",\"begin\":\"2026-10-01\",\"end\":\"2027-04-01\"") != std::string::npos);
  CHECK(cells.find("\"refarmed\",\"begin\":\"2027-04-01\",\"end\":\"2027-10-01\"") != std::string::npos);
  CHECK(cells.find("2026-10-01") != std::string::npos);  // cells of before, from the quarter before period 1
  // QGIS 3.22 writes 0 for "include start, exclude end".
  CHECK(tests::bytes_of(folder / "cells_by_period.qml").find("limitMode=\"0\"") != std::string::npos);
  CHECK(cells.find("VNPT") != std::string::npos);
}

TEST_CASE("a cell that is never on air is not on the map") {
  TinyOutcome tiny;
  tiny.outcome.on_air[3].last = -1;
  const tests::TemporaryFolder temporary;
  report::write_sunset_files(temporary.path(), tiny.network, tiny.outcome, {});
  const std::string cells = tests::bytes_of(temporary.path() / "sunset" / "cells_by_period.geojson");
  CHECK(cells.find("\"stays\"") == std::string::npos);
}
