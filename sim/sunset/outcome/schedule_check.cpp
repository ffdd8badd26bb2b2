#include "sim/sunset/outcome/schedule_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "sim/sunset/model/tolerances.h"
#include "sim/sunset/outcome/handset_ledger.h"
#include "sim/sunset/radio/band.h"

namespace phusong::sunset {
namespace {

/// Technologies on which a class has voice and data, by Technology; stated again here, apart from services_of().
struct Usable {
  std::array<bool, 4> voice, data;
};
constexpr std::array<Usable, 4> kUsable = {{{{true, false, false, false}, {false, false, false, false}},
                                            {{true, true, false, false}, {false, true, false, false}},
                                            {{true, true, false, false}, {false, true, true, false}},
                                            {{true, true, true, false}, {false, true, true, false}}}};
constexpr std::size_t k4gFallingBack = 2;

class Checker {
 public:
  Checker(const scenario::Scenario& scenario, const SunsetRadio& radio, const PlainSchedule& schedule)
      : network_(scenario.network),
        options_(scenario.options.sunset),
        radio_cost_(sunset_radio_cost(scenario)),
        radio_(radio),
        signals_(radio.signals),
        schedule_(schedule),
        cells_(all_cells(scenario.network, radio.new_cells).cells),
        first_refarmed_(network_.cells.size()),
        first_swap_(first_refarmed_ + radio.new_cells.refarmed.size()),
        ledger_(network_, options_.handset_uptake_per_year) {
    for (const Signal& signal : signals_.signals)
      at_point_[signal.point].push_back(&signal);
    for (std::size_t i = 0; i < cells_.size(); ++i)
      on_.push_back(i < first_refarmed_ && network_.on_air(network_.sites[cells_[i].site]));
  }

  std::vector<std::string> go() {
    check_floors(0);
    for (int period = 1; period <= options_.periods; ++period) {
      check_subsidies(period);
      act(period);
      check_crews(period);
      check_guard(period);
      check_floors(period);
    }
    check_periods();
    check_carriers_cover();
    check_swap_budget();
    return std::move(violations_);
  }

 private:
  const network::Network& network_;
  const scenario::SunsetOptions& options_;
  double radio_cost_ = 0.0;
  const SunsetRadio& radio_;
  const Signals& signals_;
  const PlainSchedule& schedule_;
  std::vector<network::Cell> cells_;
  std::size_t first_refarmed_, first_swap_;
  std::map<std::size_t, std::vector<const Signal*>> at_point_;
  std::vector<bool> on_;
  std::map<std::pair<std::size_t, std::string>, std::array<double, 2>>
      floors_;  ///< voice and data, by hamlet and operator
  HandsetLedger ledger_;
  std::vector<std::string> violations_;

  static double sunset_radio_cost(const scenario::Scenario& scenario) {
    const std::string item = "radio_" + std::string(prefix_of(scenario.options.sunset.refarm.to));
    for (const scenario::CostItem& cost : scenario.plan_tables.costs)
      if (cost.item == item) return cost.cost_million_vnd;
    return 0.0;
  }

  template <class... Arguments>
  void violation(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    violations_.push_back(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  const std::string& operator_of(std::size_t cell) const { return network_.sites[cells_[cell].site].operator_name; }

  void check_periods() {
    const auto outside = [&](int period) { return period < 1 || period > options_.periods; };
    for (const PlainSchedule::Step& step : schedule_.steps)
      if (outside(step.period)) violation("{}: period {} does not exist", cells_[step.cell].cell_id, step.period);
    for (const PlainSchedule::Handsets& handsets : schedule_.handsets)
      if (outside(handsets.period)) violation("handsets in period {}, which does not exist", handsets.period);
  }

  /// Carries out a period: swaps on, cells off, refarmed carriers on.
  void act(int period) {
    for (const PlainSchedule::Step& step : schedule_.steps)
      if (step.period == period && step.cell >= first_swap_) switch_on(step);
    for (const PlainSchedule::Step& step : schedule_.steps)
      if (step.period == period && step.cell < first_refarmed_) switch_off(step);
    for (const PlainSchedule::Step& step : schedule_.steps)
      if (step.period == period && step.cell >= first_refarmed_ && step.cell < first_swap_) switch_on(step);
  }

  void switch_off(const PlainSchedule::Step& step) {
    const network::Cell& cell = cells_[step.cell];
    if (step.action != PlainSchedule::Action::kOff || cell.technology != options_.technology)
      violation("{}: is not a cell to be switched off", cell.cell_id);
    if (cell.exempt) violation("{}: is exempt and goes off in period {}", cell.cell_id, step.period);
    if (!on_[step.cell]) violation("{}: goes off in period {} and is not on", cell.cell_id, step.period);
    on_[step.cell] = false;
  }

  void switch_on(const PlainSchedule::Step& step) {
    const network::Cell& cell = cells_[step.cell];
    if (step.action != PlainSchedule::Action::kOn || on_[step.cell])
      violation("{}: goes on in period {} and cannot", cell.cell_id, step.period);
    on_[step.cell] = true;
  }

  void check_crews(int period) {
    std::int64_t cells = 0;
    std::set<std::size_t> sites;
    for (const PlainSchedule::Step& step : schedule_.steps) {
      if (step.period != period) continue;
      cells += step.action == PlainSchedule::Action::kOff ? 1 : 0;
      sites.insert(cells_[step.cell].site);
    }
    if (options_.max_cells_per_period > 0 && cells > options_.max_cells_per_period)
      violation("period {}: {} cells go off, crews can do {}", period, cells, options_.max_cells_per_period);
    if (options_.max_sites_per_period > 0 && std::ssize(sites) > options_.max_sites_per_period) {
      violation("period {}: {} sites are visited, crews can do {}", period, sites.size(),
                options_.max_sites_per_period);
    }
  }

  /// Where a carrier covers, no existing cell of its operator that is on may use its channels above the guard level.
  void check_guard(int period) {
    for (const Signal& signal : signals_.signals) {
      const bool is_carrier = signal.cell >= first_refarmed_ && signal.cell < first_swap_;
      if (!is_carrier || !signal.covers || !on_[signal.cell]) continue;
      const std::size_t replaced = radio_.new_cells.refarmed[signal.cell - first_refarmed_].replaces;
      if (on_[replaced])
        violation("{}: is on while its old cell is, in period {}", cells_[signal.cell].cell_id, period);
      for (const Signal* other : at_point_[signal.point]) {
        if (disturbs(*other, signal.cell)) {
          violation("{}: is on in period {} while {} is heard with {:.2f} dBm", cells_[signal.cell].cell_id, period,
                    cells_[other->cell].cell_id, other->level_dbm);
        }
      }
    }
  }

  bool disturbs(const Signal& other, std::size_t carrier) const {
    if (other.cell >= first_refarmed_ || !on_[other.cell] || other.level_dbm <= options_.guard_level_dbm) return false;
    if (operator_of(other.cell) != operator_of(carrier)) return false;
    const network::Cell& cell = cells_[other.cell];
    if (!same_band(cell.frequency_mhz, options_.refarm.frequency_mhz)) return false;
    const double half_mhz = options_.refarm.bandwidth_mhz / 2.0;
    return cell.channel_low_mhz.value_or(0.0) < options_.refarm.frequency_mhz + half_mhz &&
           cell.channel_high_mhz.value_or(1e9) > options_.refarm.frequency_mhz - half_mhz;
  }

  void check_subsidies(int period) {
    std::int64_t sum = 0;
    for (const PlainSchedule::Handsets& handsets : schedule_.handsets) {
      if (handsets.period != period) continue;
      const std::array<std::int64_t, 3> more = {handsets.from_2g_only, handsets.from_3g_only,
                                                handsets.from_4g_without_volte};
      const HandsetLedger::Counts there = ledger_.counts_in(handsets.hamlet, handsets.operator_name, period);
      for (std::size_t c = 0; c < more.size(); ++c) {
        if (more[c] < 0 || static_cast<double>(more[c]) > there[c]) {
          violation("{}: {} handsets of a class of {} move in period {}", network_.hamlets[handsets.hamlet].hamlet_id,
                    more[c], there[c], period);
        }
        sum += more[c];
      }
      ledger_.give(handsets.hamlet, handsets.operator_name, more);
    }
    if (sum > options_.subsidised_handsets_per_period) {
      violation("period {}: {} handsets are subsidised, {} are allowed", period, sum,
                options_.subsidised_handsets_per_period);
    }
  }

  void check_floors(int period) {
    for (std::size_t first = 0; first < signals_.points.size();) {
      const std::size_t hamlet = signals_.points[first].hamlet;
      std::size_t end = first;
      while (end < signals_.points.size() && signals_.points[end].hamlet == hamlet)
        ++end;
      for (const std::string& name : network_.operators)
        check_floor(period, hamlet, name, {first, end});
      first = end;
    }
  }

  void check_floor(int period, std::size_t hamlet, const std::string& name,
                   std::pair<std::size_t, std::size_t> points) {
    const HandsetLedger::Counts counts = ledger_.counts_in(hamlet, name, period);
    double all = 0.0;
    for (const double count : counts)
      all += count;
    if (all <= 0.0) return;
    std::array<double, 2> shares{};
    for (std::size_t point = points.first; point < points.second; ++point) {
      const auto served = served_at(point, name);
      for (std::size_t c = 0; c < counts.size(); ++c) {
        for (std::size_t service = 0; service < shares.size(); ++service)
          if (served[c][service]) shares[service] += counts[c] / all * signals_.points[point].weight;
      }
    }
    auto& floors = floors_[{hamlet, name}];
    if (period == 0) floors = {std::min(options_.voice_floor, shares[0]), std::min(options_.data_floor, shares[1])};
    for (std::size_t service = 0; service < shares.size(); ++service) {
      if (shares[service] < floors[service] - 2.0 * kShareTolerance) {
        violation("{}, {}: {} share {:.9f} in period {}, the floor is {:.9f}", network_.hamlets[hamlet].hamlet_id, name,
                  service == 0 ? "voice" : "data", shares[service], period, floors[service]);
      }
    }
  }

  /// The services at a point: [class][voice, data].
  std::array<std::array<bool, 2>, 4> served_at(std::size_t point, const std::string& name) const {
    std::array<std::array<bool, 2>, 4> served{};
    const auto signals = at_point_.find(point);
    if (signals == at_point_.end()) return served;
    for (const Signal* signal : signals->second) {
      if (!signal->covers || !on_[signal->cell]) continue;
      const bool own = operator_of(signal->cell) == name;
      if (!own && !options_.national_roaming) continue;
      const network::Cell& cell = cells_[signal->cell];
      const std::size_t technology = index_of(cell.technology);
      for (std::size_t c = 0; c < kUsable.size(); ++c) {
        const bool calls = kUsable[c].voice[technology] && cell.voice && (own || c != k4gFallingBack);
        served[c][0] = served[c][0] || calls;
        served[c][1] = served[c][1] || kUsable[c].data[technology];
      }
    }
    return served;
  }

  /// A carrier that covers no point brings nothing and still costs a radio.
  void check_carriers_cover() {
    std::set<std::size_t> covering;
    for (const Signal& signal : signals_.signals)
      if (signal.covers && signals_.points[signal.point].weight > 0.0) covering.insert(signal.cell);
    for (const PlainSchedule::Step& step : schedule_.steps) {
      const bool is_carrier = step.cell >= first_refarmed_ && step.cell < first_swap_;
      if (is_carrier && !covering.contains(step.cell))
        violation("{}: goes on in period {} and covers no sample point", cells_[step.cell].cell_id, step.period);
    }
  }

  void check_swap_budget() {
    std::set<std::size_t> swapped;
    for (const PlainSchedule::Step& step : schedule_.steps)
      if (step.cell >= first_swap_) swapped.insert(cells_[step.cell].site);
    const double cost = static_cast<double>(swapped.size()) * radio_cost_;
    if (!swapped.empty() && cost > options_.swap_budget_million_vnd + kObjectiveTolerance) {
      violation("{} swaps cost {:.3f} million VND, the budget is {:.3f}", swapped.size(), cost,
                options_.swap_budget_million_vnd);
    }
  }
};

}  // namespace

std::vector<std::string> check_schedule(const scenario::Scenario& scenario, const SunsetRadio& radio,
                                        const PlainSchedule& schedule) {
  return Checker(scenario, radio, schedule).go();
}

}  // namespace phusong::sunset
