#include "sim/intake/fetch/sources.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "gis/checksum.h"
#include "gis/output_file.h"

namespace phusong::intake {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSourcesFile = "sources.json";

Json json_of(const gis::LonLatBox& box) {
  return {{"west", box.west_deg}, {"south", box.south_deg}, {"east", box.east_deg}, {"north", box.north_deg}};
}

gis::LonLatBox box_of(const Json& json) {
  return {json.at("west"), json.at("south"), json.at("east"), json.at("north")};
}

Json json_of(const FetchedRaster& raster) {
  const Product& product = *raster.product;
  Json tiles = Json::array();
  for (const FetchedTile& tile : raster.tiles)
    tiles.push_back({{"name", tile.name}, {"source", tile.source}, {"absent", tile.is_absent}});
  return {{"file", product.output},
          {"product", product.name},
          {"origin", raster.origin},
          {"bbox_deg", json_of(raster.box)},
          {"holds", product.surface},
          {"pixels", raster.count.pixels},
          {"void_pixels", raster.count.void_pixels},
          {"sha256", raster.sha256},
          {"licence", product.licence},
          {"licence_url", product.licence_url},
          {"attribution", product.attribution},
          {"citation", product.citation},
          {"tiles", std::move(tiles)}};
}

FetchedRaster raster_of(const Json& json, const Product& product) {
  FetchedRaster raster{.product = &product, .origin = json.at("origin"), .box = box_of(json.at("bbox_deg"))};
  raster.count = {.pixels = json.at("pixels"), .void_pixels = json.at("void_pixels")};
  raster.sha256 = json.at("sha256");
  for (const Json& tile : json.at("tiles"))
    raster.tiles.push_back({.name = tile.at("name"), .source = tile.at("source"), .is_absent = tile.at("absent")});
  raster.was_complete = true;
  return raster;
}

/// The rasters that a folder's sources.json describes; none where there is no such file, or it was damaged.
Json rasters_in(const std::filesystem::path& folder) {
  std::ifstream file(folder / kSourcesFile, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("rasters") || !json["rasters"].is_array()) return Json::array();
  return json["rasters"];
}

bool has_bytes(const std::filesystem::path& path, const std::string& sha256) {
  return std::filesystem::is_regular_file(path) && gis::sha256_hex(path) == sha256;
}

bool is_of_file(const Json& raster, std::string_view file) {
  return raster.is_object() && raster.value("file", "") == file;
}

constexpr std::string_view kHead = R"(# Nguồn dữ liệu – Sources

Do `phusong data fetch` tải về và ghép lại; `sources.json` ghi cùng nội dung cho máy đọc. Ai công bố bản đồ hay báo cáo
làm từ các tệp này phải ghi dòng "ghi công" dưới đây.

Fetched and put together by `phusong data fetch`; `sources.json` says the same for programs. Whoever publishes maps or
reports made from these files must give the attribution below.
)";

std::string text_of(const Json& raster) {
  std::size_t absent = 0;
  std::string tiles;
  for (const Json& tile : raster.at("tiles")) {
    const bool is_absent = tile.at("absent").get<bool>();
    absent += is_absent;
    tiles += fmt::format("- `{}`{}\n", tile.at("name").get<std::string>(),
                         is_absent ? ": không có, để trống – there is none, void" : "");
  }
  const auto word = [&raster](const char* key) { return raster.at(key).get<std::string>(); };
  const gis::LonLatBox box = box_of(raster.at("bbox_deg"));
  return fmt::format(
      "\n## `{}`\n\n| | |\n|---|---|\n| nguồn – product | {} |\n| tải từ – fetched from | {} |\n"
      "| phạm vi – box (W, S, E, N) | {:g}, {:g}, {:g}, {:g} |\n| nội dung – holds | {} |\n"
      "| điểm ảnh trống – void pixels | {} / {} |\n| giấy phép – licence | {} <{}> |\n| ghi công – attribution | {} |\n"
      "| trích dẫn – citation | {} |\n| SHA-256 | `{}` |\n\n{} mảnh, {} không có – {} tiles, {} absent:\n\n{}",
      word("file"), word("product"), word("origin"), box.west_deg, box.south_deg, box.east_deg, box.north_deg,
      word("holds"), raster.at("void_pixels").get<std::size_t>(), raster.at("pixels").get<std::size_t>(),
      word("licence"), word("licence_url"), word("attribution"), word("citation"), word("sha256"),
      raster.at("tiles").size(), absent, raster.at("tiles").size(), absent, tiles);
}

}  // namespace

std::optional<FetchedRaster> described_raster(const std::filesystem::path& folder, const Product& product,
                                              const std::string& origin, const gis::LonLatBox& box) {
  for (const Json& json : rasters_in(folder)) {
    try {
      if (!is_of_file(json, product.output) || json.at("product") != product.name) continue;
      FetchedRaster raster = raster_of(json, product);
      if (raster.origin == origin && raster.box == box && has_bytes(folder / product.output, raster.sha256))
        return raster;
    } catch (const Json::exception&) {
      continue;  // changed by hand: as good as not there
    }
  }
  return std::nullopt;
}

void describe_raster(const std::filesystem::path& folder, const FetchedRaster& raster) {
  // What was changed by hand so that it cannot be read is left out.
  std::map<std::string, Json> by_file = {{std::string(raster.product->output), json_of(raster)}};
  for (const Json& other : rasters_in(folder)) {
    const std::string file = other.is_object() ? other.value("file", "") : "";
    if (!file.empty() && std::filesystem::exists(folder / file)) by_file.emplace(file, other);
  }
  Json rasters = Json::array();
  std::string text(kHead);
  for (const auto& [file, json] : by_file) {
    try {
      text += text_of(json);
      rasters.push_back(json);
    } catch (const Json::exception&) {
      continue;
    }
  }
  gis::write_text_file(folder / "SOURCES.md", text);
  gis::write_text_file(folder / kSourcesFile, Json{{"rasters", std::move(rasters)}}.dump(1) + "\n");
}

FetchedFolder fetched_folder(const std::filesystem::path& folder) {
  FetchedFolder found{.has_terrain = std::filesystem::exists(folder / copernicus_glo30().output),
                      .has_land_cover = std::filesystem::exists(folder / esa_worldcover().output)};
  for (const Json& json : rasters_in(folder)) {
    try {
      if (is_of_file(json, copernicus_glo30().output)) found.box = box_of(json.at("bbox_deg"));
    } catch (const Json::exception&) {
      continue;
    }
  }
  return found;
}

}  // namespace phusong::intake
