#include "sim/report/plan/site_columns.h"

#include <doctest/doctest.h>

#include "../table_values.h"
#include "../tiny_run.h"

using namespace phusong;
using report::SiteColumns;
using tests::is_nothing;
using tests::number;
using tests::text;
using tests::value;

namespace {

network::Site mast() {
  return {.site_id = "N1",
          .name = "Đồi Mới",
          .operator_name = "new",
          .lon_lat = {105.25, 22.75},
          .mast_height_m = 42.5,
          .status = network::SiteStatus::kPlanned,
          .type = network::SiteType::kPole,
          .backhaul = network::Backhaul::kMicrowave,
          .power = network::PowerSource::kSolar};
}

/// A table of one site as a scenario whose sites are in `crs` has it.
gis::OutputTable table_of(const network::Site& site, const std::string& crs) {
  tests::TinyRun tiny;
  tiny.scenario.options.network.sites_crs = crs;
  const SiteColumns columns(tiny.scenario);
  return {.name = "new_sites", .columns = columns.columns(), .rows = {columns.row(site)}};
}

bool has(const gis::OutputTable& table, const std::string& column) {
  return std::ranges::find(table.columns, column, &gis::Column::name) != table.columns.end();
}

}  // namespace

TEST_CASE("a new site is written with the words that the sites table is read by") {
  const gis::OutputTable table = table_of(mast(), "EPSG:4326");
  CHECK(text(table, 0, "site_id") == "N1");
  CHECK(text(table, 0, "name") == "Đồi Mới");
  CHECK(text(table, 0, "operator") == "new");
  CHECK(number(table, 0, "mast_height_m").value == 42.5);
  CHECK(text(table, 0, "status") == "planned");
  CHECK(text(table, 0, "type") == "pole");
  CHECK(text(table, 0, "backhaul") == "microwave");
  CHECK(text(table, 0, "power") == "solar");
}

TEST_CASE("each status, type, backhaul and power has a word of its own") {
  network::Site site = mast();
  const auto word = [&site](const char* column) { return text(table_of(site, "EPSG:4326"), 0, column); };
  for (const auto& [status, name] : {std::pair{network::SiteStatus::kExisting, "existing"},
                                     {network::SiteStatus::kCandidate, "candidate"},
                                     {network::SiteStatus::kOff, "off"}}) {
    site.status = status;
    CHECK(word("status") == name);
  }
  for (const auto& [type, name] :
       {std::pair{network::SiteType::kMacro, "macro"}, {network::SiteType::kRooftop, "rooftop"}}) {
    site.type = type;
    CHECK(word("type") == name);
  }
  for (const auto& [backhaul, name] : {std::pair{network::Backhaul::kFibre, "fibre"},
                                       {network::Backhaul::kSatellite, "satellite"},
                                       {network::Backhaul::kNone, "none"}}) {
    site.backhaul = backhaul;
    CHECK(word("backhaul") == name);
  }
  for (const auto& [power, name] :
       {std::pair{network::PowerSource::kGrid, "grid"}, {network::PowerSource::kGenerator, "generator"}}) {
    site.power = power;
    CHECK(word("power") == name);
  }
}

TEST_CASE("what nobody knows of a site is empty") {
  network::Site site = mast();
  site.backhaul = network::Backhaul::kNotGiven;
  site.power = network::PowerSource::kNotGiven;
  const gis::OutputTable table = table_of(site, "EPSG:4326");
  CHECK(is_nothing(value(table, 0, "backhaul")));
  CHECK(is_nothing(value(table, 0, "power")));
}

TEST_CASE("positions in degrees are in the CRS that the sites table is in") {
  const gis::OutputTable wgs84 = table_of(mast(), "EPSG:4326");
  CHECK(number(wgs84, 0, "lon_deg").value == 105.25);
  CHECK(number(wgs84, 0, "lat_deg").value == 22.75);
  CHECK_FALSE(has(wgs84, "x_m"));
  // VN-2000: about 200 m away, which no rounding is.
  const gis::OutputTable vn2000 = table_of(mast(), "EPSG:4756");
  CHECK(number(vn2000, 0, "lon_deg").value != doctest::Approx(105.25).epsilon(1e-6));
  CHECK(number(vn2000, 0, "lon_deg").value == doctest::Approx(105.25).epsilon(1e-4));
  CHECK_FALSE(has(vn2000, "x_m"));
}

TEST_CASE("where the sites table is in metres, metres stand beside the degrees of WGS84") {
  const gis::OutputTable table = table_of(mast(), "EPSG:9209");
  CHECK(number(table, 0, "lon_deg").value == 105.25);
  const gis::MapPoint there = gis::Transform("EPSG:4326", "EPSG:9209").forward({105.25, 22.75});
  CHECK(number(table, 0, "x_m").value == doctest::Approx(there.x_m));
  CHECK(number(table, 0, "y_m").value == doctest::Approx(there.y_m));
  CHECK(there.x_m > 400000.0);
}
