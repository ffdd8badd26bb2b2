#include "sim/cli/output_folder.h"

#include <fmt/format.h>

#include "sim/cli/exit_code.h"
#include "sim/report/whole_path.h"

namespace phusong::cli {

bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder) {
  const std::filesystem::path relative = report::whole_path(file).lexically_relative(report::whole_path(folder));
  return !relative.empty() && *relative.begin() != "..";
}

bool is_folder(std::string_view option, const std::string& name) {
  if (!std::filesystem::exists(name)) return false;
  if (std::filesystem::is_directory(name)) return true;
  throw UsageError(fmt::format("{}{}'{}': is a file, not a folder", option, option.empty() ? "" : " ", name));
}

std::unique_ptr<report::RunLock> lock_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw UsageError(fmt::format("-o '{}': {}", folder.string(), error.message()));
  auto lock = std::make_unique<report::RunLock>(folder);
  if (!lock->is_held()) {
    throw UsageError(
        fmt::format("-o '{}': is in use by another run; wait for its end or choose another", folder.string()));
  }
  return lock;
}

}  // namespace phusong::cli
