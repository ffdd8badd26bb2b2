#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/uncertainty/uncertainty.h"
#include "sim/coverage/verdict.h"
#include "sim/report/plan/plan_data.h"
#include "sim/report/totals.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// How a number of kpi.json is written: whole, a share with 6 decimals, or an amount with 2.
enum class KpiKind { kCount, kShare, kAmount };

/// A number of kpi.json under its key; nothing where it is not known.
struct KpiFigure {
  std::string_view name;
  KpiKind kind = KpiKind::kCount;
  std::optional<double> value{};
};

/// The key figures of a plan: of the whole, and what it does for each hamlet.
struct PlanKpis {
  std::string operator_name;
  bool reached = false;                           ///< the target
  std::vector<KpiFigure> totals;                  ///< stations and costs
  std::vector<bool> served_before, served_after;  ///< by hamlet: whether it counts towards the goal
  std::vector<coverage::Status> status_after;     ///< by hamlet; none where the goal is fixed broadband
};

/// The handsets of one hamlet in a sunset, over all operators.
struct HamletHandsets {
  double handsets = 0.0;
  double voice_before = 0.0, voice_after = 0.0, data_before = 0.0, data_after = 0.0;  ///< handsets with the service
  std::int64_t subsidised = 0;
  bool holds_back = false;  ///< keeps cells on
};

/// The key figures of a sunset.
struct SunsetKpis {
  std::string technology;
  bool reached = false;                              ///< all cells go off
  std::optional<std::string> last_cell_off_quarter;  ///< "2026-Q1"
  std::vector<KpiFigure> totals;
  std::vector<HamletHandsets> hamlets;
};

/// What the stages after coverage add to kpi.json. A stage that did not run is nothing.
struct KpiStages {
  std::optional<PlanKpis> plan;
  std::optional<SunsetKpis> sunset;
  const analysis::Uncertainty* uncertainty = nullptr;
};

PlanKpis plan_kpis(const PlanData& data);
SunsetKpis sunset_kpis(const network::Network& network, const sunset::SunsetOutcome& outcome);

// The figures of an area, in the order of kpi.json and of the columns of kpi.csv. The keys are the same for every run;
// all values are nothing where the stage did not run.

std::vector<KpiFigure> plan_figures(const KpiStages& stages, const network::Network& network, const AreaTotals& area);
std::vector<KpiFigure> sunset_figures(const KpiStages& stages, const AreaTotals& area);
std::vector<KpiFigure> uncertainty_figures(const KpiStages& stages, const AreaTotals& area);

}  // namespace phusong::report
