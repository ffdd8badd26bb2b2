#include "sim/scenario/synth/province_writer.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "gis/terrain_reader.h"
#include "sim/scenario/scenario.h"

using namespace phusong;

namespace {

/// A folder that goes away with the test.
struct TemporaryFolder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "phusong-synth-test";
  TemporaryFolder() { std::filesystem::remove_all(path); }
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
};

void write(const synth::Destination& destination) {
  const synth::Options options{.size_km = 12.0, .cell_m = 60.0, .hamlets = 20, .masts = 5, .seed = 9};
  const gis::WorkingCrs crs(options.crs);
  synth::write_province(synth::make_province(options, crs), options, crs, destination, "phusong synth here");
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("a synthetic province is a scenario without a fault, its data in a folder apart") {
  const TemporaryFolder folder;
  write({folder.path / "scenarios" / "valley", folder.path / "data" / "valley"});
  const auto scenario = scenario::load_scenario(folder.path / "scenarios" / "valley");
  CHECK(scenario.notes.empty());
  CHECK(scenario.options.scenario.name == "valley");
  CHECK(scenario.network.sites.size() == 5);
  CHECK(scenario.network.hamlets.size() == 20);
  CHECK(scenario.network.operators.size() == 3);
  const gis::Terrain terrain = gis::read_terrain(scenario.terrain_source, scenario.crs);
  CHECK(terrain.grid().columns == 200);
  CHECK(terrain.void_count() == 0);
}

TEST_CASE("the same seed writes the same bytes") {
  const TemporaryFolder folder;
  write({folder.path / "first" / "valley", folder.path / "first" / "valley"});
  write({folder.path / "second" / "valley", folder.path / "second" / "valley"});
  for (const char* file :
       {"terrain.tif", "sites.csv", "cells.csv", "hamlets.csv", "communes.geojson", "scenario.toml", "README.md"}) {
    CAPTURE(file);
    const std::string first = bytes_of(folder.path / "first" / "valley" / file);
    CHECK_FALSE(first.empty());
    CHECK(first == bytes_of(folder.path / "second" / "valley" / file));
  }
}
