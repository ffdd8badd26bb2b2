#pragma once

#include <cstdint>

#include "sim/network/technology.h"
#include "sim/progress/progress.h"
#include "sim/sunset/model/service_state.h"
#include "sim/sunset/model/sunset_model.h"

namespace phusong::tests {

/// Reports to nobody and never stops.
inline progress::Progress silent;

/// Numbers that look random and are the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 12345U) {}
  /// 0 … sides − 1
  std::uint32_t roll(std::uint32_t sides) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 16) % sides;
  }

 private:
  std::uint32_t state_;
};

/// Services of a technology for the operator's own handsets.
sunset::ServiceMask services_on(network::Technology technology);

/// Sets the floors of all demands from the state before: nobody who has a service loses it.
inline void set_floors(sunset::SunsetModel& model) {
  const sunset::ServiceState before(model);
  for (std::uint32_t d = 0; d < model.demands.size(); ++d) {
    const auto shares = shares_of(before.weights_of(d), model.demands[d].initial);
    model.demands[d].voice_floor = shares.voice;
    model.demands[d].data_floor = shares.data;
  }
}

/// Two hamlets of one operator with two demand classes each, three 2G cells, refarmed carriers for two of them, four
/// handsets without VoLTE; three periods at most. What covers what, and all limits, by the seed.
sunset::SunsetModel tiny_sunset(std::uint32_t seed);

}  // namespace phusong::tests
