#include "sim/scenario/common_limits.h"
#include "sim/scenario/key.h"

namespace phusong::scenario {
namespace {

constexpr propagation::Limit kPowerDbm{.min = -10, .max = 80, .unit = "dBm"};

std::vector<Key> target_keys(PlanTarget& o) {
  return {
      {.name = "plan.target.technologies",
       .place = choice_list(o.technologies, technology_names()),
       .meaning = "what counts as served"},
      {.name = "plan.target.hamlet_share",
       .place = &o.hamlet_share,
       .limit = kShare,
       .meaning = "share of hamlets to reach; or one of the three that follow instead"},
      {.name = "plan.target.population_share",
       .place = &o.population_share,
       .limit = kShare,
       .meaning = "share of people to reach",
       .example = "0.99"},
      {.name = "plan.target.fixed_broadband_share",
       .place = &o.fixed_broadband_share,
       .limit = kShare,
       .meaning = "share of hamlets with fixed broadband to reach",
       .example = "0.5"},
      {.name = "plan.target.budget",
       .place = &o.budget_million_vnd,
       .limit = kMillionVnd,
       .meaning = "the most that this much capex can reach",
       .example = "50000.0"},
      {.name = "plan.target.confidence",
       .place = &o.confidence,
       .limit = {.min = 0, .max = 1, .open = true},
       .meaning = "probability with which hamlet_share or population_share is to hold, over the errors of all levels; "
                  "without it the plan goes by medians",
       .example = "0.9"},
  };
}

std::vector<Key> candidate_keys(PlanCandidates& o) {
  return {
      {.name = "plan.candidates.from_hamlets", .place = &o.from_hamlets, .meaning = "new sites near hamlets"},
      {.name = "plan.candidates.from_peaks", .place = &o.from_peaks, .meaning = "new sites on peaks and ridges"},
      {.name = "plan.candidates.existing_masts",
       .place = &o.existing_masts,
       .meaning = "equipment on masts that exist"},
      {.name = "plan.candidates.file",
       .place = &o.file,
       .meaning = "table of further candidates; empty: none",
       .names_file = true},
  };
}

std::vector<Key> money_keys(PlanOptions& o) {
  return {
      {.name = "plan.mast_heights_m",
       .place = &o.mast_heights_m,
       .limit = {.min = 3, .max = 200, .unit = "m"},
       .meaning = "heights of new masts to choose from"},
      {.name = "plan.pole_height_m",
       .place = &o.pole_height_m,
       .limit = {.min = 1, .max = 60, .unit = "m"},
       .meaning = "height of a new pole"},
      {.name = "plan.equipment",
       .place = &o.equipment,
       .meaning = "table of what a new station radiates; empty: the program's assumptions",
       .names_file = true},
      {.name = "plan.costs",
       .place = &o.costs,
       .meaning = "table of costs; empty: the program's assumptions",
       .names_file = true},
      {.name = "plan.opex_years",
       .place = &o.opex_years,
       .limit = {.min = 0, .max = 50, .unit = "years"},
       .meaning = "years of opex in the objective, undiscounted"},
      {.name = "plan.grid_reach_m",
       .place = &o.grid_reach_m,
       .limit = {.min = 0, .max = 50000, .unit = "m"},
       .meaning = "a mast this near to a hamlet with grid power pays the connection alone"},
      {.name = "plan.gap",
       .place = &o.gap,
       .limit = {.min = 0, .max = 1},
       .meaning = "relative distance to the bound at which the search stops"},
      {.name = "plan.time_limit_s",
       .place = &o.time_limit_s,
       .limit = {.min = 1, .max = 604800, .unit = "s"},
       .meaning = "emergency stop; the search itself stops on counted work"},
      {.name = "plan.seed", .place = &o.seed, .limit = {.min = 0}, .meaning = "of the search's random choices"},
  };
}

}  // namespace

std::vector<Key> plan_keys(PlanOptions& o) {
  std::vector<Key> keys = {{.name = "plan.operator",
                            .place = &o.operator_name,
                            .meaning = "whose network is built; \"any\": new rows carry operator \"new\""}};
  const std::vector<Key> goal = {
      {.name = "plan.combine",
       .place = choice(o.combine, Names<Combine>{{"any", Combine::kAny}, {"all", Combine::kAll}}),
       .meaning = "a point is served by any of the technologies, or by all"},
      {.name = "plan.hollow_counts", .place = &o.hollow_counts, .meaning = "a hollow hamlet counts as covered"},
      {.name = "plan.per_commune_min_share",
       .place = &o.per_commune_min_share,
       .limit = kShare,
       .meaning = "least share of hamlets covered in each commune"},
      {.name = "plan.order_by",
       .place = choice(o.order_by, Names<OrderBy>{{"cost", OrderBy::kCost},
                                                  {"coverage", OrderBy::kCoverage},
                                                  {"fairness", OrderBy::kFairness}}),
       .meaning =
           "the order of the steps: \"cost\": most hamlets (or people, where the target counts them) per million VND "
           "first; \"coverage\": most first; \"fairness\": as cost, for the commune with the least share covered; "
           "of equal ones more people first, then less cost"},
      {.name = "plan.budget_per_year",
       .place = &o.budget_per_year,
       .limit = kMillionVnd,
       .meaning = "capex of each year; without it there is no limit",
       .example = "20000.0"},
  };
  for (const std::vector<Key>& more : {target_keys(o.target), goal, candidate_keys(o.candidates), money_keys(o)})
    keys.insert(keys.end(), more.begin(), more.end());
  return keys;
}

std::vector<Key> backhaul_keys(BackhaulOptions& o) {
  return {
      {.name = "backhaul.fibre_nodes",
       .place = &o.fibre_nodes,
       .meaning = "table lon_deg,lat_deg; empty: sites with backhaul fibre and hamlets with fixed broadband",
       .names_file = true},
      {.name = "backhaul.fibre_route_factor",
       .place = &o.fibre_route_factor,
       .limit = {.min = 1, .max = 10},
       .meaning = "length of a fibre route over the straight line"},
      {.name = "backhaul.frequency_ghz",
       .place = &o.frequency_ghz,
       .limit = {.min = 1, .max = 100, .unit = "GHz"},
       .meaning = "of the microwave links"},
      {.name = "backhaul.max_hop_km",
       .place = &o.max_hop_km,
       .limit = {.min = 0.1, .max = 200, .unit = "km"},
       .meaning = "longest microwave hop"},
      {.name = "backhaul.max_hops",
       .place = &o.max_hops,
       .limit = {.min = 1, .max = 50},
       .meaning = "microwave hops to the fibre"},
      {.name = "backhaul.max_links_per_node",
       .place = &o.max_links_per_node,
       .limit = {.min = 1, .max = 50},
       .meaning = "microwave links at one mast"},
      {.name = "backhaul.tx_power_dbm", .place = &o.tx_power_dbm, .limit = kPowerDbm, .meaning = "of a microwave link"},
      {.name = "backhaul.antenna_gain_dbi",
       .place = &o.antenna_gain_dbi,
       .limit = {.min = 0, .max = 60, .unit = "dBi"},
       .meaning = "of a microwave dish"},
      {.name = "backhaul.feeder_loss_db",
       .place = &o.feeder_loss_db,
       .limit = {.min = 0, .max = 30, .unit = "dB"},
       .meaning = "at each end of a microwave link"},
      {.name = "backhaul.rx_threshold_dbm",
       .place = &o.rx_threshold_dbm,
       .limit = {.min = -120, .max = 0, .unit = "dBm"},
       .meaning = "least received level of a microwave link"},
      {.name = "backhaul.rain_rate_mm_per_h",
       .place = &o.rain_rate_mm_per_h,
       .limit = {.min = 0, .max = 250, .unit = "mm/h"},
       .meaning = "R0.01, exceeded 0.01 % of the time"},
      {.name = "backhaul.dn1",
       .place = &o.dn1,
       .limit = {.min = -1500, .max = 500, .unit = "N-units/km"},
       .meaning = "point refractivity gradient of P.530, not exceeded 1 % of the time"},
      {.name = "backhaul.polarization",
       .place = choice(o.polarization,
                       Names<propagation::Polarization>{{"vertical", propagation::Polarization::kVertical},
                                                        {"horizontal", propagation::Polarization::kHorizontal}}),
       .meaning = "of the microwave links"},
      {.name = "backhaul.vegetation_m",
       .place = &o.vegetation_m,
       .limit = {.min = 0, .max = 100, .unit = "m"},
       .meaning = "height of vegetation over a dtm"},
      {.name = "backhaul.availability_percent",
       .place = &o.availability_percent,
       .limit = {.min = 50, .max = 99.9999, .unit = "%"},
       .meaning = "least annual availability of a link"},
  };
}

}  // namespace phusong::scenario
