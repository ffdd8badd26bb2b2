#pragma once

#include <filesystem>
#include <string_view>

namespace phusong::report {

/// Writes under a temporary name beside `path` and renames, so that a file that exists is whole. Folders are made.
/// Throws std::runtime_error.
void write_text_file(const std::filesystem::path& path, std::string_view text);

}  // namespace phusong::report
