#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "gis/problem.h"
#include "sim/report/comparison/compared_run_reader.h"
#include "sim/report/comparison/stored_values.h"

namespace phusong::report {
namespace {

using coverage::Status;
using HamletObject = nlohmann::ordered_json;

/// GeoJSON has numbers as numbers, whatever report.csv says of tables.
constexpr const char* kHamletsFile = "hamlets.geojson";

Status status_in(const HamletObject& properties, const std::string& key, const StoredRun& run) {
  const std::string name = stored_text_of(properties, key);
  for (const Status status : std::array{Status::kCovered, Status::kHollow, Status::kWhite, Status::kUnknown})
    if (name == coverage::name_of(status)) return status;
  gis::fail(run.path_of(kHamletsFile).string(), fmt::format("hamlet {}: {} = '{}': is not a status; make the run again",
                                                            stored_text_of(properties, "hamlet_id"), key, name));
}

analysis::ComparedHamlet hamlet_in(const HamletObject& feature, const std::vector<network::Technology>& technologies,
                                   const StoredRun& run) {
  const HamletObject& properties = feature.at("properties");
  analysis::ComparedHamlet hamlet{
      .hamlet_id = stored_text_of(properties, "hamlet_id"),
      .name = stored_text_of(properties, "name"),
      .commune = stored_text_of(properties, "commune"),
      .district = stored_text_of(properties, "district"),
      .province = stored_text_of(properties, "province"),
      .population = static_cast<std::int64_t>(stored_number(properties, "population").value_or(0.0)),
      .lon_lat = {},
      .by_technology = {},
      .target = {.status = status_in(properties, "status", run), .share = properties.at("share").get<double>()}};
  if (hamlet.name.empty()) hamlet.name = hamlet.hamlet_id;
  const HamletObject& position = feature.at("geometry").at("coordinates");
  hamlet.lon_lat = {position.at(0).get<double>(), position.at(1).get<double>()};
  for (const network::Technology technology : technologies) {
    const std::string prefix = fmt::format("{}_", network::prefix_of(technology));
    hamlet.by_technology[technology] = {.status = status_in(properties, prefix + "status", run),
                                        .level_dbm = stored_number(properties, prefix + "level_dbm"),
                                        .share = properties.at(prefix + "share").get<double>()};
  }
  return hamlet;
}

}  // namespace

std::vector<analysis::ComparedHamlet> read_compared_hamlets(const StoredRun& run,
                                                            const std::vector<network::Technology>& technologies) {
  const HamletObject collection = run.json(kHamletsFile);
  std::vector<analysis::ComparedHamlet> hamlets;
  for (const HamletObject& feature : collection.at("features"))
    hamlets.push_back(hamlet_in(feature, technologies, run));
  return hamlets;
}

}  // namespace phusong::report
