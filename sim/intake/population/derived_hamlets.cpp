#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/intake/population/cluster_rows.h"
#include "sim/intake/population/commune_people.h"
#include "sim/intake/population/hamlets_of_people.h"
#include "sim/intake/population/settlement.h"

namespace phusong::intake {
namespace {

gis::OutputTable derived_table() {
  using gis::ColumnType;
  return {.name = "hamlets",
          .columns = {{"hamlet_id", ColumnType::kText},
                      {"name", ColumnType::kText},
                      {"commune", ColumnType::kText},
                      {"district", ColumnType::kText},
                      {"province", ColumnType::kText},
                      {"lon_deg", ColumnType::kReal},
                      {"lat_deg", ColumnType::kReal},
                      {"radius_m", ColumnType::kInteger},
                      {"population", ColumnType::kInteger},
                      {"households", ColumnType::kInteger},
                      {"derived", ColumnType::kText}}};
}

/// The settlements of each commune, in the order of its first pixels.
std::map<std::int32_t, std::vector<PixelGroup>> settlements_of(const std::vector<PeopledPixel>& pixels,
                                                               const PopulationOptions& options) {
  std::map<std::int32_t, std::vector<PixelGroup>> settlements;
  for (PixelGroup& group : linked_groups(pixels, options.join_m)) {
    std::vector<PixelGroup>& of_commune = settlements[pixels[group.front()].commune];
    for (PixelGroup& part : split(pixels, std::move(group), options.most_people))
      of_commune.push_back(std::move(part));
  }
  return settlements;
}

/// Fewer pixels than make a circle still are a hamlet with houses around them.
constexpr double kLeastRadiusM = 100.0;

/// Adds the hamlets of one commune.
class CommuneHamlets {
 public:
  CommuneHamlets(const std::vector<PeopledPixel>& pixels, const PopulationOptions& options, PopulatedHamlets& result)
      : pixels_(pixels), options_(options), result_(result) {}

  void add(const CommunePeople& commune, const std::vector<PixelGroup>& settlements) {
    std::vector<double> weights;
    for (const PixelGroup& group : settlements)
      weights.push_back(people_of(pixels_, group));
    const std::vector<std::int64_t> people = whole_shares(weights, commune.people());
    for (std::size_t i = 0; i < settlements.size(); ++i)
      add_hamlet(commune, i + 1, settlements[i], people[i]);
  }

 private:
  void add_hamlet(const CommunePeople& commune, std::size_t number, const PixelGroup& group, std::int64_t people) {
    const std::string id = fmt::format("D{:05}", result_.hamlets.rows.size() + 1);
    const PeopledPixel& middle = middle_pixel(pixels_, group);
    const double radius_m = std::max(kLeastRadiusM, radius_of(pixels_, group, middle));
    const double people_of_map = people_of(pixels_, group);
    const double all = options_.counts_households ? people_of_map : static_cast<double>(people);
    const double households = all / options_.people_per_household;
    const bool is_vietnamese = options_.language == "vi";
    result_.hamlets.rows.push_back(
        {id, fmt::format("{} {}, {}", is_vietnamese ? "Cụm dân cư" : "Settlement", number, commune.commune),
         commune.commune, commune.district, commune.province, degrees_cell(middle.lon_lat.lon_deg),
         degrees_cell(middle.lon_lat.lat_deg), std::int64_t{std::llround(radius_m)}, people,
         std::int64_t{std::llround(households)}, "hamlet, population"});
    std::vector<PeopledPixel> own;
    for (const std::size_t i : group)
      own.push_back(pixels_[i]);
    add_clusters(id, own, all > 0.0 ? households / people_of_map : 1.0 / options_.people_per_household,
                 result_.clusters);
  }

  const std::vector<PeopledPixel>& pixels_;
  const PopulationOptions& options_;
  PopulatedHamlets& result_;
};

}  // namespace

PopulatedHamlets derived_hamlets(const gis::PopulationRaster& raster, const gis::RasterOutlines& communes,
                                 const PopulationOptions& options) {
  PopulatedHamlets result{.hamlets = derived_table(), .clusters = clusters_table()};
  const CommuneMap map = communes_of(communes, raster);
  const std::vector<PeopledPixel> pixels = peopled_pixels(raster, map, options.least_people);
  result.remarks = remarks_on(map);
  const auto settlements = settlements_of(pixels, options);
  CommuneHamlets hamlets(pixels, options, result);
  for (std::size_t i = 0; i < map.communes.size(); ++i) {
    const CommunePeople& commune = map.communes[i];
    const auto found = settlements.find(static_cast<std::int32_t>(i));
    if (found != settlements.end()) {
      hamlets.add(commune, found->second);
    } else {
      result.remarks.push_back(fmt::format("{}: no pixel with {:g} people or more, so no hamlet for its {} people",
                                           commune.commune, options.least_people, commune.people()));
    }
  }
  return result;
}

}  // namespace phusong::intake
