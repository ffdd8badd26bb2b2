#include "sim/intake/population/cluster_rows.h"

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

void add_clusters(const std::string& hamlet_id, const std::vector<PeopledPixel>& pixels, double people_per_household,
                  gis::OutputTable& clusters) {
  constexpr double kTouchingAlone = 0.0;
  for (const PixelGroup& group : linked_groups(pixels, kTouchingAlone)) {
    const gis::LonLat middle = middle_pixel(pixels, group).lon_lat;
    clusters.rows.push_back({hamlet_id, degrees_cell(middle.lon_deg), degrees_cell(middle.lat_deg),
                             gis::Number{.value = people_of(pixels, group) / people_per_household, .decimals = 1}});
  }
}

}  // namespace phusong::intake
