#include "sim/scenario/common_limits.h"
#include "sim/scenario/key.h"

namespace phusong::scenario {
namespace {

constexpr propagation::Limit kCountOrNone{.min = 0, .max = 1000000};

std::vector<Key> refarm_keys(SunsetRefarm& o) {
  return {
      {.name = "sunset.refarm.to",
       .place = choice(o.to, technology_names()),
       .meaning = "technology that takes over the spectrum"},
      {.name = "sunset.refarm.frequency_mhz",
       .place = &o.frequency_mhz,
       .limit = {.min = 30, .max = 6000, .unit = "MHz"},
       .meaning = "downlink centre of the refarmed carrier"},
      {.name = "sunset.refarm.bandwidth_mhz",
       .place = &o.bandwidth_mhz,
       .limit = {.min = 0.1, .max = 100, .unit = "MHz"},
       .meaning = "of the refarmed carrier"},
  };
}

std::vector<Key> handset_keys(SunsetOptions& o) {
  return {
      {.name = "sunset.national_roaming",
       .place = &o.national_roaming,
       .meaning = "handsets use every operator's cells"},
      {.name = "sunset.handset_uptake_per_year",
       .place = &o.handset_uptake_per_year,
       .limit = kShare,
       .meaning = "share of handsets without VoLTE replaced a year"},
      {.name = "sunset.subsidised_handsets_per_period",
       .place = &o.subsidised_handsets_per_period,
       .limit = kCountOrNone,
       .meaning = "handsets given away a period"},
      {.name = "sunset.swap_budget_million_vnd",
       .place = &o.swap_budget_million_vnd,
       .limit = kMillionVnd,
       .meaning = "for cells of a newer technology on masts that exist"},
  };
}

}  // namespace

std::vector<Key> sunset_keys(SunsetOptions& o) {
  std::vector<Key> keys = {
      {.name = "sunset.technology",
       .place = choice(o.technology, technology_names()),
       .meaning = "which is switched off"},
      {.name = "sunset.start", .place = &o.start, .meaning = "quarter of period 1, as \"2027-Q1\""},
      {.name = "sunset.periods",
       .place = &o.periods,
       .limit = {.min = 1, .max = 200},
       .meaning = "quarters; period 0 is the state before"},
      {.name = "sunset.max_cells_per_period",
       .place = &o.max_cells_per_period,
       .limit = kCountOrNone,
       .meaning = "cells that crews can switch off a period; 0: no limit"},
      {.name = "sunset.max_sites_per_period",
       .place = &o.max_sites_per_period,
       .limit = kCountOrNone,
       .meaning = "sites that crews can visit a period; 0: no limit"},
      {.name = "sunset.voice_floor",
       .place = &o.voice_floor,
       .limit = kShare,
       .meaning = "share of handsets that can call, in every hamlet and period"},
      {.name = "sunset.data_floor",
       .place = &o.data_floor,
       .limit = kShare,
       .meaning = "share of handsets that have data, in every hamlet and period"},
  };
  const Key guard = {.name = "sunset.guard_level_dbm",
                     .place = &o.guard_level_dbm,
                     .limit = {.min = -150, .max = 0, .unit = "dBm"},
                     .meaning = "a cell still on above this level keeps a refarmed carrier off"};
  for (const std::vector<Key>& more : {handset_keys(o), refarm_keys(o.refarm), std::vector<Key>{guard}})
    keys.insert(keys.end(), more.begin(), more.end());
  return keys;
}

std::vector<Key> analysis_keys(AnalysisOptions& o) {
  return {
      {.name = "analysis.tilt_range_deg",
       .place = NumberPair{&o.tilt_min_deg, &o.tilt_max_deg},
       .limit = {.min = -20, .max = 30, .unit = "°"},
       .meaning = "electrical tilts that the antennas can be set to, tried as fixes"},
      {.name = "analysis.azimuth_change_deg",
       .place = &o.azimuth_change_deg,
       .limit = {.min = 0, .max = 180, .unit = "°"},
       .meaning = "how far a sector can be turned either way, tried as a fix"},
      {.name = "analysis.power_rise_db",
       .place = &o.power_rise_db,
       .limit = {.min = 0, .max = 20, .unit = "dB"},
       .meaning = "power that the transmitters have to spare, tried as a fix"},
      {.name = "analysis.outage_hours",
       .place = &o.outage_hours,
       .limit = {.min = 0, .max = 1000, .unit = "h"},
       .meaning = "failure of the grid that the batteries of a mast are held against"},
      {.name = "analysis.correlation_m",
       .place = &o.correlation_m,
       .limit = {.min = 0, .max = 10000, .unit = "m"},
       .meaning = "distance over which the shadowing of two points of a hamlet is correlated; 0: not at all"},
      {.name = "analysis.draws",
       .place = &o.draws,
       .limit = {.min = 1, .max = 1000000},
       .meaning = "random draws of --uncertainty"},
      {.name = "analysis.seed",
       .place = &o.seed,
       .limit = {.min = 0, .max = 1000000000},
       .meaning = "of those draws: the same seed gives the same results"},
  };
}

std::vector<Key> new_countryside_keys(NewCountrysideOptions& o) {
  return {
      {.name = "new_countryside.technologies",
       .place = choice_list(o.technologies, technology_names()),
       .meaning =
           "mobile broadband: a point that any of them covers is served. The criterion is that of a new "
           "countryside commune (nông thôn mới), Decision 318/QĐ-TTg of 2022, 8.2: telecom and internet service"},
      {.name = "new_countryside.hamlet_share",
       .place = &o.hamlet_share,
       .limit = kShare,
       .meaning = "share of a commune's hamlets that need service; 1: the ministry's proposal for 2021–2025, telephone "
                  "and internet in every hamlet, each over a fixed or a mobile network"},
      {.name = "new_countryside.fixed_broadband_counts",
       .place = &o.fixed_broadband_counts,
       .meaning = "a hamlet with fixed broadband has service without mobile coverage; assumed: it then has a telephone "
                  "too"},
      {.name = "new_countryside.fixed_broadband_share",
       .place = &o.fixed_broadband_share,
       .limit = kShare,
       .meaning = "share of a commune's hamlets that need fixed broadband beside that; 0: the criterion asks for none"},
      {.name = "new_countryside.smartphone_share",
       .place = &o.smartphone_share,
       .limit = kShare,
       .meaning = "least mean of share_smartphone in a commune; assumed 0, as tables often lack that column; the "
                  "ministry's proposal was 0.55 of subscriptions"},
  };
}

std::vector<Key> report_keys(ReportOptions& o) {
  return {{.name = "report.language",
           .place = text_choice(o.language, {"vi", "en"}),
           .meaning = "of the report and the map legends"},
          {.name = "report.csv",
           .place = choice(
               o.csv, Names<gis::CsvStyle>{{"comma", gis::CsvStyle::kComma}, {"semicolon", gis::CsvStyle::kSemicolon}}),
           .meaning = "between the fields of tables; semicolon: with decimal commas, for a spreadsheet that has them"}};
}

}  // namespace phusong::scenario
