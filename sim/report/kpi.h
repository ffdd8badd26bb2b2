#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/report/kpi_stages.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// kpi.json: totals of the whole, each province, district and commune, by operator and technology, and what the plan,
/// the sunset and the uncertainty say of them. Its form is kpi.schema.json, its keys are explained in OUTPUTS.md.
std::string kpi_json(const RunData& run, const KpiStages& kpis = {});

/// What a command prints for --json: where the run is, its totals, its warnings, and the results of further stages by
/// name, given as JSON texts.
std::string result_json(const RunData& run, const std::string& folder,
                        const std::vector<std::pair<std::string, std::string>>& stages = {},
                        const KpiStages& kpis = {});

}  // namespace phusong::report
