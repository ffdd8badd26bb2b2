#include "sim/planning/plan_scenario.h"

#include <map>
#include <set>
#include <utility>

#include "sim/coverage/operator_columns.h"

namespace phusong::planning {
namespace {

/// Removes the masts of other operators and their cells.
void keep_operator(network::Network& network, const std::string& name) {
  std::vector<std::size_t> new_index(network.sites.size());
  std::vector<network::Site> sites;
  for (std::size_t i = 0; i < network.sites.size(); ++i) {
    new_index[i] = sites.size();
    if (network.sites[i].operator_name == name) sites.push_back(network.sites[i]);
  }
  std::erase_if(network.cells,
                [&](const network::Cell& cell) { return network.sites[cell.site].operator_name != name; });
  for (network::Cell& cell : network.cells)
    cell.site = new_index[cell.site];
  network.sites = std::move(sites);
}

void name_operators(network::Network& network) {
  std::set<std::string> names;
  for (const network::Site& site : network.sites) {
    if (network.on_air(site)) names.insert(site.operator_name);
  }
  network.operators.assign(names.begin(), names.end());
}

}  // namespace

bool is_for_any(const scenario::PlanOptions& plan) {
  return plan.operator_name == coverage::kAnyOperator;
}

const std::string& builder_of(const scenario::PlanOptions& plan) {
  static const std::string kNew = kNewOperator;
  return is_for_any(plan) ? kNew : plan.operator_name;
}

scenario::Scenario plan_scenario(const scenario::Scenario& scenario) {
  scenario::Scenario result = scenario;
  const scenario::PlanOptions& plan = scenario.options.plan;
  if (!is_for_any(plan)) keep_operator(result.network, plan.operator_name);
  result.options.service.operators = {plan.operator_name};
  name_operators(result.network);
  return result;
}

void add_rows(scenario::Scenario& scenario, const NewRows& rows) {
  network::Network& network = scenario.network;
  network.sites.insert(network.sites.end(), rows.sites.begin(), rows.sites.end());
  std::map<std::string, std::size_t> site_of_id;
  for (std::size_t i = 0; i < network.sites.size(); ++i)
    site_of_id.emplace(network.sites[i].site_id, i);
  for (const NewCell& row : rows.cells) {
    network.cells.push_back(row.cell);
    network.cells.back().site = site_of_id.at(row.site_id);
  }
  name_operators(network);
}

}  // namespace phusong::planning
