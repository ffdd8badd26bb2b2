#include "tests/sunset/tiny_sunset.h"

#include "sim/sunset/radio/cell_services.h"

namespace phusong::tests {
namespace {

using namespace sunset;
using network::Technology;

void add_links(Dice& dice, Technology technology, std::vector<Link>& links) {
  for (DemandClassIndex demand_class = 0; demand_class < 4; ++demand_class)
    if (dice.roll(2) == 0) links.push_back({.demand_class = demand_class, .services = services_on(technology)});
}

}  // namespace

ServiceMask services_on(Technology technology) {
  return services_of({.technology = technology, .voice = true, .own_operator = true}, false);
}

SunsetModel tiny_sunset(std::uint32_t seed) {
  Dice dice(seed);
  SunsetModel model;
  model.periods = 2 + static_cast<int>(dice.roll(2));
  model.max_cells_per_period = static_cast<int>(dice.roll(3));
  model.max_sites_per_period = dice.roll(3) == 0 ? 1 : 0;
  model.uptake_per_year = dice.roll(2) == 0 ? 0.0 : 0.9;
  model.subsidies_per_period = dice.roll(3);
  model.refarmed_mhz = 5.0;
  model.costs = {.handset_million_vnd = 0.5, .radio_million_vnd = 600.0};
  model.sites = 2;
  for (std::size_t d = 0; d < 2; ++d) {
    Demand demand{.hamlet = d, .population = 100.0 + 50.0 * static_cast<double>(dice.roll(4))};
    demand.initial = {dice.roll(2), dice.roll(2), 0, 2 + dice.roll(3)};
    demand.initial[2] = 2 - demand.initial[0] - demand.initial[1];
    demand.first_class = static_cast<DemandClassIndex>(2 * d);
    demand.end_class = demand.first_class + 2;
    model.demands.push_back(demand);
  }
  for (DemandClassIndex demand_class = 0; demand_class < 4; ++demand_class) {
    const ServiceMask fixed = dice.roll(3) == 0   ? services_on(Technology::k3G)
                              : dice.roll(2) == 0 ? services_on(Technology::k4G)
                                                  : ServiceMask{0};
    model.demand_classes.push_back({.demand = demand_class / 2, .weight = 0.5, .fixed = fixed});
  }
  for (std::size_t c = 0; c < 3; ++c) {
    model.cells.push_back({.name = "cell" + std::to_string(c), .site = c / 2});
    add_links(dice, Technology::k2G, model.cells.back().links);
  }
  for (CellIndex k = 0; k < 2; ++k) {
    Carrier carrier{.replaces = k, .site = model.cells[k].site};
    if (dice.roll(2) == 0) carrier.blockers.push_back(k + 1);
    carrier.blocked_for_good = dice.roll(6) == 0;
    add_links(dice, Technology::k4G, carrier.links);
    carrier.useful = !carrier.links.empty();
    model.carriers.push_back(std::move(carrier));
  }
  set_floors(model);
  return model;
}

}  // namespace phusong::tests
