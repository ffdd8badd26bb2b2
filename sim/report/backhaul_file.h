#pragma once

#include <filesystem>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/planning/backhaul/backhaul.h"

namespace phusong::report {

/// The rows of backhaul.geojson; empty where a value has no meaning for the medium.
gis::OutputTable backhaul_table(const std::vector<planning::BackhaulLink>& links);

/// backhaul.geojson: a line a link, RFC 7946; null where a value has no meaning for the medium.
void write_backhaul(const std::filesystem::path& path, const std::vector<planning::BackhaulLink>& links);

}  // namespace phusong::report
