#include "sim/analysis/resilience/failure_event.h"

#include <doctest/doctest.h>

#include "failing_world.h"

using namespace phusong;
using analysis::FailureEvent;
using analysis::FailureKind;
using network::PowerSource;
using Masts = std::vector<std::size_t>;

TEST_CASE("every mast on air fails by itself") {
  scenario::Scenario world = tests::failing_world();
  world.network.sites[2].status = network::SiteStatus::kOff;
  world.network.sites[4].status = network::SiteStatus::kPlanned;
  const std::vector<FailureEvent> events = tests::events_of(world, FailureKind::kSite);
  REQUIRE(events.size() == 4);
  CHECK(events[0].id == "S0");
  CHECK(events[0].masts_off == Masts{0});
  CHECK(events[2].id == "S3");
  world.network.include_planned = true;
  CHECK(tests::events_of(world, FailureKind::kSite).size() == 5);
}

TEST_CASE("a cut link takes the mast whose link it is, and all behind it") {
  const std::vector<FailureEvent> events = tests::events_of(tests::failing_world(), FailureKind::kFibre);
  REQUIRE(events.size() == 4);
  CHECK(events[0].id == "S1");
  CHECK(events[0].masts_off == Masts{1, 2, 3, 5});
  CHECK(events[1].id == "S2");
  CHECK(events[1].masts_off == Masts{2, 3});
  CHECK(events[2].id == "S3");
  CHECK(events[2].masts_off == Masts{3});
  CHECK(events[3].id == "S5");
  CHECK(events[3].masts_off == Masts{5});
}

TEST_CASE("traffic goes over masts that are off the air, and a link that nothing on air needs is no event") {
  scenario::Scenario world = tests::failing_world();
  world.network.sites[2].status = network::SiteStatus::kOff;
  const std::vector<FailureEvent> with = tests::events_of(world, FailureKind::kFibre);
  REQUIRE(with.size() == 4);
  CHECK(with[0].masts_off == Masts{1, 3, 5});
  CHECK(with[1].id == "S2");
  CHECK(with[1].masts_off == Masts{3});
  world.network.sites[3].status = network::SiteStatus::kOff;
  const std::vector<FailureEvent> without = tests::events_of(world, FailureKind::kFibre);
  REQUIRE(without.size() == 2);
  CHECK(without[0].masts_off == Masts{1, 5});
  CHECK(without[1].id == "S5");
}

TEST_CASE("a district's grid takes the masts on it whose batteries do not last") {
  scenario::Scenario world = tests::failing_world();
  CHECK(tests::events_of(world, FailureKind::kGrid).empty());
  for (network::Site& site : world.network.sites)
    site.power = PowerSource::kGrid;
  for (network::Hamlet& hamlet : world.network.hamlets)
    hamlet.district = "Bắc";
  world.network.sites[0].power = PowerSource::kSolar;
  world.network.sites[1].battery_hours = 8.0;
  world.network.sites[2].battery_hours = 7.9;
  world.network.sites[3].status = network::SiteStatus::kOff;
  const std::vector<FailureEvent> events = tests::events_of(world, FailureKind::kGrid);
  REQUIRE(events.size() == 1);
  CHECK(events[0].id == "Bắc");
  CHECK(events[0].masts_off == Masts{2, 4, 5});
  CHECK(events[0].position.x_m == doctest::Approx(500000.0 + (9000.0 + 6100.0 + 2500.0) / 3.0));
  world.options.analysis.outage_hours = 4.0;
  CHECK(tests::events_of(world, FailureKind::kGrid).front().masts_off == Masts{4, 5});
}
