#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "gis/terrain.h"
#include "sim/cli/arguments.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/scenario/scenario.h"

namespace phusong::cli {

/// Where path losses are kept from run to run.
struct StoreOptions {
  std::string folder;     ///< empty: phusong under $XDG_CACHE_HOME, or under ~/.cache
  bool disabled = false;  ///< --no-store
  double limit_gb = 10.0;
};

void add_store_options(ArgumentParser& parser, StoreOptions& options);

/// Throws UsageError where the options exclude each other.
void check_store_options(const StoreOptions& options);

/// The store for the losses over a terrain. Where its folder cannot be used: a warning on `err`. Without a folder
/// losses are kept in memory where stages need them again, and nowhere else.
std::unique_ptr<coverage::PathLossStore> open_store(const StoreOptions& options, const scenario::Scenario& scenario,
                                                    const gis::Terrain& terrain, bool needs_losses_again,
                                                    std::ostream& err);

}  // namespace phusong::cli
