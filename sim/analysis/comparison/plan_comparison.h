#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gis/coordinates.h"
#include "sim/analysis/comparison/figure.h"

namespace phusong::analysis {

/// A station, or another thing that a plan builds.
struct ComparedStation {
  std::string site_id;
  std::string kind;  ///< new_mast, pole, upgrade, fibre
  gis::MapPoint position;
  gis::LonLat lon_lat;
  std::optional<double> mast_height_m{};
  std::string technologies{};
  std::optional<double> capex_million_vnd{};
};

/// A plan as its files have it.
struct ComparedPlan {
  bool reached = false;
  FigureValues figures;
  std::vector<ComparedStation> stations;
};

/// A station of one plan and the one of the other that is the same; nothing where there is none.
struct StationPair {
  std::optional<ComparedStation> a, b;
};

struct PlanComparison {
  std::optional<bool> reached_a, reached_b;  ///< nothing: the run has no plan
  std::vector<Figure> figures;
  std::vector<StationPair> in_both, only_a, only_b;
};

/// Stations are the same where they have one kind and one site_id, or else one kind and places within `kSamePlaceM`,
/// the nearest first. Nothing where neither run has a plan.
inline constexpr double kSamePlaceM = 50.0;
std::optional<PlanComparison> compare_plans(const std::optional<ComparedPlan>& a, const std::optional<ComparedPlan>& b);

}  // namespace phusong::analysis
