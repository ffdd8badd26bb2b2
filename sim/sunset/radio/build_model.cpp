#include "sim/sunset/radio/build_model.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "sim/sunset/model/service_state.h"
#include "sim/sunset/radio/cell_services.h"
#include "sim/sunset/radio/guard.h"
#include "sim/sunset/radio/hamlet_handsets.h"
#include "sim/sunset/radio/signals_by_point.h"
#include "sim/sunset/radio/sunset_costs.h"

namespace phusong::sunset {
namespace {

/// What a cell of all_cells is to the model.
struct Role {
  enum class Kind { kFixed, kOld, kCarrier, kSwap } kind = Kind::kFixed;
  std::uint32_t index = 0;                        ///< into the list of that kind
  auto operator<=>(const Role&) const = default;  // NOLINT(modernize-use-nullptr): its comparison with 0
};

/// Points that the same cells cover are one spot.
struct SpotKey {
  ServiceMask fixed = 0;
  std::map<Role, std::pair<ServiceMask, bool>> links;  ///< services, own operator
  auto operator<=>(const SpotKey&) const = default;    // NOLINT(modernize-use-nullptr)
};

class ModelBuilder {
 public:
  ModelBuilder(const scenario::Scenario& scenario, const NewCells& more, const Signals& signals)
      : scenario_(scenario),
        network_(scenario.network),
        options_(scenario.options.sunset),
        more_(more),
        signals_(signals),
        cells_(all_cells(scenario.network, more)),
        roles_(cells_.size()) {}

  BuiltModel build() {
    set_limits();
    add_cells();
    add_carriers();
    add_swaps();
    add_demands();
    block_carriers();
    find_useful_carriers();
    set_floors();
    return std::move(built_);
  }

 private:
  const scenario::Scenario& scenario_;
  const network::Network& network_;
  const scenario::SunsetOptions& options_;
  const NewCells& more_;
  const Signals& signals_;
  std::vector<network::Cell> cells_;
  std::vector<Role> roles_;
  BuiltModel built_;

  SunsetModel& model() { return built_.model; }

  void set_limits() {
    model().periods = options_.periods;
    model().max_cells_per_period = options_.max_cells_per_period;
    model().max_sites_per_period = options_.max_sites_per_period;
    model().uptake_per_year = options_.handset_uptake_per_year;
    model().subsidies_per_period = options_.subsidised_handsets_per_period;
    model().swap_budget_million_vnd = options_.swap_budget_million_vnd;
    model().refarmed_mhz = options_.refarm.bandwidth_mhz;
    model().costs = sunset_costs(scenario_.plan_tables, options_.refarm.to);
    model().sites = network_.sites.size();
  }

  void add_cells() {
    for (std::size_t i = 0; i < network_.cells.size(); ++i) {
      if (!can_go_off(network_, network_.cells[i], options_)) continue;
      roles_[i] = {Role::Kind::kOld, static_cast<std::uint32_t>(model().cells.size())};
      model().cells.push_back({.name = network_.cells[i].cell_id, .site = network_.cells[i].site});
      built_.origin.cell_of.push_back(i);
    }
  }

  void add_carriers() {
    for (std::size_t i = 0; i < more_.refarmed.size(); ++i) {
      roles_[network_.cells.size() + i] = {Role::Kind::kCarrier, static_cast<std::uint32_t>(i)};
      const std::size_t replaced = more_.refarmed[i].replaces;
      model().carriers.push_back({.replaces = roles_[replaced].index, .site = network_.cells[replaced].site});
      built_.origin.carrier_of.push_back(i);
    }
  }

  void add_swaps() {
    std::size_t cell = network_.cells.size() + more_.refarmed.size();
    for (std::size_t i = 0; i < more_.swaps.size(); ++i) {
      for (std::size_t sector = 0; sector < more_.swaps[i].cells.size(); ++sector)
        roles_[cell++] = {Role::Kind::kSwap, static_cast<std::uint32_t>(i)};
      model().swaps.push_back({.site = more_.swaps[i].site, .cost_million_vnd = model().costs.radio_million_vnd});
    }
  }

  /// One a hamlet and operator, in that order, with its spots.
  void add_demands() {
    const SignalsByPoint by_point(signals_);
    std::size_t point = 0;
    for (std::size_t hamlet = 0; hamlet < network_.hamlets.size(); ++hamlet) {
      const std::size_t first = point;
      while (point < signals_.points.size() && signals_.points[point].hamlet == hamlet)
        ++point;
      for (std::size_t op = 0; op < network_.operators.size(); ++op)
        add_demand(hamlet, op, by_point, {first, point});
    }
  }

  void add_demand(std::size_t hamlet, std::size_t op, const SignalsByPoint& by_point,
                  std::pair<std::size_t, std::size_t> points) {
    const std::string& name = network_.operators[op];
    std::map<SpotKey, double> spots;
    for (std::size_t point = points.first; point < points.second; ++point) {
      const double weight = signals_.points[point].weight;
      if (weight > 0.0) spots[spot_at(by_point.at(point), name)] += weight;
    }
    const network::Hamlet& of = network_.hamlets[hamlet];
    Demand demand{.hamlet = hamlet,
                  .operator_index = op,
                  .population = static_cast<double>(of.population),
                  .initial = initial_counts(of, handsets_of_operator(of, name, network_.operators.size())),
                  .first_spot = static_cast<SpotIndex>(model().spots.size())};
    for (const auto& [key, weight] : spots)
      add_spot(key, weight);
    demand.end_spot = static_cast<SpotIndex>(model().spots.size());
    model().demands.push_back(demand);
  }

  SpotKey spot_at(std::span<const Signal> signals, const std::string& operator_name) const {
    SpotKey key;
    for (const Signal& signal : signals) {
      if (!signal.covers) continue;
      const network::Cell& cell = cells_[signal.cell];
      const bool own = network_.sites[cell.site].operator_name == operator_name;
      const ServiceMask services = services_of({cell.technology, cell.voice, own}, options_.national_roaming);
      const Role role = roles_[signal.cell];
      if (role.kind == Role::Kind::kFixed) {
        key.fixed |= services;
      } else if (services != 0 || (own && role.kind == Role::Kind::kCarrier)) {
        auto& [known, is_own] = key.links[role];
        known |= services;
        is_own = own;
      }
    }
    return key;
  }

  void add_spot(const SpotKey& key, double weight) {
    const auto spot = static_cast<SpotIndex>(model().spots.size());
    model().spots.push_back(
        {.demand = static_cast<DemandIndex>(model().demands.size()), .weight = weight, .fixed = key.fixed});
    for (const auto& [role, link] : key.links)
      links_of(role).push_back({.spot = spot, .services = link.first, .own_operator = link.second});
  }

  std::vector<Link>& links_of(const Role& role) {
    if (role.kind == Role::Kind::kOld) return model().cells[role.index].links;
    if (role.kind == Role::Kind::kCarrier) return model().carriers[role.index].links;
    return model().swaps[role.index].links;
  }

  void block_carriers() {
    for (const GuardConflict& conflict : guard_conflicts(network_, more_, signals_, options_)) {
      Carrier& carrier = model().carriers[conflict.refarmed];
      const Role role = roles_[conflict.cell];
      if (role.kind == Role::Kind::kOld) {
        carrier.blockers.push_back(role.index);
      } else {
        carrier.blocked_for_good = true;
      }
    }
  }

  void find_useful_carriers() {
    std::vector<bool> useful(model().sites);
    for (const Carrier& carrier : model().carriers)
      if (!carrier.links.empty()) useful[carrier.site] = true;
    for (Carrier& carrier : model().carriers)
      carrier.useful = useful[carrier.site];
  }

  void set_floors() {
    const ServiceState before(model());
    for (DemandIndex d = 0; d < model().demands.size(); ++d) {
      Demand& demand = model().demands[d];
      const Shares shares = shares_of(before.weights_of(d), demand.initial);
      demand.voice_floor = std::min(options_.voice_floor, shares.voice);
      demand.data_floor = std::min(options_.data_floor, shares.data);
    }
  }
};

}  // namespace

BuiltModel build_model(const scenario::Scenario& scenario, const NewCells& more, const Signals& signals) {
  return ModelBuilder(scenario, more, signals).build();
}

}  // namespace phusong::sunset
