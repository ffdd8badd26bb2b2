#include "sim/sunset/radio/guard.h"

#include <algorithm>
#include <map>

#include "sim/sunset/radio/band.h"
#include "sim/sunset/radio/signals_by_point.h"

namespace phusong::sunset {
namespace {

/// Finds the signals that keep a refarmed carrier off.
class Guard {
 public:
  Guard(const network::Network& network, const SunsetRadio& radio, const scenario::SunsetOptions& options)
      : network_(network),
        refarmed_(radio.new_cells.refarmed),
        guard_level_dbm_(options.guard_level_dbm),
        by_point_(radio.signals) {
    for (const network::Cell& cell : network.cells)
      shares_.push_back(shares_channels(cell, options.refarm.frequency_mhz, options.refarm.bandwidth_mhz));
  }

  void add(const Signal& of_carrier, std::map<std::size_t, GuardConflict>& loudest) const {
    const std::size_t refarmed = of_carrier.cell - network_.cells.size();
    for (const Signal& other : by_point_.at(of_carrier.point)) {
      if (!blocks(other, refarmed_[refarmed].replaces)) continue;
      const GuardConflict conflict{refarmed, other.cell, other.point, other.level_dbm};
      const auto [known, is_new] = loudest.emplace(other.cell, conflict);
      if (!is_new && known->second.level_dbm < other.level_dbm) known->second = conflict;
    }
  }

 private:
  const network::Network& network_;
  const std::vector<NewCells::Refarmed>& refarmed_;
  double guard_level_dbm_;
  SignalsByPoint by_point_;
  std::vector<bool> shares_;  ///< whether a cell shares channels with the refarmed carriers

  bool blocks(const Signal& signal, std::size_t replaced) const {
    return signal.cell < network_.cells.size() && signal.cell != replaced && shares_[signal.cell] &&
           signal.level_dbm > guard_level_dbm_ && operator_of(signal.cell) == operator_of(replaced);
  }

  const std::string& operator_of(std::size_t cell) const {
    return network_.sites[network_.cells[cell].site].operator_name;
  }
};

}  // namespace

std::vector<GuardConflict> guard_conflicts(const network::Network& network, const SunsetRadio& radio,
                                           const scenario::SunsetOptions& options) {
  const Guard guard(network, radio, options);
  const std::size_t first_refarmed = network.cells.size();
  std::vector<std::map<std::size_t, GuardConflict>> loudest(radio.new_cells.refarmed.size());
  for (const Signal& signal : radio.signals.signals) {
    const bool of_carrier = signal.cell >= first_refarmed &&
                            signal.cell < first_refarmed + radio.new_cells.refarmed.size() && signal.covers;
    if (of_carrier) guard.add(signal, loudest[signal.cell - first_refarmed]);
  }
  std::vector<GuardConflict> conflicts;
  for (const auto& of_carrier : loudest) {
    for (const auto& [cell, conflict] : of_carrier)
      conflicts.push_back(conflict);
  }
  return conflicts;
}

}  // namespace phusong::sunset
