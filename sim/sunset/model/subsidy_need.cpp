#include "sim/sunset/model/subsidy_need.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// Gain in voice and data of a handset that leaves a class for VoLTE, and the handsets that can.
struct Exchange {
  std::size_t handset_class = 0;
  double voice = 0.0, data = 0.0;
  std::int64_t handsets = 0;
};

/// Handsets of a class that make up for what is missing of one service; −1: no number is enough.
std::int64_t needed(double missing, double gain) {
  if (missing <= 0.0) return 0;
  return gain <= 0.0 ? -1 : static_cast<std::int64_t>(std::ceil(missing / gain - kHandsetTolerance));
}

/// Enumerates the numbers of the two classes with the fewest handsets that gain anything; the third follows.
class FewestSubsidies {
 public:
  FewestSubsidies(const Demand& demand, const ServedWeights& weights, const ClassCounts& counts) {
    const auto all = static_cast<double>(total(counts));
    const Shares shares = shares_of(weights, counts);
    missing_voice_ = all * (demand.voice_floor - shares.voice - 0.5 * kShareTolerance);
    missing_data_ = all * (demand.data_floor - shares.data - 0.5 * kShareTolerance);
    for (std::size_t c = 0; c < kVolteIndex; ++c) {
      Exchange& e = exchanges_[c];
      e.handset_class = c;
      e.voice = gain(weights, Service::kVoice, c);
      e.data = gain(weights, Service::kData, c);
      e.handsets = e.voice > 0.0 || e.data > 0.0 ? counts[c] : 0;
    }
    std::ranges::stable_sort(exchanges_, {}, &Exchange::handsets);
  }

  std::optional<ClassCounts> solve() {
    for (std::int64_t a = 0; a <= exchanges_[0].handsets && a < fewest_; ++a) {
      for (std::int64_t b = 0; b <= exchanges_[1].handsets && a + b < fewest_; ++b)
        try_numbers(a, b);
    }
    if (fewest_ == kNone) return std::nullopt;
    return best_;
  }

 private:
  static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();

  std::array<Exchange, kHandsetClasses - 1> exchanges_;
  double missing_voice_ = 0.0, missing_data_ = 0.0;
  std::int64_t fewest_ = kNone;
  ClassCounts best_{};

  static double gain(const ServedWeights& weights, Service service, std::size_t c) {
    return weights.of[bit_index(service, kVolteIndex)] - weights.of[bit_index(service, c)];
  }

  void try_numbers(std::int64_t a, std::int64_t b) {
    const auto missing = [&](double of_all, double Exchange::*gain) {
      return of_all - static_cast<double>(a) * exchanges_[0].*gain - static_cast<double>(b) * exchanges_[1].*gain;
    };
    const std::int64_t for_voice = needed(missing(missing_voice_, &Exchange::voice), exchanges_[2].voice);
    const std::int64_t for_data = needed(missing(missing_data_, &Exchange::data), exchanges_[2].data);
    const std::int64_t c = std::max(for_voice, for_data);
    if (for_voice < 0 || for_data < 0 || c > exchanges_[2].handsets || a + b + c >= fewest_) return;
    fewest_ = a + b + c;
    best_ = {};
    best_[exchanges_[0].handset_class] = a;
    best_[exchanges_[1].handset_class] = b;
    best_[exchanges_[2].handset_class] = c;
  }
};

}  // namespace

bool floors_hold(const Demand& demand, const ServedWeights& weights, const ClassCounts& counts) {
  const Shares shares = shares_of(weights, counts);
  return shares.voice >= demand.voice_floor - kShareTolerance && shares.data >= demand.data_floor - kShareTolerance;
}

std::optional<ClassCounts> fewest_subsidies(const Demand& demand, const ServedWeights& weights,
                                            const ClassCounts& counts) {
  if (floors_hold(demand, weights, counts)) return ClassCounts{};
  return FewestSubsidies(demand, weights, counts).solve();
}

ServiceState state_with_all_off(const SunsetModel& model) {
  ServiceState state(model);
  for (const OldCell& cell : model.cells)
    state.switch_off(cell.links);
  for (const Carrier& carrier : model.carriers)
    if (!carrier.blocked_for_good) state.switch_on(carrier.links);
  for (const Swap& swap : model.swaps)
    state.switch_on(swap.links);
  return state;
}

std::vector<std::optional<ClassCounts>> needs_with_all_off(const SunsetModel& model, int period) {
  const ServiceState state = state_with_all_off(model);
  std::vector<std::optional<ClassCounts>> needs;
  for (DemandIndex d = 0; d < model.demands.size(); ++d)
    needs.push_back(fewest_subsidies(model.demands[d], state.weights_of(d), model.counts_in(d, period)));
  return needs;
}

}  // namespace phusong::sunset
