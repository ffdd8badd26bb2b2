#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/network/network.h"
#include "sim/sunset/model/schedule.h"
#include "sim/sunset/radio/build_model.h"

namespace phusong::sunset {

/// A schedule in the terms of the input.
struct PlainSchedule {
  enum class Action { kOff, kOn };
  struct Step {
    int period = 0;
    std::size_t cell = 0;  ///< index into AllCells::cells
    Action action = Action::kOff;
  };
  struct Handsets {
    std::size_t hamlet = 0;
    std::string operator_name;
    int period = 0;
    std::int64_t from_2g_only = 0, from_3g_only = 0, from_4g_without_volte = 0;
  };
  std::vector<Step> steps;  ///< swaps, then cells off, then refarmed carriers, each in the order of the cells
  std::vector<Handsets> handsets;
};

/// Translates a schedule of the model.
PlainSchedule plain_schedule(const network::Network& network, const NewCells& new_cells, const BuiltModel& built,
                             const Schedule& schedule);

}  // namespace phusong::sunset
