#pragma once

#include <map>
#include <optional>
#include <string>

#include "gis/crs.h"
#include "gis/number_marks.h"
#include "gis/outlines.h"
#include "sim/intake/tables/draft.h"
#include "sim/intake/tables/import_options.h"
#include "sim/intake/tables/vn2000_zones.h"

namespace phusong::intake {

/// Makes WGS84 longitudes and latitudes of what rows have: degrees in any notation, in one column, two or eight;
/// VN-2000 coordinates of any zone; the points of a spatial format. Rows that stand on their heads are turned round,
/// and rows without a position refused, always with the reason.
class PositionValues {
 public:
  /// `layer_crs`: of the source's points. Throws InputError for outlines that cannot be read, and
  /// std::invalid_argument for a CRS that is unknown.
  PositionValues(const ImportOptions& options, const gis::NumberMarks& marks, std::optional<std::string> layer_crs);

  void place(Draft& draft);

 private:
  struct Coordinate;
  struct Coordinates;

  void take_parts(Draft& draft) const;
  void take_pair(Draft& draft) const;
  bool place_by_degrees(Draft& draft);
  bool place_by_metres(Draft& draft);
  bool place_by_point(Draft& draft);
  bool is_point_in_metres(const Draft& draft) const;
  void check_point(Draft& draft);
  std::optional<Coordinate> coordinate_of(const DraftValue& value) const;
  std::optional<Coordinates> coordinates_of(Draft& draft) const;
  void set(Draft& draft, gis::LonLat place, Change change) const;
  std::optional<Vn2000Zone> zone_of(Draft& draft, gis::MapPoint at, std::string& how);
  std::optional<Vn2000Zone> zone_by_outlines(Draft& draft, gis::MapPoint at, const std::vector<Vn2000Zone>& zones);
  bool is_in_its_commune(const Draft& draft, gis::LonLat place) const;
  gis::LonLat to_wgs84(const std::string& crs, gis::MapPoint at);

  const ImportOptions& options_;
  gis::NumberMarks marks_;
  std::optional<std::string> layer_crs_;
  std::optional<gis::Outlines> communes_;
  std::map<std::string, gis::Transform> transforms_;
  bool crs_is_geographic_ = false;
};

/// Exchanges longitude and latitude of the rows that lie far off all others and, exchanged, among them; and refuses
/// rows outside Vietnam where others are in it, unless `anywhere`.
void compare_positions(std::vector<Draft>& drafts, bool anywhere);

}  // namespace phusong::intake
