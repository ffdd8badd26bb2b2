#include "sim/report/comparison/difference_maps.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/output_file.h"
#include "sim/report/map_paths.h"
#include "sim/report/qgis/raster_styles.h"

namespace phusong::report {
namespace {

namespace fs = std::filesystem;

fs::path level_map(const StoredRun& run, const std::string& operator_name, network::Technology technology) {
  return operator_folder(run.folder(), operator_name) / map_names(technology).level;
}

std::vector<MapPair> pairs_of_operator(const StoredRun& run_a, const StoredRun& run_b, const std::string& operator_name,
                                       const std::vector<network::Technology>& technologies) {
  std::vector<MapPair> pairs;
  for (const network::Technology technology : technologies) {
    MapPair pair{operator_name, technology, level_map(run_a, operator_name, technology),
                 level_map(run_b, operator_name, technology),
                 fmt::format("{}_difference_db.tif", network::prefix_of(technology))};
    if (exists(pair.a) && exists(pair.b)) pairs.push_back(std::move(pair));
  }
  return pairs;
}

/// The operator whose differences lie in the folder itself.
std::string first_operator(const std::vector<MapPair>& pairs, const ComparisonData& data) {
  const bool has_main = data.a.main_operator == data.b.main_operator &&
                        std::ranges::count(pairs, data.a.main_operator, &MapPair::operator_name) > 0;
  if (has_main) return data.a.main_operator;
  return pairs.empty() ? std::string() : pairs.front().operator_name;
}

}  // namespace

bool has_maps(const StoredRun& run, const analysis::ComparedRun& compared) {
  return std::ranges::any_of(compared.operators, [&](const std::string& operator_name) {
    return std::ranges::any_of(compared.technologies, [&](network::Technology technology) {
      return exists(level_map(run, operator_name, technology));
    });
  });
}

std::vector<MapPair> map_pairs(const StoredRun& run_a, const StoredRun& run_b, const ComparisonData& data) {
  std::vector<MapPair> pairs;
  for (const std::string& operator_name : data.changes.operators.compared) {
    std::ranges::move(pairs_of_operator(run_a, run_b, operator_name, data.changes.technologies),
                      std::back_inserter(pairs));
  }
  const std::string first = first_operator(pairs, data);
  for (MapPair& pair : pairs) {
    gis::require_same_grid(pair.a, pair.b);
    if (pair.operator_name != first) pair.file = fmt::format("{}/{}", file_name_of(pair.operator_name), pair.file);
  }
  std::stable_partition(pairs.begin(), pairs.end(), [&](const MapPair& pair) { return pair.operator_name == first; });
  return pairs;
}

std::vector<MapDifference> write_difference_maps(const fs::path& folder, const std::vector<MapPair>& pairs) {
  std::vector<MapDifference> differences;
  for (const MapPair& pair : pairs) {
    const fs::path path = folder / pair.file;
    fs::create_directories(path.parent_path());
    gis::write_text_file(fs::path(path).replace_extension(".qml"), difference_style());
    const std::string description =
        fmt::format("{} level of B less that of A, strongest cell", network::name_of(pair.technology));
    differences.push_back({pair.operator_name, pair.technology, pair.file,
                           gis::write_difference(pair.a, pair.b, path, {description, "dB"})});
  }
  return differences;
}

}  // namespace phusong::report
