#pragma once

#include <filesystem>
#include <vector>

#include "sim/network/network.h"
#include "sim/scenario/pattern_library.h"
#include "sim/scenario/table_context.h"

namespace phusong::scenario {

/// Where the tables of [network] are.
struct NetworkInputs {
  std::filesystem::path folder;
  const Options& options;
  const std::vector<InputFile>& files;  ///< those that can be opened
};

/// Reads the tables of [network]. Every problem of every table is added, but none that follows from another: no
/// cell is blamed for a site whose row is wrong.
network::Network read_network(const NetworkInputs& inputs, PatternLibrary& patterns, const TableContext& context);

}  // namespace phusong::scenario
