#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "sim/network/technology.h"
#include "sim/planning/backhaul/backhaul.h"

namespace phusong::planning {

enum class StepAction { kNewMast, kPole, kUpgrade, kFibre };

/// The link by which a step's mast or hamlet goes on.
struct StepBackhaul {
  Medium medium = Medium::kFibre;
  std::string to;
  double length_km = 0.0;
};

inline StepBackhaul step_backhaul(const BackhaulLink& link) {
  return {.medium = link.medium, .to = link.to, .length_km = link.length_km};
}

/// A row of steps.csv: a station, a relay, or fibre to a hamlet.
struct PlanStep {
  int year = 1;
  StepAction action = StepAction::kNewMast;
  std::string site_id;
  gis::LonLat lon_lat;
  double mast_height_m = 0.0;                     ///< 0 for fibre to a hamlet
  std::vector<network::Technology> technologies;  ///< none of a relay, nor of fibre
  std::optional<StepBackhaul> backhaul;           ///< nothing where the mast is connected already
  Cost cost;                                      ///< with the links that are built for it
  std::vector<std::size_t> hamlets_gained;        ///< that count from this step on
  std::int64_t people_gained = 0;
  double cumulative_hamlet_share = 0.0;
};

}  // namespace phusong::planning
