#include "sim/intake/tables/position_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gis/crs_kind.h"
#include "sim/intake/tables/angle_text.h"
#include "sim/intake/tables/number_value.h"
#include "sim/intake/tables/vietnam_box.h"
#include "sim/scenario/number_text.h"
#include "sim/scenario/position_reader.h"

namespace phusong::intake {
namespace {

constexpr const char* kIntakeWgs84 = "EPSG:4326";
constexpr int kDegreeDecimals = 7;  // a centimetre
constexpr const char* kBoth = "lon_deg, lat_deg";

std::string joined_texts(const Draft& draft, const std::vector<std::string>& targets) {
  std::string text;
  for (const std::string& target : targets)
    if (draft.has(target)) text += (text.empty() ? "" : ", ") + draft.text(target);
  return text;
}

std::string joined_headers(const Draft& draft, const std::vector<std::string>& targets) {
  std::string text;
  for (const std::string& target : targets)
    if (draft.has(target)) text += (text.empty() ? "" : ", ") + draft.values.find(target)->second.header;
  return text;
}

std::string place_text(gis::LonLat place) {
  return decimal_text(place.lon_deg, kDegreeDecimals) + ", " + decimal_text(place.lat_deg, kDegreeDecimals);
}

/// Whether a pair is too great for degrees; its first half stands in the latitude's place then.
bool are_metres(const CoordinateTexts& texts) {
  constexpr double kMostDegrees = 1000.0;
  const auto first = read_angle(texts.lat), second = read_angle(texts.lon);
  return first && second && std::abs(first->degrees) > kMostDegrees && std::abs(second->degrees) > kMostDegrees;
}

}  // namespace

struct PositionValues::Coordinate {
  Angle angle;
  bool is_plain = false;  ///< the text is a plain number
};

/// A row's two coordinates as they stand, and whether their texts can stay.
struct PositionValues::Coordinates {
  gis::LonLat place;
  bool has_minutes = false;
  bool is_plain = false;    ///< both texts are plain numbers
  bool is_swapped = false;  ///< the letters say that each is the other
};

PositionValues::PositionValues(const ImportOptions& options, const gis::NumberMarks& marks,
                               std::optional<std::string> layer_crs)
    : options_(options), marks_(marks), layer_crs_(std::move(layer_crs)) {
  if (!options.communes.empty()) communes_.emplace(options.communes);
  if (options.crs.empty()) return;
  crs_is_geographic_ = gis::is_geographic(options.crs);
  if (options.crs != kIntakeWgs84) transforms_.emplace(options.crs, gis::Transform(options.crs, kIntakeWgs84));
}

gis::LonLat PositionValues::to_wgs84(const std::string& crs, gis::MapPoint at) {
  if (crs == kIntakeWgs84) return {at.x_m, at.y_m};
  auto found = transforms_.find(crs);
  if (found == transforms_.end()) found = transforms_.emplace(crs, gis::Transform(crs, kIntakeWgs84)).first;
  const gis::MapPoint degrees = found->second.forward(at);
  return {degrees.x_m, degrees.y_m};
}

void PositionValues::set(Draft& draft, gis::LonLat place, Change change) const {
  change.column = kBoth;
  change.after = place_text(place);
  draft.note(std::move(change));
  for (const auto& [target, degrees] : {std::pair{"lon_deg", place.lon_deg}, std::pair{"lat_deg", place.lat_deg}}) {
    DraftValue& value = draft.values[target];
    value = {.text = decimal_text(degrees, kDegreeDecimals), .header = value.header, .source = value.source_text()};
  }
}

/// Degrees, minutes and seconds in columns of their own become one text each.
void PositionValues::take_parts(Draft& draft) const {
  for (const std::string axis : {"lon", "lat"}) {
    const std::string target = axis + "_deg";
    if (!draft.has(axis + "_degrees") || draft.has(target)) continue;
    const std::vector<std::string> parts = {axis + "_degrees", axis + "_minutes", axis + "_seconds",
                                            axis + "_direction"};
    std::string text;
    for (const std::string& part : parts)
      if (draft.has(part)) text += (text.empty() ? "" : " ") + draft.text(part);
    draft.values[target] = {.text = text, .header = joined_headers(draft, parts)};
  }
}

void PositionValues::take_pair(Draft& draft) const {
  if (!draft.has("position") || draft.has("lon_deg") || draft.has("lat_deg")) return;
  const auto texts = split_coordinates(draft.text("position"));
  if (!texts) return draft.refuse("position", Reason::kNoCoordinate, {draft.text("position")});
  const std::string header = draft.values.find("position")->second.header;
  if (are_metres(*texts)) {
    draft.values["x_m"] = {.text = texts->lat, .header = header};
    draft.values["y_m"] = {.text = texts->lon, .header = header};
    return;
  }
  draft.values["lon_deg"] = {.text = texts->lon, .header = header};
  draft.values["lat_deg"] = {.text = texts->lat, .header = header};
}

/// A coordinate as it stands; nothing where the text is none.
std::optional<PositionValues::Coordinate> PositionValues::coordinate_of(const DraftValue& value) const {
  const auto plain = scenario::plain_number(
      {.text = value.text, .kind = value.kind, .marks = marks_, .limit = {.min = -180, .max = 180, .unit = "°"}});
  const auto* const number = std::get_if<std::string>(&plain);
  if (number == nullptr) return std::nullopt;
  if (const auto degrees = plain_value(*number))
    return Coordinate{.angle = {.degrees = *degrees}, .is_plain = *number == value.text};
  const std::optional<Angle> angle = read_angle(value.text);
  if (!angle) return std::nullopt;
  return Coordinate{.angle = *angle};
}

/// Nothing where a text is no coordinate, which is a refusal then.
std::optional<PositionValues::Coordinates> PositionValues::coordinates_of(Draft& draft) const {
  const auto lon = coordinate_of(draft.values.find("lon_deg")->second);
  const auto lat = coordinate_of(draft.values.find("lat_deg")->second);
  if (!lon) draft.refuse("lon_deg", Reason::kNoCoordinate, {draft.text("lon_deg")});
  if (!lat) draft.refuse("lat_deg", Reason::kNoCoordinate, {draft.text("lat_deg")});
  if (!lon || !lat) return std::nullopt;
  const auto is_written_out = [](const Angle& angle) { return angle.has_minutes || angle.axis != Axis::kNotSaid; };
  return Coordinates{.place = {lon->angle.degrees, lat->angle.degrees},
                     .has_minutes = is_written_out(lon->angle) || is_written_out(lat->angle),
                     .is_plain = lon->is_plain && lat->is_plain,
                     .is_swapped = lon->angle.axis == Axis::kLatitude && lat->angle.axis == Axis::kLongitude};
}

bool PositionValues::place_by_degrees(Draft& draft) {
  if (!draft.has("lon_deg") || !draft.has("lat_deg")) return false;
  const std::vector<std::string> targets = {"lon_deg", "lat_deg"};
  const std::string before = joined_texts(draft, targets), header = joined_headers(draft, targets);
  const std::optional<Coordinates> read = coordinates_of(draft);
  if (!read) return true;
  gis::LonLat place = read->is_swapped ? exchanged(read->place) : read->place;
  bool is_swapped = read->is_swapped;
  if (!is_in_vietnam(place) && is_in_vietnam(exchanged(place)) && !is_swapped) {
    place = exchanged(place);
    is_swapped = true;
  }
  if (place.lon_deg == 0.0 && place.lat_deg == 0.0) {
    draft.refuse(kBoth, Reason::kNoPosition);
    return true;
  }
  const bool is_other_crs = crs_is_geographic_ && options_.crs != kIntakeWgs84;
  if (is_other_crs) place = to_wgs84(options_.crs, {place.lon_deg, place.lat_deg});
  Change change{.reason = Reason::kNumberMarks, .header = header, .before = before};
  if (is_other_crs) {
    change.reason = Reason::kProjected;
    change.arguments = {options_.crs, "--crs"};
  } else if (is_swapped) {
    change.reason = Reason::kSwapped;
  } else if (read->has_minutes) {
    change.reason = Reason::kDegrees;
  } else if (read->is_plain) {
    return true;
  }
  set(draft, place, std::move(change));
  return true;
}

namespace {

/// Northings of Vietnam are beyond its eastings.
constexpr double kLeastNorthingM = 800000.0, kMostNorthingM = 2700000.0;
constexpr double kLeastEastingM = 100000.0, kMostEastingM = 800000.0;

bool is_easting(double value) {
  return value >= kLeastEastingM && value <= kMostEastingM;
}
bool is_northing(double value) {
  return value >= kLeastNorthingM && value <= kMostNorthingM;
}

}  // namespace

bool PositionValues::place_by_metres(Draft& draft) {
  if (!draft.has("x_m") || !draft.has("y_m")) return false;
  const std::vector<std::string> targets = {"x_m", "y_m"};
  const std::string before = joined_texts(draft, targets), header = joined_headers(draft, targets);
  for (const std::string& target : targets)
    tidy_number(draft, {.name = target, .place = static_cast<double*>(nullptr), .limit = {.unit = "m"}}, marks_);
  const auto x = plain_value(draft.text("x_m")), y = plain_value(draft.text("y_m"));
  if (!x || !y) {
    if (!draft.is_refused()) draft.refuse(x ? "y_m" : "x_m", Reason::kNoCoordinate, {before});
    return true;
  }
  if (is_on_earth({*x, *y}) || is_on_earth({*y, *x})) {
    const bool turn = !is_in_vietnam({*x, *y}) && is_in_vietnam({*y, *x});
    set(draft, turn ? gis::LonLat{*y, *x} : gis::LonLat{*x, *y},
        {.reason = Reason::kDegreesInMetres, .header = header, .before = before});
    return true;
  }
  const bool northing_first = is_northing(*x) && is_easting(*y);
  const gis::MapPoint at = northing_first ? gis::MapPoint{*y, *x} : gis::MapPoint{*x, *y};
  std::string how;
  const std::optional<Vn2000Zone> zone = zone_of(draft, at, how);
  if (!zone) return true;
  if (northing_first) {
    draft.note({.reason = Reason::kNorthingFirst,
                .column = "x_m, y_m",
                .header = header,
                .before = before,
                .after = decimal_text(at.x_m, 3) + ", " + decimal_text(at.y_m, 3)});
  }
  const gis::LonLat place = to_wgs84(zone->crs, at);
  if (!std::isfinite(place.lon_deg) || !is_on_earth(place)) {
    draft.refuse("x_m, y_m", Reason::kNoCoordinate, {before});
    return true;
  }
  set(draft, place, {.reason = Reason::kProjected, .header = header, .before = before, .arguments = {zone->crs, how}});
  return true;
}

/// Points in metres of a layer that does not say its CRS.
bool PositionValues::is_point_in_metres(const Draft& draft) const {
  return draft.point && !layer_crs_ && options_.crs.empty() && !is_on_earth({draft.point->x_m, draft.point->y_m});
}

bool PositionValues::place_by_point(Draft& draft) {
  if (!draft.point) return false;
  if (is_point_in_metres(draft)) {
    draft.values["x_m"] = {.text = decimal_text(draft.point->x_m, 3)};
    draft.values["y_m"] = {.text = decimal_text(draft.point->y_m, 3)};
    return place_by_metres(draft);
  }
  const std::string crs = layer_crs_.value_or(options_.crs.empty() ? kIntakeWgs84 : options_.crs);
  const gis::LonLat place = to_wgs84(crs, *draft.point);
  if (!std::isfinite(place.lon_deg) || !is_on_earth(place)) {
    draft.refuse(kBoth, Reason::kImpossiblePosition);
    return true;
  }
  set(draft, place, {.reason = Reason::kPoint, .header = "", .before = ""});
  return true;
}

/// Columns beside a point must be the same place, as rounded to five decimals.
void PositionValues::check_point(Draft& draft) {
  constexpr double kSamePlaceM = 10.0;
  const auto lon = plain_value(draft.text("lon_deg")), lat = plain_value(draft.text("lat_deg"));
  if (!draft.point || !lon || !lat || is_point_in_metres(draft)) return;
  const std::string crs = layer_crs_.value_or(options_.crs.empty() ? kIntakeWgs84 : options_.crs);
  const double apart_m = scenario::metres_between({*lon, *lat}, to_wgs84(crs, *draft.point));
  if (!(apart_m <= kSamePlaceM)) draft.refuse(kBoth, Reason::kTwoPlaces, {fmt::format("{:.0f}", apart_m)});
}

void PositionValues::place(Draft& draft) {
  take_parts(draft);
  take_pair(draft);
  if (draft.is_refused()) return;
  const bool has_columns = place_by_degrees(draft) || place_by_metres(draft);
  if (has_columns && !draft.is_refused()) check_point(draft);
  if (!has_columns && !place_by_point(draft)) draft.refuse(kBoth, Reason::kNoPosition);
  for (const char* const help : {"x_m", "y_m", "position", "meridian"})
    draft.values.erase(help);
}

}  // namespace phusong::intake
