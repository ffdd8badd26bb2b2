#include "sim/report/warnings.h"

#include <fmt/format.h>

namespace phusong::report {

std::vector<std::string> warnings(const RunData& run) {
  const network::Network& network = run.network();
  const scenario::NetworkOptions& files = run.scenario.options.network;
  std::vector<std::string> texts = run.scenario.notes;
  for (const std::size_t i : run.coverage.sites_off_terrain) {
    const network::Site& site = network.sites[i];
    texts.push_back(fmt::format("{}:{}: mast {} ({}) is off the terrain: its cells contribute nothing", files.sites,
                                site.row, site.site_id, site.name));
  }
  for (const std::size_t i : run.coverage.hamlets_off_terrain) {
    const network::Hamlet& hamlet = network.hamlets[i];
    texts.push_back(fmt::format("{}:{}: hamlet {} ({}) is off the terrain: its status is unknown", files.hamlets,
                                hamlet.row, hamlet.hamlet_id, hamlet.name));
  }
  return texts;
}

}  // namespace phusong::report
