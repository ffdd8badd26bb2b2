#include "sim/sunset/radio/cell_services.h"

namespace phusong::sunset {
namespace {

using enum HandsetClass;
using network::Technology;

ServiceMask voice_of(Technology technology) {
  constexpr ServiceMask kOn4g = bit(Service::kVoice, kVolte);
  constexpr ServiceMask kOn3g = kOn4g | bit(Service::kVoice, k4gWithoutVolte) | bit(Service::kVoice, k3gOnly);
  constexpr ServiceMask kOn2g = kOn3g | bit(Service::kVoice, k2gOnly);
  switch (technology) {
    case Technology::k2G:
      return kOn2g;
    case Technology::k3G:
      return kOn3g;
    case Technology::k4G:
      return kOn4g;
    case Technology::k5G:
      return 0;
  }
  return 0;
}

ServiceMask data_of(Technology technology) {
  constexpr ServiceMask kOn4g = bit(Service::kData, kVolte) | bit(Service::kData, k4gWithoutVolte);
  if (technology == Technology::k4G) return kOn4g;
  return technology == Technology::k3G ? kOn4g | bit(Service::kData, k3gOnly) : 0;
}

}  // namespace

ServiceMask services_of(const Supplier& cell, bool national_roaming) {
  if (!cell.own_operator && !national_roaming) return 0;
  ServiceMask mask = data_of(cell.technology);
  if (cell.voice) mask |= voice_of(cell.technology);
  if (!cell.own_operator) mask &= static_cast<ServiceMask>(~bit(Service::kVoice, k4gWithoutVolte));
  return mask;
}

}  // namespace phusong::sunset
