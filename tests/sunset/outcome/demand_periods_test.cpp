#include "sim/sunset/outcome/demand_periods.h"

#include <doctest/doctest.h>

#include "tests/sunset/three_hamlets.h"

using namespace phusong;
using namespace phusong::sunset;
using tests::three_hamlets;

namespace {

std::vector<DemandPeriod> periods_of(const SunsetModel& model, const Schedule& schedule) {
  return demand_periods(model, schedule, replay_weights(model, schedule));
}

}  // namespace

TEST_CASE("each demand has a row per period, with its shares, its classes and the handsets given in the period") {
  const SunsetModel model = three_hamlets();
  Schedule schedule(model);
  schedule.off_period[1] = schedule.on_period[1] = 2;
  schedule.subsidies = {{1, 2, {1, 0, 0, 0}}, {1, 3, {1, 0, 0, 0}}};
  const std::vector<DemandPeriod> rows = periods_of(model, schedule);
  REQUIRE(rows.size() == 3 * 4);
  const DemandPeriod* const second = &rows[4];
  CHECK(second[0].hamlet == 1);
  CHECK(second[0].shares.voice == 1.0);
  CHECK(second[0].class_shares[0] == 0.2);
  CHECK(total(second[1].subsidised) == 0);
  CHECK(second[2].period == 2);
  CHECK(second[2].shares.voice == doctest::Approx(0.9));
  CHECK(second[2].shares.data == doctest::Approx(0.9));
  CHECK(second[2].subsidised == ClassCounts{1, 0, 0, 0});
  CHECK(second[3].shares.voice == 1.0);
  CHECK(second[3].class_shares[kVolteIndex] == 1.0);
  CHECK(second[3].voice_floor == 1.0);
}

TEST_CASE("handsets that are cut off are counted in the worst period of each demand") {
  const SunsetModel model = three_hamlets();
  Schedule schedule(model);
  CHECK(handsets_cut(periods_of(model, schedule)) == 0);
  schedule.off_period[1] = 1;
  schedule.on_period[1] = 2;
  CHECK(handsets_cut(periods_of(model, schedule)) == 10);
  schedule.off_period[0] = 3;
  CHECK(handsets_cut(periods_of(model, schedule)) == 12);
}

TEST_CASE("uptake moves handsets to VoLTE without subsidies") {
  SunsetModel model = three_hamlets();
  model.uptake_per_year = 1.0;
  const std::vector<DemandPeriod> rows = periods_of(model, Schedule(model));
  CHECK(rows[0].class_shares[kVolteIndex] == 0.8);
  CHECK(rows[1].class_shares[kVolteIndex] == 1.0);
}

TEST_CASE("the handsets that are cut off are rounded up for each demand before they are added up") {
  std::vector<DemandPeriod> rows;
  for (std::size_t hamlet = 0; hamlet < 2; ++hamlet) {
    rows.push_back({.hamlet = hamlet, .period = 0, .shares = {.voice = 1.0}, .handsets = 10});
    rows.push_back({.hamlet = hamlet, .period = 1, .shares = {.voice = 0.96}, .handsets = 10});
  }
  CHECK(handsets_cut(rows) == 2);
}
