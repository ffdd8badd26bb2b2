#include <fmt/format.h>

#include <algorithm>

#include "sim/planning/candidates/candidate_cells.h"
#include "sim/planning/candidates/candidate_set.h"
#include "sim/planning/candidates/free_ids.h"
#include "sim/planning/plan_scenario.h"

namespace phusong::planning {
namespace {

scenario::EquipmentKind equipment_kind(StationKind kind) {
  return kind == StationKind::kPole ? scenario::EquipmentKind::kPole : scenario::EquipmentKind::kMast;
}

/// Adds the stations of one scenario.
class NewStations {
 public:
  NewStations(const scenario::Scenario& scenario, CandidateSet& set)
      : scenario_(scenario), set_(set), ids_(scenario.network) {}

  void add(const BuildLocation& location, std::size_t exclusion_group) {
    for (const double height_m : location.heights_m) {
      const std::string id = ids_.take(fmt::format("{}-{:g}m", location.id, height_m));
      set_.sites.push_back({.site = site_of(location, id, height_m),
                            .kind = location.kind,
                            .exclusion_group = exclusion_group,
                            .is_peak = location.is_peak,
                            .road_km = location.road_km});
      add_candidate(id);
    }
  }

 private:
  const scenario::Scenario& scenario_;
  CandidateSet& set_;
  FreeIds ids_;

  network::Site site_of(const BuildLocation& location, const std::string& id, double height_m) const {
    return {.site_id = id,
            .name = id,
            .operator_name = builder_of(scenario_.options.plan),
            .lon_lat = location.lon_lat,
            .position = location.position,
            .mast_height_m = height_m,
            .type = location.kind == StationKind::kPole ? network::SiteType::kPole : network::SiteType::kMacro,
            .battery_hours = location.battery_hours,
            .pass_through = location.pass_through};
  }

  /// Adds a candidate with all that the equipment table has for its kind, on the site added last.
  void add_candidate(const std::string& id) {
    const std::size_t site = set_.sites.size() - 1;
    Candidate candidate{.candidate_id = id, .site = site, .technologies = {}, .cells = {}};
    const auto& equipment = scenario_.plan_tables.equipment;
    for (std::size_t i = 0; i < equipment.size(); ++i) {
      if (equipment[i].kind != equipment_kind(set_.sites[site].kind)) continue;
      if (std::ranges::find(candidate.technologies, equipment[i].technology) == candidate.technologies.end())
        candidate.technologies.push_back(equipment[i].technology);
      for (CandidateCell& cell : cells_of(scenario_, i, set_, site, id)) {
        candidate.cells.push_back(set_.cells.size());
        set_.cells.push_back(std::move(cell));
      }
    }
    std::ranges::sort(candidate.technologies);
    set_.candidates.push_back(std::move(candidate));
  }
};

}  // namespace

void add_new_stations(const scenario::Scenario& scenario, const std::vector<BuildLocation>& locations,
                      CandidateSet& set) {
  NewStations stations(scenario, set);
  std::size_t exclusion_group = next_exclusion_group(set);
  for (const BuildLocation& location : locations)
    stations.add(location, exclusion_group++);
}

}  // namespace phusong::planning
