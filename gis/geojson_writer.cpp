#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "gis/cell_text.h"
#include "gis/output_file.h"
#include "gis/vector_writer.h"

namespace phusong::gis {
namespace {

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Numbers keep their fixed decimals, which is why no JSON library writes them.
std::string json_value(const CellValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return json_text(*text);
  const std::string number = text_of(value);
  return number.empty() ? "null" : number;
}

constexpr int kDecimals = 6;

bool is_known(LonLat point) {
  return std::isfinite(point.lon_deg) && std::isfinite(point.lat_deg);
}

std::string coordinates(LonLat point) {
  return fmt::format("[{},{}]", text_of(Number{point.lon_deg, kDecimals}), text_of(Number{point.lat_deg, kDecimals}));
}

std::string geometry(LonLat point) {
  if (!is_known(point)) return "null";
  return fmt::format(R"({{"type":"Point","coordinates":{}}})", coordinates(point));
}

std::string geometry(const LonLatLine& line) {
  if (!is_known(line.from) || !is_known(line.to)) return "null";
  return fmt::format(R"({{"type":"LineString","coordinates":[{},{}]}})", coordinates(line.from), coordinates(line.to));
}

std::string feature(const std::vector<std::string>& keys, const std::vector<CellValue>& row,
                    const std::string& geometry) {
  std::string properties;
  for (std::size_t i = 0; i < row.size(); ++i)
    fmt::format_to(std::back_inserter(properties), "{}{}:{}", i == 0 ? "" : ",", keys[i], json_value(row[i]));
  return fmt::format(R"({{"type":"Feature","properties":{{{}}},"geometry":{}}})", properties, geometry);
}

template <typename Geometry>
void write_geojson(const std::filesystem::path& path, const OutputTable& table,
                   const std::vector<Geometry>& geometries) {
  if (geometries.size() != table.rows.size()) throw std::invalid_argument("a table needs a geometry for each row");
  std::vector<std::string> keys;
  for (const Column& column : table.columns)
    keys.push_back(json_text(column.name));
  std::string content =
      fmt::format("{{\"type\":\"FeatureCollection\",\"name\":{},\"features\":[", json_text(table.name));
  for (std::size_t i = 0; i < geometries.size(); ++i)
    content += (i == 0 ? "\n" : ",\n") + feature(keys, table.rows[i], geometry(geometries[i]));
  write_text_file(path, content + "\n]}\n");
}

}  // namespace

void write_geojson_points(const std::filesystem::path& path, const OutputTable& table,
                          const std::vector<LonLat>& points) {
  write_geojson(path, table, points);
}

void write_geojson_lines(const std::filesystem::path& path, const OutputTable& table,
                         const std::vector<LonLatLine>& lines) {
  write_geojson(path, table, lines);
}

}  // namespace phusong::gis
