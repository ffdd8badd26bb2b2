#pragma once

#include <filesystem>
#include <vector>

#include "sim/planning/backhaul/backhaul.h"

namespace phusong::report {

/// backhaul.geojson: a line a link, RFC 7946; null where a value has no meaning for the medium.
void write_backhaul(const std::filesystem::path& path, const std::vector<planning::BackhaulLink>& links);

}  // namespace phusong::report
