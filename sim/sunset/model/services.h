#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/network/technology.h"
#include "sim/sunset/model/handsets.h"

namespace phusong::sunset {

/// Voice and data of each handset class, a bit each: what a cell gives at a point that it covers.
using ServiceMask = std::uint8_t;
inline constexpr std::size_t kServices = 2 * kHandsetClasses;

enum class Service { kVoice, kData };

constexpr std::size_t bit_index(Service service, std::size_t handset_class) {
  return (service == Service::kVoice ? 0 : kHandsetClasses) + handset_class;
}
constexpr ServiceMask bit(Service service, HandsetClass handset_class) {
  return static_cast<ServiceMask>(1U << bit_index(service, static_cast<std::size_t>(handset_class)));
}
constexpr bool has(ServiceMask mask, Service service, std::size_t handset_class) {
  return ((mask >> bit_index(service, handset_class)) & 1U) != 0;
}

/// A cell as the handsets of an operator see it.
struct Supplier {
  network::Technology technology = network::Technology::k4G;
  bool voice = true;
  bool own_operator = true;  ///< of the handsets' operator
};

/// What the handsets of an operator get from a cell that covers them. A 4G handset without VoLTE falls back to its own
/// operator's 2G or 3G for a call, with national roaming too.
ServiceMask services_of(const Supplier& cell, bool national_roaming);

}  // namespace phusong::sunset
