#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "sim/network/network.h"

namespace phusong::sunset {

/// Handsets by class and period for the check of a schedule. It states README.md, (1), a second time, from the tables
/// and apart from the model.
class HandsetLedger {
 public:
  /// Handsets that are 2G only, 3G only, 4G without VoLTE, and with VoLTE.
  using Counts = std::array<double, 4>;
  using Given = std::array<std::int64_t, 3>;

  HandsetLedger(const network::Network& network, double uptake_per_year)
      : network_(network), uptake_per_year_(uptake_per_year) {}

  Counts counts_in(std::size_t hamlet, const std::string& operator_name, int period) const;
  /// Moves handsets of the first three classes to VoLTE, for all periods.
  void give(std::size_t hamlet, const std::string& operator_name, const Given& handsets);

 private:
  double handsets_of(const network::Hamlet& hamlet, const std::string& name) const;
  Counts first_counts(const network::Hamlet& hamlet, const std::string& name) const;
  Counts counts_before_subsidies(const network::Hamlet& hamlet, const std::string& name, int period) const;

  const network::Network& network_;
  double uptake_per_year_ = 0.0;
  std::map<std::pair<std::size_t, std::string>, Given> given_;
};

}  // namespace phusong::sunset
