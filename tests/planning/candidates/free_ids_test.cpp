#include "sim/planning/candidates/free_ids.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

using namespace phusong;

namespace {

network::Network network_with_site(const std::string& id, network::SiteStatus status) {
  network::Network network;
  network.sites.push_back({.site_id = id, .status = status});
  return network;
}

}  // namespace

TEST_CASE("an id that nobody has is given as wished, and with a number from 2 up the times after") {
  planning::FreeIds ids(network::Network{});
  CHECK(ids.take("N-1") == "N-1");
  CHECK(ids.take("N-1") == "N-1.2");
  CHECK(ids.take("N-1") == "N-1.3");
  CHECK(ids.take("N-2") == "N-2");
}

TEST_CASE("an id given out before is passed over where a number would make it again") {
  planning::FreeIds ids(network::Network{});
  CHECK(ids.take("N.2") == "N.2");
  CHECK(ids.take("N") == "N");
  CHECK(ids.take("N") == "N.3");
}

TEST_CASE("the ids of sites are taken but for those of candidates, which keep their name when they are built") {
  using enum network::SiteStatus;
  for (const auto status : {kExisting, kPlanned, kOff}) {
    planning::FreeIds ids(network_with_site("S", status));
    CHECK(ids.take("S") == "S.2");
  }
  planning::FreeIds ids(network_with_site("S", kCandidate));
  CHECK(ids.take("S") == "S");
}

TEST_CASE("the ids of cells are taken") {
  network::Network network;
  network.cells.push_back({.cell_id = "C"});
  CHECK(planning::FreeIds(network).take("C") == "C.2");
}

TEST_CASE("no id is given out twice, whatever is wished for") {
  CHECK(rc::check([] {
    planning::FreeIds ids(network_with_site("a.2", network::SiteStatus::kExisting));
    std::set<std::string> given = {"a.2"};
    const auto wishes = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element(std::string("a"), std::string("a.2"), std::string("a.2.2"), std::string("b")));
    for (const std::string& wish : wishes) {
      const std::string id = ids.take(wish);
      RC_ASSERT(id.starts_with(wish));
      RC_ASSERT(given.insert(id).second);
    }
  }));
}
