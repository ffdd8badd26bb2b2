#include <doctest/doctest.h>

#include "gis/land_cover.h"
#include "sim/intake/fetch/product.h"

using namespace phusong::intake;

namespace {

std::vector<std::string> names_touching(const phusong::gis::LonLatBox& box, const Product& product) {
  std::vector<std::string> names;
  for (const TileCorner& corner : tiles_touching(box, product.tile_deg))
    names.push_back(product.tile_name(corner));
  return names;
}

}  // namespace

TEST_CASE("tiles have the names and paths of the public buckets") {
  CHECK(copernicus_glo30().tile_path({105, 22}) ==
        "Copernicus_DSM_COG_10_N22_00_E105_00_DEM/Copernicus_DSM_COG_10_N22_00_E105_00_DEM.tif");
  CHECK(copernicus_glo30().tile_name({-75, -5}) == "Copernicus_DSM_COG_10_S05_00_W075_00_DEM");
  CHECK(copernicus_glo30().tile_name({0, 0}) == "Copernicus_DSM_COG_10_N00_00_E000_00_DEM");
  CHECK(esa_worldcover().tile_path({105, 21}) == "v200/2021/map/ESA_WorldCover_10m_2021_v200_N21E105_Map.tif");
  CHECK(esa_worldcover().tile_name({-3, -3}) == "ESA_WorldCover_10m_2021_v200_S03W003_Map");
  CHECK(srtm().tile_path({105, 8}) == "N08E105.hgt");
}

TEST_CASE("the tiles that a box touches come from the north-west, row by row") {
  using Names = std::vector<std::string>;
  CHECK(names_touching({105.9, 21.9, 106.1, 22.1}, srtm()) == Names{"N22E105", "N22E106", "N21E105", "N21E106"});
  CHECK(names_touching({105.0, 22.0, 106.0, 23.0}, srtm()) == Names{"N22E105"});
  CHECK(names_touching({-0.5, -0.5, 0.5, 0.5}, srtm()) == Names{"N00W001", "N00E000", "S01W001", "S01E000"});
  CHECK(names_touching({105.2, 22.2, 108.1, 22.3}, esa_worldcover()) ==
        Names{"ESA_WorldCover_10m_2021_v200_N21E105_Map", "ESA_WorldCover_10m_2021_v200_N21E108_Map"});
  CHECK(names_touching({-1.0, -1.0, -0.5, -0.5}, esa_worldcover()) ==
        Names{"ESA_WorldCover_10m_2021_v200_S03W003_Map"});
}

TEST_CASE("every product says its licence and attribution") {
  for (const Product* product : {&copernicus_glo30(), &esa_worldcover(), &srtm()}) {
    CHECK_FALSE(product->licence.empty());
    CHECK(product->licence_url.starts_with("https://"));
    CHECK(product->attribution.size() > 20);
  }
}
