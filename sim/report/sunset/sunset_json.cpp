#include "sim/report/sunset/sunset_json.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/cell_values.h"
#include "sim/report/json_text.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;
using sunset::BlockingDemand;
using sunset::Remedy;
using sunset::SunsetOutcome;

constexpr std::array kObjectiveNames = {"cells_left_on", "last_period", "refarmed_people_mhz", "cost_million_vnd"};
constexpr std::array kClassNames = {"2g_only", "3g_only", "4g_without_volte", "volte"};
constexpr std::array kRemedyNames = {"handsets", "swap", "refarm"};

Json objectives_json(const std::array<sunset::ObjectiveValue, kObjectiveNames.size()>& objectives) {
  Json json = Json::array();
  for (std::size_t i = 0; i < objectives.size(); ++i) {
    json.push_back({{"level", i + 1},
                    {"name", kObjectiveNames[i]},
                    {"value", rounded(objectives[i].value, 3)},
                    {"bound", rounded(objectives[i].bound, 3)},
                    {"gap", rounded(objectives[i].gap, 6)},
                    {"method", objectives[i].method}});
  }
  return json;
}

Json remedy_json(const Remedy& remedy, const network::Network& network, const sunset::AllCells& cells) {
  Json json = {{"kind", kRemedyNames[static_cast<std::size_t>(remedy.kind)]}};
  if (remedy.site) json["site_id"] = network.sites[*remedy.site].site_id;
  if (remedy.carrier) json["carrier"] = cells.refarmed(*remedy.carrier).cell_id;
  json["handsets"] = remedy.handsets;
  json["cost_million_vnd"] = rounded_million_vnd(remedy.cost_million_vnd);
  return json;
}

Json blocking_demand_json(const BlockingDemand& blocking, const network::Network& network,
                          const sunset::AllCells& cells) {
  const network::Hamlet& hamlet = network.hamlets[blocking.hamlet];
  Json remedies = Json::array();
  for (const Remedy& remedy : blocking.remedies)
    remedies.push_back(remedy_json(remedy, network, cells));
  return {{"hamlet", hamlet.hamlet_id},
          {"name", hamlet.name},
          {"operator", network.operators[blocking.operator_index]},
          {"service", blocking.service == sunset::Service::kVoice ? "voice" : "data"},
          {"binding_class", kClassNames[static_cast<std::size_t>(blocking.binding_class)]},
          {"floor", rounded(blocking.floor, 6)},
          {"share", rounded(blocking.share, 6)},
          {"cells", blocking.cells},
          {"remedies", remedies}};
}

Json periods_json(const sunset::SunsetQuestion& question) {
  Json names = Json::array();
  for (int period = 1; period <= question.periods; ++period)
    names.push_back(question.quarter_of(period).name());
  return names;
}

}  // namespace

std::string sunset_json(const network::Network& network, const SunsetOutcome& outcome) {
  const sunset::SunsetTotals& totals = outcome.totals;
  Json blocking = Json::array();
  for (const BlockingDemand& demand : outcome.blocking_demands)
    blocking.push_back(blocking_demand_json(demand, network, outcome.cells));
  const Json json = {{"technology", name_of(outcome.question.technology)},
                     {"periods", periods_json(outcome.question)},
                     {"reached", totals.reached()},
                     {"objective", objectives_json(totals.objectives)},
                     {"last_cell_off_period", totals.last_period ? Json(*totals.last_period) : Json()},
                     {"periods_needed_by_crews", totals.periods_by_crews},
                     {"cells_off", totals.cells_off},
                     {"cells_left_on", totals.cells_left_on},
                     {"mhz_freed_by_period", totals.mhz_freed_by_period},
                     {"handsets_cut", totals.handsets_cut},
                     {"handsets_subsidised", totals.handsets_subsidised},
                     {"cost_million_vnd", rounded_million_vnd(totals.cost_million_vnd)},
                     {"solver", totals.solver},
                     {"hamlets_held_back", blocking}};
  return json_text(json);
}

}  // namespace phusong::report
