#include "sim/report/sunset/sunset_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/json_text.h"
#include "sim/sunset/model/quarter.h"
#include "sim/sunset/model/replay.h"
#include "sim/sunset/outcome/held_back.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;
using sunset::HeldBack;
using sunset::Objective;
using sunset::Remedy;

constexpr std::array kClassNames = {"2g_only", "3g_only", "4g_without_volte", "volte"};
constexpr std::array kRemedyNames = {"handsets", "swap", "refarm"};

Json level(int number, const char* name, double value, double bound) {
  return {{"level", number},
          {"name", name},
          {"value", rounded(value, 3)},
          {"bound", rounded(bound, 3)},
          {"gap", rounded(gap_of(value, bound), 6)}};
}

Json levels_json(const Objective& found, const Objective& bound) {
  return {level(1, "cells_left_on", static_cast<double>(found.cells_left), static_cast<double>(bound.cells_left)),
          level(2, "last_period", found.last_period, bound.last_period),
          level(3, "refarmed_people_mhz", found.refarmed_people_mhz, bound.refarmed_people_mhz),
          level(4, "cost_million_vnd", found.cost_million_vnd, bound.cost_million_vnd)};
}

Json remedy_json(const SunsetData& data, const Remedy& remedy) {
  Json json = {{"kind", kRemedyNames[static_cast<std::size_t>(remedy.kind)]}};
  if (remedy.site) json["site_id"] = data.network().sites[*remedy.site].site_id;
  if (remedy.carrier) json["carrier"] = data.sunset.more.refarmed[*remedy.carrier].cell.cell_id;
  json["handsets"] = remedy.handsets;
  json["cost_million_vnd"] = rounded(remedy.cost_million_vnd, 3);
  return json;
}

Json held_back_json(const SunsetData& data, const HeldBack& held) {
  const sunset::Demand& demand = data.result.model.demands[held.demand];
  const network::Hamlet& hamlet = data.network().hamlets[demand.hamlet];
  Json cells = Json::array(), remedies = Json::array();
  for (const auto cell : held.cells)
    cells.push_back(data.result.model.cells[cell].name);
  for (const Remedy& remedy : held.remedies)
    remedies.push_back(remedy_json(data, remedy));
  return {{"hamlet", hamlet.hamlet_id},
          {"name", hamlet.name},
          {"operator", data.network().operators[demand.operator_index]},
          {"service", held.service == sunset::Service::kVoice ? "voice" : "data"},
          {"binding_class", kClassNames[static_cast<std::size_t>(held.binding_class)]},
          {"floor", rounded(held.floor, 6)},
          {"share", rounded(held.share, 6)},
          {"cells", cells},
          {"remedies", remedies}};
}

Json periods_json(const SunsetData& data) {
  const auto start = sunset::parse_quarter(data.options().start);
  Json names = Json::array();
  for (int period = 1; period <= data.options().periods; ++period)
    names.push_back(start.plus(period - 1).name());
  return names;
}

std::int64_t cells_off(const SunsetData& data) {
  return static_cast<std::int64_t>(data.result.model.cells.size()) - data.result.found.cells_left;
}

std::int64_t handsets_subsidised(const SunsetData& data) {
  std::int64_t sum = 0;
  for (const sunset::Subsidy& subsidy : data.result.schedule.subsidies)
    sum += sunset::total(subsidy.handsets);
  return sum;
}

}  // namespace

double gap_of(double value, double bound) {
  return std::abs(value - bound) / std::max({std::abs(value), std::abs(bound), 1e-9});
}

std::int64_t handsets_cut(const SunsetData& data) {
  const sunset::SunsetModel& model = data.result.model;
  const auto weights = replay_weights(model, data.result.schedule);
  std::vector<double> worst(model.demands.size());
  for (int period = 1; period <= model.periods; ++period) {
    const auto given = subsidised_until(model, data.result.schedule, period);
    for (std::uint32_t d = 0; d < model.demands.size(); ++d) {
      const auto counts = sunset::with_subsidies(model.counts_in(d, period), given[d]);
      const double before = shares_of(weights[0][d], model.demands[d].initial).voice;
      const double now = shares_of(weights[static_cast<std::size_t>(period)][d], counts).voice;
      worst[d] = std::max(worst[d], (before - now) * static_cast<double>(sunset::total(counts)));
    }
  }
  std::int64_t sum = 0;
  for (const double cut : worst)
    sum += static_cast<std::int64_t>(std::ceil(cut - 1e-6));
  return sum;
}

std::vector<double> mhz_freed_by_period(const SunsetData& data) {
  std::vector<double> mhz(static_cast<std::size_t>(data.options().periods));
  for (const int on : data.result.schedule.on_period) {
    for (std::size_t period = static_cast<std::size_t>(on); on != sunset::kNever && period <= mhz.size(); ++period)
      mhz[period - 1] += data.options().refarm.bandwidth_mhz;
  }
  return mhz;
}

std::string sunset_json(const SunsetData& data) {
  const sunset::SunsetResult& result = data.result;
  Json held = Json::array();
  for (const HeldBack& one : held_back(result.model, result.schedule))
    held.push_back(held_back_json(data, one));
  const Json json = {{"technology", name_of(data.options().technology)},
                     {"periods", periods_json(data)},
                     {"reached", result.reached()},
                     {"objective", levels_json(result.found, result.bounds)},
                     {"last_cell_off_period", result.reached() ? Json(result.found.last_period) : Json()},
                     {"periods_needed_by_crews", result.limits.periods_by_crews},
                     {"cells_off", cells_off(data)},
                     {"cells_left_on", result.found.cells_left},
                     {"mhz_freed_by_period", mhz_freed_by_period(data)},
                     {"handsets_cut", handsets_cut(data)},
                     {"handsets_subsidised", handsets_subsidised(data)},
                     {"cost_million_vnd", rounded(result.found.cost_million_vnd, 3)},
                     {"solver", result.solver},
                     {"hamlets_held_back", held}};
  return json_text(json);
}

}  // namespace phusong::report
