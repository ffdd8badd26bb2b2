#include "sim/sunset/sunset.h"

namespace phusong::sunset {

SunsetOutcome plan_sunset(const scenario::Scenario& scenario, const SunsetRadio& radio, progress::Progress& progress) {
  const BuiltModel built = build_model(scenario, radio);
  const SunsetSolution solution = solve_sunset(built.model, progress);
  return make_outcome(scenario, radio, built, solution);
}

milp::Model model_of_bounds(const scenario::Scenario& scenario, const SunsetRadio& radio) {
  return model_of_bounds(build_model(scenario, radio).model);
}

}  // namespace phusong::sunset
