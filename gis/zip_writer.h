#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace phusong::gis {

/// A file inside an archive.
struct ZipEntry {
  std::string name;
  std::string content;
};

/// Writes a zip archive, compressed, under a temporary name and renamed. Same bytes for the same content. Throws
/// MachineError naming the file.
void write_zip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries);

}  // namespace phusong::gis
