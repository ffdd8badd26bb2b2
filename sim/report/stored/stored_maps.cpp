#include "sim/report/stored/stored_maps.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/map_paths.h"

namespace phusong::report {

std::vector<network::Technology> technologies_of(const StoredRun& run) {
  std::vector<network::Technology> technologies;
  if (!run.has("hamlets.csv")) return technologies;
  const std::vector<gis::Column> columns = run.table("hamlets.csv").columns;
  for (const network::Technology technology : network::kTechnologies) {
    if (std::ranges::find(columns, fmt::format("{}_status", prefix_of(technology)), &gis::Column::name) !=
        columns.end())
      technologies.push_back(technology);
  }
  return technologies;
}

std::vector<std::string> raster_operators_of(const StoredRun& run) {
  std::vector<std::string> operators;
  const nlohmann::ordered_json& names = run.option("service.raster_operators");
  if (!names.is_array()) return operators;
  for (const auto& name : names) {
    if (name.is_string() && exists(operator_folder(run.folder(), name.get<std::string>())))
      operators.push_back(name.get<std::string>());
  }
  return operators;
}

}  // namespace phusong::report
