#include "sim/scenario/options.h"

namespace phusong::scenario {

std::string_view name_of(Environment environment) {
  switch (environment) {
    case Environment::kOutdoor:
      return "outdoor";
    case Environment::kVehicle:
      return "vehicle";
    case Environment::kIndoor:
      return "indoor";
  }
  return "outdoor";
}

Environment environment_of(const ServiceOptions& options) {
  return options.indoor ? Environment::kIndoor : options.environment;
}

}  // namespace phusong::scenario
