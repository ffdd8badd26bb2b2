#pragma once

#include <filesystem>
#include <vector>

#include "sim/network/network.h"
#include "sim/scenario/plan_tables.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/table_context.h"

namespace phusong::scenario {

/// What the tables of [plan] and [backhaul] are read with.
struct PlanTableInputs {
  std::filesystem::path folder;
  const Options& options;
  const std::vector<InputFile>& files;  ///< those that can be opened
  const network::Network& network;
};

/// Equipment, costs, candidates and fibre nodes; the program's assumptions where there is no table.
PlanTables read_plan_tables(const PlanTableInputs& inputs, const TableContext& context);

/// The items whose costs the scenario can need.
std::vector<std::string> needed_cost_items(const PlanTableInputs& inputs, const PlanTables& tables);

}  // namespace phusong::scenario
