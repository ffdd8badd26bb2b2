#include "sim/intake/tables/angle_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace phusong::intake;

TEST_CASE("degrees, minutes and seconds are read in the notations in use") {
  const double expected_deg = 22.0 + 37.0 / 60.0 + 45.3 / 3600.0;
  const std::vector<std::string> notations = {"22°37'45.3\"",
                                              "22°37'45,3\"N",
                                              "22° 37' 45.3'' N",
                                              "N22°37'45.3\"",
                                              "N 22 37 45.3",
                                              "22 37 45,3",
                                              "22-37-45.3",
                                              "22:37:45.3",
                                              "22d37m45.3s",
                                              "22 độ 37 phút 45,3 giây",
                                              "22º37′45.3″",
                                              "22°37’45.3”",
                                              "22°37'45.3\"B",
                                              "Bắc 22°37'45.3\"",
                                              " 22°37'45.3\" ",
                                              "+22 37 45.3",
                                              "22 deg 37 min 45.3 sec",
                                              "22°37´45.3´´ N",
                                              "22o37'45.3\"",
                                              "22*37'45.3\"",
                                              "22.37.45.3",
                                              "22.37.45,3 N",
                                              "22°37'45.3\" vĩ Bắc",
                                              "vĩ Bắc 22°37'45.3\""};
  for (const std::string& notation : notations) {
    CAPTURE(notation);
    const auto angle = read_angle(notation);
    REQUIRE(angle);
    CHECK(angle->degrees == doctest::Approx(expected_deg).epsilon(1e-12));
    CHECK(angle->has_minutes);
  }
}

TEST_CASE("degrees and minutes, and degrees alone") {
  CHECK(read_angle("22°37.755'")->degrees == doctest::Approx(22.62925));
  CHECK(read_angle("105 20")->degrees == doctest::Approx(105.0 + 20.0 / 60.0));
  CHECK(read_angle("22.62924°")->degrees == doctest::Approx(22.62924));
  CHECK_FALSE(read_angle("22.62924°")->has_minutes);
  CHECK(read_angle("105,34808° E")->axis == Axis::kLongitude);
}

TEST_CASE("letters are hemispheres: an s behind seconds is their mark, behind another mark south") {
  CHECK(read_angle("22°37'45\"S")->degrees < 0.0);
  CHECK(read_angle("22.5S")->degrees == doctest::Approx(-22.5));
  CHECK(read_angle("22d37m45s")->degrees > 0.0);
  CHECK(read_angle("105°20'W")->degrees == doctest::Approx(-105.0 - 20.0 / 60.0));
  CHECK(read_angle("105°20'Đ")->axis == Axis::kLongitude);
  CHECK(read_angle("-22 30 0")->degrees == doctest::Approx(-22.5));
}

TEST_CASE("digits without a mark between them are not taken apart") {
  for (const char* const text : {"2237'45.3\"", "75'30\"", "105037'53\"", "22°3745", "105.348.083"}) {
    CAPTURE(text);
    CHECK_FALSE(read_angle(text));
  }
}

TEST_CASE("what is no angle is none") {
  for (const char* const text : {"", "abc", "22 60 00", "22 37 60", "22.5 30 10", "22 37.5 10", "1 2 3 4", "105E22N"}) {
    CAPTURE(text);
    CHECK_FALSE(read_angle(text));
  }
}

TEST_CASE("two coordinates in one text are cut apart, latitude first unless letters or WKT say otherwise") {
  const std::vector<std::string> texts = {"22.62924, 105.34808",  "22.62924;105.34808",         "(22.62924, 105.34808)",
                                          "22.62924 105.34808",   "POINT (105.34808 22.62924)", "22.62924N 105.34808E",
                                          "E105.34808 N22.62924", "22.62924,105.34808"};
  for (const std::string& text : texts) {
    CAPTURE(text);
    const auto cut = split_coordinates(text);
    REQUIRE(cut);
    CHECK(read_angle(cut->lat)->degrees == doctest::Approx(22.62924));
    CHECK(read_angle(cut->lon)->degrees == doctest::Approx(105.34808));
  }
  const auto commas = split_coordinates("22,62924; 105,34808");
  REQUIRE(commas);
  CHECK(read_angle(commas->lon)->degrees == doctest::Approx(105.34808));
  const auto written_out = split_coordinates("22°37'45.3\"N 105°20'53.1\"E");
  REQUIRE(written_out);
  CHECK(read_angle(written_out->lon)->degrees == doctest::Approx(105.0 + 20.0 / 60.0 + 53.1 / 3600.0));
  CHECK_FALSE(split_coordinates("22.62924"));
  CHECK_FALSE(split_coordinates("chưa đo"));
}
