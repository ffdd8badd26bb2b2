#include "gis/input_file.h"

#include <cpl_vsi.h>

#include <memory>

#include "gis/gdal_support.h"

namespace phusong::gis {
namespace {

struct FileCloser {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using FilePtr = std::unique_ptr<VSILFILE, FileCloser>;

/// What is wrong with the file, or an empty text.
std::string fault_of(const std::string& path) {
  const GdalMessages silent;
  VSIStatBufL status;
  if (path.empty() || VSIStatL(path.c_str(), &status) != 0) return "does not exist";
  if (VSI_ISDIR(status.st_mode)) return "is a directory, not a file";
  // Opening a pipe waits for somebody to write into it.
  if (!VSI_ISREG(status.st_mode)) return "is a pipe or a device, not a file";
  if (FilePtr(VSIFOpenL(path.c_str(), "rb")) == nullptr) return "cannot be read (permission?)";
  if (status.st_size == 0) return "is empty";
  return "";
}

}  // namespace

bool check_input_file(const std::filesystem::path& path, Problems& problems) {
  const std::string fault = fault_of(path.string());
  if (!fault.empty()) problems.add({.file = path.string(), .message = fault});
  return fault.empty();
}

std::optional<std::string> read_input_file(const std::filesystem::path& path, Problems& problems) {
  if (!check_input_file(path, problems)) return std::nullopt;
  const FilePtr file(VSIFOpenL(path.c_str(), "rb"));
  std::string content;
  std::string block(1 << 20, '\0');
  while (const std::size_t count = VSIFReadL(block.data(), 1, block.size(), file.get()))
    content.append(block, 0, count);
  return content;
}

}  // namespace phusong::gis
