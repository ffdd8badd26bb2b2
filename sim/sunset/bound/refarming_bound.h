#pragma once

#include <cstdint>
#include <vector>

#include "sim/sunset/model/sunset_model.h"

namespace phusong::sunset {

/// Upper bound on objective (10): in each period no more carriers are on than cells are off, and they cover no more
/// people than all carriers together. README.md, (17). `fewest_on` and `may_be_refarmed` as in Bounds.
double most_refarmed_people_mhz(const SunsetModel& model, const std::vector<std::int64_t>& fewest_on,
                                const std::vector<std::vector<bool>>& may_be_refarmed);

/// The fewest masts whose carriers, on from the first period, could reach these people × MHz. README.md, (18).
std::int64_t fewest_refarmed_sites(const SunsetModel& model, double people_mhz);

}  // namespace phusong::sunset
