#pragma once

#include <cstddef>
#include <string>

#include "gis/coordinates.h"
#include "sim/network/pass_through.h"

namespace phusong::network {

enum class SiteStatus { kExisting, kPlanned, kCandidate, kOff };
enum class SiteType { kMacro, kPole, kRooftop };
enum class Backhaul { kNotGiven, kFibre, kMicrowave, kSatellite, kNone };
enum class PowerSource { kNotGiven, kGrid, kSolar, kGenerator };

/// A mast, pole or rooftop: a row of the sites table.
struct Site {
  std::string site_id;
  std::string name;
  std::string operator_name;
  gis::LonLat lon_lat;
  gis::MapPoint position;
  double mast_height_m = 0.0;
  SiteStatus status = SiteStatus::kExisting;
  SiteType type = SiteType::kMacro;
  Backhaul backhaul = Backhaul::kNotGiven;
  PowerSource power = PowerSource::kNotGiven;
  double battery_hours = 0.0;  ///< how long the mast stays on air without the grid
  std::string backhaul_to;     ///< site_id of the mast that its link leads to; empty = not known
  long row = 0;
  std::size_t file = 0;  ///< which of the site tables of the network
  PassThroughFields pass_through{};
};

}  // namespace phusong::network
