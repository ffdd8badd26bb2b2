#pragma once

#include <filesystem>

namespace phusong::report {

/// A path from the root on without symbolic links, also of what is not there yet, which std::filesystem leaves
/// relative.
inline std::filesystem::path whole_path(const std::filesystem::path& path) {
  return std::filesystem::weakly_canonical(std::filesystem::absolute(path));
}

}  // namespace phusong::report
