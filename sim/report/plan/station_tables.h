#pragma once

#include <vector>

#include "gis/vector_writer.h"
#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// New masts, poles and relays, and the builder's rows on masts of others, in the form of the sites table.
gis::OutputTable new_site_table(const PlanData& data);
std::vector<gis::LonLat> new_site_positions(const PlanData& data);

/// The masts that exist and get equipment, in the form of the sites table; then what is added, and the site_id of the
/// row that the new cells refer to.
gis::OutputTable upgrade_table(const PlanData& data);

/// The new cells in the form of the cells table, every value written out.
gis::OutputTable new_cell_table(const PlanData& data);

}  // namespace phusong::report
