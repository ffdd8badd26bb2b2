#include "sim/report/map_paths.h"

#include <doctest/doctest.h>

using namespace phusong::report;
using phusong::network::Technology;

TEST_CASE("maps are named by technology and quantity") {
  CHECK(map_names(Technology::k2G).level == "2g_rxlev_dbm.tif");
  CHECK(map_names(Technology::k3G).level == "3g_rscp_dbm.tif");
  CHECK(map_names(Technology::k4G).level == "4g_rsrp_dbm.tif");
  CHECK(map_names(Technology::k5G).level == "5g_ssrsrp_dbm.tif");
  CHECK(map_names(Technology::k4G).best_server == "4g_best_server.tif");
  CHECK(map_names(Technology::k2G).ratio == "2g_ci_db.tif");
  CHECK(map_names(Technology::k3G).ratio == "3g_ecio_db.tif");
  CHECK(map_names(Technology::k4G).ratio == "4g_sinr_db.tif");
  CHECK(map_names(Technology::k5G).ratio == "5g_sinr_db.tif");
  CHECK(map_names(Technology::k5G).throughput == "5g_throughput_mbps.tif");
  CHECK(map_names(Technology::k3G).throughput.empty());
}

TEST_CASE("an operator's name cannot lead out of the run's folder") {
  CHECK(operator_folder("run", "Viettel") == "run/coverage/Viettel");
  CHECK(operator_folder("run", "../x") == "run/coverage/~2E.~2Fx");
  CHECK(operator_folder("run", "..") == "run/coverage/~2E.");
  CHECK(operator_folder("run", "a/b") == "run/coverage/a~2Fb");
}

TEST_CASE("operators of different names have folders of their own") {
  CHECK(operator_folder("run", "EE/H3G") != operator_folder("run", "EE_H3G"));
  CHECK(operator_folder("run", "EE~2FH3G") != operator_folder("run", "EE/H3G"));
  CHECK(operator_folder("run", "") != operator_folder("run", "~"));
}

TEST_CASE("maps that are not there are not taken for made") {
  CHECK_FALSE(maps_exist("/nowhere", {"any"}, {Technology::k4G}, false));
}
