#include <algorithm>

#include "gis/crs_kind.h"
#include "sim/intake/tables/position_values.h"

namespace phusong::intake {
namespace {

/// The zones that two sources tell; all of one where the other tells none.
std::vector<Vn2000Zone> common_zones(const std::vector<Vn2000Zone>& some, const std::vector<Vn2000Zone>& others) {
  if (some.empty()) return others;
  std::vector<Vn2000Zone> common;
  for (const Vn2000Zone& zone : some)
    if (std::ranges::find(others, zone.crs, &Vn2000Zone::crs) != others.end()) common.push_back(zone);
  return common.empty() ? some : common;
}

/// Whether a place lies in the area that a zone is made for, or just outside it.
bool is_in_area(const Vn2000Zone& zone, gis::LonLat place) {
  constexpr double kMarginDeg = 0.1;
  const std::optional<gis::LonLatBox> area = gis::area_of_use(zone.crs);
  return !area || (place.lon_deg >= area->west_deg - kMarginDeg && place.lon_deg <= area->east_deg + kMarginDeg &&
                   place.lat_deg >= area->south_deg - kMarginDeg && place.lat_deg <= area->north_deg + kMarginDeg);
}

}  // namespace

std::optional<Vn2000Zone> PositionValues::zone_of(Draft& draft, gis::MapPoint at, std::string& how) {
  if (!options_.crs.empty() && !crs_is_geographic_) {
    how = "--crs";
    return Vn2000Zone{.crs = options_.crs};
  }
  std::vector<Vn2000Zone> zones = zones_of_meridian(draft.text("meridian"));
  how = draft.text("meridian");
  if (zones.size() != 1 && draft.has("province")) {
    zones = common_zones(zones, zones_of_province(draft.text("province"), draft.has("district")));
    how = draft.text("province");
    if (zones.size() == 1 && !is_in_area(zones.front(), to_wgs84(zones.front().crs, at))) {
      draft.refuse("x_m, y_m", Reason::kOutsideZone, {zone_text(zones.front())});
      return std::nullopt;
    }
  }
  if (zones.size() == 1) return zones.front();
  if (communes_) {
    how = options_.communes;
    return zone_by_outlines(draft, at, zones.empty() ? vn2000_zones() : zones);
  }
  if (zones.empty()) {
    draft.refuse("x_m, y_m", Reason::kNoZone, {zones_text(vn2000_zones())});
  } else {
    draft.refuse("x_m, y_m", Reason::kZoneAmbiguous, {zones_text(zones)});
  }
  return std::nullopt;
}

std::optional<Vn2000Zone> PositionValues::zone_by_outlines(Draft& draft, gis::MapPoint at,
                                                           const std::vector<Vn2000Zone>& zones) {
  std::vector<Vn2000Zone> inside, in_commune;
  for (const Vn2000Zone& zone : zones) {
    const gis::LonLat place = to_wgs84(zone.crs, at);
    if (communes_->containing(place).empty()) continue;
    inside.push_back(zone);
    if (is_in_its_commune(draft, place)) in_commune.push_back(zone);
  }
  const std::vector<Vn2000Zone>& plausible = in_commune.empty() ? inside : in_commune;
  if (plausible.size() == 1) return plausible.front();
  if (plausible.empty()) {
    draft.refuse("x_m, y_m", Reason::kZoneImpossible, {zones_text(zones)});
  } else {
    draft.refuse("x_m, y_m", Reason::kZoneAmbiguous, {zones_text(plausible)});
  }
  return std::nullopt;
}

/// Whether one of the areas around a place has the name of the row's commune.
bool PositionValues::is_in_its_commune(const Draft& draft, gis::LonLat place) const {
  if (!draft.has("commune")) return false;
  const std::string commune = place_words(draft.text("commune"));
  return std::ranges::any_of(communes_->containing(place), [&](std::size_t area) {
    return std::ranges::any_of(communes_->texts(area),
                               [&](const std::string& text) { return place_words(text) == commune; });
  });
}

}  // namespace phusong::intake
