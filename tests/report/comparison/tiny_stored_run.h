#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "../tiny_run.h"
#include "sim/report/hamlet_files.h"
#include "sim/report/stored/stored_run.h"

namespace phusong::tests {

inline void write_file(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

/// Writes what a comparison reads of the run of TinyRun into a folder; `more` are further options of its manifest.
inline report::StoredRun stored_tiny_run(const std::filesystem::path& folder, const TinyRun& tiny,
                                         const nlohmann::json& more = nlohmann::json::object()) {
  std::filesystem::create_directories(folder);
  report::write_hamlet_files(folder, tiny.data(), false);
  nlohmann::json options = {{"scenario.crs", "auto"}, {"report.language", "en"}};
  options.update(more);
  const nlohmann::json manifest = {{"program", "phusong"},
                                   {"version", "1"},
                                   {"instruction_set", "portable"},
                                   {"working_crs", "UTM"},
                                   {"working_crs_id", "EPSG:32648"},
                                   {"inputs", {{{"role", "network.sites"}, {"path", "s.csv"}, {"sha256", "11"}}}},
                                   {"options", options}};
  write_file(folder / "manifest.json", manifest.dump());
  return report::StoredRun::open(folder);
}

}  // namespace phusong::tests
