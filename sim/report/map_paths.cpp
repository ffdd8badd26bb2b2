#include "sim/report/map_paths.h"

#include <fmt/format.h>

#include <cctype>

namespace phusong::report {

namespace fs = std::filesystem;

MapNames map_names(network::Technology technology) {
  const std::string prefix = std::string(prefix_of(technology)) + "_";
  return {prefix + std::string(level_quantity_of(technology)) + "_dbm.tif", prefix + "probability.tif",
          prefix + "best_server.tif", prefix + "overlap.tif"};
}

std::string file_name_of(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool hides = c == '.' && result.empty();
    if (hides || std::iscntrl(byte) != 0 || std::string_view("/\\:*?\"<>|~").find(c) != std::string_view::npos) {
      result += fmt::format("~{:02X}", byte);
    } else {
      result += c;
    }
  }
  return result.empty() ? "~" : result;
}

fs::path operator_folder(const fs::path& run, const std::string& operator_name) {
  return run / "coverage" / file_name_of(operator_name);
}

bool maps_exist(const fs::path& run, const std::vector<std::string>& operators,
                const std::vector<network::Technology>& technologies) {
  for (const std::string& name : operators) {
    const fs::path maps = operator_folder(run, name);
    if (!fs::exists(maps / kTerrainGapsMap)) return false;
    for (const network::Technology technology : technologies) {
      const MapNames names = map_names(technology);
      for (const std::string& file : {names.level, names.probability, names.best_server, names.overlap}) {
        if (!fs::exists(maps / file)) return false;
      }
    }
  }
  return true;
}

}  // namespace phusong::report
