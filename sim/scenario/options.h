#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/vector_writer.h"
#include "propagation/point_to_point.h"
#include "sim/network/technology.h"
#include "sim/scenario/calibration.h"

// The keys of scenario.toml as values. Every default stands here and nowhere else; names are those of the keys.
namespace phusong::scenario {

struct ScenarioOptions {
  std::string name;   ///< default: the folder's name
  std::string title;  ///< default: the name
  std::string crs = "auto";
  bool synthetic = false;  ///< ground, people or network are made up: what is shown says so
  std::string data_note;   ///< what a reader must know of the inputs
};

/// Whether the elevation is that of the bare ground, or of what stands on it too.
enum class ElevationKind { kTerrain, kSurface };

struct TerrainOptions {
  std::vector<std::string> elevation;
  std::string elevation_crs;  ///< of rasters that do not say their own
  ElevationKind elevation_kind = ElevationKind::kTerrain;
  std::string land_cover;
  std::string land_cover_classes = "esa-worldcover";
  double cell_size_m = 90.0;                         ///< 0: about that of the elevation
  double valid_min_m = -50.0, valid_max_m = 3500.0;  ///< valid_range_m
};

struct NetworkOptions {
  std::vector<std::string> sites, cells;  ///< files that together are one table
  std::string hamlets, clusters, communes, operator_share;
  std::string sites_crs = "EPSG:4326", hamlets_crs = "EPSG:4326", clusters_crs = "EPSG:4326";
  bool include_planned = false;
};

struct PropagationOptions {
  propagation::PropagationSettings settings;
  propagation::Zone zone = propagation::Zone::kInland;
  std::string zones;  ///< raster of zones, instead of `zone`
  network::PerTechnology<double> max_range_km{{30.0, 15.0, 20.0, 10.0}};
  double receiver_height_m = 1.5;
  std::string calibration;  ///< file of corrections, made by `phusong calibrate`; empty: none
  Calibration corrections;  ///< what that file says
};

enum class WhiteRule { kNoPoint, kCentre, kAnyCluster };

/// Where the handset is that a verdict is for.
enum class Environment { kOutdoor, kVehicle, kIndoor };
/// "outdoor", "vehicle", "indoor": the names of keys and columns.
std::string_view name_of(Environment environment);

struct ServiceOptions {
  std::vector<std::string> operators;  ///< empty: every operator found, and "any"
  std::vector<std::string> raster_operators = {"any"};
  double location_probability = 0.90;
  double model_sigma_db = 6.0;
  double location_variability_cell_m = 100.0;
  network::PerTechnology<double> threshold_dbm{{-95.0, -100.0, -110.0, -110.0}};
  double hamlet_covered_share = 0.75;
  WhiteRule white_rule = WhiteRule::kNoPoint;
  Environment environment = Environment::kOutdoor;
  std::vector<Environment> more_environments;  ///< judged beside it
  bool indoor = false;                         ///< the same as environment = kIndoor
  double vehicle_loss_db = 9.0;
  double sigma_vehicle_db = 5.0;
  std::string building_class = "traditional";
  double building_probability = 0.5;
  double sigma_building_db = 6.0;
  double load = 0.5;
  int reuse_2g = 12;
  double noise_figure_db = 7.0;
};

/// The environment in effect, by either of its keys.
Environment environment_of(const ServiceOptions& options);

struct CoverageOptions {
  std::vector<network::Technology> technologies = {network::Technology::k2G, network::Technology::k3G,
                                                   network::Technology::k4G};
  bool rasters = true;
  bool quality = true;  ///< SINR and throughput, which no verdict rests on
};

enum class Combine { kAny, kAll };
/// What decides the next step: most gained per cost, most gained, or the worst commune.
enum class OrderBy { kCost, kCoverage, kFairness };

/// Exactly one of hamlet_share, population_share, fixed_broadband_share, budget is set.
struct PlanTarget {
  std::vector<network::Technology> technologies = {network::Technology::k3G, network::Technology::k4G};
  std::optional<double> hamlet_share = 0.985;
  std::optional<double> population_share, fixed_broadband_share, budget_million_vnd;
  std::optional<double> confidence;  ///< with which a share of hamlets or people is to be reached; nothing: by medians
};

struct PlanCandidates {
  bool from_hamlets = true, from_peaks = true, existing_masts = true;
  std::string file;
};

struct PlanOptions {
  std::string operator_name = "any";  ///< key `operator`
  PlanTarget target;
  Combine combine = Combine::kAny;
  bool hollow_counts = false;
  double per_commune_min_share = 0.0;
  OrderBy order_by = OrderBy::kCost;
  std::optional<double> budget_per_year;
  PlanCandidates candidates;
  std::vector<double> mast_heights_m = {30.0, 42.0};
  double pole_height_m = 12.0;
  std::string equipment, costs;  ///< empty: the defaults that ship with the program
  double opex_years = 5.0;
  double grid_reach_m = 500.0;
  double gap = 0.01;
  double time_limit_s = 600.0;
  std::int64_t seed = 1;
};

struct BackhaulOptions {
  std::string fibre_nodes;
  double fibre_route_factor = 1.4;
  double frequency_ghz = 7.5;
  double max_hop_km = 30.0;
  int max_hops = 4;
  int max_links_per_node = 4;
  double tx_power_dbm = 27.0;
  double antenna_gain_dbi = 36.0;
  double feeder_loss_db = 1.0;
  double rx_threshold_dbm = -72.0;
  double rain_rate_mm_per_h = 90.0;
  double dn1 = -300.0;
  propagation::Polarization polarization = propagation::Polarization::kVertical;
  double vegetation_m = 15.0;
  double availability_percent = 99.99;
};

struct SunsetRefarm {
  bool operator==(const SunsetRefarm&) const = default;

  network::Technology to = network::Technology::k4G;
  double frequency_mhz = 2140.0;
  double bandwidth_mhz = 10.0;
};

struct SunsetOptions {
  network::Technology technology = network::Technology::k3G;
  std::string start = "2027-Q1";
  int periods = 8;
  int max_cells_per_period = 0;
  int max_sites_per_period = 0;
  double voice_floor = 1.0;
  double data_floor = 1.0;
  bool national_roaming = false;
  double handset_uptake_per_year = 0.15;
  int subsidised_handsets_per_period = 200;
  double swap_budget_million_vnd = 0.0;
  SunsetRefarm refarm;
  double guard_level_dbm = -95.0;
};

struct AnalysisOptions {
  double tilt_min_deg = 0.0, tilt_max_deg = 10.0;  ///< tilt_range_deg
  double azimuth_change_deg = 60.0;
  double power_rise_db = 3.0;
  double outage_hours = 8.0;
  double correlation_m = 50.0;
  int draws = 10000;
  std::int64_t seed = 1;
};

/// When a commune meets the telecom criterion of a "new countryside" commune (xã nông thôn mới).
struct NewCountrysideOptions {
  std::vector<network::Technology> technologies = {network::Technology::k3G, network::Technology::k4G,
                                                   network::Technology::k5G};  ///< mobile broadband
  double hamlet_share = 1.0;
  bool fixed_broadband_counts = true;
  double fixed_broadband_share = 0.0;
  double smartphone_share = 0.0;
};

struct ReportOptions {
  std::string language = "vi";
  gis::CsvStyle csv = gis::CsvStyle::kComma;
};

/// All of scenario.toml.
struct Options {
  ScenarioOptions scenario;
  TerrainOptions terrain;
  NetworkOptions network;
  PropagationOptions propagation;
  ServiceOptions service;
  CoverageOptions coverage;
  PlanOptions plan;
  BackhaulOptions backhaul;
  SunsetOptions sunset;
  AnalysisOptions analysis;
  NewCountrysideOptions new_countryside;
  ReportOptions report;
};

}  // namespace phusong::scenario
