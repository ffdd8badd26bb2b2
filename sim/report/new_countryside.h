#pragma once

#include <cstdint>
#include <optional>

#include "sim/report/run_data.h"

namespace phusong::report {

/// How the communes of an area stand against the telecom criterion of a new countryside commune (nông thôn mới), the
/// keys of [new_countryside], for the main operator. Numbers of several communes are added up.
struct NewCountryside {
  std::int64_t communes = 0;      ///< those with a name
  std::int64_t communes_met = 0;  ///< that meet all that is asked for
  std::int64_t hamlets_served = 0;
  std::int64_t hamlets_missing = 0;            ///< the fewest further hamlets with service that would do
  std::int64_t broadband_hamlets_missing = 0;  ///< the same, with fixed broadband
  std::int64_t communes_short_of_smartphones = 0;

  /// Nothing where the area has no commune.
  std::optional<bool> met() const;
  std::optional<double> share_met() const;
};

/// The communes that lie in an area of that level, or the area itself where it is one.
NewCountryside new_countryside(const RunData& run, AreaLevel level, const AreaTotals& area);

}  // namespace phusong::report
