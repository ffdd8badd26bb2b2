#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "propagation/profile.h"

namespace phusong::tests {

/// The arrays behind a Profile.
struct StoredProfile {
  std::vector<double> distance_km, ground_m, clutter_m;
  std::vector<propagation::Zone> zone;

  propagation::Profile view() const { return {distance_km, ground_m, clutter_m, zone}; }
};

using ProfilesById = std::map<std::string, StoredProfile>;

/// One JSON value a line.
std::vector<nlohmann::json> read_json_lines(const std::filesystem::path& file);

/// A row a map from the header's names to the cells.
std::vector<std::map<std::string, std::string>> read_csv(const std::filesystem::path& file);

ProfilesById read_profiles(const std::filesystem::path& file);

}  // namespace phusong::tests
