#include <fmt/format.h>

#include <array>
#include <map>
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
constexpr const char* kOperatorsFile = "hamlets_by_operator.csv";

/// Where a status stands.
struct StatusPlace {
  std::string file, hamlet_id, key;
};

Status status_of(const std::string& name, const StatusPlace& place) {
  for (const Status status : std::array{Status::kCovered, Status::kHollow, Status::kWhite, Status::kUnknown})
    if (name == coverage::name_of(status)) return status;
  gis::fail(place.file,
            fmt::format("hamlet {}: {} = '{}': is not a status; make the run again", place.hamlet_id, place.key, name));
}

Status status_in(const HamletObject& properties, const std::string& key, const StoredRun& run) {
  return status_of(stored_text_of(properties, key),
                   {run.path_of(kHamletsFile).string(), stored_text_of(properties, "hamlet_id"), key});
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

/// What each operator alone gives a hamlet.
using OperatorServices = std::map<std::string, network::PerTechnology<analysis::HamletService>, std::less<>>;

std::map<std::string, OperatorServices> read_operators(const StoredRun& run) {
  const StoredTable table(run, kOperatorsFile);
  std::map<std::string, OperatorServices> hamlets;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const std::string hamlet_id = table.text(row, "hamlet_id");
    const auto technology = network::technology_from_name(table.text(row, "technology"));
    if (!technology) continue;
    hamlets[hamlet_id][table.text(row, "operator")][*technology] = {
        .status = status_of(table.text(row, "status"), {run.path_of(kOperatorsFile).string(), hamlet_id, "status"}),
        .level_dbm = table.number(row, "level_dbm"),
        .share = table.number(row, "share").value_or(0.0)};
  }
  return hamlets;
}

/// Adds what the operators alone give the hamlets, which their file must have of each.
void add_operators(const StoredRun& run, const std::vector<std::string>& operators,
                   std::vector<analysis::ComparedHamlet>& hamlets) {
  std::map<std::string, OperatorServices> services = read_operators(run);
  for (analysis::ComparedHamlet& hamlet : hamlets) {
    hamlet.by_operator = std::move(services[hamlet.hamlet_id]);
    for (const std::string& name : operators) {
      if (hamlet.by_operator.contains(name)) continue;
      gis::fail(run.path_of(kOperatorsFile).string(),
                fmt::format("hamlet {}: has no row of operator '{}'; make the run again", hamlet.hamlet_id, name));
    }
  }
}

}  // namespace

std::vector<analysis::ComparedHamlet> read_compared_hamlets(const StoredRun& run,
                                                            const std::vector<network::Technology>& technologies,
                                                            const std::vector<std::string>& operators) {
  const HamletObject collection = run.json(kHamletsFile);
  std::vector<analysis::ComparedHamlet> hamlets;
  for (const HamletObject& feature : collection.at("features"))
    hamlets.push_back(hamlet_in(feature, technologies, run));
  add_operators(run, operators, hamlets);
  return hamlets;
}

}  // namespace phusong::report
