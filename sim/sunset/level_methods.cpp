#include "sim/sunset/level_methods.h"

#include <algorithm>
#include <cmath>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

constexpr const char* kExact = "CBC on the exact model";

/// The bounds without the exact model, by level. README.md, "Bounds".
constexpr std::array<const char*, 4> kBounds = {"crews and floors", "crews and floors",
                                                "cells off and the people of each carrier",
                                                "handsets of the last period and fewest masts"};

bool differ(double a, double b) {
  return std::abs(a - b) > kObjectiveTolerance * std::max(1.0, std::abs(b));
}

}  // namespace

void note_values_by_cbc(const Objective& before, const Objective& after, LevelMethods& methods) {
  const std::array<bool, 4> changed = {before.cells_left != after.cells_left, before.last_period != after.last_period,
                                       differ(before.refarmed_people_mhz, after.refarmed_people_mhz),
                                       differ(before.cost_million_vnd, after.cost_million_vnd)};
  for (std::size_t level = 0; level < methods.size(); ++level)
    methods[level].value_by_cbc = methods[level].value_by_cbc || changed[level];
}

std::string words_of(std::size_t level, const LevelMethod& method) {
  if (method.value_by_cbc && method.bound_by_cbc) return kExact;
  return std::string(method.value_by_cbc ? kExact : "search") + "; bound by " +
         (method.bound_by_cbc ? kExact : kBounds.at(level));
}

}  // namespace phusong::sunset
