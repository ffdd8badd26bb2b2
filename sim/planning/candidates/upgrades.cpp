#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/planning/candidates/candidate_cells.h"
#include "sim/planning/candidates/candidate_set.h"
#include "sim/planning/candidates/free_ids.h"
#include "sim/planning/plan_scenario.h"
#include "sim/planning/tolerances.h"

namespace phusong::planning {
namespace {

using network::Technology;

/// Carriers closer than this are one.
constexpr double kSameCarrierMhz = 0.05;

/// Rows of the equipment table by technology.
using EquipmentOf = std::map<Technology, std::vector<std::size_t>>;

/// Adds upgrades of one mast after another.
class Upgrades {
 public:
  Upgrades(const scenario::Scenario& scenario, CandidateSet& set)
      : scenario_(scenario), plan_(scenario.options.plan), set_(set), ids_(scenario.network) {
    for (const network::Cell& cell : scenario.network.cells)
      cells_of_site_[cell.site].push_back(&cell);
    for (const network::Site& site : scenario.network.sites)
      if (is_own(site)) own_.push_back(site.position);
  }

  void add(std::size_t index, std::size_t exclusion_group) {
    const network::Site& mast = scenario_.network.sites[index];
    if (!is_own(mast) && stands_there(mast.position)) return;
    const EquipmentOf equipment = missing_equipment(index);
    if (equipment.empty()) return;
    set_.sites.push_back(site_on(mast, exclusion_group));
    if (!is_own(mast)) own_.push_back(mast.position);
    add_choices(mast, equipment);
  }

  bool is_in_range(std::size_t index, const Need& need) const {
    const gis::MapPoint mast = scenario_.network.sites[index].position;
    double range_m = 0.0;
    for (const Technology technology : plan_.target.technologies)
      range_m = std::max(range_m, scenario_.options.propagation.max_range_km[technology] * 1000.0);
    return std::ranges::any_of(
        need.points, [=](const coverage::SamplePoint& point) { return distance_m(point.position(), mast) <= range_m; });
  }

 private:
  const scenario::Scenario& scenario_;
  const scenario::PlanOptions& plan_;
  CandidateSet& set_;
  FreeIds ids_;
  std::map<std::size_t, std::vector<const network::Cell*>> cells_of_site_;
  std::vector<gis::MapPoint> own_;  ///< masts that the builder stands on, or could

  bool is_own(const network::Site& site) const {
    return is_for_any(plan_) || site.operator_name == plan_.operator_name;
  }

  bool stands_there(gis::MapPoint position) const {
    return std::ranges::any_of(own_,
                               [position](gis::MapPoint other) { return distance_m(other, position) < kSameMastM; });
  }

  bool has_carrier(std::size_t index, const scenario::Equipment& row) const {
    const auto cells = cells_of_site_.find(index);
    if (cells == cells_of_site_.end() || !is_own(scenario_.network.sites[index])) return false;
    return std::ranges::any_of(cells->second, [&row](const network::Cell* cell) {
      return cell->technology == row.technology && std::abs(cell->frequency_mhz - row.frequency_mhz) < kSameCarrierMhz;
    });
  }

  /// The equipment that the target asks for and the builder does not have there.
  EquipmentOf missing_equipment(std::size_t index) const {
    EquipmentOf result;
    const auto& rows = scenario_.plan_tables.equipment;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool is_wanted =
          std::ranges::find(plan_.target.technologies, rows[i].technology) != plan_.target.technologies.end();
      if (rows[i].kind == scenario::EquipmentKind::kUpgrade && is_wanted && !has_carrier(index, rows[i]))
        result[rows[i].technology].push_back(i);
    }
    return result;
  }

  CandidateSite site_on(const network::Site& mast, std::size_t exclusion_group) {
    CandidateSite result{.site = mast,
                         .kind = StationKind::kUpgrade,
                         .exclusion_group = exclusion_group,
                         .has_row = is_own(mast),
                         .is_colocation = !is_own(mast),
                         .mast_id = mast.site_id,
                         .road_km = 0.0};
    if (result.has_row) return result;
    result.site.operator_name = plan_.operator_name;
    result.site.site_id = ids_.take(mast.site_id + "-" + plan_.operator_name);
    return result;
  }

  /// Adds a candidate for every non-empty choice of the technologies; they share the cells.
  void add_choices(const network::Site& mast, const EquipmentOf& equipment) {
    const std::size_t site = set_.sites.size() - 1;
    std::vector<std::pair<Technology, std::vector<std::size_t>>> cells_of_technology;
    const std::string prefix = set_.sites[site].has_row ? mast.site_id + "-new" : set_.sites[site].site.site_id;
    for (const auto& [technology, rows] : equipment)
      cells_of_technology.emplace_back(technology, add_cells(rows, site, prefix));
    for (unsigned choice = 1; choice < (1U << cells_of_technology.size()); ++choice) {
      Candidate candidate{.candidate_id = "U-" + mast.site_id + "-", .site = site, .technologies = {}, .cells = {}};
      for (std::size_t i = 0; i < cells_of_technology.size(); ++i) {
        if ((choice >> i & 1U) == 0) continue;
        const auto& [technology, cells] = cells_of_technology[i];
        candidate.technologies.push_back(technology);
        candidate.candidate_id += name_of(technology);
        candidate.cells.insert(candidate.cells.end(), cells.begin(), cells.end());
      }
      candidate.candidate_id = ids_.take(candidate.candidate_id);
      set_.candidates.push_back(std::move(candidate));
    }
  }

  std::vector<std::size_t> add_cells(const std::vector<std::size_t>& rows, std::size_t site,
                                     const std::string& prefix) {
    std::vector<std::size_t> cells;
    for (const std::size_t row : rows) {
      for (CandidateCell& cell : cells_of(scenario_, row, set_, site, prefix)) {
        cell.cell.cell_id = ids_.take(cell.cell.cell_id);
        cells.push_back(set_.cells.size());
        set_.cells.push_back(std::move(cell));
      }
    }
    return cells;
  }
};

}  // namespace

void add_upgrades(const scenario::Scenario& scenario, const Need& need, CandidateSet& set) {
  Upgrades upgrades(scenario, set);
  std::size_t exclusion_group = next_exclusion_group(set);
  const network::Network& network = scenario.network;
  for (std::size_t i = 0; i < network.sites.size(); ++i) {
    if (network.on_air(network.sites[i]) && upgrades.is_in_range(i, need)) upgrades.add(i, exclusion_group++);
  }
}

}  // namespace phusong::planning
