#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/column.h"
#include "sim/network/technology.h"

namespace phusong::report {

// QGIS styles of vector layers as the text of a .qml file. The same text stands beside a layer,
// inside its GeoPackage and in the project. `columns` are those of the layer: their names in the language become
// aliases.

/// A symbol of its own shape and colour for each status, told apart by a colour-blind reader and in grey too; the names
/// of those that lack coverage, of all at larger scales; a map tip with status, reason and cheapest fix.
std::string hamlet_style(std::string_view language, const std::vector<gis::Column>& columns);

/// The same by the status of one technology. Coverage lies under it, so names are at larger scales alone.
std::string technology_hamlet_style(std::string_view language, const std::vector<gis::Column>& columns,
                                    network::Technology technology);

/// Shape and colour by what fails, size by the people of the row's operator whose coverage falls; events without such
/// people are not drawn.
std::string resilience_style(std::string_view language, const std::vector<gis::Column>& columns);

/// How often random draws cover a hamlet, in three classes.
std::string uncertainty_style(std::string_view language, const std::vector<gis::Column>& columns);

/// Masts by their status.
std::string site_style(std::string_view language, const std::vector<gis::Column>& columns);

/// Sectors as wedges towards their azimuth, as wide as the main lobe; of a size on screen by technology, so that those
/// of one mast do not hide each other. Cells that are not on air are not drawn.
std::string cell_style(std::string_view language, const std::vector<gis::Column>& columns);

/// Links of masts that exist, by medium.
std::string link_style(std::string_view language, const std::vector<gis::Column>& columns);

/// The steps of a plan by what is built, each with its number and year.
std::string station_style(std::string_view language, const std::vector<gis::Column>& columns);

/// The masts and poles of a plan, with their identifiers.
std::string new_site_style(std::string_view language, const std::vector<gis::Column>& columns);

/// Links that a plan builds, by medium.
std::string new_backhaul_style(std::string_view language, const std::vector<gis::Column>& columns);

/// Colour by fate, and begin and end as the times of each feature.
std::string cells_by_period_style(std::string_view language, const std::vector<gis::Column>& columns);

/// The classes of that style, from 0 on, of which a cell may be that is on at the end.
std::vector<std::size_t> fates_at_the_end();

/// A quarter of a switch-off.
struct QuarterName {
  std::string name;       ///< "2025-Q1"
  std::string first_day;  ///< ISO
};
/// Cells that are switched off, by the quarter in which they go off: the earlier, the lighter. The times are no matter.
std::string switch_off_style(std::string_view language, const std::vector<gis::Column>& columns,
                             const std::vector<QuarterName>& quarters);

}  // namespace phusong::report
