#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  ServiceTotals target;            ///< over the target's technologies
  ServiceTotals mobile_broadband;  ///< over new_countryside.technologies, any of them
  ServiceTotals any_technology;    ///< of all computed; people_reached is not known and stays 0
};

/// A province, a district (commune empty), a commune, or what an old commune brought into it. A commune's name alone is
/// not unique.
struct Area {
  std::string province, district, commune;
  std::string commune_old{};  ///< before the mergers; empty in an area of today's units
  // clang-tidy 14 takes the 0 that <=> is compared with for a pointer.
  auto operator<=>(const Area&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// The levels of areas, the whole first.
enum class AreaLevel { kTotal, kProvince, kDistrict, kCommune, kOldCommune };
/// "total", "province", "district", "commune", "commune_old"
std::string_view name_of(AreaLevel level);

/// What an area's hamlets add up to.
struct AreaTotals {
  Area area;
  std::vector<std::size_t> hamlets;  ///< indices into Network::hamlets, ascending
  std::int64_t population = 0;
  std::int64_t fixed_broadband_hamlets = 0;
  double smartphone_people = 0.0;  ///< Σ population · share_smartphone
  std::vector<OperatorTotals> operators;
};

/// The hamlets that an operator's mobile broadband covers, of all hamlets.
double mobile_broadband_share(const AreaTotals& area, std::size_t operator_index);
/// Hamlets with fixed broadband of all hamlets.
double fixed_broadband_share(const AreaTotals& area);
/// Mean share of smartphones, weighted by population; nothing where nobody lives.
std::optional<double> smartphone_share(const AreaTotals& area);

/// All sums of a run; areas sorted by name in byte order.
struct Totals {
  AreaTotals all;  ///< of the whole table; its area is empty
  std::vector<AreaTotals> provinces;
  std::vector<AreaTotals> districts;  ///< none where no hamlet has a district
  std::vector<AreaTotals> communes;
  std::vector<AreaTotals> communes_old;  ///< none where no hamlet has an old commune
};

Totals add_up(const network::Network& network, const coverage::CoverageResult& result, bool hollow_counts);

}  // namespace phusong::report
