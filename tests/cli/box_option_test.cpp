#include "sim/cli/box_option.h"

#include <doctest/doctest.h>

#include "sim/cli/exit_code.h"

using namespace phusong::cli;

TEST_CASE("a box is four edges, west to east and south to north") {
  const phusong::gis::LonLatBox box = box_in("105.1,-22.5,105.6,22.75");
  CHECK(box == phusong::gis::LonLatBox{105.1, -22.5, 105.6, 22.75});
  CHECK(text_of(box) == "105.1,-22.5,105.6,22.75");
  CHECK(box_in("105.1, -22.5, 105.6 , 22.75") == box);
  CHECK_NOTHROW(box_in("105,22,105.02,22.02"));
  for (const char* bad :
       {"", "105,22,106", "105,22,106,23,1", "106,22,105,23", "105,23,106,22", "105,22,105,23", "105,22,105.005,23",
        "105,22,181,23", "105,-91,106,23", "a,22,106,23", "nan,22,106,23", "1 05,22,106,23", "179,22,-179,23"})
    CHECK_THROWS_AS(box_in(bad), UsageError);
}
