#include "sim/scenario/synth/stations.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "sim/scenario/synth/mast_links.h"
#include "sim/scenario/synth/random.h"

namespace phusong::synth {
namespace {

constexpr std::uint64_t kStationStream = 5, kBatteryStream = 6;
constexpr double kAntennaBelowTopM = 2.0;

struct Operator {
  std::string_view name;
  std::string_view prefix;
  double share;  ///< of the masts
  double frequency_2g_mhz, frequency_3g_mhz, frequency_4g_mhz;
};
constexpr std::array<Operator, 3> kOperators = {{{"Mạng A", "MA", 0.45, 947.4, 2137.4, 1842.5},
                                                 {"Mạng B", "MB", 0.35, 941.0, 2122.4, 1817.5},
                                                 {"Mạng C", "MC", 0.20, 953.8, 2152.4, 1862.5}}};

// Stations of 2G, 3G and 4G stand in the ratio 734 : 1,010 : 1,086 in Hà Giang (2023).
struct Generation {
  Carrier carrier;
  double share;  ///< of the masts
  double Operator::*frequency_mhz;
};
const std::array<Generation, 3>& generations() {
  using network::Technology;
  static const std::array<Generation, 3> kGenerations = {
      {{{.technology = Technology::k2G,
         .bandwidth_mhz = 0.2,
         .tx_power_dbm = 43.0,
         .antenna_gain_dbi = 15.5,
         .beamwidth_v_deg = 14.0,
         .feeder_loss_db = 2.0},
        0.66,
        &Operator::frequency_2g_mhz},
       {{.technology = Technology::k3G, .bandwidth_mhz = 5.0, .tx_power_dbm = 43.0, .antenna_gain_dbi = 17.5},
        0.90,
        &Operator::frequency_3g_mhz},
       {{.technology = Technology::k4G, .bandwidth_mhz = 20.0, .tx_power_dbm = 46.0, .antenna_gain_dbi = 17.0},
        0.97,
        &Operator::frequency_4g_mhz}}};
  return kGenerations;
}

const Operator& operator_of(std::size_t mast, Random& random) {
  const double lot = random.uniform();
  if (mast < kOperators.size()) return kOperators[mast];
  if (lot < kOperators[0].share) return kOperators[0];
  return lot < kOperators[0].share + kOperators[1].share ? kOperators[1] : kOperators[2];
}

network::Site make_site(const MastPlace& place, const network::Hamlet& hamlet, const std::string& id, Random& random) {
  network::Site site;
  site.site_id = id;
  site.name = fmt::format("{} – {}", hamlet.commune, hamlet.name);
  site.position = place.position;
  site.mast_height_m = place.height_m;
  site.backhaul =
      random.chance(hamlet.fixed_broadband ? 0.85 : 0.25) ? network::Backhaul::kFibre : network::Backhaul::kMicrowave;
  site.power = hamlet.grid_power ? network::PowerSource::kGrid : network::PowerSource::kSolar;
  return site;
}

void add_sectors(Stations& stations, const Operator& owner, Random& random) {
  const network::Site& site = stations.sites.back();
  const auto first_azimuth_deg = static_cast<int>(random.index(120));
  for (const Generation& generation : generations()) {
    const bool present = random.chance(generation.share);
    if (!present && generation.carrier.technology != network::Technology::k4G) continue;
    Carrier carrier = generation.carrier;
    carrier.frequency_mhz = owner.*generation.frequency_mhz;
    for (int sector = 0; sector < 3; ++sector) {
      stations.sectors.push_back(
          {.cell_id = fmt::format("{}-{}-{}", site.site_id, network::name_of(carrier.technology), sector + 1),
           .site = stations.sites.size() - 1,
           .carrier = carrier,
           .antenna_height_agl_m = site.mast_height_m - kAntennaBelowTopM,
           .azimuth_deg = first_azimuth_deg + 120 * sector,
           .electrical_tilt_deg = 1 + static_cast<int>(random.index(4))});
    }
  }
}

/// Batteries of masts on the grid, by a lot of their own so that nothing else depends on them.
void fit_batteries(const Options& options, std::vector<network::Site>& sites) {
  constexpr std::array kHours = {2.0, 4.0, 4.0, 6.0, 8.0, 12.0};
  Random random(static_cast<std::uint64_t>(options.seed), kBatteryStream);
  for (network::Site& site : sites) {
    const double hours = kHours[random.index(kHours.size())];
    if (site.power == network::PowerSource::kGrid) site.battery_hours = hours;
  }
}

}  // namespace

Stations make_stations(const Options& options, const Settlements& settlements, const std::vector<MastPlace>& places) {
  Random random(static_cast<std::uint64_t>(options.seed), kStationStream);
  Stations stations;
  for (const MastPlace& place : places) {
    const std::size_t number = stations.sites.size();
    const Operator& owner = operator_of(number, random);
    const std::string id = fmt::format("{}{:05}", owner.prefix, number + 1);
    stations.sites.push_back(make_site(place, settlements.hamlets[place.hamlet], id, random));
    stations.sites.back().operator_name = owner.name;
    add_sectors(stations, owner, random);
  }
  fit_batteries(options, stations.sites);
  link_masts(stations.sites);
  return stations;
}

}  // namespace phusong::synth
