#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "sim/report/run_lock.h"

namespace phusong::cli {

/// Whether a file or folder, which may not be there yet, is a folder or lies in it.
bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder);

/// Whether there is a folder of that name; throws UsageError where it is a file. `option` is what the message begins
/// with:
/// "-o", or empty for an argument without one.
bool is_folder(std::string_view option, const std::string& name);

/// Makes a folder where there is none; nobody else works in it as long as the lock lives. Throws UsageError where it
/// cannot be made or is in use.
std::unique_ptr<report::RunLock> lock_folder(const std::filesystem::path& folder);

}  // namespace phusong::cli
