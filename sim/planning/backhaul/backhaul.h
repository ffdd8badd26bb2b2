#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "sim/planning/cost_line.h"

namespace phusong::planning {

enum class Medium { kFibre, kMicrowave, kSatellite, kExisting };
std::string_view name_of(Medium medium);

/// A node of the backhaul: a station to connect, a mast that exists, a fibre node.
struct BackhaulNode {
  std::string id;
  gis::MapPoint position;
  gis::LonLat lon_lat;
  double mast_height_m = 0.0;  ///< 0: no mast, fibre only
  bool has_fibre = false;
  bool is_connected = false;  ///< its own backhaul exists already
};

/// A row of backhaul.geojson. Heights are of the antennas above sea level; NaN where a medium has none.
struct BackhaulLink {
  std::string from, to;
  gis::LonLat from_lon_lat, to_lon_lat;
  Medium medium = Medium::kFibre;
  double length_km = 0.0;  ///< of the route for fibre
  double from_height_m = 0.0, to_height_m = 0.0;
  double clearance_m = 0.0;  ///< least over 0.6 F1, at k = 4/3 and 2/3
  double fade_margin_db = 0.0, rain_db = 0.0, multipath_percent = 0.0, availability_percent = 0.0;
  std::vector<CostLine> cost_lines;
};

/// A relay mast that is built for backhaul alone.
struct BackhaulRelay {
  BackhaulNode node;
  std::vector<CostLine> cost_lines;
};

/// The links from a station to fibre or to a mast that is connected.
struct BackhaulRoute {
  std::vector<BackhaulLink> links;  ///< in order from the station; empty: connected already
  std::vector<BackhaulRelay> relays;

  Medium first_medium() const { return links.empty() ? Medium::kExisting : links.front().medium; }
  Cost cost() const;
  double length_km() const;
};

}  // namespace phusong::planning
