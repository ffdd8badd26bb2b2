#include "sim/intake/fetch/product.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace phusong::intake {
namespace {

char south_or_north(TileCorner tile) {
  return tile.lat_deg < 0 ? 'S' : 'N';
}

char west_or_east(TileCorner tile) {
  return tile.lon_deg < 0 ? 'W' : 'E';
}

/// "N22E105"
std::string short_name(TileCorner tile) {
  return fmt::format("{}{:02}{}{:03}", south_or_north(tile), std::abs(tile.lat_deg), west_or_east(tile),
                     std::abs(tile.lon_deg));
}

std::string copernicus_name(TileCorner tile) {
  return fmt::format("Copernicus_DSM_COG_10_{}{:02}_00_{}{:03}_00_DEM", south_or_north(tile), std::abs(tile.lat_deg),
                     west_or_east(tile), std::abs(tile.lon_deg));
}

std::string copernicus_path(TileCorner tile) {
  return fmt::format("{0}/{0}.tif", copernicus_name(tile));
}

std::string worldcover_name(TileCorner tile) {
  return fmt::format("ESA_WorldCover_10m_2021_v200_{}_Map", short_name(tile));
}

std::string worldcover_path(TileCorner tile) {
  return "v200/2021/map/" + worldcover_name(tile) + ".tif";
}

std::string srtm_path(TileCorner tile) {
  return short_name(tile) + ".hgt";
}

}  // namespace

const Product& copernicus_glo30() {
  static const Product kProduct{
      .name = "Copernicus DEM GLO-30",
      .output = "terrain.tif",
      .content = gis::MosaicOf::kHeights,
      .tile_deg = 1,
      .tile_name = copernicus_name,
      .tile_path = copernicus_path,
      .address = "https://copernicus-dem-30m.s3.amazonaws.com",
      .without_tile = "open sea, or not released",
      .surface = "heights of the surface with trees and buildings (DSM), metres above EGM2008, 1 arc second",
      .licence = "Licence for the use of the Copernicus WorldDEM-30: free of charge, with the notice below",
      .licence_url = "https://copernicus-dem-30m.s3.amazonaws.com/readme.html",
      .attribution =
          "Produced using Copernicus WorldDEM-30 © DLR e.V. 2010-2014 and © Airbus Defence and Space GmbH "
          "2014-2018 provided under COPERNICUS by the European Union and ESA; all rights reserved. The "
          "organisations in charge of the Copernicus programme by law or by delegation do not incur any "
          "liability for any use of the Copernicus WorldDEM-30.",
      .citation = "Copernicus DEM, doi:10.5270/ESA-c5d3d65"};
  return kProduct;
}

const Product& esa_worldcover() {
  static const Product kProduct{
      .name = "ESA WorldCover 10 m 2021 v200",
      .output = "land_cover.tif",
      .content = gis::MosaicOf::kClasses,
      .tile_deg = 3,
      .tile_name = worldcover_name,
      .tile_path = worldcover_path,
      .address = "https://esa-worldcover.s3.eu-central-1.amazonaws.com",
      .without_tile = "open sea",
      .surface = "classes of land cover, 10 m",
      .licence = "Creative Commons Attribution 4.0 International (CC BY 4.0)",
      .licence_url = "https://creativecommons.org/licenses/by/4.0/",
      .attribution =
          "© ESA WorldCover project / Contains modified Copernicus Sentinel data (2021) processed by ESA "
          "WorldCover consortium",
      .citation = "Zanaga et al. 2022, ESA WorldCover 10 m 2021 v200, doi:10.5281/zenodo.7254221"};
  return kProduct;
}

const Product& srtm() {
  static const Product kProduct{
      .name = "SRTM",
      .output = "terrain.tif",
      .content = gis::MosaicOf::kHeights,
      .tile_deg = 1,
      .tile_name = short_name,
      .tile_path = srtm_path,
      .address = "",
      .without_tile = "not in the folder",
      .surface = "heights of the surface with trees and buildings (DSM), metres above EGM96",
      .licence = "Public domain, where the tiles are those of NASA",
      .licence_url = "https://doi.org/10.5067/MEaSUREs/SRTM/SRTMGL1.003",
      .attribution = "NASA Shuttle Radar Topography Mission (SRTM)",
      .citation = "NASA JPL 2013, NASA Shuttle Radar Topography Mission Global, doi:10.5067/MEaSUREs/SRTM/SRTMGL1.003"};
  return kProduct;
}

std::vector<TileCorner> tiles_touching(const gis::LonLatBox& box, int tile_deg) {
  // An edge that lies on the border of two tiles needs the one inside the box alone.
  const auto first = [tile_deg](double deg) { return tile_deg * static_cast<int>(std::floor(deg / tile_deg)); };
  const auto last = [tile_deg](double deg) { return tile_deg * (static_cast<int>(std::ceil(deg / tile_deg)) - 1); };
  std::vector<TileCorner> tiles;
  for (int lat = last(box.north_deg); lat >= first(box.south_deg); lat -= tile_deg) {
    for (int lon = first(box.west_deg); lon <= last(box.east_deg); lon += tile_deg)
      tiles.push_back({lon, lat});
  }
  return tiles;
}

}  // namespace phusong::intake
