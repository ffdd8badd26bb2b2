#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "sim/network/network.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

/// The cells on air that interfere alike: those of one operator and technology on one channel (2G: in one band). The
/// sum of what the cells of each group add is all that is needed to say what any cell suffers at a place, so that no
/// place has to remember its cells.
class InterferenceGroups {
 public:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  InterferenceGroups(const network::Network& network, const scenario::ServiceOptions& options);

  std::size_t count() const { return against_.size(); }
  /// kNone for a cell that is off air.
  std::size_t group_of(std::size_t cell) const { return cells_[cell].group; }
  /// Power that a cell adds to the sum of its group, over that of its level.
  double factor(std::size_t cell) const { return cells_[cell].factor; }
  /// A level of a cell from which it has to be counted: all the cells of its operator and technology that stay below
  /// theirs take at most 0.01 dB from any SINR together.
  double least_counted_dbm(std::size_t cell) const { return cells_[cell].least_counted_dbm; }

  /// SINR in dB of a cell where its level has this power: 2G its C/I, 3G its Ec/Io. `sum_mw(group)` is Σ factor · power
  /// of the level over the cells of the group there, this one included.
  template <class Sum>
  double sinr_db(std::size_t cell, double level_mw, const Sum& sum_mw) const {
    const OfCell& of = cells_[cell];
    double interference_mw = of.includes_itself ? 0.0 : -of.factor * level_mw;
    for (const Share& share : against_[of.group])
      interference_mw += share.weight * sum_mw(share.group);
    return ratio_db(level_mw, std::max(interference_mw, 0.0) + of.noise_mw);
  }
  /// Peak rate of one user; nothing for 2G, 3G, and a bandwidth that does not exist.
  std::optional<double> throughput_mbps(std::size_t cell, double sinr_db) const;

 private:
  /// Part of a group's sum that counts.
  struct Share {
    std::size_t group = 0;
    double weight = 0.0;
  };
  struct OfCell {
    std::size_t group = kNone;
    double factor = 0.0;
    double noise_mw = 0.0;
    double least_counted_dbm = 0.0;
    bool includes_itself = false;
    std::optional<double> bandwidth_hz;
  };

  static double ratio_db(double power_mw, double against_mw);
  void set_least_counted(const network::Network& network);

  std::vector<OfCell> cells_;
  std::vector<std::vector<Share>> against_;  ///< [group] what its cells suffer from
};

}  // namespace phusong::coverage
