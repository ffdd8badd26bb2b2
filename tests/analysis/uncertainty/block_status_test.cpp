#include "sim/analysis/uncertainty/block_status.h"

#include <doctest/doctest.h>

#include <random>

#include "sim/coverage/verdict_rules.h"

using namespace phusong;
using coverage::Status;

namespace {

Status status_at(const analysis::BlockStatus& status, std::size_t draw) {
  REQUIRE(status.covered[draw] + status.hollow[draw] + status.white[draw] == 1);
  if (status.covered[draw] != 0) return Status::kCovered;
  return status.hollow[draw] != 0 ? Status::kHollow : Status::kWhite;
}

/// Some points without weight, one of them the centre at times; now and then no centre.
analysis::HamletReception random_hamlet(std::mt19937& random) {
  analysis::HamletReception reception;
  const std::size_t points = 1 + random() % 6;
  const bool has_centre = random() % 4 != 0;
  for (std::size_t i = 0; i < points; ++i) {
    reception.weights.push_back(static_cast<double>(random() % 5) / 8.0);
    reception.numbers.push_back(static_cast<std::uint32_t>(has_centre ? i : i + 1));
  }
  return reception;
}

}  // namespace

TEST_CASE("a block is judged as the coverage stage judges each draw") {
  std::mt19937 random(3);
  std::array<int, 3> seen{};
  for (int round = 0; round < 300; ++round) {
    scenario::ServiceOptions service{.hamlet_covered_share = 0.75};
    service.white_rule = static_cast<scenario::WhiteRule>(random() % 3);
    scenario::PlanOptions plan;
    plan.combine = random() % 2 == 0 ? scenario::Combine::kAny : scenario::Combine::kAll;
    const analysis::ServiceBits bits(plan);
    const analysis::HamletReception reception = random_hamlet(random);
    analysis::ServedBlock served(reception.weights.size());
    for (auto& of_point : served) {
      for (std::uint32_t& of_draw : of_point)
        of_draw = static_cast<std::uint32_t>(random() | random());
    }
    for (std::size_t set = 0; set < 3; ++set) {
      const analysis::BlockStatus status = judge_block(reception, served, bits, set, service);
      for (std::size_t draw = 0; draw < analysis::kBlockDraws; ++draw) {
        std::vector<coverage::CountedPoint> counted;
        bool centre = false;
        for (std::size_t i = 0; i < served.size(); ++i) {
          const bool is_served = bits.is_served(served[i][draw], set);
          counted.push_back({.weight = reception.weights[i], .served = is_served});
          if (reception.numbers[i] == 0) centre = is_served;
        }
        const Status expected = judge(counted, centre, service).status;
        CHECK(status_at(status, draw) == expected);
        ++seen[static_cast<std::size_t>(expected)];
      }
    }
  }
  for (const int times : seen)
    CHECK(times > 1000);
}

TEST_CASE("one bit is a set's where any technology will do, one for each where all must") {
  scenario::PlanOptions plan;
  plan.target.technologies = {network::Technology::k3G, network::Technology::k4G};
  const analysis::ServiceBits any(plan);
  CHECK(any.most_sets() == 32);
  CHECK(any.bit(3, network::Technology::k3G) == any.bit(3, network::Technology::k4G));
  CHECK(any.bit(3, network::Technology::k2G) == 0);
  CHECK(any.is_served(any.bit(3, network::Technology::k3G), 3));
  CHECK(!any.is_served(any.bit(3, network::Technology::k3G), 2));
  plan.combine = scenario::Combine::kAll;
  const analysis::ServiceBits all(plan);
  CHECK(all.most_sets() == 16);
  CHECK(!all.is_served(all.bit(2, network::Technology::k3G), 2));
  CHECK(all.is_served(all.bit(2, network::Technology::k3G) | all.bit(2, network::Technology::k4G), 2));
  CHECK(!all.is_served(all.bit(2, network::Technology::k3G) | all.bit(1, network::Technology::k4G), 2));
}
