#include "gis/height_unit.h"

#include <doctest/doctest.h>

using namespace phusong::gis;

TEST_CASE("a unit of heights is known in whatever case and spelling") {
  struct Case {
    const char* text;
    double metres;
  };
  for (const Case& one :
       {Case{"", 1.0}, Case{"m", 1.0}, Case{"Metre", 1.0}, Case{"METERS", 1.0}, Case{"Feet", 0.3048},
        Case{"FT", 0.3048}, Case{"foot", 0.3048}, Case{"Foot_US", 1200.0 / 3937}, Case{"us-ft", 1200.0 / 3937},
        Case{"US survey foot", 1200.0 / 3937}, Case{"cm", 0.01}, Case{"dm", 0.1}, Case{"km", 1000.0}}) {
    CAPTURE(one.text);
    CHECK(height_unit_of(one.text).value().metres == one.metres);
  }
  for (const char* const text : {"m2", "fathom", "dB", "ft2", "degrees", "1", "mm", "'", "\"", "-", "()"}) {
    CAPTURE(text);
    CHECK_FALSE(height_unit_of(text));
  }
}
