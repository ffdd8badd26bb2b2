#include "gis/zip_writer.h"

#include <cpl_conv.h>

#include <stdexcept>

#include "gis/gdal_support.h"
#include "gis/output_file.h"

namespace phusong::gis {
namespace {

void check_zip(bool is_good, const GdalMessages& messages) {
  if (!is_good) throw std::runtime_error(messages.text());
}

/// GDAL puts no time into an archive that it makes itself.
void write_entries(const std::filesystem::path& path, const std::vector<ZipEntry>& entries) {
  register_gdal();
  const GdalMessages messages;
  void* const archive = CPLCreateZip(path.c_str(), nullptr);
  check_zip(archive != nullptr, messages);
  bool is_good = true;
  for (const ZipEntry& entry : entries) {
    is_good = is_good && CPLCreateFileInZip(archive, entry.name.c_str(), nullptr) == CE_None &&
              CPLWriteFileInZip(archive, entry.content.data(), static_cast<int>(entry.content.size())) == CE_None &&
              CPLCloseFileInZip(archive) == CE_None;
  }
  is_good = CPLCloseZip(archive) == CE_None && is_good;
  check_zip(is_good, messages);
}

}  // namespace

void write_zip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries) {
  OutputFile output(path);
  try {
    write_entries(output.temporary(), entries);
  } catch (const std::runtime_error& error) {
    fail_to_write(path, error.what());
  }
  output.finish();
}

}  // namespace phusong::gis
