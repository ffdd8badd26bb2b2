#include "sim/analysis/link/hop_link.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "propagation/constants.h"
#include "propagation/p1812/horizons.h"
#include "propagation/units.h"
#include "sim/planning/backhaul/microwave_link.h"

namespace phusong::analysis {
namespace {

using planning::MicrowaveAccount;

planning::BackhaulNode node_of(const network::Site& site) {
  return {.id = site.site_id, .position = site.position, .lon_lat = site.lon_lat, .mast_height_m = site.mast_height_m};
}

LinkEnd end_of(const network::Site& site, double ground_m) {
  return {.id = site.site_id,
          .name = site.name,
          .lon_lat = site.lon_lat,
          .ground_m = ground_m,
          .height_agl_m = planning::link_antenna_height_m(node_of(site))};
}

/// Writes the terms of a hop in the order in which they are read.
class HopTerms {
 public:
  HopTerms(const scenario::BackhaulOptions& options, const MicrowaveAccount& account, std::vector<LinkTerm>& terms)
      : options_(options), account_(account), terms_(terms) {}

  void write(const LinkBudget& budget) {
    write_level();
    write_fading();
    write_path(budget);
  }

 private:
  void add(LinkTermGroup group, std::string_view name, double value, std::string_view unit, std::string source,
           int sign = 0) {
    terms_.push_back(
        {.group = group, .name = name, .value = value, .unit = unit, .source = std::move(source), .sign = sign});
  }

  void write_level() {
    constexpr auto kGroup = LinkTermGroup::kBudget;
    add(kGroup, "tx_power_dbm", options_.tx_power_dbm, "dBm", "[backhaul] tx_power_dbm", 1);
    add(kGroup, "tx_antenna_gain_dbi", options_.antenna_gain_dbi, "dBi", "[backhaul] antenna_gain_dbi", 1);
    add(kGroup, "tx_feeder_loss_db", options_.feeder_loss_db, "dB", "[backhaul] feeder_loss_db", -1);
    add(kGroup, "free_space_loss_db", account_.free_space_db, "dB", "ITU-R P.525 Eq. (4)", -1);
    add(kGroup, "rx_antenna_gain_dbi", options_.antenna_gain_dbi, "dBi", "[backhaul] antenna_gain_dbi", 1);
    add(kGroup, "rx_feeder_loss_db", options_.feeder_loss_db, "dB", "[backhaul] feeder_loss_db", -1);
    add(kGroup, "rx_level_dbm", account_.received_dbm, "dBm", "ITU-R P.530-18, without gases");
  }

  void write_fading() {
    constexpr auto kGroup = LinkTermGroup::kService;
    const planning::MicrowaveLink& link = account_.link;
    add(kGroup, "rx_threshold_dbm", options_.rx_threshold_dbm, "dBm", "[backhaul] rx_threshold_dbm");
    add(kGroup, "fade_margin_db", link.fade_margin_db, "dB", "rx_level_dbm − rx_threshold_dbm");
    add(kGroup, "rain_rate_mm_per_h", options_.rain_rate_mm_per_h, "mm/h", "[backhaul] rain_rate_mm_per_h");
    if (link.fade_margin_db > 0.0) {
      add(kGroup, "rain_db", link.rain_db, "dB", "ITU-R P.530-18 Eq. (33), ITU-R P.838-3");
      add(kGroup, "rain_percent", link.rain_percent, "%", "ITU-R P.530-18 Eq. (34)");
      add(kGroup, "p0_percent", account_.p0_percent, "%", "ITU-R P.530-17 2.3.1, [backhaul] dn1");
      add(kGroup, "multipath_worst_month_percent", account_.multipath_worst_month_percent, "%", "ITU-R P.530-18 2.3.2");
      add(kGroup, "multipath_percent", link.multipath_percent, "%", "ITU-R P.530-18 2.3.4");
      add(kGroup, "availability_percent", link.availability_percent, "%", "ITU-R P.530-18 7");
    }
    add(kGroup, "availability_asked_percent", options_.availability_percent, "%", "[backhaul] availability_percent");
  }

  void write_path(const LinkBudget& budget) {
    constexpr auto kGroup = LinkTermGroup::kPath;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kClearanceNames = {
        {{"clearance_4_3_m", "clearance_4_3_km"}, {"clearance_2_3_m", "clearance_2_3_km"}}};
    add(kGroup, "distance_km", account_.link.length_km, "km", "[scenario] crs");
    add(kGroup, "slant_distance_km", account_.slant_km, "km", "ITU-R P.1812-6 Eq. (8a)");
    add(kGroup, "clearance_m", account_.link.clearance_m, "m", "ITU-R P.530-18 2.2.2");
    for (std::size_t i = 0; i < kClearanceNames.size(); ++i) {
      add(kGroup, kClearanceNames[i].first, account_.clearance[i].least_m, "m", "ITU-R P.530-18 Eq. (3), 2.2.2");
      add(kGroup, kClearanceNames[i].second, account_.clearance[i].distance_km, "km", "ITU-R P.530-18 2.2.2");
    }
    const double vegetation_m = budget.profiles.front().samples[1].clutter_m;
    add(kGroup, "vegetation_m", vegetation_m, "m", "[backhaul] vegetation_m");
    add(kGroup, "from_ground_m", budget.from.ground_m, "m", "[terrain] elevation");
    add(kGroup, "from_height_m", budget.from.height_agl_m, "m", "sites: mast_height_m − 2 m");
    add(kGroup, "to_ground_m", budget.to.ground_m, "m", "[terrain] elevation");
    add(kGroup, "to_height_m", budget.to.height_agl_m, "m", "sites: mast_height_m − 2 m");
    add(kGroup, "departure_deg", budget.departure_deg, "°", "ITU-R P.1812-6 Eqs. (76)–(79)");
  }

  const scenario::BackhaulOptions& options_;
  const MicrowaveAccount& account_;
  std::vector<LinkTerm>& terms_;
};

std::vector<LinkRemark> remarks_on_hop(const scenario::BackhaulOptions& options, const MicrowaveAccount& account) {
  std::vector<LinkRemark> remarks;
  const planning::MicrowaveLink& link = account.link;
  if (link.length_km > options.max_hop_km)
    remarks.push_back({LinkRemarkKind::kHopTooLong, fmt::format("{:g} km", options.max_hop_km)});
  if (!(link.clearance_m >= 0.0))
    remarks.push_back({LinkRemarkKind::kHopNotClear, fmt::format("{:.2f} m", -link.clearance_m)});
  if (link.fade_margin_db <= 0.0 || !(link.availability_percent >= options.availability_percent))
    remarks.push_back({LinkRemarkKind::kHopNotAvailable, fmt::format("{:g} %", options.availability_percent)});
  if (remarks.empty()) remarks.push_back({LinkRemarkKind::kHopWorks});
  return remarks;
}

}  // namespace

LinkBudget hop_link(const scenario::Scenario& scenario, const gis::Terrain& terrain, const HopLinkQuery& query) {
  const network::Site& from = scenario.network.sites[query.from];
  const network::Site& to = scenario.network.sites[query.to];
  planning::MicrowaveEngine engine(terrain, scenario.options);
  const auto account = engine.account(node_of(from), node_of(to));
  if (!account) throw std::invalid_argument("no microwave hop: an end is off the terrain or has no mast");
  const scenario::BackhaulOptions& options = scenario.options.backhaul;
  const propagation::Profile profile = engine.last_profile();
  LinkBudget budget{.from = end_of(from, profile.ground_m.front()),
                    .to = end_of(to, profile.ground_m.back()),
                    .frequency_mhz = 1000.0 * options.frequency_ghz};
  const propagation::p526::Terminals antennas{.tx_height_m = account->link.from_height_m,
                                              .rx_height_m = account->link.to_height_m};
  for (const double k_factor : planning::kClearanceFactors) {
    budget.profiles.push_back(link_profile({.profile = profile,
                                            .antennas = antennas,
                                            .frequency_mhz = budget.frequency_mhz,
                                            .effective_earth_radius_km = k_factor * propagation::kEarthRadiusKm,
                                            .from = from.position,
                                            .to = to.position},
                                           scenario.crs));
  }
  const auto horizons = propagation::p1812::horizons(profile, antennas,
                                                     planning::kClearanceFactors.front() * propagation::kEarthRadiusKm);
  budget.departure_deg = propagation::degrees_from_radians(horizons.theta_t_mrad / 1000.0);
  if (horizons.transhorizon) budget.horizon = horizons.lt;
  HopTerms(options, *account, budget.terms).write(budget);
  budget.remarks = remarks_on_hop(options, *account);
  if (engine.crosses_void()) budget.remarks.push_back({LinkRemarkKind::kCrossesVoid});
  return budget;
}

}  // namespace phusong::analysis
