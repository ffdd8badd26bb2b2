#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/coverage/verdict.h"
#include "sim/network/network.h"

namespace phusong::report {

/// Hamlets and people by what they get from one operator.
struct ServiceTotals {
  std::int64_t hamlets_covered = 0, hamlets_hollow = 0, hamlets_white = 0, hamlets_unknown = 0;
  std::int64_t hamlets_counted = 0;  ///< covered, and hollow where plan.hollow_counts
  std::int64_t people_covered = 0;   ///< population of the hamlets counted
  double people_reached = 0.0;       ///< Σ population · share
};

/// One operator's totals, in the order of CoverageResult::operators.
struct OperatorTotals {
  network::PerTechnology<ServiceTotals> by_technology;
  ServiceTotals target;          ///< over the target's technologies
  ServiceTotals any_technology;  ///< of all computed; people_reached is not known and stays 0
};

/// A province, a district (commune empty) or a commune. A commune's name alone is not unique.
struct Area {
  std::string province, district, commune;
  // clang-tidy 14 takes the 0 that <=> is compared with for a pointer.
  auto operator<=>(const Area&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// What an area's hamlets add up to.
struct AreaTotals {
  Area area;
  std::vector<std::size_t> hamlets;  ///< indices into Network::hamlets, ascending
  std::int64_t population = 0;
  std::int64_t fixed_broadband_hamlets = 0;
  double smartphone_people = 0.0;  ///< Σ population · share_smartphone
  std::vector<OperatorTotals> operators;
};

/// Hamlets with fixed broadband of all hamlets.
double fixed_broadband_share(const AreaTotals& area);
/// Mean share of smartphones, weighted by population; nothing where nobody lives.
std::optional<double> smartphone_share(const AreaTotals& area);

/// All sums of a run; areas sorted by name in byte order.
struct Totals {
  AreaTotals all;  ///< of the whole table; its area is empty
  std::vector<AreaTotals> provinces, districts, communes;
};

Totals add_up(const network::Network& network, const coverage::CoverageResult& result, bool hollow_counts);

}  // namespace phusong::report
