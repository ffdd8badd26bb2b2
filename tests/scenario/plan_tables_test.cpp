#include "sim/scenario/plan_tables.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/scenario.h"
#include "tests/scenario/tiny_scenario.h"

using namespace phusong;
using namespace phusong::scenario;
using phusong::tests::TinyScenario;

namespace {

void add_plan_key(TinyScenario& tiny, const std::string& line) {
  tiny.file("scenario.toml") += "\n[plan]\n" + line + "\n";
}

std::string problem_text_of(const TinyScenario& tiny) {
  try {
    load_scenario(tiny.write());
  } catch (const gis::InputError& error) {
    return error.problems().text();
  }
  return "";
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("without tables the planner works with the program's assumptions") {
  TinyScenario tiny;
  const PlanTables tables = load_scenario(tiny.write()).plan_tables;
  REQUIRE(tables.equipment.size() == 3);
  CHECK(tables.equipment[0].sectors == 3);
  CHECK(tables.equipment[1].kind == EquipmentKind::kPole);
  CHECK(tables.equipment[1].sectors == 1);
  CHECK(tables.equipment[1].tx_power_dbm == 37.0);
  CHECK(tables.cost_of("mast_42m").cost_million_vnd == doctest::Approx(375.0));
  CHECK(tables.cost_of("mast_30m").cost_million_vnd == doctest::Approx(375.0 * 30 / 42));
  CHECK(tables.cost_of("radio_4g").unit == "site");
  CHECK_THROWS_AS(tables.cost_of("radio_2g"), std::out_of_range);
  CHECK_FALSE(tables.fibre_nodes.has_value());
}

TEST_CASE("an equipment table replaces the kinds that it has") {
  TinyScenario tiny;
  add_plan_key(tiny, "equipment = \"equipment.csv\"");
  tiny.file("equipment.csv") =
      "kind,technology,frequency_mhz,bandwidth_mhz,sectors,tx_power_dbm\n"
      "mast,3G,2140,5,3,43\nmast,4G,,,,\nupgrade,3G,2140,5,6,\n";
  const PlanTables tables = load_scenario(tiny.write()).plan_tables;
  REQUIRE(tables.equipment.size() == 4);
  CHECK(tables.equipment[0].tx_power_dbm == 43.0);
  CHECK(tables.equipment[1].frequency_mhz == 1842.5);
  CHECK(tables.equipment[2].sectors == 6);
  CHECK(tables.equipment[3].kind == EquipmentKind::kPole);
  CHECK(tables.cost_of("radio_3g").cost_million_vnd > 0.0);
}

TEST_CASE("all that is wrong with the plan's tables is said at once") {
  TinyScenario tiny;
  add_plan_key(tiny, "equipment = \"equipment.csv\"\ncosts = \"costs.csv\"\ncandidates.file = \"candidates.csv\"");
  tiny.file("equipment.csv") = "kind,technology,frequency_mhz,bandwidth_mhz\nmast,3G,,5\nmast,4G,1842.5,7\n";
  tiny.file("costs.csv") = "item,unit,cost_million_vnd\nmast_30m,mast,300\nmast_30m,mast,-1\n";
  tiny.file("candidates.csv") = "candidate_id,lon_deg,lat_deg,height_m\nA,105.1,22.1,900\nA,105.1,,30\n";
  const std::string problems = problem_text_of(tiny);
  CHECK(holds(problems, "equipment.csv:2: frequency_mhz: is empty, and only 4G has a default"));
  CHECK(holds(problems, "equipment.csv:3: bandwidth_mhz = '7': is no bandwidth of 4G"));
  CHECK(holds(problems, "costs.csv:3: item = 'mast_30m': stands on row 2 too"));
  CHECK(holds(problems, "costs.csv:3: cost_million_vnd = '-1': out of range"));
  CHECK(holds(problems, "costs.csv: mast_42m: the plan needs this item, and it is missing"));
  CHECK(holds(problems, "costs.csv: grid_line_per_km"));
  CHECK(holds(problems, "candidates.csv:2: height_m = '900': out of range (allowed: 1 … 500 m)"));
  CHECK(holds(problems, "candidates.csv:3: candidate_id = 'A': stands on row 2 too"));
  CHECK(holds(problems, "candidates.csv:3: lat_deg: is empty and has no default"));
}

TEST_CASE("an item whose row is wrong is not missing too, and one that nobody knows is noted") {
  TinyScenario tiny;
  add_plan_key(tiny, "costs = \"costs.csv\"");
  tiny.file("costs.csv") = "item,unit,cost_million_vnd\nradio_4g,site,\nbanana,each,1\n";
  const std::string problems = problem_text_of(tiny);
  CHECK(holds(problems, "costs.csv:2: cost_million_vnd: is empty"));
  CHECK_FALSE(holds(problems, "costs.csv: radio_4g: the plan needs this item"));
  CHECK(holds(problems, "costs.csv: mast_42m: the plan needs this item, and it is missing"));
}

TEST_CASE("a table of fibre nodes without a row is an error, not a network without fibre") {
  TinyScenario tiny;
  tiny.file("scenario.toml") += "\n[backhaul]\nfibre_nodes = \"nodes.csv\"\n";
  tiny.file("nodes.csv") = "node_id,lon_deg,lat_deg\n";
  CHECK(holds(problem_text_of(tiny), "nodes.csv: has no rows"));
}

TEST_CASE("candidates stand in degrees or in the scenario's metres") {
  TinyScenario tiny;
  add_plan_key(tiny, "candidates.file = \"candidates.csv\"");
  tiny.file("candidates.csv") =
      "candidate_id,lon_deg,lat_deg,height_m,road_km,kind\nA,105.1,22.1,36,2.5,\nB,105.11,22.1,,,pole\n";
  const Scenario degrees = load_scenario(tiny.write());
  const std::vector<CandidatePlace>& places = degrees.plan_tables.candidates;
  REQUIRE(places.size() == 2);
  CHECK(places[0].road_km == 2.5);
  CHECK(places[1].kind == EquipmentKind::kPole);
  CHECK_FALSE(places[1].height_m.has_value());
  CHECK(degrees.plan_tables.cost_of("mast_36m").cost_million_vnd > 0.0);
  tiny.file("candidates.csv") = "candidate_id,x_m,y_m\nA," + std::to_string(places[0].position.x_m) + "," +
                                std::to_string(places[0].position.y_m) + "\n";
  const gis::LonLat there = load_scenario(tiny.write()).plan_tables.candidates[0].lon_lat;
  CHECK(there.lon_deg == doctest::Approx(105.1).epsilon(1e-9));
}

TEST_CASE("fibre nodes of a table stand for themselves") {
  TinyScenario tiny;
  tiny.file("scenario.toml") += "\n[backhaul]\nfibre_nodes = \"nodes.csv\"\n";
  tiny.file("nodes.csv") = "lon_deg,lat_deg\n105.1,22.1\n";
  const Scenario scenario = load_scenario(tiny.write());
  REQUIRE(scenario.plan_tables.fibre_nodes.has_value());
  CHECK(scenario.plan_tables.fibre_nodes->front().node_id == "node-2");
  CHECK(scenario.given_keys.contains("backhaul.fibre_nodes"));
}

TEST_CASE("a target alone says what covered means; a run plans where the scenario says how to build") {
  TinyScenario tiny;
  add_plan_key(tiny, "target = { technologies = [\"4G\"], hamlet_share = 0.9 }");
  const Scenario judged = load_scenario(tiny.write());
  CHECK_FALSE(asks_for_plan(judged));
  CHECK_FALSE(asks_for_sunset(judged));
  tiny.file("scenario.toml") += "pole_height_m = 10\n";
  CHECK(asks_for_plan(load_scenario(tiny.write())));
  CHECK(asks_for_sunset(load_scenario(tiny.write(), {{"sunset.periods", "4"}})));
}

TEST_CASE("a plan for an operator without a site on air is refused") {
  TinyScenario tiny;
  add_plan_key(tiny, "operator = \"Vietel\"");
  CHECK(holds(problem_text_of(tiny), "plan.operator = 'Vietel': 'Vietel' has no site on air (allowed: any, Viettel)"));
}

TEST_CASE("the tables of sites and cells may be several files") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "\"sites.csv\"", "[\"sites.csv\", \"more_sites.csv\"]");
  tiny.replace("scenario.toml", "\"cells.csv\"", "[\"cells.csv\", \"more_cells.csv\"]");
  tiny.file("more_sites.csv") = "site_id,operator,lon_deg,lat_deg,mast_height_m\nN1,new,105.11,22.12,30\n";
  tiny.file("more_cells.csv") =
      "cell_id,site_id,technology,frequency_mhz,bandwidth_mhz,antenna_height_agl_m,tx_power_dbm,antenna_gain_dbi\n"
      "N1-4G-1,N1,4G,1842.5,20,28,46,17\nS1-4G-9,S1,4G,1842.5,20,38,46,17\n";
  const network::Network network = load_scenario(tiny.write()).network;
  REQUIRE(network.sites.size() == 2);
  CHECK(network.sites[1].file == 1);
  REQUIRE(network.cells.size() == 4);
  CHECK(network.cells[2].site == 1);
  CHECK(network.cells[3].site == 0);
  CHECK(network.operators == std::vector<std::string>{"Viettel", "new"});
}

TEST_CASE("an id that stands in two files of a table is named with both") {
  TinyScenario tiny;
  tiny.replace("scenario.toml", "\"sites.csv\"", "[\"sites.csv\", \"more_sites.csv\"]");
  tiny.file("more_sites.csv") = "site_id,operator,lon_deg,lat_deg,mast_height_m\nS1,new,105.11,22.12,30\n";
  const std::string problems = problem_text_of(tiny);
  CHECK(holds(problems, "more_sites.csv:2: site_id = 'S1': stands on row 2 of "));
  CHECK(holds(problems, "sites.csv too"));
}

TEST_CASE("a cost of 1.200 is 1,200 million beside decimal commas, and asked for where nothing shows it") {
  TinyScenario plain;
  std::string text = "item;unit;cost_million_vnd\n";
  for (const auto& cost : load_scenario(plain.write()).plan_tables.costs) {
    std::string value = cost.item == "radio_4g" ? "1.200" : fmt::format("{:.1f}", cost.cost_million_vnd + 0.5);
    if (cost.item != "radio_4g") std::ranges::replace(value, '.', ',');
    text += fmt::format("{};{};{}\n", cost.item, cost.unit, value);
  }
  TinyScenario tiny;
  add_plan_key(tiny, "costs = \"costs.csv\"");
  tiny.file("costs.csv") = text;
  CHECK(load_scenario(tiny.write()).plan_tables.cost_of("radio_4g").cost_million_vnd == 1200.0);
  TinyScenario unclear;
  add_plan_key(unclear, "costs = \"costs.csv\"");
  unclear.file("costs.csv") = "item;unit;cost_million_vnd\nradio_4g;site;1.200\n";
  CHECK(holds(problem_text_of(unclear), "costs.csv:2: cost_million_vnd = '1.200': is ambiguous"));
}
