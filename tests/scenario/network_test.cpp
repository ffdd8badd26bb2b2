#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "sim/scenario/scenario.h"
#include "sim/scenario/table_docs.h"
#include "tests/scenario/tiny_scenario.h"

using namespace phusong;
using phusong::tests::TinyScenario;

namespace {

scenario::Scenario load(const TinyScenario& tiny) {
  return scenario::load_scenario(tiny.write());
}

/// Adds a column at the end of the cells table with its values for the two cells.
void add_to_cells(TinyScenario& tiny, const std::string& column, const std::string& first, const std::string& second) {
  tiny.replace("cells.csv", "antenna_gain_dbi", "antenna_gain_dbi," + column);
  tiny.replace("cells.csv", "15.5\n", "15.5," + first + "\n");
  tiny.replace("cells.csv", "46,17\n", "46,17," + second + "\n");
}

using NoteKind = gis::InputNote::Kind;

bool has_note(const scenario::Scenario& scenario, NoteKind kind, const std::string& names) {
  return std::ranges::any_of(scenario.notes,
                             [&](const gis::InputNote& note) { return note.kind == kind && note.names == names; });
}

}  // namespace

TEST_CASE("a hamlet knows its commune of before the mergers, by any of the column's names, without a district") {
  for (const std::string name : {"commune_old", "xa_cu", "old_commune"}) {
    TinyScenario tiny;
    tiny.file("hamlets.csv") = "hamlet_id,commune," + name +
                               ",province,lon_deg,lat_deg,population\n"
                               "H1,Na Hang,Khau Tinh,Tuyên Quang,105.12,22.1,250\n"
                               "H2,Na Hang,,Tuyên Quang,105.08,22.08,180\n";
    const scenario::Scenario s = load(tiny);
    CHECK(s.network.hamlets[0].commune_old == "Khau Tinh");
    CHECK(s.network.hamlets[1].commune_old.empty());
    CHECK(s.network.hamlets[0].district.empty());
    CHECK(s.network.hamlet_columns[2].name == "commune_old");
  }
}

TEST_CASE("a scenario is read with its defaults filled in") {
  TinyScenario tiny;
  const scenario::Scenario s = load(tiny);
  CHECK(s.options.scenario.name == tiny.folder().filename().string());
  CHECK(s.options.scenario.title == s.options.scenario.name);
  REQUIRE(s.network.sites.size() == 1);
  CHECK(s.network.sites[0].status == network::SiteStatus::kExisting);
  CHECK(s.network.sites[0].backhaul == network::Backhaul::kFibre);
  CHECK(s.network.sites[0].row == 2);
  CHECK(s.network.operators == std::vector<std::string>{"Viettel"});
  REQUIRE(s.network.hamlets.size() == 2);
  CHECK(s.network.hamlets[0].radius_m == 300.0);
  CHECK(s.network.hamlets[0].handsets == 200);
  CHECK(s.network.hamlets[1].handsets == 144);
  CHECK(s.network.hamlets[1].lon_lat.lon_deg == 105.08);
  CHECK(s.inputs.size() == 4);
  CHECK(s.inputs[0].role == "terrain.elevation");
  CHECK(s.notes.empty());
}

TEST_CASE("a cell's EIRP is power and gain less feeder loss, or what is given as EIRP or ERP") {
  TinyScenario tiny;
  add_to_cells(tiny, "feeder_loss_db", "2", "");
  const scenario::Scenario s = load(tiny);
  CHECK(s.network.cells[0].eirp_dbm == doctest::Approx(56.5));
  CHECK(s.network.cells[1].eirp_dbm == doctest::Approx(63.0));
  CHECK(s.network.cells[0].reference_power_offset_db == 0.0);
  CHECK(s.network.cells[1].reference_power_offset_db == doctest::Approx(-10.0 * std::log10(1200.0)));

  TinyScenario erp;
  erp.file("cells.csv") =
      "cell_id,site_id,technology,frequency_mhz,antenna_height_agl_m,erp_dbm,eirp_dbm,feeder_loss_db\n"
      "A,S1,2G,947.5,40,55,,\nB,S1,3G,2140,40,,60,3\n";
  const scenario::Scenario radiated = load(erp);
  CHECK(radiated.network.cells[0].eirp_dbm == doctest::Approx(57.15));
  CHECK(radiated.network.cells[1].eirp_dbm == 60.0);
  CHECK(has_note(radiated, NoteKind::kFeederNotUsed, "B"));
}

TEST_CASE("an azimuth is turned from true to grid north, and none means omnidirectional") {
  TinyScenario tiny;
  const scenario::Scenario s = load(tiny);
  const network::Cell& sector = s.network.cells[0];
  const double convergence_deg = s.crs.convergence_deg(s.network.sites[0].lon_lat);
  CHECK(std::abs(convergence_deg) > 0.1);
  CHECK(sector.azimuth_true_deg == 90.0);
  CHECK(sector.antenna.azimuth_deg == doctest::Approx(90.0 - convergence_deg));
  CHECK(std::get<propagation::ParametricPattern>(sector.antenna.pattern).beamwidth_h_deg == 65.0);
  const network::Cell& omni = s.network.cells[1];
  CHECK_FALSE(omni.azimuth_true_deg.has_value());
  CHECK_FALSE(std::get<propagation::ParametricPattern>(omni.antenna.pattern).beamwidth_h_deg.has_value());
}

TEST_CASE("an antenna pattern file gives the gain where the table has none") {
  TinyScenario tiny;
  add_to_cells(tiny, "antenna_pattern", "a.msi", "");
  tiny.replace("cells.csv", "43,15.5", "43,");
  std::string text = "NAME test\nGAIN 16.0 dBi\nHORIZONTAL 360\n";
  for (int angle = 0; angle < 360; ++angle)
    text += std::to_string(angle) + " 1.0\n";
  text += "VERTICAL 360\n";
  for (int angle = 0; angle < 360; ++angle)
    text += std::to_string(angle) + " 2.0\n";
  tiny.file("a.msi") = text;
  const scenario::Scenario s = load(tiny);
  CHECK(s.network.cells[0].eirp_dbm == doctest::Approx(59.0));
  CHECK(s.network.cells[0].antenna.pattern.index() == 1);
  CHECK(s.inputs.back().role == "cells.antenna_pattern");

  tiny.replace("a.msi", "7 1.0", "7 loud");
  CHECK_THROWS_AS(load(tiny), gis::InputError);
}

TEST_CASE("a table states its own CRS, geographic or projected, and its datum is shifted") {
  // VN-2000 22.8 N, 105.0 E is WGS84 22.79903230, 105.00190815: some 223 m.
  TinyScenario geographic;
  geographic.replace("scenario.toml", "sites = ", "sites_crs = \"EPSG:4756\"\nsites = ");
  geographic.replace("sites.csv", "105.1,22.1", "105.0,22.8");
  const gis::LonLat shifted = load(geographic).network.sites[0].lon_lat;
  CHECK(shifted.lon_deg == doctest::Approx(105.00190815).epsilon(1e-9));
  CHECK(shifted.lat_deg == doctest::Approx(22.79903230).epsilon(1e-9));

  TinyScenario projected;
  projected.replace("scenario.toml", "sites = ", "sites_crs = \"EPSG:9209\"\nsites = ");
  projected.replace("sites.csv", "lon_deg,lat_deg", "x_m,y_m");
  projected.replace("sites.csv", "105.1,22.1", "479370.4,2594236.0");
  const network::Site site = load(projected).network.sites[0];
  CHECK(site.lon_lat.lon_deg == doctest::Approx(105.3).epsilon(1e-8));
  CHECK(site.lon_lat.lat_deg == doctest::Approx(23.45).epsilon(1e-8));
  CHECK(site.position.x_m == doctest::Approx(479370.4).epsilon(1e-8));
}

TEST_CASE("of degrees and metres a table may have one pair as a header alone") {
  TinyScenario degrees;
  degrees.replace("sites.csv", "lon_deg,lat_deg", "x_m,y_m,lon_deg,lat_deg");
  degrees.replace("sites.csv", "105.1,22.1", ",,105.1,22.1");
  const scenario::Scenario of_degrees = load(degrees);
  CHECK(of_degrees.network.sites[0].lon_lat.lon_deg == doctest::Approx(105.1));
  CHECK(of_degrees.notes.empty());

  TinyScenario metres;
  metres.replace("scenario.toml", "sites = ", "sites_crs = \"EPSG:9209\"\nsites = ");
  metres.replace("sites.csv", "lon_deg,lat_deg", "x_m,y_m,lon_deg,lat_deg");
  metres.replace("sites.csv", "105.1,22.1", "479370.4,2594236.0,,");
  CHECK(load(metres).network.sites[0].position.x_m == doctest::Approx(479370.4).epsilon(1e-8));

  metres.replace("scenario.toml", "sites_crs = \"EPSG:9209\"", "sites_crs = \"EPSG:4326\"");
  try {
    load(metres);
    FAIL("nothing thrown");
  } catch (const gis::InputError& error) {
    CHECK(error.problems().text().find("network.sites_crs must say in which projected CRS") != std::string::npos);
  }
}

TEST_CASE("east and north in the order of VN-2000 look swapped, and are said so") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "sites = ", "sites_crs = \"EPSG:9209\"\nsites = ");
  tiny.replace("sites.csv", "lon_deg,lat_deg", "x_m,y_m");
  tiny.replace("sites.csv", "105.1,22.1", "2444000,458700");
  try {
    load(tiny);
    FAIL("nothing thrown");
  } catch (const gis::InputError& error) {
    CHECK(error.problems().text().find("x_m and y_m look swapped") != std::string::npos);
  }
}

TEST_CASE("the points of a GeoJSON are positions") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "hamlets.csv", "hamlets.geojson");
  tiny.file("hamlets.geojson") =
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"hamlet_id":"H1","population":12,)"
      R"("colour":"red"},"geometry":{"type":"Point","coordinates":[105.12,22.1]}}]})";
  const scenario::Scenario s = load(tiny);
  REQUIRE(s.network.hamlets.size() == 1);
  CHECK(s.network.hamlets[0].lon_lat.lat_deg == 22.1);
  CHECK(s.network.hamlets[0].population == 12);
  CHECK(has_note(s, NoteKind::kColumnsCarried, "colour"));
}

TEST_CASE("all columns of the hamlets are passed through under their standard names") {
  TinyScenario tiny;
  tiny.file("hamlets.csv") =
      "Hamlet_ID;trưởng thôn;longitude;LAT;population\nH1;Lò Văn A;105,12;22,1;250\nH2;;105,08;22,08;180\n";
  const scenario::Scenario s = load(tiny);
  std::vector<std::string> names;
  for (const gis::Column& column : s.network.hamlet_columns)
    names.push_back(column.name);
  CHECK(names == std::vector<std::string>{"hamlet_id", "trưởng thôn", "lon_deg", "lat_deg", "population"});
  CHECK(s.network.hamlet_columns[2].type == gis::ColumnType::kReal);
  CHECK(s.network.hamlet_columns[4].type == gis::ColumnType::kInteger);
  CHECK(s.network.hamlets[0].input_values == std::vector<std::string>{"H1", "Lò Văn A", "105.12", "22.1", "250"});
  CHECK(s.network.hamlets[0].name == "H1");
  CHECK(has_note(s, NoteKind::kColumnsCarried, "trưởng thôn"));
}

TEST_CASE("clusters and operator shares belong to their hamlet") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "[coverage]",
               "clusters = \"clusters.csv\"\noperator_share = \"shares.csv\"\n[coverage]");
  tiny.file("clusters.csv") = "hamlet_id,lon_deg,lat_deg,households\nH2,105.08,22.08,30\nH2,105.09,22.08,\n";
  tiny.file("shares.csv") = "hamlet_id,operator,share\nH1,Viettel,0.7\n";
  const scenario::Scenario s = load(tiny);
  CHECK(s.network.hamlets[0].clusters.empty());
  REQUIRE(s.network.hamlets[1].clusters.size() == 2);
  CHECK(s.network.hamlets[1].clusters[0].households == 30.0);
  CHECK(s.network.hamlets[1].clusters[1].households == 1.0);
  REQUIRE(s.network.hamlets[0].operator_shares.size() == 1);
  CHECK(s.network.hamlets[0].operator_shares[0].share == 0.7);

  tiny.file("shares.csv") += "H1,Viettel,0.1\n";
  CHECK_THROWS_AS(load(tiny), gis::InputError);
}

TEST_CASE("planned sites are on air only when the scenario says so") {
  TinyScenario tiny;
  tiny.file("sites.csv") += "S2,Other,VNPT,105.11,22.1,42,planned,RMS,,\n";
  const scenario::Scenario without = load(tiny);
  CHECK(without.network.operators == std::vector<std::string>{"Viettel"});
  CHECK(without.network.sites[1].type == network::SiteType::kPole);
  CHECK(without.network.sites[1].power == network::PowerSource::kNotGiven);
  const auto with = scenario::load_scenario(tiny.folder(), {{"network.include_planned", "true"}});
  CHECK(with.network.operators == std::vector<std::string>{"VNPT", "Viettel"});
}

TEST_CASE("a mast knows its battery and where its link leads, and a cell its load") {
  TinyScenario tiny;
  tiny.file("sites.csv") =
      "site_id,operator,lon_deg,lat_deg,mast_height_m,battery_hours,backhaul_to\n"
      "S1,A,105.1,22.1,42,,\n"
      "S2,A,105.11,22.1,30,4.5,S1\n";
  add_to_cells(tiny, "load", "0.25", "");
  const network::Network network = load(tiny).network;
  CHECK(network.sites[0].battery_hours == 0.0);
  CHECK(network.sites[0].backhaul_to.empty());
  CHECK(network.sites[1].battery_hours == 4.5);
  CHECK(network.sites[1].backhaul_to == "S1");
  CHECK(network.cells[0].load == 0.25);
  CHECK_FALSE(network.cells[1].load);
}

TEST_CASE("links that lead to no mast or round in a circle are told with their rows") {
  TinyScenario tiny;
  tiny.file("sites.csv") =
      "site_id,operator,lon_deg,lat_deg,mast_height_m,backhaul_to\n"
      "S1,A,105.1,22.1,42,S2\n"
      "S2,A,105.11,22.1,30,S3\n"
      "S3,A,105.12,22.1,30,S2\n"
      "S4,A,105.13,22.1,30,S9\n"
      "S5,A,105.14,22.1,30,S5\n";
  std::vector<long> rows;
  try {
    load(tiny);
  } catch (const gis::InputError& error) {
    for (const gis::Problem& problem : error.problems().all()) {
      CHECK(problem.key == "backhaul_to");
      CHECK(problem.file.ends_with("sites.csv"));
      rows.push_back(problem.line.value_or(0));
    }
  }
  CHECK(rows == std::vector<long>{3, 4, 5, 6});
}

TEST_CASE("an antenna above its mast is noted, not refused") {
  TinyScenario tiny;
  tiny.replace("sites.csv", "42", "20");
  CHECK(has_note(load(tiny), NoteKind::kAboveMast, "C1, C2"));
}

TEST_CASE("without a CRS the UTM zone of the terrain is taken") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "EPSG:9209", "auto");
  CHECK(load(tiny).crs.definition() == "EPSG:32648");
}

TEST_CASE("the document of the tables is the one that the columns give") {
  std::ostringstream committed;
  committed << std::ifstream(PHUSONG_SOURCE_DIR "/scenarios/TABLES.md").rdbuf();
  CHECK(committed.str() == scenario::tables_markdown());
}
