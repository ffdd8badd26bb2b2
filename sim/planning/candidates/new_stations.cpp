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

  void add(const BuildPlace& place, std::size_t place_index) {
    for (const double height_m : place.heights_m) {
      const std::string id = ids_.take(fmt::format("{}-{:g}m", place.id, height_m));
      set_.sites.push_back({.site = site_of(place, id, height_m),
                            .kind = place.kind,
                            .place = place_index,
                            .is_peak = place.is_peak,
                            .road_km = place.road_km});
      add_candidate(id);
    }
  }

 private:
  const scenario::Scenario& scenario_;
  CandidateSet& set_;
  FreeIds ids_;

  network::Site site_of(const BuildPlace& place, const std::string& id, double height_m) const {
    return {.site_id = id,
            .name = id,
            .operator_name = builder_of(scenario_.options.plan),
            .lon_lat = place.lon_lat,
            .position = place.position,
            .mast_height_m = height_m,
            .type = place.kind == StationKind::kPole ? network::SiteType::kPole : network::SiteType::kMacro,
            .carried = place.carried};
  }

  /// With all that the equipment table has for its kind, on the site added last.
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

void add_new_stations(const scenario::Scenario& scenario, const std::vector<BuildPlace>& places, CandidateSet& set) {
  NewStations stations(scenario, set);
  std::size_t place_index = set.sites.empty() ? 0 : set.sites.back().place + 1;
  for (const BuildPlace& place : places)
    stations.add(place, place_index++);
}

}  // namespace phusong::planning
