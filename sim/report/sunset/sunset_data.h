#pragma once

#include "sim/scenario/scenario.h"
#include "sim/sunset/sunset.h"

namespace phusong::report {

/// What the files of a sunset are made from.
struct SunsetData {
  const scenario::Scenario& scenario;
  const sunset::SunsetCase& sunset;
  const sunset::SunsetResult& result;

  const network::Network& network() const { return scenario.network; }
  const scenario::SunsetOptions& options() const { return scenario.options.sunset; }
  /// The network's cells and the new ones, by the index that steps and signals use.
  std::vector<network::Cell> cells() const { return all_cells(scenario.network, sunset.more); }
};

}  // namespace phusong::report
