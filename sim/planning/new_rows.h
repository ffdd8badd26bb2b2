#pragma once

#include <string>
#include <vector>

#include "sim/network/network.h"

namespace phusong::planning {

/// A cell to add to the cells table.
struct NewCell {
  network::Cell cell;  ///< its `site` is not set
  std::string site_id;
  std::size_t equipment = 0;  ///< index into PlanTables::equipment
};

/// A mast that exists and gets equipment.
struct UpgradedMast {
  network::Site mast;
  std::string site_id;  ///< of the row that the new cells refer to: the builder's own
  std::vector<network::Technology> technologies;
};

/// The rows that a plan adds to the tables: sites and cells with these rows are the network with the plan built.
struct NewRows {
  std::vector<network::Site> sites;  ///< new masts and poles, relays, and the builder's rows on masts of others
  std::vector<UpgradedMast> upgrades;
  std::vector<NewCell> cells;
};

}  // namespace phusong::planning
