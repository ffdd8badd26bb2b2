#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/report/comparison/compared_run_reader.h"
#include "sim/report/comparison/stored_values.h"

namespace phusong::report {
namespace {

using StageObject = nlohmann::ordered_json;
using analysis::NamedFigureValues;

std::vector<analysis::ComparedStation> read_stations(const StoredRun& run, const gis::WorkingCrs& crs) {
  const StoredTable steps(run, "plan/steps.csv");
  std::vector<analysis::ComparedStation> stations;
  for (std::size_t row = 0; row < steps.size(); ++row) {
    const gis::LonLat lon_lat{steps.number(row, "lon_deg").value_or(0.0), steps.number(row, "lat_deg").value_or(0.0)};
    stations.push_back({.site_id = steps.text(row, "site_id"),
                        .kind = steps.text(row, "action"),
                        .position = crs.to_map(lon_lat),
                        .lon_lat = lon_lat,
                        .mast_height_m = steps.number(row, "mast_height_m"),
                        .technologies = steps.text(row, "technology"),
                        .capex_million_vnd = steps.number(row, "capex_million_vnd")});
  }
  return stations;
}

/// What the schedule says of one operator.
struct OperatorSchedule {
  double cells_off = 0.0, first_period = 0.0, last_period = 0.0, cost_million_vnd = 0.0;
};

void read_schedule(const StoredRun& run, analysis::ComparedSunset& sunset) {
  const StoredTable schedule(run, "sunset/schedule.csv");
  std::map<std::string, OperatorSchedule> operators;
  for (std::size_t row = 0; row < schedule.size(); ++row) {
    const std::string operator_name = schedule.text(row, "operator");
    OperatorSchedule& of = operators[operator_name];
    of.cost_million_vnd += schedule.number(row, "cost_million_vnd").value_or(0.0);
    if (schedule.text(row, "action") != "off") continue;
    const double period = schedule.number(row, "period").value_or(0.0);
    of.first_period = of.cells_off == 0.0 ? period : std::min(of.first_period, period);
    of.last_period = std::max(of.last_period, period);
    ++of.cells_off;
    sunset.cells_off.push_back(
        {schedule.text(row, "cell_id"), schedule.text(row, "site_id"), operator_name, static_cast<int>(period)});
  }
  for (const auto& [name, of] : operators) {
    sunset.by_operator.push_back({name,
                                  {{"cells_off", of.cells_off},
                                   {"first_period", of.first_period},
                                   {"last_period", of.last_period},
                                   {"equipment_cost_million_vnd", of.cost_million_vnd}}});
  }
}

/// Rows of resilience.csv of one kind, an event counted once, by what is lost for all operators together.
struct EventSum {
  double events = 0.0, with_loss = 0.0, hamlets_lost = 0.0, people_lost = 0.0, most_people_lost = 0.0;

  void add(double hamlets, double people) {
    ++events;
    with_loss += hamlets > 0.0 ? 1.0 : 0.0;
    hamlets_lost += hamlets;
    people_lost += people;
    most_people_lost = std::max(most_people_lost, people);
  }
  analysis::FigureValues figures() const {
    return {{"events", events},
            {"events_with_loss", with_loss},
            {"hamlets_lost", hamlets_lost},
            {"people_lost", people_lost},
            {"most_people_lost", most_people_lost}};
  }
};

NamedFigureValues odds_in(std::string name, const StageObject& odds) {
  return {std::move(name), stored_figures(odds, {"covered_share_5", "covered_share_50", "covered_share_95",
                                                 "covered_share_mean", "target_probability"})};
}

}  // namespace

std::optional<analysis::ComparedPlan> read_compared_plan(const StoredRun& run, const gis::WorkingCrs& crs) {
  if (!run.has("plan/plan.json")) return std::nullopt;
  const StageObject json = run.json("plan/plan.json");
  analysis::ComparedPlan plan{
      .reached = json.at("reached").get<bool>(),
      .figures = stored_figures(
          json, {"capex_million_vnd", "opex_million_vnd_per_year", "objective", "lower_bound", "gap", "new_masts",
                 "relays", "poles", "upgrades", "hamlets_before", "hamlets_after", "people_before", "people_after"}),
      .stations = read_stations(run, crs)};
  plan.figures.emplace_back(
      "fibre", static_cast<double>(std::ranges::count(plan.stations, "fibre", &analysis::ComparedStation::kind)));
  return plan;
}

std::optional<analysis::ComparedSunset> read_compared_sunset(const StoredRun& run) {
  if (!run.has("sunset/sunset.json")) return std::nullopt;
  const StageObject json = run.json("sunset/sunset.json");
  analysis::ComparedSunset sunset{
      .technology = stored_text_of(json, "technology"),
      .figures = stored_figures(json, {"last_cell_off_period", "periods_needed_by_crews", "cells_off", "cells_left_on",
                                       "handsets_cut", "handsets_subsidised", "cost_million_vnd"}),
      .by_operator = {},
      .mhz_freed_by_period = json.at("mhz_freed_by_period").get<std::vector<double>>(),
      .cells_off = {}};
  const std::vector<double>& freed = sunset.mhz_freed_by_period;
  sunset.figures.emplace_back("mhz_freed_at_end", freed.empty() ? 0.0 : freed.back());
  sunset.figures.emplace_back("hamlets_held_back", static_cast<double>(json.at("hamlets_held_back").size()));
  read_schedule(run, sunset);
  return sunset;
}

std::optional<analysis::ComparedResilience> read_compared_resilience(const StoredRun& run) {
  if (!run.has("resilience.csv")) return std::nullopt;
  const StoredTable table(run, "resilience.csv");
  std::map<std::string, EventSum> sums = {{"site", {}}, {"fibre", {}}, {"grid", {}}};
  std::set<std::pair<std::string, std::string>> told;
  analysis::ComparedResilience resilience;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string event = table.text(row, "event"), id = table.text(row, "id");
    if (!told.emplace(event, id).second) continue;  // another operator's row of the same event
    const double people = table.number(row, "people_lost_any_operator").value_or(0.0);
    sums[event].add(table.number(row, "hamlets_lost_any_operator").value_or(0.0), people);
    resilience.losses.push_back({event, id, people});
  }
  for (const char* const event : {"site", "fibre", "grid"})
    resilience.by_event.push_back({event, sums[event].figures()});
  return resilience;
}

std::optional<std::vector<NamedFigureValues>> read_compared_uncertainty(const StoredRun& run) {
  if (!run.has("uncertainty.json")) return std::nullopt;
  const StageObject json = run.json("uncertainty.json");
  std::vector<NamedFigureValues> states;
  for (const StageObject& odds : json.at("coverage"))
    states.push_back(odds_in(stored_text_of(odds, "operator"), odds));
  if (const StageObject& plan = json.at("plan"); !plan.is_null()) {
    states.push_back(odds_in("plan_before", plan.at("before")));
    states.push_back(odds_in("plan_after", plan.at("after")));
  }
  return states;
}

}  // namespace phusong::report
