#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gis/terrain.h"
#include "sim/coverage/store/path_loss_store.h"
#include "sim/network/technology.h"
#include "sim/progress/progress.h"
#include "sim/scenario/scenario.h"

namespace phusong::coverage {

/// The maps of one technology as one operator's customers (or anybody's) see it; rows × columns of the
/// terrain's grid from the north-west.
struct TechnologyMaps {
  network::Technology technology = network::Technology::k4G;
  std::vector<float> level_dbm;            ///< of the strongest cell; NaN where no cell is in range
  std::vector<float> probability;          ///< that its level exceeds the threshold; NaN off the terrain
  std::vector<std::uint16_t> best_server;  ///< key of `legend`; 0 = none in range
  std::vector<std::uint16_t> overlap;      ///< cells within 5 dB of the best where it reaches the threshold, else 0
  std::map<std::uint16_t, std::string> legend;  ///< best_server value -> cell_id, for the cells on air
  // Of the best server, where coverage.quality, else without places; NaN where there is none. No verdict rests on them.
  std::vector<float> sinr_db;          ///< 2G: C/I; 3G: Ec/Io of the pilot
  std::vector<float> throughput_mbps;  ///< 4G, 5G: the peak for one user alone; NaN also for an unknown bandwidth
};

/// The maps of one operator.
struct OperatorMaps {
  std::string operator_name;
  std::vector<TechnologyMaps> technologies;
};

/// All maps of a run.
struct CoverageMaps {
  gis::Grid grid;
  std::vector<OperatorMaps> operators;
  /// Share of the paths to a cell's centre that have a void sample; NaN where there is no path.
  std::vector<float> terrain_gaps;
};

/// Computes the maps in tiles over all threads; the same result for any number of threads, and with or without a
/// `store` for path loss, which may be null. Throws progress::Stopped.
CoverageMaps compute_maps(const scenario::Scenario& scenario, const gis::Terrain& terrain, progress::Progress& progress,
                          PathLossStore* store = nullptr);

}  // namespace phusong::coverage
