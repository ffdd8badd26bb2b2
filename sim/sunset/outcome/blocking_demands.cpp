#include "sim/sunset/outcome/blocking_demands.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "sim/sunset/model/replay.h"
#include "sim/sunset/model/subsidy_need.h"
#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// The what-if state at the end of a schedule: all remaining cells off too.
class WhatIfState {
 public:
  WhatIfState(const SunsetModel& model, const Schedule& schedule)
      : model_(model), schedule_(schedule), now_(replay_weights(model, schedule).back()), all_off_(model) {
    for (const OldCell& cell : model.cells)
      all_off_.switch_off(cell.links);
    for (const Carrier& carrier : model.carriers)
      if (!carrier.blocked_for_good) all_off_.switch_on(carrier.links);
    for (std::size_t i = 0; i < model.swaps.size(); ++i)
      if (schedule.swap_period[i] != kNever) all_off_.switch_on(model.swaps[i].links);
    given_ = subsidised_until(model, schedule, model.periods);
    find_cells();
  }

  bool is_blocking(DemandIndex d) const {
    return !cells_left_[d].empty() && !floors_hold(model_.demands[d], all_off_.weights_of(d), counts_of(d));
  }

  BlockingDemand describe(DemandIndex d) {
    const Demand& demand = model_.demands[d];
    const ServedWeights after = all_off_.weights_of(d);
    const Shares shares = shares_of(after, counts_of(d));
    const bool by_voice = shares.voice < demand.voice_floor - kShareTolerance;
    const Service service = by_voice ? Service::kVoice : Service::kData;
    return {.hamlet = demand.hamlet,
            .operator_index = demand.operator_index,
            .service = service,
            .binding_class = class_that_loses_most(d, service, after),
            .floor = by_voice ? demand.voice_floor : demand.data_floor,
            .share = by_voice ? shares.voice : shares.data,
            .cells = names_of(cells_left_[d]),
            .remedies = remedies_of(d)};
  }

 private:
  const SunsetModel& model_;
  const Schedule& schedule_;
  std::vector<ServedWeights> now_;
  ServiceState all_off_;
  std::vector<ClassCounts> given_;
  std::vector<std::vector<CellIndex>> cells_left_;           ///< cells that serve it and stay on, per demand
  std::vector<std::vector<CarrierIndex>> blocked_for_good_;  ///< carriers that would serve it, per demand
  std::vector<std::vector<SwapIndex>> swaps_not_made_;       ///< swaps that would serve it, per demand

  std::vector<std::string> names_of(const std::vector<CellIndex>& cells) const {
    std::vector<std::string> names;
    for (const CellIndex cell : cells)
      names.push_back(model_.cells[cell].name);
    return names;
  }

  template <class Index>
  void note(const std::vector<Link>& links, Index index, std::vector<std::vector<Index>>& lists) const {
    for (const Link& link : links) {
      auto& list = lists[model_.demand_of(link)];
      if (list.empty() || list.back() != index) list.push_back(index);
    }
  }

  void find_cells() {
    cells_left_.resize(model_.demands.size());
    blocked_for_good_.resize(model_.demands.size());
    swaps_not_made_.resize(model_.demands.size());
    for (CellIndex c = 0; c < model_.cells.size(); ++c)
      if (schedule_.off_period[c] == kNever) note(model_.cells[c].links, c, cells_left_);
    for (CarrierIndex k = 0; k < model_.carriers.size(); ++k)
      if (model_.carriers[k].blocked_for_good) note(model_.carriers[k].links, k, blocked_for_good_);
    for (SwapIndex s = 0; s < model_.swaps.size(); ++s)
      if (schedule_.swap_period[s] == kNever) note(model_.swaps[s].links, s, swaps_not_made_);
  }

  ClassCounts counts_of(DemandIndex d) const { return with_subsidies(model_.counts_in(d, model_.periods), given_[d]); }

  HandsetClass class_that_loses_most(DemandIndex d, Service service, const ServedWeights& after) const {
    const ClassCounts counts = counts_of(d);
    std::size_t worst = 0;
    double most = -1.0;
    for (std::size_t c = 0; c < kHandsetClasses; ++c) {
      const std::size_t i = bit_index(service, c);
      const double lost = static_cast<double>(counts[c]) * (now_[d].of[i] - after.of[i]);
      if (lost > most) {
        most = lost;
        worst = c;
      }
    }
    return static_cast<HandsetClass>(worst);
  }

  /// Whether the schedule already pays for new equipment on a mast.
  bool has_radio(std::size_t site) const {
    for (SwapIndex s = 0; s < model_.swaps.size(); ++s)
      if (model_.swaps[s].site == site && schedule_.swap_period[s] != kNever) return true;
    for (CarrierIndex k = 0; k < model_.carriers.size(); ++k)
      if (model_.carriers[k].site == site && schedule_.on_period[k] != kNever) return true;
    return false;
  }

  std::vector<Remedy> remedies_of(DemandIndex d) {
    std::vector<Remedy> remedies;
    add_remedy(d, {.kind = Remedy::Kind::kHandsets}, remedies);
    for (const SwapIndex s : swaps_not_made_[d]) {
      all_off_.switch_on(model_.swaps[s].links);
      add_remedy(d,
                 {.kind = Remedy::Kind::kSwap,
                  .site = model_.swaps[s].site,
                  .cost_million_vnd = has_radio(model_.swaps[s].site) ? 0.0 : model_.swaps[s].cost_million_vnd},
                 remedies);
      all_off_.switch_off(model_.swaps[s].links);
    }
    for (const CarrierIndex k : blocked_for_good_[d]) {
      all_off_.switch_on(model_.carriers[k].links);
      add_remedy(d,
                 {.kind = Remedy::Kind::kRefarm,
                  .site = model_.carriers[k].site,
                  .carrier = k,
                  .cost_million_vnd = has_radio(model_.carriers[k].site) ? 0.0 : model_.costs.radio_million_vnd},
                 remedies);
      all_off_.switch_off(model_.carriers[k].links);
    }
    std::ranges::stable_sort(remedies, {}, &Remedy::cost_million_vnd);
    return remedies;
  }

  /// Adds a remedy with the handsets that are needed beside it, unless no number is enough or it saves no handset.
  void add_remedy(DemandIndex d, Remedy remedy, std::vector<Remedy>& remedies) const {
    const auto need = fewest_subsidies(model_.demands[d], all_off_.weights_of(d), counts_of(d));
    if (!need) return;
    remedy.handsets = total(*need);
    const auto alone = std::ranges::find(remedies, Remedy::Kind::kHandsets, &Remedy::kind);
    if (alone != remedies.end() && remedy.handsets >= alone->handsets) return;
    remedy.cost_million_vnd += static_cast<double>(remedy.handsets) * model_.costs.handset_million_vnd;
    remedies.push_back(remedy);
  }
};

double cheapest_million_vnd(const BlockingDemand& blocking) {
  return blocking.remedies.empty() ? std::numeric_limits<double>::infinity()
                                   : blocking.remedies.front().cost_million_vnd;
}

}  // namespace

std::vector<BlockingDemand> blocking_demands(const SunsetModel& model, const Schedule& schedule) {
  std::vector<BlockingDemand> result;
  if (std::ranges::find(schedule.off_period, kNever) == schedule.off_period.end()) return result;
  WhatIfState end(model, schedule);
  for (DemandIndex d = 0; d < model.demands.size(); ++d)
    if (end.is_blocking(d)) result.push_back(end.describe(d));
  std::ranges::stable_sort(result, std::greater{}, cheapest_million_vnd);
  return result;
}

}  // namespace phusong::sunset
