#include <iterator>

#include "sim/scenario/key.h"

namespace phusong::scenario {
namespace {

using propagation::Model;
using propagation::Polarization;
using propagation::Zone;

Names<Model> model_names() {
  Names<Model> names;
  for (const Model model : propagation::kModels)
    names.emplace_back(propagation::name_of(model), model);
  return names;
}

Choice zone_choice(Zone& zone) {
  Choice result = choice(zone, Names<Zone>{{"1", Zone::kSea}, {"3", Zone::kCoastalLand}, {"4", Zone::kInland}});
  result.whole_numbers = true;
  return result;
}

/// Modes of variability of ITM: 0–3, +10 without location, +20 without situation variability.
Choice mdvar_choice(int& mdvar) {
  Names<int> names;
  for (const int tens : {0, 10, 20, 30}) {
    for (const int mode : {0, 1, 2, 3})
      names.emplace_back(std::to_string(tens + mode), tens + mode);
  }
  Choice result = choice(mdvar, names);
  result.whole_numbers = true;
  return result;
}

std::vector<Key> model_keys(propagation::PropagationSettings& s) {
  return {
      {.name = "propagation.model", .place = choice(s.model, model_names()), .meaning = "path loss model"},
      {.name = "propagation.time_percent",
       .place = &s.time_percent,
       .limit = {.min = 0.01, .max = 99.99, .unit = "%"},
       .meaning = "percentage of time for which the loss is not exceeded; p1812: 1 to 50"},
      {.name = "propagation.delta_n",
       .place = &s.delta_n,
       .limit = {.min = 0, .max = 200, .unit = "N-units/km"},
       .meaning = "average lapse rate of refractivity through the lowest kilometre"},
      {.name = "propagation.n0",
       .place = &s.n0,
       .limit = {.min = 200, .max = 500, .unit = "N-units"},
       .meaning = "refractivity at sea level"},
      {.name = "propagation.polarization",
       .place = choice(s.polarization, Names<Polarization>{{"vertical", Polarization::kVertical},
                                                           {"horizontal", Polarization::kHorizontal}}),
       .meaning = "of the transmitting antennas"},
  };
}

std::vector<Key> other_model_keys(propagation::PropagationSettings& s) {
  return {
      {.name = "propagation.itm.climate",
       .place = &s.itm_climate,
       .limit = {.min = 1, .max = 7},
       .meaning = "1 equatorial, 2 continental subtropical, 3 maritime subtropical, 4 desert, 5 continental temperate, "
                  "6 maritime temperate over land, 7 over sea"},
      {.name = "propagation.itm.epsilon",
       .place = &s.itm_epsilon,
       .limit = {.min = 1, .max = 100},
       .meaning = "relative permittivity of the ground"},
      {.name = "propagation.itm.sigma_s_per_m",
       .place = &s.itm_sigma_s_per_m,
       .limit = {.min = 1e-6, .max = 100, .unit = "S/m"},
       .meaning = "conductivity of the ground"},
      {.name = "propagation.itm.mdvar", .place = mdvar_choice(s.itm_mdvar), .meaning = "mode of variability"},
      {.name = "propagation.ehata.environment_nlcd",
       .place = &s.ehata_environment_nlcd,
       .limit = {.min = 11, .max = 95},
       .meaning = "environment as a class of the US National Land Cover Database; 22 is suburban"},
  };
}

void append(std::vector<Key>& keys, std::vector<Key> more) {
  keys.insert(keys.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

const Names<Environment>& environment_names() {
  static const Names<Environment> kNames = {
      {"outdoor", Environment::kOutdoor}, {"vehicle", Environment::kVehicle}, {"indoor", Environment::kIndoor}};
  return kNames;
}

std::vector<Key> environment_keys(ServiceOptions& o) {
  ChoiceList more = choice_list(o.more_environments, environment_names());
  more.may_be_empty = true;
  return {
      {.name = "service.environment",
       .place = choice(o.environment, environment_names()),
       .meaning = "where the handset is that the verdicts are for"},
      {.name = "service.more_environments", .place = more, .meaning = "judged beside it, in columns of their own"},
      {.name = "service.vehicle_loss_db",
       .place = &o.vehicle_loss_db,
       .limit = {.min = 0, .max = 60, .unit = "dB"},
       .meaning = "into a vehicle; 3GPP TR 38.901 7.4.3.2: 9, with metallised windows 20"},
      {.name = "service.sigma_vehicle_db",
       .place = &o.sigma_vehicle_db,
       .limit = {.min = 0, .max = 30, .unit = "dB"},
       .meaning = "spread of the loss into vehicles, in the probability of coverage; TR 38.901: 5"},
  };
}

std::vector<Key> verdict_keys(ServiceOptions& o) {
  return {
      {.name = "service.hamlet_covered_share",
       .place = &o.hamlet_covered_share,
       .limit = {.min = 0, .max = 1},
       .meaning = "share of a hamlet's sample points from which it counts as covered; below it is hollow"},
      {.name = "service.white_rule",
       .place = choice(o.white_rule, Names<WhiteRule>{{"no_point", WhiteRule::kNoPoint},
                                                      {"centre", WhiteRule::kCentre},
                                                      {"any_cluster", WhiteRule::kAnyCluster}}),
       .meaning = "a hamlet is white when no point is covered, also when its centre is not, or when any point is not"},
      {.name = "service.indoor",
       .place = &o.indoor,
       .meaning = "the same as environment = \"indoor\": add the building entry loss of P.2109"},
      {.name = "service.building_class",
       .place = text_choice(o.building_class, {"traditional", "thermally_efficient"}),
       .meaning = "type of building of P.2109"},
      {.name = "service.building_probability",
       .place = &o.building_probability,
       .limit = {.min = 0.001, .max = 0.999},
       .meaning = "probability that the building entry loss is not exceeded"},
      {.name = "service.sigma_building_db",
       .place = &o.sigma_building_db,
       .limit = {.min = 0, .max = 30, .unit = "dB"},
       .meaning = "spread of the building entry loss, in the probability of coverage"},
      {.name = "service.load",
       .place = &o.load,
       .limit = {.min = 0, .max = 1},
       .meaning = "load of neighbouring cells, for SINR only"},
      {.name = "service.reuse_2g",
       .place = &o.reuse_2g,
       .limit = {.min = 1, .max = 100},
       .meaning = "frequency reuse of 2G, for SINR only"},
      {.name = "service.noise_figure_db",
       .place = &o.noise_figure_db,
       .limit = {.min = 0, .max = 30, .unit = "dB"},
       .meaning = "of the receiver, for SINR only"},
  };
}

}  // namespace

std::vector<Key> propagation_keys(PropagationOptions& o) {
  std::vector<Key> keys = model_keys(o.settings);
  append(keys, {{.name = "propagation.zone",
                 .place = zone_choice(o.zone),
                 .meaning = "radio-climatic zone: 1 sea, 3 coastal land, 4 inland"},
                {.name = "propagation.zones",
                 .place = &o.zones,
                 .meaning = "raster of zones, used instead of zone; empty: none",
                 .names_file = true}});
  append(keys, per_technology_keys(o.max_range_km, {.name = "propagation.max_range_km",
                                                    .place = {},
                                                    .limit = {.min = 0.1, .max = 300, .unit = "km"},
                                                    .meaning = "farthest receiver of a cell"}));
  append(keys, {{.name = "propagation.receiver_height_m",
                 .place = &o.receiver_height_m,
                 .limit = {.min = 1, .max = 100, .unit = "m"},
                 .meaning = "of the handset above ground"},
                {.name = "propagation.calibration",
                 .place = &o.calibration,
                 .meaning = "file of corrections to the levels, made by phusong calibrate; empty: none",
                 .names_file = true}});
  append(keys, other_model_keys(o.settings));
  return keys;
}

std::vector<Key> service_keys(ServiceOptions& o) {
  std::vector<Key> keys = {
      {.name = "service.operators",
       .place = &o.operators,
       .meaning = "empty: every operator found, and \"any\" (their union); or a list of names"},
      {.name = "service.raster_operators", .place = &o.raster_operators, .meaning = "whose maps are made"},
      {.name = "service.location_probability",
       .place = &o.location_probability,
       .limit = {.min = 0.01, .max = 0.999},
       .meaning = "probability from which a point is covered"},
      {.name = "service.model_sigma_db",
       .place = &o.model_sigma_db,
       .limit = {.min = 0, .max = 30, .unit = "dB"},
       .meaning = "error of the model, beside the location variability"},
      {.name = "service.location_variability_cell_m",
       .place = &o.location_variability_cell_m,
       .limit = {.min = 1, .max = 1000, .unit = "m"},
       .meaning = "w_a of the location variability: the verdict does not depend on the grid"},
  };
  append(keys, per_technology_keys(o.threshold_dbm, {.name = "service.threshold_dbm",
                                                     .place = {},
                                                     .limit = {.min = -150, .max = 0, .unit = "dBm"},
                                                     .meaning = "least level that serves"}));
  append(keys, environment_keys(o));
  append(keys, verdict_keys(o));
  return keys;
}

std::vector<Key> coverage_keys(CoverageOptions& o) {
  return {
      {.name = "coverage.technologies",
       .place = choice_list(o.technologies, technology_names()),
       .meaning = "which are computed"},
      {.name = "coverage.rasters", .place = &o.rasters, .meaning = "make the maps, not the tables alone"},
      {.name = "coverage.quality",
       .place = &o.quality,
       .meaning = "SINR, C/I, Ec/Io and throughput as well, in maps and tables; no verdict rests on them"},
  };
}

}  // namespace phusong::scenario
