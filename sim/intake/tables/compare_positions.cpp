#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/intake/tables/number_value.h"
#include "sim/intake/tables/position_values.h"
#include "sim/intake/tables/vietnam_box.h"

namespace phusong::intake {
namespace {

/// Farther than this from the middle of all rows is far off.
constexpr double kFarOffDeg = 3.0;

std::optional<gis::LonLat> place_of(const Draft& draft) {
  const auto lon = plain_value(draft.text("lon_deg")), lat = plain_value(draft.text("lat_deg"));
  if (!lon || !lat || draft.is_refused()) return std::nullopt;
  return gis::LonLat{*lon, *lat};
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// The middle of the rows that can be places; nothing where there is none, or where an exchange would not show, as
/// longitude and latitude are much the same there.
std::optional<gis::LonLat> middle_of(const std::vector<Draft>& drafts) {
  std::vector<double> lons, lats;
  for (const Draft& draft : drafts) {
    const auto place = place_of(draft);
    if (!place || !is_on_earth(*place)) continue;
    lons.push_back(place->lon_deg);
    lats.push_back(place->lat_deg);
  }
  if (lons.empty()) return std::nullopt;
  const gis::LonLat middle{median(std::move(lons)), median(std::move(lats))};
  constexpr double kTellingDeg = 12.0;
  if (std::abs(middle.lon_deg - middle.lat_deg) < kTellingDeg) return std::nullopt;
  return middle;
}

bool is_near(gis::LonLat place, gis::LonLat middle) {
  return std::hypot(place.lon_deg - middle.lon_deg, place.lat_deg - middle.lat_deg) <= kFarOffDeg;
}

void exchange(Draft& draft) {
  const std::string lon = draft.text("lon_deg"), lat = draft.text("lat_deg");
  draft.note({.reason = Reason::kSwapped,
              .column = "lon_deg, lat_deg",
              .header = "",
              .before = lon + ", " + lat,
              .after = lat + ", " + lon,
              .arguments = {}});
  std::swap(draft.values["lon_deg"], draft.values["lat_deg"]);
}

}  // namespace

void compare_positions(std::vector<Draft>& drafts, bool anywhere) {
  const std::optional<gis::LonLat> middle = middle_of(drafts);
  bool any_in_vietnam = false;
  for (Draft& draft : drafts) {
    const auto place = place_of(draft);
    if (!place) continue;
    if (middle && !is_near(*place, *middle) && is_near(exchanged(*place), *middle)) exchange(draft);
    const gis::LonLat now = *place_of(draft);
    if (!is_on_earth(now)) draft.refuse("lon_deg, lat_deg", Reason::kImpossiblePosition);
    any_in_vietnam = any_in_vietnam || is_in_vietnam(now);
  }
  if (!any_in_vietnam || anywhere) return;
  for (Draft& draft : drafts) {
    const auto place = place_of(draft);
    if (place && !is_in_vietnam(*place)) draft.refuse("lon_deg, lat_deg", Reason::kOutsideVietnam, {kVietnamText});
  }
}

}  // namespace phusong::intake
