#include "sim/report/calibration/calibration_toml.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "sim/report/calibration/calibration_wording.h"

namespace phusong::report {
namespace {

/// A quoted key: TOML escapes as JSON does.
std::string toml_key(const std::string& text) {
  return nlohmann::json(text).dump();
}

/// TOML tells a number with a point from a whole one, and both are read.
std::string toml_number(double value) {
  return fmt::format("{:.2f}", value);
}

std::string section(std::string_view name, std::string_view meaning) {
  return fmt::format("\n# {}\n[{}]\n", meaning, name);
}

std::string offsets_toml(const CalibrationReport& report, const CalibrationWording& words) {
  const scenario::Calibration& corrections = report.study.corrections;
  std::string technologies, cells, classes;
  for (const network::Technology technology : network::kTechnologies) {
    if (!report.study.fit.technology[technology]) continue;
    technologies +=
        fmt::format("\"{}\" = {}\n", name_of(technology), toml_number(corrections.technology_db[technology]));
  }
  const std::map<std::string, double> by_id(corrections.cell_db.begin(), corrections.cell_db.end());
  for (const auto& [cell_id, offset_db] : by_id)
    cells += fmt::format("{} = {}\n", toml_key(cell_id), toml_number(offset_db));
  for (const auto& [clutter_class, offset_db] : corrections.clutter_db) {
    classes +=
        fmt::format("\"{}\" = {}  # {}\n", clutter_class, toml_number(offset_db), report.class_name(clutter_class));
  }
  std::string text;
  if (!technologies.empty()) text += section("technology_offset_db", words.offset_technologies) + technologies;
  if (!cells.empty()) text += section("cell_offset_db", words.offset_cells) + cells;
  if (!classes.empty()) text += section("clutter_offset_db", words.offset_clutter) + classes;
  return text;
}

}  // namespace

std::string CalibrationReport::class_name(int clutter_class) const {
  for (const gis::LandCoverClass& one : scenario.terrain_source.land_cover_classes)
    if (one.value == clutter_class) return one.name;
  return "";
}

std::string calibration_toml(const CalibrationReport& report) {
  const CalibrationWording& words = calibration_wording(report.language());
  const scenario::Calibration& corrections = report.study.corrections;
  std::string text = fmt::format("# {}\n", words.file_head) + offsets_toml(report, words);
  if (corrections.distance) {
    text += section("distance", words.slope);
    text += fmt::format("slope_db_per_decade = {}\nreference_km = {}\nmin_km = {}\nmax_km = {}\n",
                        toml_number(corrections.distance->slope_db_per_decade),
                        toml_number(corrections.distance->reference_km), toml_number(corrections.distance->min_km),
                        toml_number(corrections.distance->max_km));
  }
  if (corrections.location_sigma_db) {
    text += section("location", words.location);
    text += fmt::format("sigma_db = {}\n", toml_number(*corrections.location_sigma_db));
  }
  return text;
}

}  // namespace phusong::report
