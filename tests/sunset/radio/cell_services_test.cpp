#include "sim/sunset/radio/cell_services.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::sunset;
using network::Technology;

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
