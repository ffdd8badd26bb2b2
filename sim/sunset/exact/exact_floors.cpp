#include "sim/sunset/exact/exact_floors.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/sunset/model/service_state.h"
#include "sim/sunset/model/subsidy_need.h"
#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {

ExactFloors::ExactFloors(const SunsetModel& model, ExactDecisions& decisions, ExactRows& rows)
    : model_(model),
      decisions_(decisions),
      rows_(rows),
      sources_(model.demand_classes.size()),
      served_(model.demand_classes.size()) {
  decisions_.given.resize(model.demands.size());
  find_sources();
}

void ExactFloors::find_sources() {
  const auto add = [this](const std::vector<Link>& links, const Steps& steps, bool until) {
    for (const Link& link : links)
      sources_[link.demand_class].push_back({&steps, until, link.services});
  };
  for (CellIndex c = 0; c < model_.cells.size(); ++c)
    add(model_.cells[c].links, decisions_.off[c], true);
  for (CarrierIndex k = 0; k < model_.carriers.size(); ++k)
    if (!decisions_.on[k].empty()) add(model_.carriers[k].links, decisions_.on[k], false);
  for (std::size_t s = 0; s < model_.swaps.size(); ++s)
    add(model_.swaps[s].links, decisions_.swap[s], false);
}

/// Whether a floor can break at all, with every old cell off, nothing new on and the initial handsets.
bool ExactFloors::needs_floors(DemandIndex demand) const {
  ServedWeights weights;
  const Demand& d = model_.demands[demand];
  for (DemandClassIndex demand_class = d.first_class; demand_class < d.end_class; ++demand_class) {
    for (std::size_t i = 0; i < kServices; ++i)
      if ((model_.demand_classes[demand_class].fixed >> i) & 1U)
        weights.of[i] += model_.demand_classes[demand_class].weight;
  }
  return !floors_hold(d, weights, d.initial);
}

void ExactFloors::add_floors() {
  for (DemandIndex d = 0; d < model_.demands.size(); ++d) {
    if (!needs_floors(d)) continue;
    add_handsets(d);
    for (int period = 1; period <= model_.periods; ++period) {
      add_floor(d, Service::kVoice, period);
      add_floor(d, Service::kData, period);
    }
  }
}

void ExactFloors::add_handsets(DemandIndex demand) {
  for (std::size_t c = 0; c < kVolteIndex; ++c) {
    const std::int64_t handsets = model_.counts_in(demand, 1)[c];
    if (handsets == 0 || model_.subsidies_per_period == 0) continue;
    decisions_.given[demand][c] = rows_.add_steps(fmt::format("given_{}", demand), c, static_cast<double>(handsets));
  }
}

/// Variable in [0, 1] of a service at a demand class, at most the number of cells on that give it, constraint (12).
/// Services that the same cells give share one.
Variable ExactFloors::service_at(DemandClassIndex demand_class, std::size_t bit, int period) {
  const std::size_t first = first_service_like(demand_class, bit);
  Steps& served = served_[demand_class][first];
  if (served.empty()) {
    for (int t = 1; t <= model_.periods; ++t) {
      const Variable variable = rows_.add_variable(fmt::format("served_{}_{}_{}", demand_class, first, t), 1.0, false);
      served.push_back(variable);
      if ((model_.demand_classes[demand_class].fixed >> first) & 1U) continue;
      Terms terms = {{variable, -1.0}};
      double always = 0.0;
      for (const Source& source : sources_[demand_class]) {
        if (((source.services >> first) & 1U) == 0) continue;
        always += source.until ? 1.0 : 0.0;
        terms.emplace_back(by_end_of(t, *source.steps), source.until ? -1.0 : 1.0);
      }
      rows_.add_at_least(fmt::format("serves_{}_{}_{}", demand_class, first, t), -always, terms);
    }
  }
  return by_end_of(period, served);
}

/// The first service of a demand class that the same cells give as this one.
std::size_t ExactFloors::first_service_like(DemandClassIndex demand_class, std::size_t bit) const {
  const auto is_fixed = [&](std::size_t i) { return ((model_.demand_classes[demand_class].fixed >> i) & 1U) != 0; };
  const auto same = [&](std::size_t i) {
    if (is_fixed(i) || is_fixed(bit)) return is_fixed(i) && is_fixed(bit);
    return std::ranges::all_of(sources_[demand_class], [&](const Source& source) {
      return ((source.services >> i) & 1U) == ((source.services >> bit) & 1U);
    });
  };
  std::size_t first = 0;
  while (!same(first))
    ++first;
  return first;
}

/// Constraint (13): Σ weight · (handsets of each class where it is served + handsets given where VoLTE alone is served)
/// ≥ floor · handsets.
void ExactFloors::add_floor(DemandIndex demand, Service service, int period) {
  const Demand& d = model_.demands[demand];
  const ClassCounts counts = model_.counts_in(demand, period);
  const double floor = service == Service::kVoice ? d.voice_floor : d.data_floor;
  Terms terms;
  for (DemandClassIndex demand_class = d.first_class; demand_class < d.end_class; ++demand_class) {
    const double weight = model_.demand_classes[demand_class].weight;
    const Variable volte = service_at(demand_class, bit_index(service, kVolteIndex), period);
    terms.emplace_back(volte, weight * static_cast<double>(counts[kVolteIndex]));
    for (std::size_t c = 0; c < kVolteIndex; ++c) {
      if (counts[c] == 0) continue;
      const auto handsets = static_cast<double>(counts[c]);
      const Variable served = service_at(demand_class, bit_index(service, c), period);
      terms.emplace_back(served, weight * handsets);
      // A handset that moves gains nothing where its class has the same service as VoLTE.
      if (decisions_.given[demand][c].empty() || served == volte) continue;
      const std::string name = fmt::format("{}_{}_{}_{}", demand_class, bit_index(service, c), period, demand);
      const Variable gain = rows_.add_variable("gain_" + name, handsets, false);
      rows_.add_at_least("by_given_" + name, 0.0,
                         {{by_end_of(period, decisions_.given[demand][c]), 1.0}, {gain, -1.0}});
      rows_.add_at_least("by_volte_" + name, 0.0, {{volte, handsets}, {served, -handsets}, {gain, -1.0}});
      terms.emplace_back(gain, weight);
    }
  }
  const double least = static_cast<double>(total(counts)) * (floor - 0.5 * kShareTolerance);
  rows_.add_at_least(fmt::format("floor_{}_{}_{}", demand, service == Service::kVoice ? "voice" : "data", period),
                     least, terms);
}

void ExactFloors::add_handset_budget() {
  for (int period = 1; period <= model_.periods; ++period) {
    Terms terms;
    for (const auto& of_demand : decisions_.given) {
      for (const Steps& steps : of_demand)
        if (!steps.empty()) add_change(steps, period, 1.0, terms);
    }
    if (!terms.empty()) {
      rows_.add_at_most(fmt::format("handsets_{}", period), static_cast<double>(model_.subsidies_per_period), terms);
    }
  }
}

}  // namespace phusong::sunset
