#include "sim/scenario/synth/province_writer.h"

#include <fmt/format.h>

#include "gis/height_writer.h"
#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/scenario/synth/province_tables.h"

namespace phusong::synth {
namespace {

// Ranges are modest: valleys end the reach of a mast long before, and the maps stay quick.
constexpr const char* kScenario = R"toml(# A synthetic province: ground, people, masts and operators do not exist.

[scenario]
name  = "{name}"
title = "Tỉnh Giả Định (số liệu giả lập)"
crs   = "{crs}"
synthetic = true

[terrain]
elevation      = "{data}terrain.tif"
elevation_kind = "dtm"
cell_size_m    = {cell_m}

[network]
sites    = "{data}sites.csv"
cells    = "{data}cells.csv"
hamlets  = "{data}hamlets.csv"
communes = "{data}communes.geojson"

[propagation]
max_range_km = {{ "2G" = 15, "3G" = 8, "4G" = 10 }}

[plan]
target = {{ technologies = ["3G", "4G"], hamlet_share = 0.985 }}
)toml";

constexpr const char* kReadme = R"(# Synthetic province

Made by a program. The ground, the hamlets and their names, the people, the masts and the operators do not exist, and
nothing here says anything about the real country at these coordinates.

Made by

    {command}

which gives the same bytes again. Licence: CC0-1.0, public domain.

| file | what |
|---|---|
| `terrain.tif` | {size_km} × {size_km} km of limestone ridges, towers and valleys, {cell_m} m cells, whole metres, {crs} |
| `hamlets.csv` | {hamlets} hamlets in {communes} communes, {people} people |
| `sites.csv`, `cells.csv` | {masts} masts of three fictive operators, {cells} cells of 2G, 3G and 4G |
| `communes.geojson` | outlines of the communes |

Masts stand near people on ground that a road would reach, communes' seats first, so the hamlets with weak signal are
those that a ridge hides from every mast.
)";

std::string readme(const Province& province, const Options& options, const std::string& command) {
  std::int64_t people = 0;
  for (const network::Hamlet& hamlet : province.settlements.hamlets)
    people += hamlet.population;
  return fmt::format(
      kReadme, fmt::arg("command", command), fmt::arg("size_km", options.size_km), fmt::arg("cell_m", options.cell_m),
      fmt::arg("crs", options.crs), fmt::arg("hamlets", province.settlements.hamlets.size()),
      fmt::arg("communes", province.settlements.communes.size()), fmt::arg("people", people),
      fmt::arg("masts", province.stations.sites.size()), fmt::arg("cells", province.stations.sectors.size()));
}

// "" for the same folder, else "../../data-samples/x/".
std::string data_prefix(const Destination& destination) {
  const auto relative = std::filesystem::relative(destination.data, destination.scenario);
  return relative == "." ? "" : relative.generic_string() + "/";
}

std::string folder_name(const std::filesystem::path& folder) {
  return std::filesystem::canonical(folder).filename().string();
}

}  // namespace

void write_province(const Province& province, const Options& options, const gis::WorkingCrs& crs,
                    const Destination& destination, const std::string& command) {
  const auto& data = destination.data;
  std::filesystem::create_directories(destination.scenario);
  std::filesystem::create_directories(data);
  gis::write_heights(data / "terrain.tif", province.grid, crs, province.heights_m);
  gis::write_csv(data / "sites.csv", sites_table(province), gis::CsvStyle::kComma);
  gis::write_csv(data / "cells.csv", cells_table(province), gis::CsvStyle::kComma);
  gis::write_csv(data / "hamlets.csv", hamlets_table(province), gis::CsvStyle::kComma);
  gis::write_text_file(data / "communes.geojson", communes_geojson(province, crs));
  gis::write_text_file(data / "README.md", readme(province, options, command));
  gis::write_text_file(
      destination.scenario / "scenario.toml",
      fmt::format(kScenario, fmt::arg("name", folder_name(destination.scenario)), fmt::arg("crs", options.crs),
                  fmt::arg("data", data_prefix(destination)), fmt::arg("cell_m", options.cell_m)));
}

}  // namespace phusong::synth
