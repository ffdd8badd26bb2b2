#include "sim/report/plan/plan_summary.h"

#include <doctest/doctest.h>

#include "../wording_forms.h"
#include "tiny_plan.h"

using namespace phusong;
using namespace phusong::report;
using tests::contains;
using tests::count_of;

TEST_CASE("the summary of a plan counts stations, costs by item, hamlets, bounds and notes") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  tiny.speak("en");
  const std::string text = plan_summary(tiny.data());
  CHECK(contains(text, "\nThe plan\nThe target is out of reach: this is the most that can be reached.\n"));
  CHECK(contains(text, "Stations: 2 new masts (of these relays 1), 0 poles (RMS), 1 equipment on masts that exist\n"));
  CHECK(contains(text, "Hamlets that count: before 1 → after 2 / 4\n"));
  CHECK(contains(text, "Selection of stations: objective 4,104.0, bound 4,000.5, gap 2.522 %\n"));
  CHECK(contains(text, "With shared backhaul: objective 4,104.0, bound 3,000.0, gap 26.9 %\n"));
  CHECK(contains(text, "* 1,234 new stations without road_km"));
  CHECK(contains(text, "Hamlets that stay unserved: 2\n  H3 Bản 3: all candidates together reach only a part of it\n"));
}

TEST_CASE("lines of one item are one row, and the rows add up to the total") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  tiny.speak("en");
  const std::string text = plan_summary(tiny.data());
  CHECK(count_of(text, "\n  mast_30m ") == 1);
  CHECK(contains(text, "  mast_30m                       2.0         536.0          53.6\n"));
  CHECK(contains(text, "  microwave_hop                  2.0       1,000.0         100.0\n"));
  CHECK(contains(text, "  radio_4g                       2.0       1,200.0         120.0\n"));
  CHECK(contains(text, "  total                                    2,736.0         273.6\n"));
}

TEST_CASE("the summary is Vietnamese unless asked otherwise, with no form left to fill in either language") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  CHECK(contains(plan_summary(tiny.data()), "Mục tiêu chọn trạm 4.104,0, cận dưới 4.000,5, khoảng cách 2,522 %\n"));
  for (const char* const language : {"vi", "en"}) {
    for (tests::TinyPlan plan : {tests::tiny_station_plan(), tests::tiny_broadband_plan()}) {
      plan.speak(language);
      CHECK(plan_summary(plan.data()).find_first_of("{}") == std::string::npos);
    }
  }
}

TEST_CASE("without relays none are told of, and a target that is reached is not said to be out of reach") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  tiny.speak("en");
  tiny.stations().backhaul.relays.clear();
  tiny.outcome().reached = true;
  const std::string text = plan_summary(tiny.data());
  CHECK(contains(text, "Stations: 1 new masts, 0 poles"));
  CHECK_FALSE(contains(text, "out of reach"));
}

TEST_CASE("fibre is told in routes and kilometres, with the bound of its tree") {
  tests::TinyPlan tiny = tests::tiny_broadband_plan();
  tiny.speak("en");
  const std::string text = plan_summary(tiny.data());
  CHECK(contains(text, "Fibre to hamlets: 1 routes, 3.5 km\n"));
  CHECK(contains(text, "Fibre tree: objective 1,181.2, bound 1,181.2, gap 0 %\n"));
  CHECK_FALSE(contains(text, "Stations:"));
  CHECK_FALSE(contains(text, "shared backhaul"));
}

TEST_CASE("of many unserved hamlets the first twenty are listed, and how many more the file has") {
  tests::TinyPlan tiny = tests::tiny_station_plan();
  tiny.outcome().unserved.assign(23, {.hamlet = 2, .reason = planning::UnservedReason::kNoBudget});
  tiny.speak("en");
  CHECK(count_of(plan_summary(tiny.data()), "  H3 Bản 3: ") == 20);
  CHECK(contains(plan_summary(tiny.data()), "  3 more in unserved.csv\n"));
  tiny.speak("vi");
  CHECK(contains(plan_summary(tiny.data()), "  còn 3 thôn nữa trong unserved.csv\n"));
  tiny.outcome().unserved.clear();
  CHECK_FALSE(contains(plan_summary(tiny.data()), "unserved.csv"));
}
