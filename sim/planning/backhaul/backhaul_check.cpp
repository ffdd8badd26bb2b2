#include "sim/planning/backhaul/backhaul_check.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "sim/planning/backhaul/link_check.h"
#include "sim/planning/tolerances.h"
#include "sim/scenario/costs_table.h"

namespace phusong::planning {
namespace {

constexpr double kLinkToleranceKm = 1e-6;

double expected_length_km(const scenario::Scenario& scenario, const BackhaulNode& from, const BackhaulNode& to) {
  return scenario.options.backhaul.fibre_route_factor * (distance_m(from.position, to.position) / 1000.0);
}

/// Collects the faults of one backhaul.
class BackhaulCheck {
 public:
  BackhaulCheck(const scenario::Scenario& scenario, const gis::Terrain& terrain, const SharedBackhaul& backhaul)
      : scenario_(scenario), terrain_(terrain), options_(scenario.options.backhaul), backhaul_(backhaul) {}

  std::vector<std::string> run(std::span<const BackhaulNode> stations) {
    list_masts(stations);
    list_fibre_nodes();
    for (const BackhaulLink& link : backhaul_.links)
      check_link(link);
    for (const auto& [id, links] : microwave_links_) {
      if (links > options_.max_links_per_node) complain(id, fmt::format("has {} microwave links", links));
    }
    if (stations.size() != backhaul_.route_of_station.size()) complain("the backhaul", "has not one route per station");
    for (std::size_t i = 0; i < std::min(stations.size(), backhaul_.route_of_station.size()); ++i)
      check_route(stations[i], backhaul_.route_of_station[i]);
    check_cost();
    return std::move(faults_);
  }

 private:
  void complain(const std::string& who, const std::string& what) { faults_.push_back(fmt::format("{} {}", who, what)); }

  void list_masts(std::span<const BackhaulNode> stations) {
    const std::string& builder = scenario_.options.plan.operator_name;
    for (const network::Site& site : scenario_.network.sites) {
      if (!scenario_.network.on_air(site) || (builder != "any" && builder != site.operator_name)) continue;
      masts_[site.site_id] = {
          .id = site.site_id, .position = site.position, .lon_lat = site.lon_lat, .mast_height_m = site.mast_height_m};
      if (site.backhaul == network::Backhaul::kFibre) hops_beyond_[site.site_id] = 0;
      if (site.backhaul == network::Backhaul::kMicrowave) hops_beyond_[site.site_id] = 1;
    }
    for (const BackhaulRelay& relay : backhaul_.relays)
      masts_[relay.node.id] = relay.node;
    for (const BackhaulNode& station : stations) {
      masts_[station.id] = station;
      if (station.has_fibre || station.is_connected) hops_beyond_.emplace(station.id, station.has_fibre ? 0 : 1);
    }
  }

  void list_fibre_nodes() {
    if (const auto& table = scenario_.plan_tables.fibre_nodes) {
      for (const scenario::FibreNode& node : *table)
        fibre_nodes_[node.node_id] = {.id = node.node_id, .position = node.position, .lon_lat = node.lon_lat};
      return;
    }
    for (const auto& [id, hops] : hops_beyond_) {
      if (hops == 0) fibre_nodes_[id] = masts_[id];
    }
    for (const network::Hamlet& hamlet : scenario_.network.hamlets) {
      if (!hamlet.fixed_broadband || fibre_nodes_.contains(hamlet.hamlet_id)) continue;
      fibre_nodes_[hamlet.hamlet_id] = {.id = hamlet.hamlet_id, .position = hamlet.position, .lon_lat = hamlet.lon_lat};
    }
  }

  /// The node that a link leads to: fibre nodes first for fibre, masts alone for microwave.
  const BackhaulNode* end_of(const BackhaulLink& link) const {
    if (link.medium == Medium::kFibre && fibre_nodes_.contains(link.to)) return &fibre_nodes_.at(link.to);
    return masts_.contains(link.to) ? &masts_.at(link.to) : nullptr;
  }

  void check_link(const BackhaulLink& link) {
    const std::string name = fmt::format("the {} link from {} to {}", name_of(link.medium), link.from, link.to);
    if (!masts_.contains(link.from)) return complain(name, "begins nowhere");
    double quantity = 1.0;
    if (link.medium != Medium::kSatellite) {
      const BackhaulNode& from = masts_.at(link.from);
      const BackhaulNode* const to = end_of(link);
      if (to == nullptr) return complain(name, "leads nowhere");
      if (link.medium == Medium::kFibre) {
        quantity = expected_length_km(scenario_, from, *to);
        if (std::abs(link.length_km - quantity) > kLinkToleranceKm) complain(name, "has another length");
      } else {
        ++microwave_links_[link.from];
        ++microwave_links_[link.to];
        const std::string fault = fault_of_microwave(terrain_, scenario_.options, from, *to);
        if (!fault.empty()) complain(name, fault);
      }
    }
    built_.emplace(link.from, link.to);
    pay(link.medium == Medium::kFibre       ? "fibre_per_km"
        : link.medium == Medium::kMicrowave ? "microwave_hop"
                                            : "satellite_terminal",
        quantity);
  }

  void check_route(const BackhaulNode& station, const BackhaulRoute& route) {
    std::string at = station.id;
    int hops = 0;
    bool on_fibre = false;
    for (const BackhaulLink& link : route.links) {
      if (link.from != at) complain(station.id, fmt::format("has a route that breaks at {}", at));
      const auto [begin, end] = built_.equal_range(link.from);
      if (std::none_of(begin, end, [&](const auto& built) { return built.second == link.to; })) {
        complain(station.id, fmt::format("uses a link from {} to {} that is not built", link.from, link.to));
      }
      if (on_fibre && link.medium != Medium::kFibre) complain(station.id, "has fibre that does not lead to fibre");
      on_fibre = link.medium == Medium::kFibre;
      hops += link.medium == Medium::kMicrowave ? 1 : 0;
      at = link.to;
    }
    check_end(station, route, at, hops);
  }

  void check_end(const BackhaulNode& station, const BackhaulRoute& route, const std::string& at, int hops) {
    const Medium last = route.links.empty() ? Medium::kExisting : route.links.back().medium;
    if (last == Medium::kSatellite) {
      if (route.links.size() > 1) complain(station.id, "shares a satellite terminal");
      return;
    }
    if (last == Medium::kFibre) {
      if (!fibre_nodes_.contains(at)) complain(station.id, fmt::format("has fibre that ends at {}", at));
    } else if (!hops_beyond_.contains(at)) {
      complain(station.id, fmt::format("ends at {}, which is not connected", at));
    } else if (last == Medium::kMicrowave) {
      hops += hops_beyond_.at(at);
    }
    if (hops > options_.max_hops) complain(station.id, fmt::format("is {} hops from fibre", hops));
  }

  void pay(const std::string& item, double quantity) {
    const scenario::CostItem& cost = scenario_.plan_tables.cost_of(item);
    capex_ += quantity * cost.cost_million_vnd;
    opex_ += quantity * cost.opex_million_vnd_per_year;
  }

  void check_cost() {
    for (const BackhaulRelay& relay : backhaul_.relays) {
      pay(scenario::mast_item(relay.node.mast_height_m), 1.0);
      pay("solar_power", 1.0);
    }
    if (std::abs(capex_ - backhaul_.cost.capex_million_vnd) > kCostToleranceMillionVnd ||
        std::abs(opex_ - backhaul_.cost.opex_million_vnd_per_year) > kCostToleranceMillionVnd) {
      complain("the backhaul", fmt::format("costs {:.3f} and {:.3f} a year, not what it says", capex_, opex_));
    }
  }

  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  const scenario::BackhaulOptions& options_;
  const SharedBackhaul& backhaul_;
  std::map<std::string, BackhaulNode> masts_, fibre_nodes_;
  std::map<std::string, int> hops_beyond_;  ///< of masts that are connected
  std::map<std::string, int> microwave_links_;
  std::multimap<std::string, std::string> built_;
  double capex_ = 0.0, opex_ = 0.0;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> check_backhaul(const scenario::Scenario& scenario, const gis::Terrain& terrain,
                                        std::span<const BackhaulNode> stations, const SharedBackhaul& backhaul) {
  return BackhaulCheck(scenario, terrain, backhaul).run(stations);
}

}  // namespace phusong::planning
