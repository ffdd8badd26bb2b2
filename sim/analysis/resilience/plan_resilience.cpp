#include "sim/analysis/resilience/plan_resilience.h"

#include <algorithm>
#include <map>
#include <set>

#include "sim/analysis/resilience/hanging_masts.h"
#include "sim/analysis/resilience/lost_hamlets.h"
#include "sim/analysis/resilience/second_path.h"
#include "sim/coverage/for_each_index.h"
#include "sim/planning/candidate_costs.h"
#include "sim/planning/plan_scenario.h"
#include "sim/progress/silent_progress.h"

namespace phusong::analysis {
namespace {

using planning::BackhaulLink;
using planning::BackhaulRoute;
using planning::StationPlan;

scenario::Scenario built_scenario(const scenario::Scenario& scenario, const StationPlan& plan) {
  scenario::Scenario built = planning::plan_scenario(scenario);
  planning::add_rows(built, plan.rows);
  return built;
}

std::vector<PlanPart> parts_of(const StationPlan& plan) {
  std::vector<PlanPart> parts;
  for (const planning::PlannedStation& station : plan.stations)
    parts.push_back({.kind = PlanPartKind::kStation, .site_id = station.node.id});
  for (const planning::BackhaulRelay& relay : plan.backhaul.relays)
    parts.push_back({.kind = PlanPartKind::kRelay, .site_id = relay.node.id});
  for (const BackhaulLink& link : plan.backhaul.links)
    parts.push_back({.kind = PlanPartKind::kLink, .site_id = link.from, .link = link});
  return parts;
}

bool is_same(const BackhaulLink& a, const BackhaulLink& b) {
  return a.from == b.from && a.to == b.to;
}

/// Whether a route goes over a part.
bool passes(const BackhaulRoute& route, const PlanPart& part) {
  return std::ranges::any_of(route.links, [&](const BackhaulLink& link) {
    return part.link ? is_same(link, *part.link) : link.from == part.site_id || link.to == part.site_id;
  });
}

/// The network with a plan built: its masts by name, and who hangs on whom.
class BuiltNetwork {
 public:
  BuiltNetwork(const scenario::Scenario& built, const StationPlan& plan)
      : plan_(plan), links_(links_of_sites(built.network)) {
    const std::vector<network::Site>& sites = built.network.sites;
    for (std::size_t i = 0; i < sites.size(); ++i)
      site_of_id_.emplace(sites[i].site_id, i);
    behind_.emplace(sites.size(), links_);
    for (const BackhaulLink& link : plan.backhaul.links) {
      const auto to = site_of_id_.find(link.to);
      if (to != site_of_id_.end()) links_.emplace_back(site_of_id_.at(link.from), to->second);
    }
    with_plan_.emplace(sites.size(), links_);
  }

  std::size_t site(const std::string& id) const { return site_of_id_.at(id); }
  /// By backhaul_to and by the links of the plan.
  const HangingMasts& hanging() const { return *with_plan_; }

  /// A station or relay itself, the stations whose routes go over the part, and the masts that hang on any of these.
  /// A mast that exists and only passes traffic on keeps what it had before.
  std::vector<std::size_t> masts_off(const PlanPart& part) const {
    std::set<std::size_t> off;
    if (!part.link) add(part.site_id, off);
    for (std::size_t i = 0; i < plan_.stations.size(); ++i) {
      if (passes(plan_.backhaul.route_of_station[i], part)) add(plan_.stations[i].node.id, off);
    }
    return {off.begin(), off.end()};
  }

 private:
  const StationPlan& plan_;
  std::vector<MastLink> links_;
  std::map<std::string, std::size_t> site_of_id_;
  std::optional<HangingMasts> behind_, with_plan_;

  void add(const std::string& id, std::set<std::size_t>& off) const {
    for (const std::size_t mast : behind_->with_those_behind(site(id)))
      off.insert(mast);
  }
};

void sort_worst_first(std::vector<PlanPart>& parts) {
  std::ranges::stable_sort(parts, [](const PlanPart& a, const PlanPart& b) {
    if (a.loss.hamlets.size() != b.loss.hamlets.size()) return a.loss.hamlets.size() > b.loss.hamlets.size();
    return a.loss.people > b.loss.people;
  });
}

bool needs_second_path(const PlanPart& part) {
  return part.link && part.link->medium != planning::Medium::kSatellite && !part.loss.hamlets.empty();
}

void find_second_paths(const BuiltPlan& built, const BuiltNetwork& network, std::vector<PlanPart>& parts,
                       progress::Progress& progress) {
  std::vector<PlanPart*> worst;
  for (PlanPart& part : parts) {
    if (needs_second_path(part) && worst.size() < kSecondPaths) worst.push_back(&part);
  }
  progress.begin("second paths", worst.size());
  progress::SilentProgress unheard(progress);
  for (PlanPart* const part : worst) {
    progress.throw_if_stopped();
    part->second_path = second_path(built, *part->link, network.site(part->site_id), unheard);
    progress.advance(1);
  }
}

}  // namespace

std::string_view name_of(PlanPartKind kind) {
  switch (kind) {
    case PlanPartKind::kStation:
      return "station";
    case PlanPartKind::kRelay:
      return "relay";
    case PlanPartKind::kLink:
      return "link";
  }
  return "";
}

std::vector<PlanPart> plan_resilience(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                      const StationPlan& plan, progress::Progress& progress) {
  const scenario::Scenario built = built_scenario(scenario, plan);
  const BuiltNetwork network(built, plan);
  const LostHamlets lost(built, terrain, plan.after);
  std::vector<PlanPart> parts = parts_of(plan);
  progress.begin("resilience", parts.size());
  coverage::for_each_index(parts.size(), [&](std::size_t i) {
    progress.throw_if_stopped();
    const std::vector<std::size_t> off = network.masts_off(parts[i]);
    parts[i].masts_off = off.size();
    parts[i].loss = loss_of(built.network, std::move(lost.without(off).back()));
    progress.advance(1);
  });
  sort_worst_first(parts);
  const BuiltPlan of_plan{
      .scenario = built,
      .terrain = terrain,
      .hanging = network.hanging(),
      .relay_locations = free_relay_locations(built, planning::relay_locations(plan.candidates.set))};
  find_second_paths(of_plan, network, parts, progress);
  return parts;
}

}  // namespace phusong::analysis
