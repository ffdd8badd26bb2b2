#include "sim/sunset/model/service_state.h"

namespace phusong::sunset {

Shares shares_of(const ServedWeights& weights, const ClassCounts& counts) {
  double voice = 0.0, data = 0.0;
  for (std::size_t c = 0; c < kHandsetClasses; ++c) {
    const auto handsets = static_cast<double>(counts[c]);
    voice += handsets * weights.of[bit_index(Service::kVoice, c)];
    data += handsets * weights.of[bit_index(Service::kData, c)];
  }
  const auto all = static_cast<double>(total(counts));
  return all > 0.0 ? Shares{voice / all, data / all} : Shares{};
}

ServiceState::ServiceState(const SunsetModel& model) : model_(model), cells_on_(model.demand_classes.size()) {
  for (const OldCell& cell : model.cells)
    switch_on(cell.links);
}

void ServiceState::switch_on(const std::vector<Link>& links) {
  for (const Link& link : links) {
    for (std::size_t i = 0; i < kServices; ++i)
      cells_on_[link.demand_class][i] =
          static_cast<std::uint16_t>(cells_on_[link.demand_class][i] + ((link.services >> i) & 1U));
  }
}

void ServiceState::switch_off(const std::vector<Link>& links) {
  for (const Link& link : links) {
    for (std::size_t i = 0; i < kServices; ++i)
      cells_on_[link.demand_class][i] =
          static_cast<std::uint16_t>(cells_on_[link.demand_class][i] - ((link.services >> i) & 1U));
  }
}

ServiceMask ServiceState::services_at(DemandClassIndex demand_class) const {
  unsigned mask = model_.demand_classes[demand_class].fixed;
  for (std::size_t i = 0; i < kServices; ++i)
    mask |= cells_on_[demand_class][i] > 0 ? 1U << i : 0U;
  return static_cast<ServiceMask>(mask);
}

ServedWeights ServiceState::weights_of(DemandIndex demand) const {
  ServedWeights weights;
  const Demand& d = model_.demands[demand];
  for (DemandClassIndex demand_class = d.first_class; demand_class < d.end_class; ++demand_class) {
    const ServiceMask mask = services_at(demand_class);
    for (std::size_t i = 0; i < kServices; ++i) {
      if ((mask >> i) & 1U) weights.of[i] += model_.demand_classes[demand_class].weight;
    }
  }
  return weights;
}

}  // namespace phusong::sunset
