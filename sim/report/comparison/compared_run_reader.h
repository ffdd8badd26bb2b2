#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "gis/crs.h"
#include "sim/analysis/comparison/run_comparison.h"
#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// How runs are read that are to be compared.
struct ComparedReading {
  const gis::WorkingCrs& crs;               ///< of both: places are compared in it
  std::vector<std::string> area_operators;  ///< the totals of areas are read for these alone
};

/// kpi.json of a run. Throws gis::InputError where it is absent or its format is none that is known.
nlohmann::ordered_json stored_totals(const StoredRun& run);
/// The operator that a run's hamlets and targets are judged for, by its kpi.json.
std::string main_operator_of(const nlohmann::ordered_json& totals);

/// Reads what two runs are compared by; `totals` is the run's kpi.json. Throws gis::InputError naming the file that is
/// absent, or not as a run writes it.
analysis::ComparedRun read_compared_run(const StoredRun& run, const nlohmann::ordered_json& totals,
                                        const ComparedReading& reading);

// Its parts.
/// With the services of all `operators`.
std::vector<analysis::ComparedHamlet> read_compared_hamlets(const StoredRun& run,
                                                            const std::vector<network::Technology>& technologies,
                                                            const std::vector<std::string>& operators);
/// Nothing where the run has no such stage.
std::optional<analysis::ComparedPlan> read_compared_plan(const StoredRun& run, const gis::WorkingCrs& crs);
std::optional<analysis::ComparedSunset> read_compared_sunset(const StoredRun& run);
std::optional<analysis::ComparedResilience> read_compared_resilience(const StoredRun& run);
std::optional<std::vector<analysis::NamedFigureValues>> read_compared_uncertainty(const StoredRun& run);

}  // namespace phusong::report
