#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/comparison/area_comparison.h"
#include "sim/analysis/comparison/hamlet_changes.h"
#include "sim/analysis/comparison/plan_comparison.h"
#include "sim/analysis/comparison/setting_changes.h"
#include "sim/analysis/comparison/sunset_comparison.h"

namespace phusong::analysis {

/// Losses by one failing mast, link or grid.
struct FailureLoss {
  std::string event, id;
  double people_lost = 0.0;
};

struct ComparedResilience {
  std::vector<NamedFigureValues> by_event;  ///< site, fibre, grid
  std::vector<FailureLoss> losses;
};

/// A run as its files have it.
struct ComparedRun {
  std::string version, instruction_set, working_crs;
  std::string scenario, title;
  std::string main_operator;  ///< the hamlets' and the targets': "any", or the only one
  std::vector<std::string> operators;
  std::vector<network::Technology> technologies;
  std::vector<OptionValue> options;
  std::vector<RunInput> inputs;
  std::vector<ComparedHamlet> hamlets;
  ComparedArea total;
  std::vector<ComparedArea> provinces, districts, communes;
  std::optional<ComparedPlan> plan;
  std::optional<ComparedSunset> sunset;
  std::optional<ComparedResilience> resilience;
  std::optional<std::vector<NamedFigureValues>> uncertainty;  ///< by operator, and with the plan
};

/// Names that both runs have, and those of one alone.
struct NameComparison {
  std::vector<std::string> compared, only_a, only_b;
};
NameComparison compare_names(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// A failing part by which more or fewer people lose their service; nothing where a run has no such part.
struct FailureChange {
  std::string event, id;
  std::optional<double> people_lost_a, people_lost_b;
};
struct ResilienceComparison {
  bool in_a = false, in_b = false;
  std::vector<NamedFigures> by_event;
  std::vector<FailureChange> changes;
};
struct UncertaintyComparison {
  bool in_a = false, in_b = false;
  std::vector<NamedFigures> states;
};

/// How B differs from A.
struct RunComparison {
  std::vector<network::Technology> technologies;  ///< in both
  NameComparison technology_names, operators;
  InputComparison inputs;
  std::vector<OptionChange> options;
  HamletComparison hamlets;
  AreaComparison total;
  std::vector<AreaComparison> provinces, districts, communes;
  std::optional<PlanComparison> plan;
  std::optional<SunsetComparison> sunset;
  std::optional<ResilienceComparison> resilience;
  std::optional<UncertaintyComparison> uncertainty;
};

RunComparison compare_runs(const ComparedRun& a, const ComparedRun& b);

}  // namespace phusong::analysis
