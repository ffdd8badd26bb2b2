#include "sim/report/map_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "sim/network/interference.h"

namespace phusong::report {

namespace fs = std::filesystem;

MapNames map_names(network::Technology technology) {
  const std::string prefix = std::string(prefix_of(technology)) + "_";
  return {.level = fmt::format("{}{}_dbm.tif", prefix, level_quantity_of(technology)),
          .probability = prefix + "probability.tif",
          .best_server = prefix + "best_server.tif",
          .overlap = prefix + "overlap.tif",
          .ratio = fmt::format("{}{}_db.tif", prefix, ratio_quantity_of(technology)),
          .throughput = network::has_throughput(technology) ? prefix + "throughput_mbps.tif" : std::string()};
}

std::string_view ratio_words(network::Technology technology) {
  switch (technology) {
    case network::Technology::k2G:
      return "C/I";
    case network::Technology::k3G:
      return "Ec/Io";
    case network::Technology::k4G:
    case network::Technology::k5G:
      break;
  }
  return "SINR";
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
                const std::vector<network::Technology>& technologies, bool with_quality) {
  for (const std::string& name : operators) {
    const fs::path maps = operator_folder(run, name);
    if (!fs::exists(maps / kTerrainGapsMap)) return false;
    for (const network::Technology technology : technologies) {
      const MapNames names = map_names(technology);
      std::vector<std::string> files = {names.level, names.probability, names.best_server, names.overlap};
      if (with_quality) files.push_back(names.ratio);
      if (with_quality && !names.throughput.empty()) files.push_back(names.throughput);
      const auto exists = [&](const std::string& file) { return fs::exists(maps / file); };
      if (!std::ranges::all_of(files, exists)) return false;
    }
  }
  return true;
}

}  // namespace phusong::report
