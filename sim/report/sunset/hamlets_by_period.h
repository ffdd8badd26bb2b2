#pragma once

#include <filesystem>

#include "gis/vector_writer.h"
#include "sim/network/network.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// hamlets_by_period.csv: shares, floors and statuses of every operator in every hamlet in every period, 0 included.
void write_hamlets_by_period(const std::filesystem::path& path, const network::Network& network,
                             const sunset::SunsetOutcome& outcome, gis::CsvStyle csv);

}  // namespace phusong::report
