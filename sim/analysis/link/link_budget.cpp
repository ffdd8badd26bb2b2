#include "sim/analysis/link/link_budget.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "propagation/constants.h"
#include "propagation/free_space.h"
#include "propagation/p1812/horizons.h"
#include "propagation/p1812/radio_climate.h"
#include "propagation/p526/main_obstacle.h"
#include "propagation/units.h"
#include "sim/analysis/link/model_terms.h"
#include "sim/coverage/cell_levels.h"
#include "sim/coverage/hamlet_points.h"
#include "sim/coverage/level_correction.h"
#include "sim/coverage/path_engine.h"
#include "sim/coverage/service_quality.h"
#include "sim/coverage/transmitters.h"
#include "sim/coverage/verdict_rules.h"
#include "sim/network/link_budget.h"

namespace phusong::analysis {
namespace {

using coverage::PathEnds;

constexpr const char* kCalibrationSource = "[propagation] calibration";

LinkTerm budget_term(std::string_view name, double value, std::string_view unit, std::string source, int sign = 0) {
  return {.group = LinkTermGroup::kBudget,
          .name = name,
          .value = value,
          .unit = unit,
          .source = std::move(source),
          .sign = sign};
}

LinkTerm service_term(std::string_view name, double value, std::string_view unit, std::string source) {
  return {.group = LinkTermGroup::kService, .name = name, .value = value, .unit = unit, .source = std::move(source)};
}

LinkTerm path_term(std::string_view name, double value, std::string_view unit, std::string source) {
  return {.group = LinkTermGroup::kPath, .name = name, .value = value, .unit = unit, .source = std::move(source)};
}

/// Follows the path of a link, and takes the account of it.
class LinkPath {
 public:
  LinkPath(const scenario::Scenario& scenario, const gis::Terrain& terrain)
      : scenario_(scenario), terrain_(terrain), engine_(terrain, scenario.options) {}

  /// The loss as the coverage stage has it. Throws std::invalid_argument where an end is off the terrain.
  double follow(const PathEnds& ends, double frequency_mhz) {
    ends_ = ends;
    frequency_mhz_ = frequency_mhz;
    if (!engine_.evaluate(ends, std::span(&frequency_mhz, 1), geometry_, std::span(&loss_db_, 1)))
      throw std::invalid_argument("an end of the link is off the terrain");
    return loss_db_;
  }

  const coverage::PathGeometry& geometry() const { return geometry_; }

  /// What is common to all links over one path: ends, profile, model. Of the path followed last.
  LinkBudget account() {
    LinkBudget budget{.frequency_mhz = frequency_mhz_, .departure_deg = geometry_.departure_deg};
    const propagation::Profile profile = engine_.last_profile();
    budget.from.ground_m = profile.ground_m.front();
    budget.from.height_agl_m = ends_.mast_height_m;
    budget.to.ground_m = profile.ground_m.back();
    budget.to.height_agl_m = ends_.receiver_height_m;
    antennas_ = {.tx_height_m = budget.from.antenna_m(), .rx_height_m = budget.to.antenna_m()};
    budget.profiles.push_back(link_profile({.profile = profile,
                                            .antennas = antennas_,
                                            .frequency_mhz = frequency_mhz_,
                                            .effective_earth_radius_km = effective_earth_radius_km(),
                                            .from = ends_.mast,
                                            .to = ends_.receiver},
                                           scenario_.crs));
    const auto horizons = propagation::p1812::horizons(profile, antennas_, effective_earth_radius_km());
    if (horizons.transhorizon) budget.horizon = horizons.lt;
    model_ = model_account({.path = {.profile = profile,
                                     .tx_height_m = ends_.mast_height_m,
                                     .rx_height_m = ends_.receiver_height_m,
                                     .latitude_deg = ends_.latitude_deg},
                            .settings = scenario_.options.propagation.settings,
                            .frequency_mhz = frequency_mhz_,
                            .is_short = geometry_.is_short});
    add_remarks(budget);
    return budget;
  }

  /// The loss, and how much of it free space would take.
  void add_loss(LinkBudget& budget) const {
    const double free_space_db = propagation::free_space_loss_db(frequency_mhz_, std::max(slant_km(), 0.001));
    budget.terms.push_back(
        budget_term("free_space_loss_db", free_space_db, "dB", "ITU-R P.525 Eq. (4), ITU-R P.1812-6 Eq. (8)", -1));
    budget.terms.push_back(budget_term("excess_loss_db", loss_db_ - free_space_db, "dB", model_.source, -1));
    budget.terms.push_back(budget_term("path_loss_db", loss_db_, "dB", model_.source));
  }

  void add_geometry(LinkBudget& budget) const {
    const std::string ground = fmt::format("[terrain] elevation, {:g} m", terrain_.grid().cell_size_m);
    const auto add = [&](std::string_view name, double value, std::string_view unit, const std::string& source) {
      budget.terms.push_back(path_term(name, value, unit, source));
    };
    add("distance_km", geometry_.length_m / 1000.0, "km", "[scenario] crs");
    add("slant_distance_km", slant_km(), "km", "ITU-R P.1812-6 Eq. (8a)");
    add("from_ground_m", budget.from.ground_m, "m", ground);
    add("from_height_m", budget.from.height_agl_m, "m", budget.cell ? "cells: antenna_height_agl_m" : "--from");
    add("to_ground_m", budget.to.ground_m, "m", ground);
    add("to_height_m", budget.to.height_agl_m, "m", budget.cell ? "[propagation] receiver_height_m" : "--to");
    add("departure_deg", geometry_.departure_deg, "°", "ITU-R P.1812-6 Eqs. (76)–(79)");
    add("k_factor", budget.profiles.front().k_factor, "", "ITU-R P.1812-6 Eqs. (6), (7a)");
    add_obstacle(budget);
  }

  void add_model(LinkBudget& budget) const {
    budget.terms.insert(budget.terms.end(), model_.terms.begin(), model_.terms.end());
  }

 private:
  double effective_earth_radius_km() const {
    return propagation::p1812::median_effective_earth_radius_km(scenario_.options.propagation.settings.delta_n);
  }

  double slant_km() const {
    return propagation::slant_distance_km(geometry_.length_m / 1000.0, antennas_.tx_height_m, antennas_.rx_height_m);
  }

  static void add_obstacle(LinkBudget& budget) {
    const LinkProfile& profile = budget.profiles.front();
    if (!profile.obstacle) return;
    const LinkSample& at = profile.samples[profile.obstacle->sample];
    const auto add = [&](std::string_view name, double value, std::string_view unit, const std::string& source) {
      budget.terms.push_back(path_term(name, value, unit, source));
    };
    add("obstacle_km", at.distance_km, "km", "ITU-R P.1812-6 Eq. (15)");
    add("obstacle_m", profile.obstacle->over_ray_m, "m", "ITU-R P.1812-6 Eq. (15)");
    add("obstacle_nu", profile.obstacle->nu, "", "ITU-R P.1812-6 Eq. (15)");
    add("fresnel_radius_m", at.fresnel_m, "m", "ITU-R P.526 Eq. (2), n = 1");
    add("obstacle_lon_deg", profile.obstacle->lon_lat.lon_deg, "°", "[scenario] crs");
    add("obstacle_lat_deg", profile.obstacle->lon_lat.lat_deg, "°", "[scenario] crs");
  }

  void add_remarks(LinkBudget& budget) const {
    if (geometry_.is_short) budget.remarks.push_back({LinkRemarkKind::kShortPath});
    if (geometry_.crosses_void) budget.remarks.push_back({LinkRemarkKind::kCrossesVoid});
    for (const propagation::Violation& violation : model_.limits)
      budget.remarks.push_back({LinkRemarkKind::kOutsideLimits, violation.text()});
  }

  const scenario::Scenario& scenario_;
  const gis::Terrain& terrain_;
  coverage::PathEngine engine_;
  PathEnds ends_;
  double frequency_mhz_ = 0.0, loss_db_ = 0.0;
  coverage::PathGeometry geometry_;
  propagation::p526::Terminals antennas_;
  ModelAccount model_;
};

std::string offset_source(const network::Cell& cell) {
  const auto usual =
      network::default_reference_power_offset_db(cell.technology, cell.bandwidth_mhz, cell.subcarrier_khz);
  if (!usual || *usual != cell.reference_power_offset_db) return "cells: reference_power_offset_db";
  switch (cell.technology) {
    case network::Technology::k2G:
      return "RxLev: BCCH";
    case network::Technology::k3G:
      return "RSCP: CPICH 10 %";
    case network::Technology::k4G:
      return "−10 log10(12 N_RB), 3GPP TS 36.101 table 5.6-1";
    case network::Technology::k5G:
      return "−10 log10(12 N_RB), 3GPP TS 38.101-1 table 5.3.2-1";
  }
  return "";
}

std::string pattern_source(const network::Cell& cell) {
  return cell.antenna_pattern.empty() ? "3GPP TR 38.901 table 7.3-1" : "cells: antenna_pattern " + cell.antenna_pattern;
}

/// The link of a cell to one hamlet.
class CellLink {
 public:
  CellLink(const scenario::Scenario& scenario, const gis::Terrain& terrain, const CellLinkQuery& query)
      : scenario_(scenario),
        query_(query),
        cell_(scenario.network.cells[query.cell]),
        site_(scenario.network.sites[cell_.site]),
        hamlet_(scenario.network.hamlets[query.hamlet]),
        quality_(terrain, scenario.options),
        correction_(terrain, scenario.options),
        path_(scenario, terrain),
        points_(coverage::sample_points(hamlet_, query.hamlet, terrain, scenario.crs)) {}

  LinkBudget budget() {
    const auto at = std::ranges::find(points_, query_.point, &coverage::SamplePoint::point);
    if (at == points_.end()) throw std::invalid_argument("the hamlet has no such point on the terrain");
    const double loss_db = follow(*at);
    LinkBudget budget = path_.account();
    budget.cell = query_.cell;
    budget.hamlet = query_.hamlet;
    budget.point = query_.point;
    budget.location_probability = service().location_probability;
    name_ends(budget, *at);
    add_pattern(budget, *at);
    const coverage::CellLevel found = level(*at, loss_db);
    add_power(budget, found);
    path_.add_loss(budget);
    add_level(budget, *at, found);
    add_service(budget, *at, found.level_dbm);
    path_.add_geometry(budget);
    add_directions(budget);
    path_.add_model(budget);
    add_remarks(budget, *at);
    for (const coverage::SamplePoint& point : points_)
      budget.points.push_back(link_point(point));
    return budget;
  }

 private:
  const scenario::ServiceOptions& service() const { return scenario_.options.service; }

  /// The ends of a path are those that PointPathLoss has.
  double follow(const coverage::SamplePoint& point) {
    return path_.follow({.mast = site_.position,
                         .mast_height_m = cell_.antenna_height_agl_m,
                         .receiver = point.position(),
                         .receiver_height_m = scenario_.options.propagation.receiver_height_m,
                         .latitude_deg = 0.5 * (site_.lon_lat.lat_deg + point.lat_deg)},
                        cell_.frequency_mhz);
  }

  double correction_db(const coverage::SamplePoint& point) const {
    return correction_.total_db(cell_, site_.position, point.position());
  }

  double entry_db() const { return coverage::building_entry_db(cell_.frequency_mhz, service()); }

  coverage::CellLevel level(const coverage::SamplePoint& point, double loss_db) const {
    const double azimuth_deg = coverage::grid_azimuth_deg(site_.position, point.position());
    return coverage::level_of(cell_, cell_.antenna.attenuation_db(azimuth_deg, path_.geometry().departure_deg),
                              loss_db + entry_db(), correction_db(point));
  }

  void name_ends(LinkBudget& budget, const coverage::SamplePoint& at) const {
    budget.from.id = cell_.cell_id;
    budget.from.name = site_.name;
    budget.from.lon_lat = site_.lon_lat;
    budget.to.id = hamlet_.hamlet_id;
    budget.to.name = hamlet_.name;
    budget.to.lon_lat = {at.lon_deg, at.lat_deg};
  }

  void add_pattern(LinkBudget& budget, const coverage::SamplePoint& at) const {
    const double convergence_deg = scenario_.crs.convergence_deg(site_.lon_lat);
    const double azimuth_deg = coverage::grid_azimuth_deg(site_.position, at.position()) + convergence_deg;
    budget.pattern = pattern_view(cell_, {.azimuth_deg = std::fmod(azimuth_deg + 360.0, 360.0),
                                          .departure_deg = budget.departure_deg,
                                          .convergence_deg = convergence_deg});
  }

  void add_power(LinkBudget& budget, const coverage::CellLevel& found) const {
    std::vector<LinkTerm>& terms = budget.terms;
    if (cell_.power) {
      terms.push_back(budget_term("tx_power_dbm", cell_.power->tx_power_dbm, "dBm", "cells: tx_power_dbm", 1));
      terms.push_back(budget_term(
          "antenna_gain_dbi", cell_.power->antenna_gain_dbi, "dBi",
          cell_.antenna_pattern.empty() ? "cells: antenna_gain_dbi" : "cells: antenna_gain_dbi, antenna_pattern", 1));
      terms.push_back(budget_term("feeder_loss_db", cell_.power->feeder_loss_db, "dB", "cells: feeder_loss_db", -1));
    }
    terms.push_back(budget_term(
        "eirp_dbm", cell_.eirp_dbm, "dBm",
        cell_.power ? "tx_power_dbm + antenna_gain_dbi − feeder_loss_db" : "cells: eirp_dbm, erp_dbm + 2.15 dB",
        cell_.power ? 0 : 1));
    terms.push_back(budget_term("pattern_attenuation_db", -found.pattern_db, "dB", pattern_source(cell_), -1));
    terms.push_back(
        budget_term("reference_power_offset_db", cell_.reference_power_offset_db, "dB", offset_source(cell_), 1));
  }

  bool is_calibrated() const { return !scenario_.options.propagation.calibration.empty(); }

  void add_level(LinkBudget& budget, const coverage::SamplePoint& at, const coverage::CellLevel& found) const {
    const scenario::Environment environment = environment_of(service());
    if (environment == scenario::Environment::kIndoor)
      budget.terms.push_back(budget_term("building_entry_loss_db", entry_db(), "dB", "ITU-R P.2109", -1));
    if (environment == scenario::Environment::kVehicle)
      budget.terms.push_back(budget_term("vehicle_loss_db", entry_db(), "dB", "[service] vehicle_loss_db", -1));
    if (is_calibrated())
      budget.terms.push_back(budget_term("calibration_db", correction_db(at), "dB", kCalibrationSource, 1));
    budget.terms.push_back(budget_term("level_dbm", found.level_dbm, "dBm", std::string(quantity_name())));
  }

  void add_service(LinkBudget& budget, const coverage::SamplePoint& at, double level_dbm) const {
    const double threshold_dbm = service().threshold_dbm[cell_.technology];
    const auto add = [&](std::string_view name, double value, std::string_view unit, const std::string& source) {
      budget.terms.push_back(service_term(name, value, unit, source));
    };
    add("threshold_dbm", threshold_dbm, "dBm", "[service] threshold_dbm");
    add("margin_db", level_dbm - threshold_dbm, "dB", "level_dbm − threshold_dbm");
    const bool is_measured = scenario_.options.propagation.corrections.location_sigma_db.has_value();
    add("sigma_location_db", quality_.sigma_location_db(cell_, at.position()), "dB",
        is_measured ? kCalibrationSource : "ITU-R P.1812-6 Eq. (64)");
    add("sigma_model_db", service().model_sigma_db, "dB", "[service] model_sigma_db");
    const scenario::Environment environment = environment_of(service());
    const double entry_sigma_db = coverage::sigma_entry_db(service());
    if (environment == scenario::Environment::kIndoor)
      add("sigma_building_db", entry_sigma_db, "dB", "[service] sigma_building_db");
    if (environment == scenario::Environment::kVehicle)
      add("sigma_vehicle_db", entry_sigma_db, "dB", "[service] sigma_vehicle_db");
    add("sigma_db", quality_.sigma_db(cell_, at.position()), "dB", "√Σσ²");
    add("probability", quality_.probability(cell_, at.position(), level_dbm), "", "Φ(margin_db / sigma_db)");
    add("location_probability", service().location_probability, "", "[service] location_probability");
    const double covering_dbm = quality_.covering_level_dbm(cell_, at.position());
    add("covering_level_dbm", covering_dbm, "dBm", "threshold_dbm + Φ⁻¹(location_probability) · sigma_db");
    add("missing_db", std::max(0.0, covering_dbm - level_dbm), "dB", "covering_level_dbm − level_dbm");
  }

  std::string_view quantity_name() const {
    switch (cell_.technology) {
      case network::Technology::k2G:
        return "RxLev";
      case network::Technology::k3G:
        return "RSCP, 3GPP TS 25.215";
      case network::Technology::k4G:
        return "RSRP, 3GPP TS 36.214";
      case network::Technology::k5G:
        return "SS-RSRP, 3GPP TS 38.215";
    }
    return "";
  }

  void add_directions(LinkBudget& budget) const {
    const PatternView& view = *budget.pattern;
    const auto add = [&](std::string_view name, double value, const std::string& source) {
      budget.terms.push_back(path_term(name, value, "°", source));
    };
    add("azimuth_deg", view.direction.azimuth_deg, "[scenario] crs");
    if (view.boresight_deg) {
      add("boresight_deg", *view.boresight_deg, "cells: azimuth_deg");
      add("off_boresight_deg", view.off_boresight_deg, "azimuth_deg − boresight_deg");
    }
    add("mechanical_tilt_deg", cell_.antenna.mechanical_tilt_deg, "cells: mechanical_tilt_deg");
    add("electrical_tilt_deg", cell_.antenna.electrical_tilt_deg, "cells: electrical_tilt_deg");
  }

  void add_remarks(LinkBudget& budget, const coverage::SamplePoint& at) const {
    const scenario::Options& options = scenario_.options;
    const double range_km = options.propagation.max_range_km[cell_.technology];
    if (gis::distance_m(site_.position, at.position()) > 1000.0 * range_km)
      budget.remarks.push_back({LinkRemarkKind::kBeyondRange, fmt::format("{:g} km", range_km)});
    if (!scenario_.network.on_air(site_)) budget.remarks.push_back({LinkRemarkKind::kOffAir, site_.site_id});
    const auto computed = coverage::computed_technologies(scenario_.network, options);
    if (std::ranges::find(computed, cell_.technology) == computed.end())
      budget.remarks.push_back({LinkRemarkKind::kTechnologyLeftOut, std::string(name_of(cell_.technology))});
  }

  LinkPoint link_point(const coverage::SamplePoint& point) {
    const double level_dbm = level(point, follow(point)).level_dbm;
    const double probability = quality_.probability(cell_, point.position(), level_dbm);
    return {.point = point.point,
            .east_m = point.x_m - hamlet_.position.x_m,
            .north_m = point.y_m - hamlet_.position.y_m,
            .weight = point.weight,
            .level_dbm = level_dbm,
            .probability = probability,
            .is_covered = probability >= service().location_probability};
  }

  const scenario::Scenario& scenario_;
  const CellLinkQuery& query_;
  const network::Cell& cell_;
  const network::Site& site_;
  const network::Hamlet& hamlet_;
  coverage::ServiceQuality quality_;
  coverage::LevelCorrection correction_;
  LinkPath path_;
  std::vector<coverage::SamplePoint> points_;
};

}  // namespace

LinkBudget cell_link(const scenario::Scenario& scenario, const gis::Terrain& terrain, const CellLinkQuery& query) {
  return CellLink(scenario, terrain, query).budget();
}

LinkBudget point_link(const scenario::Scenario& scenario, const gis::Terrain& terrain, const PointLinkQuery& query) {
  LinkPath path(scenario, terrain);
  path.follow({.mast = scenario.crs.to_map(query.from),
               .mast_height_m = query.from_height_m,
               .receiver = scenario.crs.to_map(query.to),
               .receiver_height_m = query.to_height_m,
               .latitude_deg = 0.5 * (query.from.lat_deg + query.to.lat_deg)},
              query.frequency_mhz);
  LinkBudget budget = path.account();
  budget.from.lon_lat = query.from;
  budget.to.lon_lat = query.to;
  path.add_loss(budget);
  path.add_geometry(budget);
  path.add_model(budget);
  return budget;
}

}  // namespace phusong::analysis
