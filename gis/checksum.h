#pragma once

#include <filesystem>
#include <string>

namespace phusong::gis {

/// SHA-256 of a file's bytes as 64 hexadecimal digits in lower case. Throws std::runtime_error when it cannot be read.
std::string sha256_hex(const std::filesystem::path& path);

}  // namespace phusong::gis
