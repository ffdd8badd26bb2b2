#include "sim/scenario/position_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "gis/crs_kind.h"
#include "propagation/units.h"

namespace phusong::scenario {
namespace {

constexpr propagation::Limit kLongitude{"lon_deg", -180, 180, "°"};
constexpr propagation::Limit kLatitude{"lat_deg", -90, 90, "°"};
/// Farther than this from the terrain's centre is far off a province's terrain.
constexpr double kFarDeg = 3.0;
constexpr const char* kWgs84 = "EPSG:4326";

/// Points and columns that are farther apart than this are two places: columns may be rounded to five decimals.
constexpr double kSamePlaceM = 10.0;

double degrees_between(gis::LonLat a, gis::LonLat b) {
  return std::hypot(a.lon_deg - b.lon_deg, a.lat_deg - b.lat_deg);
}

/// Whether a table has both columns, and not as a header alone beside two others that hold the positions.
bool has_pair(const gis::Table& table, const TableColumns& columns, std::array<std::string_view, 2> pair,
              std::array<std::string_view, 2> others) {
  const auto is_there = [&columns](std::string_view column) { return columns.has(column); };
  const auto has_values = [&](std::string_view column) { return is_filled(table, columns, column); };
  if (!std::ranges::all_of(pair, is_there)) return false;
  return std::ranges::any_of(pair, has_values) || !std::ranges::any_of(others, has_values);
}

constexpr std::array<std::string_view, 2> kDegrees = {"lon_deg", "lat_deg"}, kMetres = {"x_m", "y_m"};

}  // namespace

double metres_between(gis::LonLat a, gis::LonLat b) {
  constexpr double kEarthRadiusM = 6371008.8;
  const double middle_lat_rad = propagation::radians_from_degrees((a.lat_deg + b.lat_deg) / 2.0);
  const double east_rad = propagation::radians_from_degrees(a.lon_deg - b.lon_deg) * std::cos(middle_lat_rad);
  return kEarthRadiusM * std::hypot(east_rad, propagation::radians_from_degrees(a.lat_deg - b.lat_deg));
}

bool is_filled(const gis::Table& table, const TableColumns& columns, std::string_view column) {
  return std::ranges::any_of(table.rows,
                             [&](const gis::TableRow& row) { return !columns.written(row, column).empty(); });
}

std::vector<Column> position_columns(PositionFields& fields) {
  return {
      {.name = "lon_deg",
       .synonyms = {"lon", "longitude"},
       .place = &fields.lon_deg,
       .limit = kLongitude,
       .meaning = "longitude, in the table's CRS; or x_m, y_m; or the points of a spatial format",
       .checked_later = true},
      {.name = "lat_deg",
       .synonyms = {"lat", "latitude"},
       .place = &fields.lat_deg,
       .limit = kLatitude,
       .meaning = "latitude",
       .checked_later = true},
      {.name = "x_m", .place = &fields.x_m, .limit = {.unit = "m"}, .meaning = "east, in the table's projected CRS"},
      {.name = "y_m", .place = &fields.y_m, .limit = {.unit = "m"}, .meaning = "north"},
  };
}

PositionReader::PositionReader(const gis::Table& table, const TableColumns& columns, const CrsKey& key,
                               const TableContext& context)
    : columns_(columns), context_(context), file_(table.file), crs_(key.value) {
  const bool has_columns = columns.has("lon_deg") || columns.has("lat_deg") || columns.has("x_m") || columns.has("y_m");
  if (!has_columns && table.crs) {
    if (!context.given.contains(key.name)) {
      crs_ = *table.crs;
      layer_states_crs_ = true;
    } else {
      check_crs_of_layer(table, key);
    }
  }
  open_crs(key);
  form_ = form_of(table, key);
  open_geometry(table);
  if (form_ == Form::kLonLat && (is_filled(table, columns, "x_m") || is_filled(table, columns, "y_m")))
    context.note({.kind = gis::InputNote::Kind::kTwoPositions, .file = table.file});
}

/// The key may say what a layer does not, or what a layer says of coordinates that it cannot hold (a GeoJSON in metres
/// is WGS84 in name); it does not contradict a layer that may be right.
void PositionReader::check_crs_of_layer(const gis::Table& table, const CrsKey& key) {
  const auto placed = std::ranges::find_if(table.rows, [](const gis::TableRow& row) { return row.point.has_value(); });
  if (placed == table.rows.end()) return;
  try {
    if (gis::are_equivalent(*table.crs, key.value)) return;
    const bool is_possible = !gis::is_geographic(*table.crs) ||
                             (kLongitude.holds(placed->point->x_m) && kLatitude.holds(placed->point->y_m));
    if (!is_possible) return;
  } catch (const std::invalid_argument&) {
    return;  // one of the two is unknown, which is told where it is opened
  }
  context_.problems.add(
      key_problem(context_.given, key.name,
                  {"is not the CRS that the layer itself states (" + gis::crs_name(*table.crs) + "), in " + file_,
                   "no " + key.name + ", or a layer with the CRS mended"}));
}

/// Without a CRS of its own, a layer's points are in that of the columns.
void PositionReader::open_geometry(const gis::Table& table) {
  if (form_ != Form::kLonLat && form_ != Form::kMap) return;
  compares_geometry_ =
      std::any_of(table.rows.begin(), table.rows.end(), [](const gis::TableRow& row) { return row.point.has_value(); });
  const std::string crs = table.crs.value_or(crs_);
  if (!compares_geometry_ || crs == kWgs84 || crs.empty()) return;
  try {
    geometry_to_wgs84_.emplace(crs, kWgs84);
  } catch (const std::invalid_argument& error) {
    compares_geometry_ = false;
    context_.problems.add({.file = file_, .key = "geometry", .message = error.what()});
  }
}

void PositionReader::add_crs_problem(const CrsKey& key, const Rejection& rejection) {
  gis::Problem problem = key_problem(context_.given, key.name, rejection);
  if (!context_.given.contains(key.name)) {
    problem.kind = gis::ProblemKind::kFile;
    problem.file = file_;
    if (layer_states_crs_) problem.message += ", which is the CRS of the layer; " + key.name + " can state another";
  }
  context_.problems.add(std::move(problem));
}

void PositionReader::open_crs(const CrsKey& key) {
  try {
    geographic_ = gis::is_geographic(crs_);
    if (crs_ != kWgs84) to_wgs84_.emplace(crs_, kWgs84);
  } catch (const std::invalid_argument& error) {
    add_crs_problem(key, {error.what(), "e.g. EPSG:4326, EPSG:4756, EPSG:9211"});
    crs_.clear();
  }
}

PositionReader::Form PositionReader::form_of(const gis::Table& table, const CrsKey& key) {
  const bool has_lon_lat = has_pair(table, columns_, kDegrees, kMetres);
  const bool has_map = has_pair(table, columns_, kMetres, kDegrees);
  const bool has_geometry =
      std::any_of(table.rows.begin(), table.rows.end(), [](const gis::TableRow& row) { return row.point.has_value(); });
  if (has_lon_lat && (geographic_ || crs_.empty())) return Form::kLonLat;
  if (has_map && (!geographic_ || crs_.empty())) return Form::kMap;
  if (has_lon_lat) {
    add_crs_problem(key, {"is a projected CRS, but " + file_ + " has lon_deg, lat_deg", "a geographic CRS"});
  } else if (has_map) {
    add_crs_problem(key, {file_ + " has x_m, y_m: " + key.name + " must say in which projected CRS", "e.g. EPSG:9211"});
  } else if (has_geometry && columns_.has("lon_deg") == columns_.has("lat_deg")) {
    return Form::kGeometry;
  } else {
    context_.problems.add(
        {.file = file_,
         .key = columns_.has("lon_deg") ? "lat_deg" : "lon_deg",
         .message = "the required column is missing: the table has no positions" + columns_.unknown_hint(),
         .allowed = "lon_deg (or lon, longitude) and lat_deg (or lat, latitude), or x_m and y_m, or "
                    "point geometry"});
  }
  return Form::kNone;
}

std::optional<gis::MapPoint> PositionReader::raw_position(const gis::TableRow& row,
                                                          const PositionFields& fields) const {
  if (form_ == Form::kGeometry) {
    if (!row.point) context_.problems.add({.file = file_, .line = row.row, .message = "the row has no point geometry"});
    return row.point;
  }
  const bool lon_lat = form_ == Form::kLonLat;
  const std::optional<double>& first = lon_lat ? fields.lon_deg : fields.x_m;
  const std::optional<double>& second = lon_lat ? fields.lat_deg : fields.y_m;
  for (const char* column : {lon_lat ? "lon_deg" : "x_m", lon_lat ? "lat_deg" : "y_m"}) {
    if (columns_.written(row, column).empty())  // what is no number has been reported
      context_.problems.add(columns_.problem(row, column, {"is empty and has no default", ""}));
  }
  if (!first || !second) return std::nullopt;
  return gis::MapPoint{*first, *second};
}

bool PositionReader::is_possible(gis::MapPoint raw) const {
  return !geographic_ || (kLongitude.holds(raw.x_m) && kLatitude.holds(raw.y_m));
}

std::optional<Position> PositionReader::located(gis::MapPoint raw) const {
  if (!is_possible(raw)) return std::nullopt;
  const gis::MapPoint degrees = to_wgs84_ ? to_wgs84_->forward(raw) : raw;
  if (!std::isfinite(degrees.x_m) || !std::isfinite(degrees.y_m)) return std::nullopt;
  return placed({degrees.x_m, degrees.y_m});
}

/// Nothing where it cannot be one, which is looked at for rows that have no other position.
std::optional<gis::LonLat> PositionReader::geometry_lon_lat(gis::MapPoint raw) const {
  const gis::MapPoint degrees = geometry_to_wgs84_ ? geometry_to_wgs84_->forward(raw) : raw;
  if (!kLongitude.holds(degrees.x_m) || !kLatitude.holds(degrees.y_m)) return std::nullopt;
  return gis::LonLat{degrees.x_m, degrees.y_m};
}

bool PositionReader::has_columns_only_empty(const gis::TableRow& row) const {
  const bool lon_lat = form_ == Form::kLonLat;
  return columns_.written(row, lon_lat ? "lon_deg" : "x_m").empty() &&
         columns_.written(row, lon_lat ? "lat_deg" : "y_m").empty();
}

bool PositionReader::is_one_place(const gis::TableRow& row, gis::LonLat columns_place) const {
  if (!compares_geometry_ || !row.point) return true;
  const std::optional<gis::LonLat> point = geometry_lon_lat(*row.point);
  const double distance_m = point ? metres_between(*point, columns_place) : 0.0;
  if (point && distance_m <= kSamePlaceM) return true;
  const char* const names = form_ == Form::kLonLat ? "lon_deg, lat_deg" : "x_m, y_m";
  context_.problems.add(
      {.file = file_,
       .line = row.row,
       .key = "geometry",
       .value = point ? fmt::format("{:.0f} m from {}", distance_m, names)
                      : fmt::format("{}, {}", row.point->x_m, row.point->y_m),
       .message = fmt::format("the row's point and its {} are two places; which is meant?", names),
       .allowed = fmt::format("at most {:g} m apart; or without the columns, or empty in them", kSamePlaceM)});
  return false;
}

std::optional<Position> PositionReader::placed(gis::LonLat lon_lat) const {
  Position position{.lon_lat = lon_lat, .point = {}};
  if (context_.crs == nullptr) return position;
  position.point = context_.crs->to_map(position.lon_lat);
  if (!std::isfinite(position.point.x_m) || !std::isfinite(position.point.y_m)) return std::nullopt;
  return position;
}

bool PositionReader::looks_swapped(gis::MapPoint raw) const {
  const auto swapped = located({raw.y_m, raw.x_m});
  if (!swapped) return false;
  const auto straight = located(raw);
  if (!context_.terrain_centre) return !straight;
  const bool straight_is_far = !straight || degrees_between(straight->lon_lat, *context_.terrain_centre) > kFarDeg;
  return straight_is_far && degrees_between(swapped->lon_lat, *context_.terrain_centre) < kFarDeg;
}

void PositionReader::add(const gis::TableRow& row, gis::MapPoint raw, const std::string& message) const {
  const bool degrees = geographic_;
  context_.problems.add({.file = file_,
                         .line = row.row,
                         .key = form_ == Form::kGeometry ? "geometry" : (degrees ? "lon_deg, lat_deg" : "x_m, y_m"),
                         .value = fmt::format("{}, {}", raw.x_m, raw.y_m),
                         .message = message,
                         .allowed = degrees
                                        ? "lon_deg " + kLongitude.range_text() + ", lat_deg " + kLatitude.range_text()
                                        : "metres east, metres north in " + crs_});
}

std::optional<Position> PositionReader::read(const gis::TableRow& row, const PositionFields& fields) const {
  if (form_ == Form::kNone) return std::nullopt;
  if (compares_geometry_ && row.point && has_columns_only_empty(row)) {
    const auto lon_lat = geometry_lon_lat(*row.point);
    const auto position = lon_lat ? placed(*lon_lat) : std::nullopt;
    if (!position) add(row, *row.point, "lies outside the area of the CRS");
    return position;
  }
  const auto raw = raw_position(row, fields);
  if (!raw || crs_.empty()) return std::nullopt;
  if (looks_swapped(*raw)) {
    add(row, *raw, geographic_ ? "latitude and longitude look swapped" : "x_m and y_m look swapped: x_m is east");
    return std::nullopt;
  }
  const auto position = located(*raw);
  if (!position) add(row, *raw, is_possible(*raw) ? "lies outside the area of the CRS" : "out of range");
  if (position && !is_one_place(row, position->lon_lat)) return std::nullopt;
  return position;
}

}  // namespace phusong::scenario
