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

/// The part of the model that a cell of all_cells() belongs to.
struct Role {
  enum class Kind { kFixed, kOld, kCarrier, kSwap } kind = Kind::kFixed;
  std::uint32_t index = 0;                        ///< index into the model's list of that kind
  auto operator<=>(const Role&) const = default;  // NOLINT(modernize-use-nullptr): its comparison with 0
};

/// Points that the same cells cover are one demand class.
struct DemandClassKey {
  ServiceMask fixed = 0;
  std::map<Role, std::pair<ServiceMask, bool>> links;       ///< services, and whether the operator is the demand's own
  auto operator<=>(const DemandClassKey&) const = default;  // NOLINT(modernize-use-nullptr)
};

class ModelBuilder {
 public:
  ModelBuilder(const scenario::Scenario& scenario, const SunsetRadio& radio)
      : scenario_(scenario),
        network_(scenario.network),
        options_(scenario.options.sunset),
        radio_(radio),
        built_{.model = {}, .cell_of = {}, .cells = all_cells(scenario.network, radio.new_cells)},
        roles_(built_.cells.cells.size()) {}

  BuiltModel build() {
    set_scalars();
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
  const SunsetRadio& radio_;
  BuiltModel built_;
  std::vector<Role> roles_;

  SunsetModel& model() { return built_.model; }

  void set_scalars() {
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
      if (!can_go_off(network_, network_.cells[i], options_.technology)) continue;
      roles_[i] = {Role::Kind::kOld, static_cast<std::uint32_t>(model().cells.size())};
      model().cells.push_back({.name = network_.cells[i].cell_id, .site = network_.cells[i].site});
      built_.cell_of.push_back(i);
    }
  }

  void add_carriers() {
    for (std::size_t i = 0; i < radio_.new_cells.refarmed.size(); ++i) {
      roles_[built_.cells.first_refarmed + i] = {Role::Kind::kCarrier, static_cast<std::uint32_t>(i)};
      const std::size_t replaced = radio_.new_cells.refarmed[i].replaces;
      model().carriers.push_back({.replaces = roles_[replaced].index, .site = network_.cells[replaced].site});
    }
  }

  void add_swaps() {
    std::size_t cell = built_.cells.first_swap;
    for (std::size_t i = 0; i < radio_.new_cells.swaps.size(); ++i) {
      for (std::size_t sector = 0; sector < radio_.new_cells.swaps[i].cells.size(); ++sector)
        roles_[cell++] = {Role::Kind::kSwap, static_cast<std::uint32_t>(i)};
      model().swaps.push_back(
          {.site = radio_.new_cells.swaps[i].site, .cost_million_vnd = model().costs.radio_million_vnd});
    }
  }

  /// Adds a demand per hamlet and operator, in that order, with its demand classes.
  void add_demands() {
    const SignalsByPoint by_point(radio_.signals);
    std::size_t point = 0;
    for (std::size_t hamlet = 0; hamlet < network_.hamlets.size(); ++hamlet) {
      const std::size_t first = point;
      while (point < radio_.signals.points.size() && radio_.signals.points[point].hamlet == hamlet)
        ++point;
      for (std::size_t op = 0; op < network_.operators.size(); ++op)
        add_demand(hamlet, op, by_point, {first, point});
    }
  }

  void add_demand(std::size_t hamlet, std::size_t op, const SignalsByPoint& by_point,
                  std::pair<std::size_t, std::size_t> points) {
    const std::string& name = network_.operators[op];
    std::map<DemandClassKey, double> demand_classes;
    for (std::size_t point = points.first; point < points.second; ++point) {
      const double weight = radio_.signals.points[point].weight;
      if (weight > 0.0) demand_classes[demand_class_at(by_point.at(point), name)] += weight;
    }
    const network::Hamlet& of = network_.hamlets[hamlet];
    Demand demand{.hamlet = hamlet,
                  .operator_index = op,
                  .population = static_cast<double>(of.population),
                  .initial = initial_counts(of, handsets_of_operator(of, name, network_.operators.size())),
                  .first_class = static_cast<DemandClassIndex>(model().demand_classes.size())};
    for (const auto& [key, weight] : demand_classes)
      add_demand_class(key, weight);
    demand.end_class = static_cast<DemandClassIndex>(model().demand_classes.size());
    model().demands.push_back(demand);
  }

  DemandClassKey demand_class_at(std::span<const Signal> signals, const std::string& operator_name) const {
    DemandClassKey key;
    for (const Signal& signal : signals) {
      if (!signal.covers) continue;
      const network::Cell& cell = built_.cells.cells[signal.cell];
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

  void add_demand_class(const DemandClassKey& key, double weight) {
    const auto demand_class = static_cast<DemandClassIndex>(model().demand_classes.size());
    model().demand_classes.push_back(
        {.demand = static_cast<DemandIndex>(model().demands.size()), .weight = weight, .fixed = key.fixed});
    for (const auto& [role, link] : key.links)
      links_of(role).push_back({.demand_class = demand_class, .services = link.first, .own_operator = link.second});
  }

  std::vector<Link>& links_of(const Role& role) {
    if (role.kind == Role::Kind::kOld) return model().cells[role.index].links;
    if (role.kind == Role::Kind::kCarrier) return model().carriers[role.index].links;
    return model().swaps[role.index].links;
  }

  void block_carriers() {
    for (const GuardConflict& conflict : guard_conflicts(network_, radio_, options_)) {
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
    for (Carrier& carrier : model().carriers)
      carrier.useful = !carrier.links.empty();
  }

  /// Sets the floors from the state before, README.md, (3).
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

BuiltModel build_model(const scenario::Scenario& scenario, const SunsetRadio& radio) {
  return ModelBuilder(scenario, radio).build();
}

}  // namespace phusong::sunset
