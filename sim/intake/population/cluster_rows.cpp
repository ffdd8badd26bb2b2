#include "sim/intake/population/cluster_rows.h"

#include <algorithm>

namespace phusong::intake {

gis::CellValue degrees_cell(double degrees) {
  return gis::Number{.value = degrees, .decimals = 6};
}

gis::OutputTable clusters_table() {
  using gis::ColumnType;
  return {.name = "clusters",
          .columns = {{"hamlet_id", ColumnType::kText},
                      {"lon_deg", ColumnType::kReal},
                      {"lat_deg", ColumnType::kReal},
                      {"households", ColumnType::kReal}}};
}

void add_clusters(const std::string& hamlet_id, const std::vector<PeopledPixel>& pixels, double households_per_person,
                  gis::OutputTable& clusters) {
  constexpr double kTouchingAlone = 0.0;
  constexpr double kLeastHouseholds = 0.01;  // A cluster without households would have no weight.
  for (const PixelGroup& group : linked_groups(pixels, kTouchingAlone)) {
    const double households = std::max(kLeastHouseholds, people_of(pixels, group) * households_per_person);
    const gis::LonLat middle = middle_pixel(pixels, group).lon_lat;
    clusters.rows.push_back({hamlet_id, degrees_cell(middle.lon_deg), degrees_cell(middle.lat_deg),
                             gis::Number{.value = households, .decimals = 2}});
  }
}

}  // namespace phusong::intake
