#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/sunset/model/handsets.h"

namespace phusong::sunset {

/// Voice and data of each handset class, a bit each.
using ServiceMask = std::uint8_t;
inline constexpr std::size_t kServices = 2 * kHandsetClasses;

enum class Service { kVoice, kData };

constexpr std::size_t bit_index(Service service, std::size_t handset_class) {
  return (service == Service::kVoice ? 0 : kHandsetClasses) + handset_class;
}
constexpr ServiceMask bit(Service service, HandsetClass handset_class) {
  return static_cast<ServiceMask>(1U << bit_index(service, static_cast<std::size_t>(handset_class)));
}
/// Whether a mask has the service of a bit_index().
constexpr bool has(ServiceMask mask, std::size_t bit_index) {
  return ((mask >> bit_index) & 1U) != 0;
}

}  // namespace phusong::sunset
