#include "sim/report/timings.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <thread>

using namespace phusong;
using nlohmann::json;

TEST_CASE("stages are told in their order, each ended by the next, and add up") {
  report::Timings timings;
  timings.begin("read inputs");
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  timings.begin("hamlets");
  const json told = json::parse(timings.json(3, {}));
  REQUIRE(told["stages"].size() == 2);
  CHECK(told["stages"][0]["stage"] == "read inputs");
  CHECK(told["stages"][0]["seconds"] >= 0.002);
  CHECK(told["stages"][0]["processor_seconds"] >= 0.0);
  CHECK(told["stages"][0]["peak_memory_bytes"] > 1'000'000);
  CHECK(told["stages"][1]["peak_memory_bytes"] >= told["stages"][0]["peak_memory_bytes"]);
  CHECK(told["stages"][1]["stage"] == "hamlets");
  CHECK(told["seconds"] >= told["stages"][0]["seconds"]);
  CHECK(told["threads"] == 3);
  CHECK(told["started_utc"].get<std::string>().ends_with("Z"));
}

TEST_CASE("a run without a stage took no time") {
  report::Timings timings;
  CHECK(timings.total_s() == 0.0);
  CHECK(json::parse(timings.json(1, {}))["stages"].empty());
}

TEST_CASE("paths computed and read are told apart") {
  report::Timings timings;
  const json told = json::parse(timings.json(
      1, {.point_paths_computed = 1, .point_paths_read = 2, .map_paths_computed = 3, .map_paths_read = 4}));
  CHECK(told["hamlet_paths"]["computed"] == 1);
  CHECK(told["hamlet_paths"]["read"] == 2);
  CHECK(told["map_paths"]["computed"] == 3);
  CHECK(told["map_paths"]["read"] == 4);
}
