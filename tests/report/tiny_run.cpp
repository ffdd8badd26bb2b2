#include "tiny_run.h"

#include <fmt/format.h>

namespace phusong::tests {
namespace {

using coverage::HamletVerdict;
using coverage::Status;
using network::Technology;

network::Network tiny_network() {
  network::Network network;
  network.sites = {{.site_id = "S1", .name = "Đồi Chè", .operator_name = "Viettel", .row = 2}};
  network.cells = {{.cell_id = "S1-4G-1", .site = 0, .technology = Technology::k4G},
                   {.cell_id = "S1-2G-1", .site = 0, .technology = Technology::k2G}};
  network.operators = {"Viettel"};
  network.site_tables = {"tiny/sites.csv"};
  network.hamlet_table = "tiny/hamlets.csv";
  network.hamlet_columns = {{"hamlet_id", gis::ColumnType::kText},
                            {"lon_deg", gis::ColumnType::kReal},
                            {"population", gis::ColumnType::kInteger},
                            {"status", gis::ColumnType::kText}};
  for (int i = 1; i <= 4; ++i) {
    const std::string id = fmt::format("H{}", i);
    const std::string people = fmt::format("{}", 100 * i);
    network.hamlets.push_back({.hamlet_id = id,
                               .name = fmt::format("Bản {}", i),
                               .commune = "Tả Lủng",
                               .district = i <= 2 ? "Bắc" : "Nam",
                               .province = "Hà Giang",
                               .lon_lat = {105.0 + 0.01 * i, 22.5},
                               .position = {448000.0 + 1000.0 * i, 2489000.0},
                               .population = 100 * i,
                               .share_smartphone = 0.5,
                               .fixed_broadband = i == 1,
                               .input_values = {id, fmt::format("105.0{}", i), people, i == 1 ? "=1+1" : ""},
                               .row = i + 1});
  }
  return network;
}

HamletVerdict verdict(Status status, double share) {
  HamletVerdict verdict{.status = status,
                        .share = share,
                        .status_any_technology = status,
                        .status_mobile_broadband = status,
                        .share_mobile_broadband = share};
  verdict.by_technology[Technology::k4G] = {.share = share, .status = status};
  verdict.by_technology[Technology::k2G].status = status == Status::kUnknown ? status : Status::kWhite;
  return verdict;
}

std::vector<HamletVerdict> tiny_verdicts() {
  std::vector<HamletVerdict> verdicts = {verdict(Status::kCovered, 1.0), verdict(Status::kHollow, 0.5),
                                         verdict(Status::kWhite, 0.0), verdict(Status::kUnknown, 0.0)};
  verdicts[0].by_technology[Technology::k4G].level_dbm = -93.456;
  verdicts[0].by_technology[Technology::k4G].probability = 0.98765432;
  verdicts[0].by_technology[Technology::k4G].best_cell = 0;
  verdicts[0].centre_covered = true;
  return verdicts;
}

coverage::CoverageResult tiny_result() {
  return {.technologies = {Technology::k2G, Technology::k4G},
          .operators = {"Viettel", "any"},
          .verdicts = {tiny_verdicts(), tiny_verdicts()},
          .points = {{.hamlet = 0, .point = 0, .lon_deg = 105.01, .lat_deg = 22.5, .weight = 1.0}},
          .point_levels = {{.hamlet = 0, .point = 0, .cell = 0, .loss_db = 120.5, .level_dbm = -93.456}},
          .places = {.sites_off_terrain = {0}, .hamlets_off_terrain = {3}}};
}

}  // namespace

TinyRun::TinyRun()
    : scenario{.folder = "tiny",
               .options = {.scenario = {.name = "tiny", .title = "Bản nhỏ", .crs = "EPSG:9209"},
                           .network = {.sites = {"sites.csv"}, .cells = {"cells.csv"}, .hamlets = "hamlets.csv"}},
               .crs = gis::WorkingCrs("EPSG:9209"),
               .terrain_source = {},
               .network = tiny_network(),
               .inputs = {},
               .notes = {{.kind = gis::InputNote::Kind::kColumnsCarried, .file = "tiny/hamlets.csv", .names = "x"}}},
      result(tiny_result()) {
  add_up();
}

}  // namespace phusong::tests
