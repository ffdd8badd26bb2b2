#include "sim/cli/link_options.h"

#include <doctest/doctest.h>

#include "sim/cli/exit_code.h"

using namespace phusong::cli;

TEST_CASE("a link is asked for in one whole form") {
  CHECK_NOTHROW(check_link_options({.cell = "C", .hamlet = "H"}));
  CHECK_NOTHROW(check_link_options({.cell = "C", .hamlet = "H", .point = 3}));
  CHECK_NOTHROW(check_link_options({.from = "1,2,3", .to = "1,2,3", .frequency_mhz = 900.0}));
  CHECK_NOTHROW(check_link_options({.hop = "A,B"}));
  CHECK_NOTHROW(check_link_options({.hop = "A,B", .run = "runs/x"}));
  CHECK_THROWS_AS(check_link_options({}), UsageError);
  CHECK_THROWS_AS(check_link_options({.cell = "C"}), UsageError);
  CHECK_THROWS_AS(check_link_options({.hamlet = "H"}), UsageError);
  CHECK_THROWS_AS(check_link_options({.from = "1,2,3", .to = "1,2,3"}), UsageError);
  CHECK_THROWS_AS(check_link_options({.from = "1,2,3", .frequency_mhz = 900.0}), UsageError);
  CHECK_THROWS_AS(check_link_options({.cell = "C", .hamlet = "H", .hop = "A,B"}), UsageError);
  CHECK_THROWS_AS(check_link_options({.point = 3, .hop = "A,B"}), UsageError);
  CHECK_THROWS_AS(check_link_options({.cell = "C", .hamlet = "H", .run = "runs/x"}), UsageError);
}

TEST_CASE("the picture is of a kind that its ending names") {
  for (const char* good : {"a.svg", "./a.b.png", "/a.pdf"})
    CHECK_NOTHROW(check_link_options({.output = good, .hop = "A,B"}));
  for (const char* bad : {"a.jpg", "a", "svg", "a.svg/", "a.PNG.txt", "no such folder/a.svg"})
    CHECK_THROWS_AS(check_link_options({.output = bad, .hop = "A,B"}), UsageError);
}

TEST_CASE("a place is three numbers in their ranges") {
  const PlaceAndHeight place = place_and_height("--from", "105.25,-21.5,42");
  CHECK(place.lon_lat.lon_deg == 105.25);
  CHECK(place.lon_lat.lat_deg == -21.5);
  CHECK(place.height_m == 42.0);
  CHECK(place_and_height("--from", "105.25, -21.5, 42").height_m == 42.0);
  for (const char* bad : {"", "105,21", "105,21,30,1", "105,21,high", "181,21,30", "105,91,30", "105,21,0",
                          "105,21,nan", "105,21,3001", "105,,30", "105 5,21,30"})
    CHECK_THROWS_AS(place_and_height("--from", bad), UsageError);
}

TEST_CASE("a hop has two ids") {
  CHECK(hop_ends("A,B-2") == std::pair<std::string, std::string>("A", "B-2"));
  for (const char* bad : {"", "A", "A,", ",B", "A,B,C"})
    CHECK_THROWS_AS(hop_ends(bad), UsageError);
}
