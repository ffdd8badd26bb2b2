#include "sim/sunset/bound/components.h"

#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace phusong::sunset {
namespace {

/// Union–find with path halving.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

/// A supplier that may serve a demand class: the free cells, carriers and swaps, numbered one after the other.
struct OpenLink {
  std::size_t supplier = 0;
  ServiceMask services = 0;
  auto operator<=>(const OpenLink&) const = default;  // NOLINT(modernize-use-nullptr): its comparison with 0
};
/// Demand classes of a demand that agree in fixed services and free suppliers are merged.
using OpenClassKey = std::pair<ServiceMask, std::vector<OpenLink>>;

class ComponentBuilder {
 public:
  ComponentBuilder(const SunsetModel& model, const Fixings& fixings, int period)
      : model_(model),
        fixings_(fixings),
        period_(period),
        first_carrier_(model.cells.size()),
        first_swap_(first_carrier_ + model.carriers.size()),
        fixed_(model.demand_classes.size()),
        links_(model.demand_classes.size()),
        sets_(first_swap_ + model.swaps.size() + model.demands.size()),
        component_of_set_(first_swap_ + model.swaps.size() + model.demands.size(), kNone) {}

  std::vector<Component> build_components() {
    fix_services();
    link_demand_classes();
    unite_sets();
    return build();
  }

  Component build_single() {
    fix_services();
    link_demand_classes();
    for (std::size_t member = 1; member < component_of_set_.size(); ++member)
      sets_.unite(member, 0);
    component_of(0);
    return std::move(build().front());
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<Component> build() {
    for (DemandIndex d = 0; d < model_.demands.size(); ++d)
      if (!fixings_.redundant[d]) add_demand(d);
    add_blockers();
    return std::move(components_);
  }

  const SunsetModel& model_;
  const Fixings& fixings_;
  int period_;
  std::size_t first_carrier_, first_swap_;
  std::vector<ServiceMask> fixed_;               ///< services from fixed suppliers, per demand class
  std::vector<std::vector<OpenLink>> links_;     ///< free suppliers that add a service, per demand class
  DisjointSets sets_;                            ///< suppliers, then demands
  std::vector<std::size_t> component_of_set_;    ///< by the set's representative
  std::map<std::size_t, std::size_t> index_of_;  ///< index of a supplier in its component
  std::vector<Component> components_;

  const std::vector<Link>& links_of(std::size_t supplier) const {
    if (supplier < first_carrier_) return model_.cells[supplier].links;
    if (supplier < first_swap_) return model_.carriers[supplier - first_carrier_].links;
    return model_.swaps[supplier - first_swap_].links;
  }

  Fixing fixing_of(std::size_t supplier) const {
    if (supplier < first_carrier_) return fixings_.cells[supplier];
    return supplier < first_swap_ ? fixings_.carriers[supplier - first_carrier_] : Fixing::kFree;
  }

  std::size_t suppliers() const { return first_swap_ + model_.swaps.size(); }

  void fix_services() {
    for (DemandClassIndex demand_class = 0; demand_class < model_.demand_classes.size(); ++demand_class)
      fixed_[demand_class] = model_.demand_classes[demand_class].fixed;
    for (std::size_t supplier = 0; supplier < first_swap_; ++supplier) {
      if (fixing_of(supplier) != Fixing::kOn) continue;
      for (const Link& link : links_of(supplier))
        fixed_[link.demand_class] |= link.services;
    }
  }

  /// Services of the handset classes that are not empty, and of VoLTE, which subsidies may fill.
  ServiceMask wanted_by(DemandIndex demand) const {
    const ClassCounts counts = model_.counts_in(demand, period_);
    ServiceMask mask = 0;
    for (std::size_t c = 0; c < kHandsetClasses; ++c) {
      if (counts[c] > 0 || c == kVolteIndex)
        mask |= static_cast<ServiceMask>(1U << bit_index(Service::kVoice, c) | 1U << bit_index(Service::kData, c));
    }
    return mask;
  }

  void link_demand_classes() {
    std::vector<ServiceMask> wanted(model_.demands.size());
    for (DemandIndex d = 0; d < model_.demands.size(); ++d)
      wanted[d] = fixings_.redundant[d] ? ServiceMask{0} : wanted_by(d);
    for (std::size_t supplier = 0; supplier < suppliers(); ++supplier) {
      if (fixing_of(supplier) != Fixing::kFree) continue;
      for (const Link& link : links_of(supplier)) {
        const auto adds = static_cast<ServiceMask>(link.services & wanted[model_.demand_of(link)] &
                                                   static_cast<ServiceMask>(~fixed_[link.demand_class]));
        if (adds != 0) links_[link.demand_class].push_back({supplier, adds});
      }
    }
  }

  void unite_sets() {
    std::vector<bool> serves(suppliers());
    for (DemandClassIndex demand_class = 0; demand_class < model_.demand_classes.size(); ++demand_class) {
      for (const OpenLink& link : links_[demand_class]) {
        serves[link.supplier] = true;
        sets_.unite(link.supplier, suppliers() + model_.demand_classes[demand_class].demand);
      }
    }
    for (CarrierIndex k = 0; k < model_.carriers.size(); ++k) {
      if (!serves[first_carrier_ + k]) continue;
      const Carrier& carrier = model_.carriers[k];
      sets_.unite(first_carrier_ + k, carrier.replaces);
      for (const CellIndex blocker : carrier.blockers)
        if (fixing_of(blocker) == Fixing::kFree) sets_.unite(first_carrier_ + k, blocker);
    }
  }

  Component& component_of(std::size_t member) {
    std::size_t& component = component_of_set_[sets_.find(member)];
    if (component == kNone) {
      component = components_.size();
      SunsetModel part;
      part.subsidies_per_period = model_.subsidies_per_period * period_;
      part.swap_budget_million_vnd = model_.swap_budget_million_vnd;
      part.refarmed_mhz = model_.refarmed_mhz;
      part.costs = model_.costs;
      part.sites = model_.sites;
      components_.push_back({.model = std::move(part), .cells = {}, .demands = {}});
    }
    return components_[component];
  }

  void add_demand(DemandIndex d) {
    Component& component = component_of(suppliers() + d);
    Demand demand = model_.demands[d];
    std::map<OpenClassKey, double> demand_classes;
    for (DemandClassIndex demand_class = demand.first_class; demand_class < demand.end_class; ++demand_class)
      demand_classes[{fixed_[demand_class], links_[demand_class]}] += model_.demand_classes[demand_class].weight;
    demand.initial = model_.counts_in(d, period_);
    demand.first_class = static_cast<DemandClassIndex>(component.model.demand_classes.size());
    for (const auto& [key, weight] : demand_classes) {
      for (const OpenLink& link : key.second)
        links_in(component, link.supplier)
            .push_back({.demand_class = static_cast<DemandClassIndex>(component.model.demand_classes.size()),
                        .services = link.services});
      component.model.demand_classes.push_back(
          {.demand = static_cast<DemandIndex>(component.demands.size()), .weight = weight, .fixed = key.first});
    }
    demand.end_class = static_cast<DemandClassIndex>(component.model.demand_classes.size());
    component.model.demands.push_back(demand);
    component.demands.push_back(d);
  }

  /// The links of a supplier in its component; the first call adds the supplier.
  std::vector<Link>& links_in(Component& component, std::size_t supplier) {
    const auto [known, is_new] = index_of_.try_emplace(supplier, 0);
    if (supplier < first_carrier_) {
      if (is_new) known->second = add_cell(component, static_cast<CellIndex>(supplier));
      return component.model.cells[known->second].links;
    }
    if (supplier < first_swap_) {
      const Carrier& carrier = model_.carriers[supplier - first_carrier_];
      if (is_new) {
        known->second = component.model.carriers.size();
        component.model.carriers.push_back({.site = carrier.site});
      }
      return component.model.carriers[known->second].links;
    }
    const Swap& swap = model_.swaps[supplier - first_swap_];
    if (is_new) {
      known->second = component.model.swaps.size();
      component.model.swaps.push_back({.site = swap.site, .cost_million_vnd = swap.cost_million_vnd});
    }
    return component.model.swaps[known->second].links;
  }

  std::size_t add_cell(Component& component, CellIndex cell) {
    component.model.cells.push_back({.name = model_.cells[cell].name, .site = model_.cells[cell].site});
    component.cells.push_back(cell);
    return component.cells.size() - 1;
  }

  CellIndex cell_in(Component& component, CellIndex cell) {
    const auto [known, is_new] = index_of_.try_emplace(cell, 0);
    if (is_new) known->second = add_cell(component, cell);
    return static_cast<CellIndex>(known->second);
  }

  /// Adds the free cells that each carrier waits for; a cell fixed off blocks no carrier.
  void add_blockers() {
    for (CarrierIndex k = 0; k < model_.carriers.size(); ++k) {
      const auto known = index_of_.find(first_carrier_ + k);
      if (known == index_of_.end()) continue;
      Component& component = component_of(first_carrier_ + k);
      std::vector<CellIndex> open;
      for (const CellIndex cell : model_.carriers[k].blockers)
        if (fixing_of(cell) == Fixing::kFree) open.push_back(cell_in(component, cell));
      if (fixing_of(model_.carriers[k].replaces) == Fixing::kFree)
        open.push_back(cell_in(component, model_.carriers[k].replaces));
      Carrier& carrier = component.model.carriers[known->second];
      carrier.replaces = open.back();
      open.pop_back();
      carrier.blockers = std::move(open);
    }
  }
};

}  // namespace

std::vector<Component> connected_components(const SunsetModel& model, const Fixings& fixings, int period) {
  return ComponentBuilder(model, fixings, period).build_components();
}

Component single_component(const SunsetModel& model, const Fixings& fixings, int period) {
  return ComponentBuilder(model, fixings, period).build_single();
}

}  // namespace phusong::sunset
