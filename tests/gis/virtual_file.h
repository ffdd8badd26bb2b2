#pragma once

#include <cpl_vsi.h>

#include <string>

namespace phusong::tests {

/// A file in GDAL's memory file system for as long as it lives.
class VirtualFile {
 public:
  VirtualFile(const std::string& name, const std::string& content) : path_("/vsimem/" + name) {
    VSILFILE* const file = VSIFOpenL(path_.c_str(), "wb");
    VSIFWriteL(content.data(), 1, content.size(), file);
    VSIFCloseL(file);
  }
  ~VirtualFile() { VSIUnlink(path_.c_str()); }
  VirtualFile(const VirtualFile&) = delete;
  VirtualFile& operator=(const VirtualFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace phusong::tests
