#pragma once

#include <map>
#include <string>

#include "gis/problem.h"
#include "sim/network/network.h"

namespace phusong::scenario {

/// Checks the column `backhaul_to` of all sites: it names a site of the table, and following it from mast to mast ends
/// somewhere. `row_of_id` has every site_id that was read, those of rows with other problems included.
void check_backhaul_links(const network::Network& network, const std::map<std::string, long>& row_of_id,
                          gis::Problems& problems);

}  // namespace phusong::scenario
