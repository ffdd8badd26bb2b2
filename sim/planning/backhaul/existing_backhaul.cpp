#include "sim/planning/backhaul/existing_backhaul.h"

namespace phusong::planning {
namespace {

using network::Backhaul;

bool usable(const scenario::Scenario& scenario, const network::Site& site) {
  const std::string& operator_name = scenario.options.plan.operator_name;
  return scenario.network.on_air(site) && (operator_name == "any" || operator_name == site.operator_name);
}

BackhaulNode node_of(const network::Site& site) {
  return {.id = site.site_id,
          .position = site.position,
          .lon_lat = site.lon_lat,
          .mast_height_m = site.mast_height_m,
          .has_fibre = site.backhaul == Backhaul::kFibre,
          .is_connected = site.backhaul == Backhaul::kFibre || site.backhaul == Backhaul::kMicrowave};
}

BackhaulNode fibre_node(std::string id, gis::MapPoint position, gis::LonLat lon_lat) {
  return {.id = std::move(id), .position = position, .lon_lat = lon_lat, .has_fibre = true, .is_connected = true};
}

void add_masts(const scenario::Scenario& scenario, ExistingBackhaul& existing) {
  for (const network::Site& site : scenario.network.sites) {
    if (!usable(scenario, site)) continue;
    const BackhaulNode node = node_of(site);
    if (node.is_connected) {
      existing.connected.push_back({.node = node, .hops = node.has_fibre ? 0 : 1});
    } else {
      existing.unconnected.push_back(node);
    }
  }
}

}  // namespace

ExistingBackhaul existing_backhaul(const scenario::Scenario& scenario) {
  ExistingBackhaul existing;
  add_masts(scenario, existing);
  if (scenario.plan_tables.fibre_nodes) {
    for (const scenario::FibreNode& node : *scenario.plan_tables.fibre_nodes)
      existing.fibre_nodes.push_back(fibre_node(node.node_id, node.position, node.lon_lat));
    return existing;
  }
  for (const ConnectedMast& mast : existing.connected) {
    if (mast.node.has_fibre) existing.fibre_nodes.push_back(mast.node);
  }
  for (const network::Hamlet& hamlet : scenario.network.hamlets) {
    if (hamlet.fixed_broadband) {
      existing.fibre_nodes.push_back(fibre_node(hamlet.hamlet_id, hamlet.position, hamlet.lon_lat));
    }
  }
  return existing;
}

}  // namespace phusong::planning
