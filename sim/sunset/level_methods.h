#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// Whether CBC on the exact model gave the value of an objective, and its bound; the search and the bounds of bound/
/// gave it else.
struct LevelMethod {
  bool value_by_cbc = false, bound_by_cbc = false;
};

/// The methods of objectives (8) to (11), in their order.
using LevelMethods = std::array<LevelMethod, 4>;

/// Notes that CBC improved a schedule with the objectives `before` to one with the objectives `after`: the values that
/// differ are its own.
void note_values_by_cbc(const Objective& before, const Objective& after, LevelMethods& methods);

/// The methods of an objective in words, level 0 being (8).
std::string words_of(std::size_t level, const LevelMethod& method);

}  // namespace phusong::sunset
