#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace phusong::tests {

/// The folder of reference values and cases beside the project, or nothing, having said on stdout which
/// test is skipped. PHUSONG_SHARED_DIR overrides the place.
inline std::optional<std::filesystem::path> shared_folder(const std::string& test_name) {
  const char* const set = std::getenv("PHUSONG_SHARED_DIR");
  const std::filesystem::path folder = set != nullptr ? set : PHUSONG_SOURCE_DIR "/../shared";
  if (std::filesystem::is_directory(folder)) return folder;
  std::cout << "SKIPPED: " << test_name << ": ../shared is absent\n";
  return std::nullopt;
}

}  // namespace phusong::tests
