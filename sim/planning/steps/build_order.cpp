#include "sim/planning/steps/build_order.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "sim/optimisation/covering/problem/value.h"

namespace phusong::planning {
namespace {

/// The gain of a station, were it built now.
struct Gain {
  double value = 0.0;       ///< of the hamlets that would count
  double weight = 0.0;      ///< of the points that would be served
  std::int64_t people = 0;  ///< who live in the hamlets that would count
};

/// The rank of a station among those that may be next: the greatest is built.
struct Rank {
  double value = 0.0;
  double weight = 0.0;  ///< 0 where hamlets count: the weight of points decides where none does
  std::int64_t people = 0;
  double cost = 0.0;

  bool brings_something() const { return value > 0.0 || weight > 0.0; }
  bool operator>(const Rank& other) const {
    return std::tie(value, weight, people, other.cost) > std::tie(other.value, other.weight, other.people, cost);
  }
};

/// Builds one station after another.
class Builder {
 public:
  explicit Builder(const BuildOrderInputs& inputs)
      : inputs_(inputs), is_built_(inputs.problem.options.size(), false), is_done_(inputs.built.size(), false) {
    std::map<covering::OptionIndex, std::size_t> station_of;
    for (std::size_t i = 0; i < inputs.built.size(); ++i)
      station_of.emplace(inputs.built[i], i);
    hamlets_of_.resize(inputs.built.size());
    for (std::size_t h = 0; h < inputs.problem.demands.size(); ++h)
      add_hamlet(h, station_of);
    count_communes();
  }

  std::vector<OrderedStation> build_all() {
    std::vector<OrderedStation> order;
    for (std::size_t i = 0; i < inputs_.built.size(); ++i)
      order.push_back(build(next()));
    return order;
  }

 private:
  const BuildOrderInputs& inputs_;
  std::vector<covering::Demand> hamlets_;             ///< those that can change, with the built options alone
  std::vector<std::size_t> row_of_;                   ///< index into the problem's hamlets
  std::vector<std::vector<std::size_t>> hamlets_of_;  ///< of each station, indices into hamlets_
  std::vector<bool> is_built_;                        ///< by option
  std::vector<bool> is_done_;                         ///< by station
  std::vector<double> counted_, all_;                 ///< hamlets, by commune

  void add_hamlet(std::size_t row, const std::map<covering::OptionIndex, std::size_t>& station_of) {
    covering::Demand hamlet = inputs_.problem.demands[row];
    if (hamlet.counts_already) return;
    std::vector<std::size_t> stations;
    for (covering::Alternative& way : hamlet.alternatives) {
      for (covering::DemandPoint& point : way.points) {
        for (std::vector<covering::OptionIndex>& layer : point.cover_sets) {
          std::erase_if(layer, [&](covering::OptionIndex option) { return !station_of.contains(option); });
          for (const covering::OptionIndex option : layer)
            stations.push_back(station_of.at(option));
        }
      }
    }
    std::ranges::sort(stations);
    stations.erase(std::unique(stations.begin(), stations.end()), stations.end());
    for (const std::size_t station : stations)
      hamlets_of_[station].push_back(hamlets_.size());
    hamlets_.push_back(std::move(hamlet));
    row_of_.push_back(row);
  }

  void count_communes() {
    for (const covering::Demand& hamlet : inputs_.problem.demands) {
      if (hamlet.quota_group >= all_.size()) all_.resize(hamlet.quota_group + 1);
      counted_.resize(all_.size());
      all_[hamlet.quota_group] += 1.0;
      counted_[hamlet.quota_group] += hamlet.counts_already ? 1.0 : 0.0;
    }
  }

  double share(std::size_t commune) const { return counted_[commune] / all_[commune]; }

  double served_weight(const covering::Demand& hamlet) const {
    double weight = 0.0;
    for (const covering::DemandPoint& point : hamlet.alternatives.front().points) {
      const bool served =
          std::ranges::all_of(point.cover_sets, [this](const std::vector<covering::OptionIndex>& layer) {
            return std::ranges::any_of(layer, [this](covering::OptionIndex option) { return is_built_[option]; });
          });
      weight += served ? point.weight : 0.0;
    }
    return weight;
  }

  /// Adds up the gain over the hamlets of one commune, or of all.
  Gain gain_of(std::size_t station, std::optional<std::size_t> commune) {
    Gain gain;
    for (const std::size_t h : hamlets_of_[station]) {
      const covering::Demand& hamlet = hamlets_[h];
      if (hamlet.counts_already || hamlet.alternatives.empty() || (commune && hamlet.quota_group != *commune)) continue;
      gain.weight -= served_weight(hamlet);
      is_built_[inputs_.built[station]] = true;
      gain.weight += served_weight(hamlet);
      if (counts(hamlet, is_built_)) {
        gain.value += hamlet.value;
        gain.people += inputs_.people[row_of_[h]];
      }
      is_built_[inputs_.built[station]] = false;
    }
    return gain;
  }

  bool may_be_next(std::size_t station) const {
    return !is_done_[station] &&
           std::ranges::all_of(inputs_.needs[station], [this](std::size_t other) { return is_done_[other]; });
  }

  Rank rank_of(std::size_t station, const Gain& gain) const {
    const double cost = inputs_.problem.options[inputs_.built[station]].cost;
    const double divisor = inputs_.order_by == scenario::OrderBy::kCoverage ? 1.0 : std::max(cost, 1e-9);
    return {.value = gain.value / divisor,
            .weight = gain.value > 0.0 ? 0.0 : gain.weight / divisor,
            .people = gain.people,
            .cost = cost};
  }

  /// The best of the stations that may be built now; nothing where none brings anything to the commune.
  std::optional<std::size_t> best(std::optional<std::size_t> commune) {
    std::optional<std::size_t> found;
    Rank most;
    for (std::size_t station = 0; station < is_done_.size(); ++station) {
      if (!may_be_next(station)) continue;
      const Rank rank = rank_of(station, gain_of(station, commune));
      if (!rank.brings_something() || (found && !(rank > most))) continue;
      found = station;
      most = rank;
    }
    return found;
  }

  std::optional<std::size_t> best_for_worst_commune() {
    std::vector<std::size_t> communes(all_.size());
    for (std::size_t i = 0; i < communes.size(); ++i)
      communes[i] = i;
    std::ranges::stable_sort(communes, {}, [this](std::size_t commune) { return share(commune); });
    for (const std::size_t commune : communes) {
      if (const auto station = best(commune)) return station;
    }
    return std::nullopt;
  }

  /// The first station left that may be built: none of them brings anything more.
  std::size_t any_left() const {
    std::size_t first = is_done_.size();
    for (std::size_t station = 0; station < is_done_.size(); ++station) {
      if (may_be_next(station)) return station;
      if (!is_done_[station]) first = std::min(first, station);
    }
    return first;
  }

  std::size_t next() {
    const auto found = inputs_.order_by == scenario::OrderBy::kFairness ? best_for_worst_commune() : best(std::nullopt);
    return found.value_or(any_left());
  }

  OrderedStation build(std::size_t station) {
    is_done_[station] = true;
    is_built_[inputs_.built[station]] = true;
    OrderedStation ordered{.station = station, .hamlets_gained = {}};
    for (const std::size_t h : hamlets_of_[station]) {
      covering::Demand& hamlet = hamlets_[h];
      if (hamlet.counts_already || !counts(hamlet, is_built_)) continue;
      hamlet.counts_already = true;
      counted_[hamlet.quota_group] += 1.0;
      ordered.hamlets_gained.push_back(row_of_[h]);
    }
    return ordered;
  }
};

}  // namespace

std::vector<OrderedStation> build_order(const BuildOrderInputs& inputs) {
  return Builder(inputs).build_all();
}

}  // namespace phusong::planning
