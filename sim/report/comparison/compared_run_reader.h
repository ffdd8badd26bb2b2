#pragma once

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

/// The operator that a run's hamlets and targets are judged for. Throws gis::InputError where kpi.json is absent or its
/// format is none that is known.
std::string main_operator_of(const StoredRun& run);

/// Reads what two runs are compared by. Throws gis::InputError naming the file that is absent, or not as a run writes
/// it.
analysis::ComparedRun read_compared_run(const StoredRun& run, const ComparedReading& reading);

// Its parts.
std::vector<analysis::ComparedHamlet> read_compared_hamlets(const StoredRun& run,
                                                            const std::vector<network::Technology>& technologies);
/// The totals of kpi.json into `compared`.
void read_compared_areas(const StoredRun& run, const ComparedReading& reading, analysis::ComparedRun& compared);
/// Nothing where the run has no such stage.
std::optional<analysis::ComparedPlan> read_compared_plan(const StoredRun& run, const gis::WorkingCrs& crs);
std::optional<analysis::ComparedSunset> read_compared_sunset(const StoredRun& run);
std::optional<analysis::ComparedResilience> read_compared_resilience(const StoredRun& run);
std::optional<std::vector<analysis::NamedFigureValues>> read_compared_uncertainty(const StoredRun& run);

}  // namespace phusong::report
