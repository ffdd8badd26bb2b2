#include "sim/analysis/resilience/grid_areas.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace phusong::analysis {
namespace {

/// Province, district, and the commune where there is no district.
using AreaKey = std::tuple<std::string, std::string, std::string>;

const std::string& name_of(const AreaKey& area) {
  return std::get<1>(area).empty() ? std::get<2>(area) : std::get<1>(area);
}

AreaKey area_of(const network::Hamlet& hamlet) {
  return {hamlet.province, hamlet.district, hamlet.district.empty() ? hamlet.commune : std::string()};
}

const network::Hamlet& nearest_hamlet(const network::Site& site, const std::vector<network::Hamlet>& hamlets) {
  return *std::ranges::min_element(
      hamlets, {}, [&](const network::Hamlet& hamlet) { return distance_m(site.position, hamlet.position); });
}

}  // namespace

std::vector<GridArea> grid_areas(const network::Network& network, const std::vector<std::size_t>& masts) {
  if (network.hamlets.empty()) return {};
  std::map<AreaKey, std::vector<std::size_t>> masts_of_area;
  for (const std::size_t mast : masts) {
    AreaKey area = area_of(nearest_hamlet(network.sites[mast], network.hamlets));
    if (!name_of(area).empty()) masts_of_area[std::move(area)].push_back(mast);
  }
  std::map<std::string, int> areas_of_name;
  for (const auto& [area, of_area] : masts_of_area)
    ++areas_of_name[name_of(area)];
  std::vector<GridArea> areas;
  for (const auto& [area, of_area] : masts_of_area) {
    const std::string& name = name_of(area);
    areas.push_back(
        {.id = areas_of_name[name] == 1 ? name : fmt::format("{}, {}", name, std::get<0>(area)), .masts = of_area});
  }
  return areas;
}

}  // namespace phusong::analysis
