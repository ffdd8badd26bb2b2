#pragma once

#include <cstdint>
#include <optional>

#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// The main figures of a run, read back from its kpi.json; nothing where the run has none.
struct StoredKpis {
  std::optional<bool> plan_reached, sunset_reached;
  std::optional<std::int64_t> hamlets_covered;  ///< of the target's technologies: with the plan, where there is one
  std::optional<double> capex_million_vnd;      ///< of the plan
  std::optional<double> gap;                    ///< of the plan, relative
};

/// Throws gis::InputError where the file is absent or another program has changed its form.
StoredKpis stored_kpis(const StoredRun& run);

}  // namespace phusong::report
