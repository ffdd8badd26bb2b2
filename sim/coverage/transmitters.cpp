#include "sim/coverage/transmitters.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

#include "propagation/p2109/building_entry.h"

namespace phusong::coverage {
namespace {

using network::Technology;

bool contains(const std::vector<Technology>& technologies, Technology technology) {
  return std::ranges::find(technologies, technology) != technologies.end();
}

/// Fills the frequencies of a set of cells, the longest range first, then by frequency.
void set_carriers(Transmitter& transmitter, const network::Network& network, const std::vector<std::size_t>& cells,
                  const network::PerTechnology<double>& max_range_km) {
  std::map<double, double> range_of_frequency;
  for (std::size_t index : cells) {
    const network::Cell& cell = network.cells[index];
    double& range_m = range_of_frequency[cell.frequency_mhz];
    range_m = std::max(range_m, max_range_km[cell.technology] * 1000.0);
  }
  std::vector<std::pair<double, double>> carriers(range_of_frequency.begin(), range_of_frequency.end());
  std::ranges::stable_sort(carriers, std::greater{}, &std::pair<double, double>::second);
  for (const auto& [frequency_mhz, range_m] : carriers) {
    transmitter.frequencies_mhz.push_back(frequency_mhz);
    transmitter.carrier_range_m.push_back(range_m);
  }
}

Transmitter make_transmitter(const network::Network& network, const std::vector<std::size_t>& cells,
                             const scenario::Options& options) {
  const network::PerTechnology<double>& max_range_km = options.propagation.max_range_km;
  const network::Cell& first = network.cells[cells.front()];
  const network::Site& site = network.sites[first.site];
  Transmitter result{.site = first.site,
                     .position = site.position,
                     .latitude_deg = site.lon_lat.lat_deg,
                     .antenna_height_agl_m = first.antenna_height_agl_m};
  set_carriers(result, network, cells, max_range_km);
  for (std::size_t index : cells) {
    const network::Cell& cell = network.cells[index];
    const auto carrier = std::ranges::find(result.frequencies_mhz, cell.frequency_mhz);
    const auto alike = std::ranges::find_if(
        result.cells, [&](const TransmitterCell& other) { return network.cells[other.cell].antenna == cell.antenna; });
    result.cells.push_back({.cell = index,
                            .carrier = static_cast<std::size_t>(carrier - result.frequencies_mhz.begin()),
                            .max_range_m = max_range_km[cell.technology] * 1000.0,
                            .building_entry_db = building_entry_db(cell.frequency_mhz, options.service),
                            .antenna = static_cast<std::size_t>(alike - result.cells.begin())});
  }
  return result;
}

}  // namespace

double building_entry_db(double frequency_mhz, const scenario::ServiceOptions& options) {
  const scenario::Environment environment = environment_of(options);
  if (environment == scenario::Environment::kOutdoor) return 0.0;
  if (environment == scenario::Environment::kVehicle) return options.vehicle_loss_db;
  const auto building_class = propagation::p2109::building_class_from_name(options.building_class);
  if (!building_class) throw std::invalid_argument("unknown building class '" + options.building_class + "'");
  return propagation::p2109::building_entry_loss({.frequency_ghz = frequency_mhz / 1000.0,
                                                  .building_class = *building_class,
                                                  .p_percent = 100.0 * options.building_probability})
      .loss_db;
}

std::span<const double> Transmitter::frequencies_within(double distance_m) const {
  const auto beyond = std::ranges::find_if(carrier_range_m, [=](double range_m) { return range_m < distance_m; });
  return std::span(frequencies_mhz).first(static_cast<std::size_t>(beyond - carrier_range_m.begin()));
}

bool share_disc(const Transmitter& a, const Transmitter& b) {
  return a.position.x_m == b.position.x_m && a.position.y_m == b.position.y_m &&
         a.carrier_range_m.front() == b.carrier_range_m.front();
}

std::size_t sharing_count(std::span<const Transmitter> transmitters) {
  const auto other = std::ranges::find_if_not(
      transmitters, [&](const Transmitter& next) { return share_disc(transmitters.front(), next); });
  return static_cast<std::size_t>(other - transmitters.begin());
}

std::vector<Transmitter> spread_over_map(const std::vector<Transmitter>& transmitters) {
  std::vector<std::span<const Transmitter>> masts;
  for (std::span<const Transmitter> rest = transmitters; !rest.empty(); rest = rest.subspan(masts.back().size()))
    masts.push_back(rest.first(sharing_count(rest)));
  // Steps of about the golden section of their number visit each of them once.
  auto step = std::max<std::size_t>(static_cast<std::size_t>(0.618 * static_cast<double>(masts.size())), 1);
  while (std::gcd(step, masts.size()) > 1)
    ++step;
  std::vector<Transmitter> result;
  result.reserve(transmitters.size());
  for (std::size_t i = 0; i < masts.size(); ++i) {
    const auto mast = masts[i * step % masts.size()];
    result.insert(result.end(), mast.begin(), mast.end());
  }
  return result;
}

std::vector<Technology> mapped_technologies(const network::Network& network, const scenario::CoverageOptions& options) {
  std::vector<Technology> result;
  for (Technology technology : network::kTechnologies) {
    if (contains(options.technologies, technology)) result.push_back(technology);
  }
  const bool has_5g_cells = std::ranges::any_of(network.cells, [&](const network::Cell& cell) {
    return cell.technology == Technology::k5G && network.on_air(network.sites[cell.site]);
  });
  if (has_5g_cells && result == std::vector{Technology::k2G, Technology::k3G, Technology::k4G}) {
    result.push_back(Technology::k5G);
  }
  return result;
}

std::vector<Technology> computed_technologies(const network::Network& network, const scenario::Options& options) {
  const std::vector<Technology> mapped = mapped_technologies(network, options.coverage);
  std::vector<Technology> result;
  for (Technology technology : network::kTechnologies) {
    if (contains(mapped, technology) || contains(options.plan.target.technologies, technology)) {
      result.push_back(technology);
    }
  }
  return result;
}

std::vector<Transmitter> transmitters_on_air(const network::Network& network, const gis::Terrain& terrain,
                                             const std::vector<Technology>& technologies,
                                             const scenario::Options& options,
                                             std::vector<std::size_t>& sites_off_terrain) {
  std::vector<bool> usable(network.sites.size());
  for (std::size_t i = 0; i < network.sites.size(); ++i) {
    if (!network.on_air(network.sites[i])) continue;
    usable[i] = terrain.height_near(network.sites[i].position).has_value();
    if (!usable[i]) sites_off_terrain.push_back(i);
  }
  std::map<std::pair<std::size_t, double>, std::vector<std::size_t>> cells_of;
  for (std::size_t i = 0; i < network.cells.size(); ++i) {
    const network::Cell& cell = network.cells[i];
    if (usable[cell.site] && contains(technologies, cell.technology)) {
      cells_of[{cell.site, cell.antenna_height_agl_m}].push_back(i);
    }
  }
  std::vector<Transmitter> result;
  for (const auto& [key, cells] : cells_of) {
    result.push_back(make_transmitter(network, cells, options));
  }
  return result;
}

}  // namespace phusong::coverage
