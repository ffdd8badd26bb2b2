#include <doctest/doctest.h>

#include "../table_values.h"
#include "../wording_forms.h"
#include "sim/report/plan/plan_resilience_summary.h"
#include "sim/report/plan/plan_resilience_table.h"
#include "tiny_plan.h"

using namespace phusong;
using analysis::PlanPart;
using analysis::PlanPartKind;
using planning::BackhaulRoute;
using planning::Medium;
using tests::contains;
using tests::text;
using tests::whole;

namespace {

BackhaulRoute over_a_relay() {
  BackhaulRoute route;
  route.links.push_back({.from = "K1", .to = "relay-P", .medium = Medium::kMicrowave, .length_km = 4.0});
  route.links.push_back({.from = "relay-P", .to = "S9", .medium = Medium::kMicrowave, .length_km = 8.5});
  planning::BackhaulRelay relay;
  relay.node.id = "relay-P";
  relay.cost_lines.push_back(
      {.item = "mast_30m", .quantity = 1.0, .unit_cost_million_vnd = 1268.5, .unit_opex_million_vnd_per_year = 126.85});
  route.relays.push_back(relay);
  return route;
}

BackhaulRoute by_satellite() {
  BackhaulRoute route;
  route.links.push_back({.from = "N-H2-30m", .to = "satellite", .medium = Medium::kSatellite});
  route.links.back().cost_lines.push_back(
      {.item = "satellite_terminal", .quantity = 1.0, .unit_cost_million_vnd = 125.0});
  return route;
}

PlanPart part_of(PlanPartKind kind, const std::string& site_id, std::vector<std::size_t> hamlets, std::int64_t people) {
  PlanPart part;
  part.kind = kind;
  part.site_id = site_id;
  part.masts_off = 1;
  part.loss.hamlets = std::move(hamlets);
  part.loss.people = people;
  return part;
}

/// The link of relay K1 carries two hamlets, so does K1; that of mast N-H2-30m one, so does the mast; mast S1 one of
/// its own, and nothing new.
std::vector<PlanPart> tiny_parts() {
  std::vector<PlanPart> parts = {
      part_of(PlanPartKind::kRelay, "K1", {1, 2}, 1500), part_of(PlanPartKind::kLink, "K1", {1, 2}, 1500),
      part_of(PlanPartKind::kLink, "N-H2-30m", {1}, 200), part_of(PlanPartKind::kStation, "S1", {0}, 100),
      part_of(PlanPartKind::kStation, "idle", {}, 0)};
  parts[0].masts_off = 2;
  parts[1].link = planning::BackhaulLink{.from = "K1", .to = "S1", .medium = Medium::kMicrowave, .length_km = 8.5};
  parts[1].second_path = over_a_relay();
  parts[2].link =
      planning::BackhaulLink{.from = "N-H2-30m", .to = "K1", .medium = Medium::kMicrowave, .length_km = 4.25};
  parts[2].second_path = by_satellite();
  return parts;
}

std::string english_summary(std::vector<PlanPart> parts) {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  tiny.speak("en");
  report::PlanData data = tiny.data();
  data.parts = std::move(parts);
  return report::plan_resilience_summary(data);
}

}  // namespace

TEST_CASE("the parts of a plan have a row each, with the second path of links") {
  const gis::OutputTable table = report::plan_resilience_table(tiny_parts());
  REQUIRE(table.rows.size() == 5);
  CHECK(text(table, 0, "part") == "relay");
  CHECK(text(table, 0, "site_id") == "K1");
  CHECK(tests::is_nothing(tests::value(table, 0, "to")));
  CHECK(whole(table, 0, "masts_off") == 2);
  CHECK(whole(table, 0, "hamlets_lost") == 2);
  CHECK(whole(table, 0, "people_lost") == 1500);
  CHECK(tests::is_nothing(tests::value(table, 0, "second_path")));
  CHECK(text(table, 1, "part") == "link");
  CHECK(text(table, 1, "medium") == "microwave");
  CHECK(tests::number(table, 1, "length_km").value == 8.5);
  CHECK(text(table, 1, "second_path") == "microwave");
  CHECK(text(table, 1, "second_path_to") == "relay-P");
  CHECK(tests::number(table, 1, "second_path_km").value == doctest::Approx(12.5));
  CHECK(whole(table, 1, "second_path_hops") == 2);
  CHECK(whole(table, 1, "second_path_relays") == 1);
  CHECK(tests::number(table, 1, "second_path_capex_million_vnd").value == doctest::Approx(1268.5));
  CHECK(tests::number(table, 1, "second_path_opex_million_vnd_per_year").value == doctest::Approx(126.85));
  CHECK(text(table, 2, "second_path") == "satellite");
  CHECK(whole(table, 2, "second_path_hops") == 0);
}

TEST_CASE("the summary tells a link for itself and its mast, and what a second path costs") {
  const std::string told = english_summary(tiny_parts());
  CHECK(contains(told,
                 "microwave link K1 – S1 (8.5 km, 1 masts off): 2 hamlets, 1,500 people; second path by "
                 "microwave to relay-P, 12.5 km: 1,268.5 million VND\n"));
  CHECK(contains(told, "second path by a satellite terminal: 125.0 million VND\n"));
  CHECK(contains(told, "station S1 (1 masts off): 1 hamlets, 100 people\n"));
  CHECK_FALSE(contains(told, "relay K1"));
  CHECK_FALSE(contains(told, "idle"));
}

TEST_CASE("a plan on which no hamlet depends alone tells nothing") {
  CHECK(english_summary({}).empty());
  CHECK(english_summary({part_of(PlanPartKind::kStation, "idle", {}, 0)}).empty());
}
