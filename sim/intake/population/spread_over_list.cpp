#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <variant>

#include "gis/crs.h"
#include "sim/intake/population/cluster_rows.h"
#include "sim/intake/population/commune_people.h"
#include "sim/intake/population/hamlet_list.h"
#include "sim/intake/population/hamlets_of_people.h"
#include "sim/intake/population/settlement.h"

namespace phusong::intake {
namespace {

/// A listed hamlet on the raster.
struct PlacedHamlet {
  std::int32_t commune = -1;  ///< -1: in none
  gis::MapPoint point;        ///< as that of a pixel
  std::vector<PeopledPixel> pixels{};
  double people = 0.0;
};

std::vector<PlacedHamlet> placed(const HamletList& list, const gis::PopulationRaster& raster,
                                 const CommuneMap& communes) {
  const gis::Transform to_raster("EPSG:4326", raster.frame.crs);
  const auto& g = raster.frame.geotransform;
  const double determinant = g[1] * g[5] - g[2] * g[4];
  std::vector<PlacedHamlet> hamlets;
  for (const ListedHamlet& hamlet : list.hamlets) {
    const gis::MapPoint map = to_raster.forward({hamlet.lon_lat.lon_deg, hamlet.lon_lat.lat_deg});
    const double dx = map.x_m - g[0], dy = map.y_m - g[3];
    const double column = (g[5] * dx - g[2] * dy) / determinant, row = (g[1] * dy - g[4] * dx) / determinant;
    PlacedHamlet one{.point = {(column - 0.5) * raster.pixel_width_m, (row - 0.5) * raster.pixel_height_m}};
    const bool on_raster = column >= 0.0 && row >= 0.0 && column < raster.frame.columns && row < raster.frame.rows;
    if (on_raster)
      one.commune = communes.commune_of_pixel[raster.index(static_cast<int>(column), static_cast<int>(row))];
    hamlets.push_back(one);
  }
  return hamlets;
}

/// The places in the list of the hamlets of each commune.
using HamletsOfCommune = std::map<std::int32_t, std::vector<std::size_t>>;

HamletsOfCommune by_commune(const std::vector<PlacedHamlet>& hamlets) {
  HamletsOfCommune of_commune;
  for (std::size_t i = 0; i < hamlets.size(); ++i)
    if (hamlets[i].commune >= 0) of_commune[hamlets[i].commune].push_back(i);
  return of_commune;
}

/// Gives each pixel to the nearest hamlet of its commune, the first of two as near.
void give_pixels(const std::vector<PeopledPixel>& pixels, const HamletsOfCommune& of_commune,
                 std::vector<PlacedHamlet>& hamlets) {
  for (const PeopledPixel& pixel : pixels) {
    const auto found = of_commune.find(pixel.commune);
    if (found == of_commune.end()) continue;
    const std::size_t nearest = *std::ranges::min_element(
        found->second, {}, [&](std::size_t i) { return gis::distance_m(hamlets[i].point, pixel.point); });
    hamlets[nearest].pixels.push_back(pixel);
    hamlets[nearest].people += pixel.people;
  }
}

/// Fills in the populations that a commune's hamlets lack.
class PopulationFiller {
 public:
  PopulationFiller(const std::vector<PlacedHamlet>& placed, HamletList& list, std::vector<std::string>& remarks)
      : placed_(placed), list_(list), remarks_(remarks) {}

  void fill(const CommunePeople& commune, const std::vector<std::size_t>& hamlets) {
    std::int64_t rest = commune.people();
    std::vector<std::size_t> lacking;
    std::vector<double> weights;
    for (const std::size_t i : hamlets) {
      rest -= list_.hamlets[i].population.value_or(0);
      if (list_.hamlets[i].population) continue;
      lacking.push_back(i);
      weights.push_back(placed_[i].people);
    }
    if (lacking.empty()) return;
    if (rest < 0) {
      remarks_.push_back(
          fmt::format("{}: the list has {} people more than the commune's {}; the hamlets without a "
                      "population get 0",
                      commune.commune, -rest, commune.people()));
    }
    const std::vector<std::int64_t> people = whole_shares(weights, std::max<std::int64_t>(0, rest));
    if (rest > 0) remark_on_empty(commune, lacking, people);
    for (std::size_t k = 0; k < lacking.size(); ++k) {
      std::vector<gis::CellValue>& row = list_.table.rows[lacking[k]];
      row[list_.population_column] = people[k];
      add_to_derived(row[list_.derived_column]);
      list_.hamlets[lacking[k]].population = people[k];
    }
  }

 private:
  /// "population", behind what the list says already.
  static void add_to_derived(gis::CellValue& cell) {
    const auto* const text = std::get_if<std::string>(&cell);
    if (text == nullptr || text->empty()) {
      cell = "population";
    } else if (text->find("population") == std::string::npos) {
      cell = *text + ", population";
    }
  }

  void remark_on_empty(const CommunePeople& commune, const std::vector<std::size_t>& lacking,
                       const std::vector<std::int64_t>& people) {
    constexpr std::size_t kMostNames = 5;
    std::vector<std::string> names;
    std::size_t count = 0;
    for (std::size_t k = 0; k < lacking.size(); ++k) {
      if (people[k] > 0) continue;
      if (++count <= kMostNames) names.push_back(list_.hamlets[lacking[k]].hamlet_id);
    }
    if (count == 0) return;
    remarks_.push_back(fmt::format("{}: people of the map are nearer to other hamlets than to {}, which get 0: {}{}",
                                   commune.commune, count, fmt::join(names, ", "), count > kMostNames ? ", …" : ""));
  }

  const std::vector<PlacedHamlet>& placed_;
  HamletList& list_;
  std::vector<std::string>& remarks_;
};

/// So that the clusters of a hamlet add up to the households of the list, to those that were counted, or to those of
/// its population.
double households_per_person(const ListedHamlet& hamlet, double people_of_map, const PopulationOptions& options) {
  const double of_map = 1.0 / options.people_per_household;
  if (hamlet.households > 0) return static_cast<double>(hamlet.households) / people_of_map;
  if (options.counts_households || hamlet.population.value_or(0) == 0) return of_map;
  return of_map * static_cast<double>(*hamlet.population) / people_of_map;
}

}  // namespace

PopulatedHamlets spread_over_list(const gis::PopulationRaster& raster, const gis::RasterOutlines& communes,
                                  const std::filesystem::path& list_file, const PopulationOptions& options) {
  PopulatedHamlets result{.clusters = clusters_table()};
  const CommuneMap map = communes_of(communes, raster);
  result.remarks = remarks_on(map);
  HamletList list = read_hamlet_list(list_file, options.list_crs);
  std::vector<PlacedHamlet> hamlets = placed(list, raster, map);
  const HamletsOfCommune of_commune = by_commune(hamlets);
  give_pixels(peopled_pixels(raster, map, options.least_people), of_commune, hamlets);
  PopulationFiller filler(hamlets, list, result.remarks);
  for (std::size_t i = 0; i < map.communes.size(); ++i) {
    const CommunePeople& commune = map.communes[i];
    const auto found = of_commune.find(static_cast<std::int32_t>(i));
    if (found != of_commune.end()) {
      filler.fill(commune, found->second);
    } else if (commune.people() > 0) {
      result.remarks.push_back(fmt::format("{}: no hamlet of the list lies in it, so nobody gets its {} people",
                                           commune.commune, commune.people()));
    }
  }
  for (std::size_t i = 0; i < hamlets.size(); ++i) {
    const ListedHamlet& hamlet = list.hamlets[i];
    add_clusters(hamlet.hamlet_id, hamlets[i].pixels, households_per_person(hamlet, hamlets[i].people, options),
                 result.clusters);
    if (hamlets[i].commune < 0)
      result.remarks.push_back(fmt::format("{} {}: lies in no commune of the outlines", hamlet.hamlet_id, hamlet.name));
  }
  result.hamlets = std::move(list.table);
  return result;
}

}  // namespace phusong::intake
