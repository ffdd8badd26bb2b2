#pragma once

#include <filesystem>

#include "sim/report/sunset/sunset_data.h"

namespace phusong::report {

/// hamlets_by_period.csv: what the handsets of every operator in every hamlet have in every period, 0 included.
void write_hamlets_by_period(const std::filesystem::path& path, const SunsetData& data);

}  // namespace phusong::report
