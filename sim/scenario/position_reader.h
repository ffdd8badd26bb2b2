#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/coordinates.h"
#include "gis/crs.h"
#include "sim/scenario/column.h"
#include "sim/scenario/table_context.h"

namespace phusong::scenario {

/// The position columns of a row.
struct PositionFields {
  std::optional<double> lon_deg, lat_deg, x_m, y_m;
};

/// lon_deg, lat_deg, x_m, y_m with their synonyms; bound to `fields`.
std::vector<Column> position_columns(PositionFields& fields);

/// Whether any row has a value in a column.
bool is_filled(const gis::Table& table, const TableColumns& columns, std::string_view column);

/// On a sphere, for distances that are short, or plainly too long.
double metres_between(gis::LonLat a, gis::LonLat b);

struct Position {
  gis::LonLat lon_lat;
  gis::MapPoint point;
};

/// The key that states a table's CRS, and its value.
struct CrsKey {
  std::string name;  ///< e.g. network.sites_crs
  std::string value;
};

/// Turns the position columns, or the point geometry, of a table's rows into positions in the scenario's CRS. Where a
/// row has both, they must be one place: somebody may have moved the point, or edited the columns, and not the other.
class PositionReader {
 public:
  /// A table without positions and a CRS that will not do are added to the problems.
  PositionReader(const gis::Table& table, const TableColumns& columns, const CrsKey& key, const TableContext& context);

  /// Nothing, with a problem added, when the row has no position, or one that cannot be.
  std::optional<Position> read(const gis::TableRow& row, const PositionFields& fields) const;

 private:
  enum class Form { kNone, kLonLat, kMap, kGeometry };

  Form form_of(const gis::Table& table, const CrsKey& key);
  void add_crs_problem(const CrsKey& key, const Rejection& rejection);
  void check_crs_of_layer(const gis::Table& table, const CrsKey& key);
  void open_crs(const CrsKey& key);
  void open_geometry(const gis::Table& table);
  std::optional<gis::MapPoint> raw_position(const gis::TableRow& row, const PositionFields& fields) const;
  bool has_columns_only_empty(const gis::TableRow& row) const;
  bool is_one_place(const gis::TableRow& row, gis::LonLat columns_place) const;
  std::optional<gis::LonLat> geometry_lon_lat(gis::MapPoint raw) const;
  std::optional<Position> placed(gis::LonLat lon_lat) const;
  std::optional<Position> located(gis::MapPoint raw) const;
  bool looks_swapped(gis::MapPoint raw) const;
  bool is_possible(gis::MapPoint raw) const;
  void add(const gis::TableRow& row, gis::MapPoint raw, const std::string& message) const;

  const TableColumns& columns_;
  const TableContext& context_;
  std::string file_;
  std::string crs_;  ///< of the coordinates as they stand in the table
  bool geographic_ = true;
  bool layer_states_crs_ = false;
  Form form_ = Form::kNone;
  std::optional<gis::Transform> to_wgs84_;  ///< nothing for WGS84 itself
  bool compares_geometry_ = false;          ///< the rows have points beside the columns
  std::optional<gis::Transform> geometry_to_wgs84_;
};

}  // namespace phusong::scenario
