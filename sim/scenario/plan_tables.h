#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/coordinates.h"
#include "sim/network/pass_through.h"
#include "sim/network/technology.h"

// The tables of [plan] and [backhaul] as values.
namespace phusong::scenario {

/// What a row of the equipment table is put on.
enum class EquipmentKind { kMast, kPole, kUpgrade };

/// What a new station radiates in one technology: a row of the equipment table.
struct Equipment {
  EquipmentKind kind = EquipmentKind::kMast;
  network::Technology technology = network::Technology::k4G;
  double frequency_mhz = 1842.5;
  double bandwidth_mhz = 20.0;
  int sectors = 3;                 ///< 1: omnidirectional, no azimuth
  double first_azimuth_deg = 0.0;  ///< from true north
  double electrical_tilt_deg = 3.0;
  double tx_power_dbm = 46.0;
  double antenna_gain_dbi = 17.0;
  double beamwidth_h_deg = 65.0, beamwidth_v_deg = 7.0;
  double feeder_loss_db = 0.5;
  long row = 0;  ///< 0: the program's assumption
  network::PassThroughFields pass_through{};
};

/// What a thing costs: a row of the costs table.
struct CostItem {
  std::string item;
  std::string unit;
  double cost_million_vnd = 0.0;
  double opex_million_vnd_per_year = 0.0;
  network::PassThroughFields pass_through{};
};

/// A place where the user would have a station: a row of the candidates table.
struct CandidatePlace {
  std::string candidate_id;
  gis::LonLat lon_lat;
  gis::MapPoint position;
  std::optional<double> height_m;  ///< nothing: every height of mast_heights_m
  std::optional<double> road_km;   ///< of access road to build
  EquipmentKind kind = EquipmentKind::kMast;
  long row = 0;
  network::PassThroughFields pass_through{};
};

/// A place where fibre can be joined: a row of the fibre nodes table.
struct FibreNode {
  std::string node_id;
  gis::LonLat lon_lat;
  gis::MapPoint position;
  long row = 0;
};

/// The tables of the planner, defaults filled in.
struct PlanTables {
  std::vector<Equipment> equipment;  ///< every kind has a row
  std::vector<CostItem> costs;       ///< every item that the scenario can need
  std::vector<CandidatePlace> candidates;
  std::optional<std::vector<FibreNode>> fibre_nodes;  ///< nothing: sites and hamlets with fibre stand for them

  /// Throws std::out_of_range for an item that is not there.
  const CostItem& cost_of(std::string_view item) const;
};

}  // namespace phusong::scenario
