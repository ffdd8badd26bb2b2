#include "sim/report/plan/station_tables.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "../table_values.h"
#include "sim/scenario/cell_columns.h"
#include "sim/scenario/sites_table.h"
#include "tiny_plan.h"

using namespace phusong;
using namespace phusong::report;
using tests::is_nothing;
using tests::number;
using tests::text;
using tests::value;
using tests::whole;

namespace {

bool is_known(const std::string& name, const std::vector<scenario::Column>& columns) {
  return std::ranges::find(columns, name, &scenario::Column::name) != columns.end();
}

}  // namespace

TEST_CASE("new sites and cells have columns that the tables are read by") {
  const tests::TinyPlan tiny = tests::tiny_station_plan();
  scenario::SiteFields site;
  for (const gis::Column& column : new_site_table(tiny.data()).columns) {
    CAPTURE(column.name);
    CHECK(is_known(column.name, site_columns(site)));
  }
  scenario::CellFields cell;
  for (const gis::Column& column : new_cell_table(tiny.data()).columns) {
    CAPTURE(column.name);
    CHECK((is_known(column.name, cell_columns(cell)) || column.name == "vendor"));
  }
}

TEST_CASE("every column of the sites table comes back with a new site, but for where it stands in metres") {
  const gis::OutputTable table = new_site_table(tests::tiny_station_plan().data());
  scenario::SiteFields site;
  for (const scenario::Column& column : site_columns(site)) {
    CAPTURE(column.name);
    CHECK((column.name == "x_m" || column.name == "y_m" ||
           std::ranges::find(table.columns, column.name, &gis::Column::name) != table.columns.end()));
  }
}

TEST_CASE("new masts and relays are sites, each with its position") {
  const tests::TinyPlan tiny = tests::tiny_station_plan();
  const gis::OutputTable table = new_site_table(tiny.data());
  REQUIRE(table.rows.size() == 2);
  CHECK(text(table, 0, "site_id") == "N-H2-30m");
  CHECK(text(table, 1, "site_id") == "K1");
  REQUIRE(new_site_positions(tiny.data()).size() == 2);
  CHECK(new_site_positions(tiny.data())[0].lon_deg == number(table, 0, "lon_deg").value);
}

TEST_CASE("an upgraded mast is its row of the sites table, with what is added and its pass-through columns") {
  const gis::OutputTable table = upgrade_table(tests::tiny_station_plan().data());
  REQUIRE(table.rows.size() == 1);
  CHECK(text(table, 0, "site_id") == "S1");
  CHECK(text(table, 0, "operator") == "Viettel");
  CHECK(text(table, 0, "technologies_added") == "4G");
  CHECK(text(table, 0, "cells_site_id") == "S1-new");
  CHECK(text(table, 0, "land") == "leased");
}

TEST_CASE("a new cell has every value written out, those of its equipment included") {
  const tests::TinyPlan tiny = tests::tiny_station_plan();
  const scenario::Equipment& equipment = tiny.scenario.plan_tables.equipment[0];
  const gis::OutputTable table = new_cell_table(tiny.data());
  REQUIRE(table.rows.size() == 2);
  CHECK(text(table, 0, "cell_id") == "N-H2-30m-4G-1");
  CHECK(text(table, 0, "site_id") == "N-H2-30m");
  CHECK(text(table, 0, "technology") == "4G");
  CHECK(number(table, 0, "frequency_mhz").value == 1842.5);
  CHECK(number(table, 0, "azimuth_deg").value == 120.0);
  CHECK(number(table, 0, "tx_power_dbm").value == equipment.tx_power_dbm);
  CHECK(number(table, 0, "antenna_gain_dbi").value == equipment.antenna_gain_dbi);
  CHECK(number(table, 0, "reference_power_offset_db").value == -30.79);
  CHECK(whole(table, 0, "voice") == 1);
  CHECK(whole(table, 0, "exempt") == 0);
  CHECK(text(table, 0, "vendor") == "Acme");
}

TEST_CASE("an omnidirectional cell has no azimuth") {
  const gis::OutputTable table = new_cell_table(tests::tiny_station_plan().data());
  CHECK(is_nothing(value(table, 1, "azimuth_deg")));
  CHECK(is_nothing(value(table, 1, "vendor")));
}

TEST_CASE("fibre adds no site, no upgrade and no cell") {
  const tests::TinyPlan tiny = tests::tiny_broadband_plan();
  CHECK(new_site_table(tiny.data()).rows.empty());
  CHECK(upgrade_table(tiny.data()).rows.empty());
  CHECK(new_cell_table(tiny.data()).rows.empty());
  CHECK(new_site_positions(tiny.data()).empty());
}
