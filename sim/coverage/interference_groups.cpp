#include "sim/coverage/interference_groups.h"

#include <map>
#include <string>
#include <utility>

#include "propagation/units.h"
#include "sim/network/interference.h"

namespace phusong::coverage {
namespace {

using network::Cell;
using network::Technology;

/// All that is left out may raise noise and interference by so much, 0.01 dB.
constexpr double kLeftOutRatio = 0.0023;

/// Whether two cells do the same to every other, but for their factors.
bool interfere_alike(const Cell& a, const Cell& b) {
  if (a.technology != b.technology) return false;
  if (a.technology == Technology::k2G) return network::interference_weight(a, b) == 1.0;
  return network::channel_of(a) == network::channel_of(b);
}

/// One cell of each group, which stands for the others.
struct Group {
  const Cell* cell = nullptr;
  const std::string* operator_name = nullptr;
};

std::size_t group_among(std::vector<Group>& groups, const Cell& cell, const std::string& operator_name) {
  const auto found = std::ranges::find_if(groups, [&](const Group& group) {
    return *group.operator_name == operator_name && interfere_alike(*group.cell, cell);
  });
  const auto group = static_cast<std::size_t>(found - groups.begin());
  if (found == groups.end()) groups.push_back({&cell, &operator_name});
  return group;
}

}  // namespace

InterferenceGroups::InterferenceGroups(const network::Network& network, const scenario::ServiceOptions& options)
    : cells_(network.cells.size()) {
  const network::InterferenceOptions assumed{.load = options.load, .reuse_2g = static_cast<double>(options.reuse_2g)};
  std::vector<Group> groups;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const Cell& cell = network.cells[i];
    const network::Site& site = network.sites[cell.site];
    if (!network.on_air(site)) continue;
    const double noise_dbm = network::noise_dbm(network::noise_bandwidth_hz(cell), options.noise_figure_db);
    cells_[i] = {.group = group_among(groups, cell, site.operator_name),
                 .factor = network::interference_factor(cell, assumed),
                 .noise_mw = propagation::power_ratio_from_db(noise_dbm),
                 .includes_itself = network::interferes_with_itself(cell.technology),
                 .bandwidth_hz = network::transmission_bandwidth_hz(cell)};
  }
  for (const Group& suffering : groups) {
    std::vector<Share>& shares = against_.emplace_back();
    for (std::size_t from = 0; from < groups.size(); ++from) {
      if (*groups[from].operator_name != *suffering.operator_name) continue;
      const double weight = network::interference_weight(*suffering.cell, *groups[from].cell);
      if (weight > 0.0) shares.push_back({from, weight});
    }
  }
  set_least_counted(network);
}

void InterferenceGroups::set_least_counted(const network::Network& network) {
  struct Kin {
    double cells = 0.0;
    double least_noise_mw = std::numeric_limits<double>::infinity();
  };
  std::map<std::pair<std::string, Technology>, Kin> kin;
  const auto kin_of = [&](std::size_t i) -> Kin& {
    const Cell& cell = network.cells[i];
    return kin[{network.sites[cell.site].operator_name, cell.technology}];
  };
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (cells_[i].group == kNone) continue;
    Kin& of = kin_of(i);
    of.cells += 1.0;
    of.least_noise_mw = std::min(of.least_noise_mw, cells_[i].noise_mw);
  }
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (cells_[i].group == kNone) continue;
    const Kin& of = kin_of(i);
    cells_[i].least_counted_dbm = ratio_db(kLeftOutRatio * of.least_noise_mw, of.cells * cells_[i].factor);
  }
}

double InterferenceGroups::ratio_db(double power_mw, double against_mw) {
  return propagation::db_from_power_ratio(power_mw / against_mw);
}

std::optional<double> InterferenceGroups::throughput_mbps(std::size_t cell, double sinr_db) const {
  const std::optional<double>& bandwidth_hz = cells_[cell].bandwidth_hz;
  if (!bandwidth_hz) return std::nullopt;
  return network::throughput_mbps(sinr_db, *bandwidth_hz);
}

}  // namespace phusong::coverage
