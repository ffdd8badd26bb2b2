#pragma once

#include <span>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/report/plan/plan_data.h"

namespace phusong::report {

/// Rows in the form of the sites table, and of the cells table with every value written out.
gis::OutputTable site_rows_table(const char* name, const scenario::Scenario& scenario,
                                 std::span<const network::Site> sites);
gis::OutputTable cell_rows_table(const char* name, const scenario::Scenario& scenario,
                                 std::span<const planning::NewCell> cells);

/// New masts, poles and relays, and the builder's rows on masts of others, in the form of the sites table.
gis::OutputTable new_site_table(const PlanData& data);
std::vector<gis::LonLat> new_site_positions(const PlanData& data);

/// The masts that exist and get equipment, in the form of the sites table; then what is added, and the site_id of the
/// row that the new cells refer to.
gis::OutputTable upgrade_table(const PlanData& data);

/// The new cells in the form of the cells table, every value written out.
gis::OutputTable new_cell_table(const PlanData& data);

}  // namespace phusong::report
