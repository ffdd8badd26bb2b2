#include "sim/report/manifest.h"

#include <nlohmann/json.hpp>

#include "gis/checksum.h"
#include "sim/report/build_info.h"
#include "sim/report/json_text.h"
#include "sim/report/warnings.h"
#include "sim/version.h"

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

Json inputs_json(const scenario::Scenario& scenario) {
  Json json = Json::array();
  for (const scenario::InputFile& input : scenario.inputs)
    json.push_back({{"role", input.role}, {"path", input.path}, {"sha256", gis::sha256_hex(input.absolute_path)}});
  return json;
}

Json options_json(const scenario::Options& options) {
  Json json = Json::object();
  for (const auto& [key, value] : scenario::effective_options(options))
    json[key] = Json::parse(value);
  return json;
}

Json counts_json(const RunData& run, const gis::Terrain& terrain) {
  const coverage::CoverageCounts& counts = run.coverage.counts;
  return {{"sites", run.network().sites.size()},
          {"sites_off_terrain", run.coverage.places.sites_off_terrain.size()},
          {"cells", run.network().cells.size()},
          {"hamlets", run.network().hamlets.size()},
          {"hamlets_off_terrain", run.coverage.places.hamlets_off_terrain.size()},
          {"points", run.coverage.points.size()},
          {"paths", counts.paths},
          {"short_paths", counts.short_paths},
          {"gap_paths", counts.gap_paths},
          {"model_violations", counts.model_violations},
          {"terrain_columns", terrain.grid().columns},
          {"terrain_rows", terrain.grid().rows},
          {"terrain_voids", terrain.void_count()}};
}

}  // namespace

std::string run_identity(const scenario::Scenario& scenario) {
  return json_text({{"program", "phusong"},
                    {"version", kVersion},
                    {"instruction_set", instruction_set()},
                    {"inputs", inputs_json(scenario)},
                    {"options", options_json(scenario.options)}});
}

std::string manifest_json(const std::string& identity, const RunData& run, const gis::Terrain& terrain) {
  Json json = Json::parse(identity);
  json["working_crs"] = run.scenario.crs.name();
  json["working_crs_id"] = run.scenario.crs.definition();
  json["counts"] = counts_json(run, terrain);
  json["warnings"] = warnings(run.scenario, run.coverage.places);
  return json_text(json);
}

std::string identity_of_manifest(const std::string& manifest) {
  Json json = Json::parse(manifest);
  for (const char* const key : {"working_crs", "working_crs_id", "counts", "warnings"})
    json.erase(key);
  return json_text(json);
}

}  // namespace phusong::report
