#include <cmath>
#include <set>
#include <utility>

#include "sim/planning/candidates/build_location.h"
#include "sim/planning/candidates/high_ground.h"

namespace phusong::planning {
namespace {

/// High ground that people of the hamlet can reach: a first step towards a ridge.
constexpr double kHighGroundM = 1000.0;

/// Collects locations, at most one mast and one pole per terrain cell.
class HamletLocations {
 public:
  HamletLocations(const scenario::Scenario& scenario, const gis::Terrain& terrain)
      : plan_(scenario.options.plan), crs_(scenario.crs), terrain_(terrain) {}

  void add(const network::Hamlet& hamlet) {
    const gis::MapPoint centre = hamlet.position;
    add_mast("N-" + hamlet.hamlet_id + "-c", centre);
    add_mast("N-" + hamlet.hamlet_id + "-h", highest_ground(terrain_, centre, kHighGroundM));
    add_pole("R-" + hamlet.hamlet_id + "-c", centre);
    add_pole("R-" + hamlet.hamlet_id + "-h", highest_ground(terrain_, centre, hamlet.radius_m));
    for (std::size_t i = 0; i < hamlet.clusters.size(); ++i)
      add_pole("R-" + hamlet.hamlet_id + "-" + std::to_string(i + 1), hamlet.clusters[i].position);
  }

  std::vector<BuildLocation> result() { return std::move(locations_); }

 private:
  using Cells = std::set<std::pair<int, int>>;

  const scenario::PlanOptions& plan_;
  const gis::WorkingCrs& crs_;
  const gis::Terrain& terrain_;
  Cells masts_, poles_;
  std::vector<BuildLocation> locations_;

  void add_mast(const std::string& id, gis::MapPoint position) {
    add(id, position, StationKind::kMast, mast_heights_m(plan_), masts_);
  }
  void add_pole(const std::string& id, gis::MapPoint position) {
    add(id, position, StationKind::kPole, {plan_.pole_height_m}, poles_);
  }

  void add(const std::string& id, gis::MapPoint position, StationKind kind, std::vector<double> heights_m,
           Cells& taken) {
    const gis::Grid& grid = terrain_.grid();
    const std::pair cell(static_cast<int>(std::floor(grid.column_of_x(position.x_m) + 0.5)),
                         static_cast<int>(std::floor(grid.row_of_y(position.y_m) + 0.5)));
    if (!taken.insert(cell).second || !terrain_.height_near(position)) return;
    const RoundedPosition rounded = rounded_position(position, crs_);
    locations_.push_back({.id = id,
                          .lon_lat = rounded.lon_lat,
                          .position = rounded.position,
                          .kind = kind,
                          .heights_m = std::move(heights_m),
                          .road_km = std::nullopt});
  }
};

}  // namespace

std::vector<BuildLocation> locations_at_hamlets(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                                const Need& need) {
  HamletLocations locations(scenario, terrain);
  for (const HamletNeed& hamlet : need.hamlets)
    locations.add(scenario.network.hamlets[hamlet.hamlet]);
  return locations.result();
}

}  // namespace phusong::planning
