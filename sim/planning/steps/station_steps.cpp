#include <algorithm>
#include <map>

#include "sim/planning/steps/build_order.h"
#include "sim/planning/steps/plan_steps.h"
#include "sim/planning/steps/years.h"

namespace phusong::planning {
namespace {

StepAction action_of(StationKind kind) {
  switch (kind) {
    case StationKind::kMast:
      return StepAction::kNewMast;
    case StationKind::kPole:
      return StepAction::kPole;
    case StationKind::kUpgrade:
      break;
  }
  return StepAction::kUpgrade;
}

/// Turns the order of stations into steps with their backhaul.
class StationSteps {
 public:
  explicit StationSteps(const StepInputs& inputs)
      : inputs_(inputs), stations_(inputs.connected.stations), backhaul_(inputs.connected.backhaul) {
    for (std::size_t i = 0; i < stations_.size(); ++i)
      station_of_.emplace(stations_[i].node.id, i);
    for (std::size_t i = 0; i < backhaul_.relays.size(); ++i)
      relay_of_.emplace(backhaul_.relays[i].node.id, i);
    for (const BackhaulLink& link : backhaul_.links)
      links_from_[link.from].push_back(&link);
    has_relay_.resize(backhaul_.relays.size());
    hamlets_counted_ = static_cast<std::size_t>(std::ranges::count_if(
        inputs.problem.demands, [](const covering::Demand& hamlet) { return hamlet.counts_already; }));
  }

  std::vector<PlanStep> all() {
    std::vector<covering::OptionIndex> built;
    for (const PlannedStation& station : stations_)
      built.push_back(static_cast<covering::OptionIndex>(station.candidate));
    const std::vector<std::vector<std::size_t>> needs = stations_needed();
    std::vector<std::int64_t> people;
    for (const network::Hamlet& hamlet : inputs_.scenario.network.hamlets)
      people.push_back(hamlet.population);
    for (const OrderedStation& ordered : build_order({.problem = inputs_.problem,
                                         .built = built,
                                         .people = people,
                                         .needs = needs,
                                         .order_by = inputs_.scenario.options.plan.order_by})) {
      add_relays(ordered.station);
      add_station(ordered);
    }
    return std::move(steps_);
  }

 private:
  const StepInputs& inputs_;
  const std::vector<PlannedStation>& stations_;
  const SharedBackhaul& backhaul_;
  std::map<std::string, std::size_t> station_of_, relay_of_;
  std::map<std::string, std::vector<const BackhaulLink*>> links_from_;
  std::vector<bool> has_relay_;
  std::size_t hamlets_counted_ = 0;
  std::vector<PlanStep> steps_;

  const std::vector<BackhaulLink>& route(std::size_t station) const {
    return backhaul_.route_of_station[station].links;
  }

  /// Lists, per station, the others that its route passes through.
  std::vector<std::vector<std::size_t>> stations_needed() const {
    std::vector<std::vector<std::size_t>> needs(stations_.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
      for (const BackhaulLink& link : route(i)) {
        for (const std::string& end : {link.from, link.to}) {
          const auto found = station_of_.find(end);
          if (found != station_of_.end() && found->second != i) needs[i].push_back(found->second);
        }
      }
    }
    return needs;
  }

  /// Adds the relays of a station's route that do not stand yet, those nearest to the fibre first.
  void add_relays(std::size_t station) {
    const std::vector<BackhaulLink>& links = route(station);
    for (auto link = links.rbegin(); link != links.rend(); ++link) {
      const auto relay = relay_of_.find(link->from);
      if (relay == relay_of_.end() || has_relay_[relay->second]) continue;
      has_relay_[relay->second] = true;
      const BackhaulRelay& built = backhaul_.relays[relay->second];
      PlanStep step{.action = StepAction::kNewMast,
                    .site_id = built.node.id,
                    .lon_lat = built.node.lon_lat,
                    .mast_height_m = built.node.mast_height_m,
                    .technologies = {},
                    .cost = total(built.cost_lines),
                    .hamlets_gained = {}};
      add_links(step);
      push(std::move(step));
    }
  }

  void add_station(const OrderedStation& ordered) {
    const PlannedStation& station = stations_[ordered.station];
    const Candidate& candidate = inputs_.candidates.set.candidates[station.candidate];
    const CandidateSite& site = inputs_.candidates.set.site_of(candidate);
    PlanStep step{.action = action_of(site.kind),
                  .site_id = station.node.id,
                  .lon_lat = site.site.lon_lat,
                  .mast_height_m = site.site.mast_height_m,
                  .technologies = candidate.technologies,
                  .cost = total(inputs_.candidates.costs[station.candidate].station.cost_lines),
                  .hamlets_gained = ordered.hamlets_gained};
    for (const std::size_t hamlet : step.hamlets_gained)
      step.people_gained += inputs_.scenario.network.hamlets[hamlet].population;
    hamlets_counted_ += ordered.hamlets_gained.size();
    add_links(step);
    if (!step.backhaul && !route(ordered.station).empty())
      step.backhaul = step_backhaul(route(ordered.station).front());
    push(std::move(step));
  }

  /// Adds the links that begin at the step's mast.
  void add_links(PlanStep& step) const {
    const auto found = links_from_.find(step.site_id);
    if (found == links_from_.end()) return;
    step.backhaul = step_backhaul(*found->second.front());
    for (const BackhaulLink* const link : found->second)
      step.cost += total(link->cost_lines);
  }

  void push(PlanStep step) {
    step.cumulative_hamlet_share =
        static_cast<double>(hamlets_counted_) / static_cast<double>(inputs_.problem.demands.size());
    steps_.push_back(std::move(step));
  }
};

}  // namespace

std::vector<PlanStep> station_steps(const StepInputs& inputs) {
  std::vector<PlanStep> steps = StationSteps(inputs).all();
  set_years(inputs.scenario.options.plan.budget_per_year, steps);
  return steps;
}

}  // namespace phusong::planning
