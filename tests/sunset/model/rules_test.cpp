#include <doctest/doctest.h>

#include "sim/sunset/model/handsets.h"
#include "sim/sunset/model/quarter.h"
#include "sim/sunset/model/subsidy_need.h"
#include "sim/sunset/radio/band.h"
#include "sim/sunset/radio/cell_services.h"
#include "sim/sunset/radio/hamlet_handsets.h"
#include "tests/sunset/tiny_sunset.h"

using namespace phusong;
using namespace phusong::sunset;
using network::Technology;

TEST_CASE("handsets are counted whole, the remainder with the largest class") {
  network::Hamlet hamlet;
  hamlet.handsets = 101;
  hamlet.share_2g_only = 0.05;
  hamlet.share_3g_only = 0.045;
  hamlet.share_volte = 0.5;
  const ClassCounts counts = initial_counts(hamlet, 101);
  CHECK(counts == ClassCounts{5, 5, 41, 50});  // 51 rounded, less the one that is over
  CHECK(total(counts) == 101);
}

TEST_CASE("operators share a hamlet's handsets equally, or as a table says") {
  network::Hamlet hamlet;
  hamlet.handsets = 100;
  CHECK(handsets_of_operator(hamlet, "A", 3) == 33);
  hamlet.operator_shares = {{"A", 0.7}, {"B", 0.3}};
  CHECK(handsets_of_operator(hamlet, "A", 3) == 70);
  CHECK(handsets_of_operator(hamlet, "C", 3) == 0);
}

TEST_CASE("uptake takes whole handsets from every class without VoLTE") {
  const ClassCounts first = {10, 3, 100, 7};
  CHECK(after_uptake(first, 0.15, 0) == first);
  CHECK(after_uptake(first, 0.15, 4) == ClassCounts{8, 2, 85, 25});
  CHECK(after_uptake(first, 0.15, 8) == ClassCounts{7, 2, 72, 39});
  CHECK(after_uptake(first, 1.0, 1) == ClassCounts{0, 0, 0, 120});
}

TEST_CASE("no more handsets of a class move than it has") {
  CHECK(with_subsidies({2, 0, 5, 1}, {3, 1, 2, 0}) == ClassCounts{0, 0, 3, 5});
}

TEST_CASE("a class has voice and data on the technologies that it can use") {
  const auto has_voice = [](ServiceMask mask, HandsetClass c) { return (mask & bit(Service::kVoice, c)) != 0; };
  const auto has_data = [](ServiceMask mask, HandsetClass c) { return (mask & bit(Service::kData, c)) != 0; };
  const ServiceMask on_2g = services_of({.technology = Technology::k2G}, false);
  const ServiceMask on_3g = services_of({.technology = Technology::k3G}, false);
  const ServiceMask on_4g = services_of({.technology = Technology::k4G}, false);
  for (const HandsetClass c : {HandsetClass::k2gOnly, HandsetClass::k3gOnly, HandsetClass::k4gWithoutVolte}) {
    CHECK(has_voice(on_2g, c));
    CHECK_FALSE(has_voice(on_4g, c));
    CHECK_FALSE(has_data(on_2g, c));
  }
  CHECK_FALSE(has_voice(on_3g, HandsetClass::k2gOnly));
  CHECK(has_voice(on_3g, HandsetClass::k4gWithoutVolte));
  CHECK(has_voice(on_4g, HandsetClass::kVolte));
  CHECK(has_data(on_3g, HandsetClass::k3gOnly));
  CHECK_FALSE(has_data(on_4g, HandsetClass::k3gOnly));
  CHECK(has_data(on_4g, HandsetClass::k4gWithoutVolte));
  CHECK(services_of({.technology = Technology::k4G, .voice = false}, false) ==
        (bit(Service::kData, HandsetClass::k4gWithoutVolte) | bit(Service::kData, HandsetClass::kVolte)));
  CHECK(services_of({.technology = Technology::k5G}, false) == 0);
}

TEST_CASE("another operator's cell serves with national roaming alone, and never a call that falls back") {
  const Supplier other{.technology = Technology::k3G, .own_operator = false};
  CHECK(services_of(other, false) == 0);
  const ServiceMask roaming = services_of(other, true);
  CHECK((roaming & bit(Service::kVoice, HandsetClass::k3gOnly)) != 0);
  CHECK((roaming & bit(Service::kData, HandsetClass::k4gWithoutVolte)) != 0);
  CHECK((roaming & bit(Service::kVoice, HandsetClass::k4gWithoutVolte)) == 0);
}

TEST_CASE("a cell without channels stands for its operator's whole band") {
  network::Cell cell;
  cell.frequency_mhz = 947.5;
  CHECK(shares_channels(cell, 930.0, 5.0));
  CHECK_FALSE(shares_channels(cell, 1842.5, 20.0));
  cell.channel_low_mhz = 935.0;
  cell.channel_high_mhz = 945.0;
  CHECK_FALSE(shares_channels(cell, 932.5, 5.0));
  CHECK(shares_channels(cell, 933.0, 5.0));
}

TEST_CASE("quarters follow each other over the years") {
  const Quarter start = parse_quarter("2024-Q4");
  CHECK(start.name() == "2024-Q4");
  CHECK(start.plus(7).name() == "2026-Q3");
  CHECK(start.plus(-1).last_day() == "2024-09-30");
  CHECK(start.plus(1).first_day() == "2025-01-01");
}

TEST_CASE("the fewest handsets are found for voice and data together") {
  // At the only spot VoLTE has both, 4G without VoLTE has data alone, and the older ones nothing.
  ServedWeights weights;
  weights.of[bit_index(Service::kVoice, kVolteIndex)] = 1.0;
  weights.of[bit_index(Service::kData, kVolteIndex)] = 1.0;
  weights.of[bit_index(Service::kData, 2)] = 1.0;
  const ClassCounts counts = {4, 2, 3, 1};
  const Demand demand{.voice_floor = 0.5, .data_floor = 0.7};
  const auto fewest = fewest_subsidies(demand, weights, counts);
  REQUIRE(fewest);
  CHECK(total(*fewest) == 4);  // 4 more voices, 3 of them with new data
  CHECK(floors_hold(demand, weights, with_subsidies(counts, *fewest)));
  CHECK_FALSE(fewest_subsidies({.voice_floor = 1.0, .data_floor = 1.0}, {}, counts));
}
