#include "sim/scenario/calibration_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "gis/input_file.h"
#include "sim/scenario/calibration_limits.h"
#include "sim/scenario/toml_reader.h"

namespace phusong::scenario {
namespace {

constexpr propagation::Limit kDistance{.min = 0.001, .max = 1000, .unit = "km"};

/// The values of the file before they are known to belong together; one for each cell and class of the scenario.
struct CalibrationFields {
  std::vector<std::optional<double>> cell_db, clutter_db;
  network::PerTechnology<double> technology_db{{0.0, 0.0, 0.0, 0.0}};
  std::optional<double> slope_db_per_decade, reference_km, min_km, max_km;
  std::optional<double> location_sigma_db;
};

void add_offset_keys(const std::string& section, const std::vector<std::string>& names,
                     std::vector<std::optional<double>>& places, std::vector<Key>& keys) {
  places.resize(names.size());
  for (std::size_t i = 0; i < names.size(); ++i)
    keys.push_back({.name = key_name({section, names[i]}), .place = &places[i], .limit = kOffsetLimit, .meaning = {}});
}

std::vector<Key> calibration_keys(CalibrationFields& fields, const CalibrationNames& names) {
  std::vector<std::string> cells, classes;
  for (const network::Cell& cell : names.cells)
    cells.push_back(cell.cell_id);
  for (const gis::LandCoverClass& one : names.land_cover_classes)
    classes.push_back(std::to_string(one.value));
  std::vector<Key> keys = per_technology_keys(
      fields.technology_db, {.name = "technology_offset_db", .place = {}, .limit = kOffsetLimit, .meaning = {}});
  add_offset_keys("cell_offset_db", cells, fields.cell_db, keys);
  add_offset_keys("clutter_offset_db", classes, fields.clutter_db, keys);
  for (const Key& key :
       {Key{.name = "distance.slope_db_per_decade", .place = &fields.slope_db_per_decade, .limit = kSlopeLimit},
        Key{.name = "distance.reference_km", .place = &fields.reference_km, .limit = kDistance},
        Key{.name = "distance.min_km", .place = &fields.min_km, .limit = kDistance},
        Key{.name = "distance.max_km", .place = &fields.max_km, .limit = kDistance},
        Key{.name = "location.sigma_db", .place = &fields.location_sigma_db, .limit = kLocationSigmaLimit}})
    keys.push_back(key);
  return keys;
}

/// Either all keys of [distance] or none.
std::optional<DistanceSlope> distance_slope(const CalibrationFields& fields, const std::string& file,
                                            gis::Problems& problems) {
  const bool any = fields.slope_db_per_decade || fields.reference_km || fields.min_km || fields.max_km;
  if (!any) return std::nullopt;
  if (!fields.slope_db_per_decade || !fields.reference_km || !fields.min_km || !fields.max_km) {
    problems.add({.file = file,
                  .key = "distance",
                  .message = "a key is missing",
                  .allowed = "slope_db_per_decade, reference_km, min_km and max_km, or none of them"});
    return std::nullopt;
  }
  if (*fields.min_km >= *fields.max_km) {
    problems.add({.file = file,
                  .key = "distance.min_km",
                  .value = fmt::format("{}", *fields.min_km),
                  .message = "is not below distance.max_km",
                  .allowed = fmt::format("below {}", *fields.max_km)});
  }
  return DistanceSlope{.slope_db_per_decade = *fields.slope_db_per_decade,
                       .reference_km = *fields.reference_km,
                       .min_km = *fields.min_km,
                       .max_km = *fields.max_km};
}

Calibration taken_over(const CalibrationFields& fields, const CalibrationNames& names) {
  Calibration result{.cell_db = {},
                     .technology_db = fields.technology_db,
                     .clutter_db = {},
                     .distance = std::nullopt,
                     .location_sigma_db = fields.location_sigma_db};
  for (std::size_t i = 0; i < names.cells.size(); ++i)
    if (fields.cell_db[i]) result.cell_db[names.cells[i].cell_id] = *fields.cell_db[i];
  for (std::size_t i = 0; i < names.land_cover_classes.size(); ++i)
    if (fields.clutter_db[i]) result.clutter_db[names.land_cover_classes[i].value] = *fields.clutter_db[i];
  return result;
}

}  // namespace

bool is_within_limits(const Calibration& calibration) {
  const auto holds = [](const auto& named) { return kOffsetLimit.holds(named.second); };
  return std::ranges::all_of(calibration.cell_db, holds) && std::ranges::all_of(calibration.clutter_db, holds) &&
         std::ranges::all_of(calibration.technology_db.values, [](double db) { return kOffsetLimit.holds(db); }) &&
         (!calibration.distance || kSlopeLimit.holds(calibration.distance->slope_db_per_decade)) &&
         (!calibration.location_sigma_db || kLocationSigmaLimit.holds(*calibration.location_sigma_db));
}

Calibration read_calibration(const std::filesystem::path& path, const CalibrationNames& names,
                             gis::Problems& problems) {
  const std::optional<std::string> text = gis::read_input_file(path, problems);
  if (!text) return {};
  CalibrationFields fields;
  gis::Problems here;
  read_toml(*text, path.string(), calibration_keys(fields, names), here);
  Calibration result = taken_over(fields, names);
  result.distance = distance_slope(fields, path.string(), here);
  if (!result.clutter_db.empty() && !names.has_land_cover) {
    here.add({.file = path.string(),
              .key = "clutter_offset_db",
              .message = "needs a land cover, and the scenario has none",
              .allowed = "terrain.land_cover beside it, or no clutter_offset_db"});
  }
  for (gis::Problem problem : here.all()) {
    problem.kind = gis::ProblemKind::kFile;  // of the file that scenario.toml names, not of its own keys
    problems.add(std::move(problem));
  }
  return result;
}

}  // namespace phusong::scenario
