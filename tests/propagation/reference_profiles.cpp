#include "tests/propagation/reference_profiles.h"

#include <fstream>
#include <sstream>

namespace phusong::tests {
namespace {

/// An array, or one number meaning the same value at all points.
std::vector<double> values_of(const nlohmann::json& value, std::size_t n) {
  if (value.is_array()) return value.get<std::vector<double>>();
  return std::vector<double>(n, value.get<double>());
}

StoredProfile stored_profile(const nlohmann::json& row) {
  StoredProfile profile;
  const std::size_t n = row.at("n");
  profile.ground_m = values_of(row.at("h_m_amsl"), n);
  if (row.contains("d_km")) {
    profile.distance_km = row.at("d_km").get<std::vector<double>>();
  } else {
    for (std::size_t i = 0; i < n; ++i)
      profile.distance_km.push_back(static_cast<double>(i) * row.at("step_km").get<double>());
  }
  if (row.contains("clutter_height_m")) profile.clutter_m = values_of(row.at("clutter_height_m"), n);
  if (row.contains("zone")) {
    for (const double zone : values_of(row.at("zone"), n))
      profile.zone.push_back(static_cast<propagation::Zone>(static_cast<int>(zone)));
  }
  return profile;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::stringstream stream(line.substr(0, line.find('\r')));
  for (std::string cell; std::getline(stream, cell, ',');)
    cells.push_back(cell);
  return cells;
}

}  // namespace

std::vector<nlohmann::json> read_json_lines(const std::filesystem::path& file) {
  std::vector<nlohmann::json> rows;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);)
    if (!line.empty()) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

std::vector<Row> read_csv(const std::filesystem::path& file) {
  std::vector<Row> rows;
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  const auto header = cells_of(line);
  while (std::getline(stream, line)) {
    const auto cells = cells_of(line);
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size() && i < cells.size(); ++i)
      row[header[i]] = cells[i];
  }
  return rows;
}

double number(const Row& row, const std::string& column) {
  return std::stod(row.at(column));
}

ProfilesById read_profiles(const std::filesystem::path& file) {
  ProfilesById profiles;
  for (const auto& row : read_json_lines(file))
    profiles[row.at("profile_id")] = stored_profile(row);
  return profiles;
}

}  // namespace phusong::tests
