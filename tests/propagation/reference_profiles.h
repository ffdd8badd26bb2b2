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

/// The cells of a row, by the names in the header.
using Row = std::map<std::string, std::string>;

std::vector<Row> read_csv(const std::filesystem::path& file);

double number(const Row& row, const std::string& column);

ProfilesById read_profiles(const std::filesystem::path& file);

}  // namespace phusong::tests
