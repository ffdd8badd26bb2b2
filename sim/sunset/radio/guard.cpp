#include "sim/sunset/radio/guard.h"

#include <algorithm>
#include <map>

#include "sim/sunset/radio/band.h"
#include "sim/sunset/radio/signals_by_point.h"

namespace phusong::sunset {
namespace {

/// The signals that can be in the way of a carrier, and those of the carriers themselves.
class Guard {
 public:
  Guard(const network::Network& network, const NewCells& more, const Signals& signals,
        const scenario::SunsetOptions& options)
      : network_(network), more_(more), options_(options), by_point_(signals) {
    for (const network::Cell& cell : network.cells)
      shares_.push_back(shares_channels(cell, options.refarm.frequency_mhz, options.refarm.bandwidth_mhz));
  }

  void add(const Signal& of_carrier, std::map<std::size_t, GuardConflict>& loudest) const {
    const std::size_t refarmed = of_carrier.cell - network_.cells.size();
    for (const Signal& other : by_point_.at(of_carrier.point)) {
      if (!blocks(other, more_.refarmed[refarmed].replaces)) continue;
      const GuardConflict conflict{refarmed, other.cell, other.point, other.level_dbm};
      const auto [known, is_new] = loudest.emplace(other.cell, conflict);
      if (!is_new && known->second.level_dbm < other.level_dbm) known->second = conflict;
    }
  }

 private:
  const network::Network& network_;
  const NewCells& more_;
  const scenario::SunsetOptions& options_;
  SignalsByPoint by_point_;
  std::vector<bool> shares_;  ///< channels with the refarmed carriers

  bool blocks(const Signal& signal, std::size_t replaced) const {
    return signal.cell < network_.cells.size() && signal.cell != replaced && shares_[signal.cell] &&
           signal.level_dbm > options_.guard_level_dbm && operator_of(signal.cell) == operator_of(replaced);
  }

  const std::string& operator_of(std::size_t cell) const {
    return network_.sites[network_.cells[cell].site].operator_name;
  }
};

}  // namespace

std::vector<GuardConflict> guard_conflicts(const network::Network& network, const NewCells& more,
                                           const Signals& signals, const scenario::SunsetOptions& options) {
  const Guard guard(network, more, signals, options);
  const std::size_t first_refarmed = network.cells.size();
  std::vector<std::map<std::size_t, GuardConflict>> loudest(more.refarmed.size());
  for (const Signal& signal : signals.signals) {
    const bool of_carrier =
        signal.cell >= first_refarmed && signal.cell < first_refarmed + more.refarmed.size() && signal.covers;
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
