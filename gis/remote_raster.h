#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "gis/gdal_support.h"
#include "gis/grid.h"
#include "gis/machine_error.h"
#include "gis/raster_frame.h"

namespace phusong::gis {

/// A server did not give what it was asked for, and may do so later: it refused, failed, was too slow, or the
/// connection broke.
class RemoteError : public MachineError {
 public:
  using MachineError::MachineError;
};

/// A GeoTIFF at an http address, of which windows are read by range requests. One thread at a time.
class RemoteRaster {
 public:
  /// Nothing where the server says that there is no such file (404 or 410). A server that sends nothing for
  /// `patience_s` seconds is given up. Throws RemoteError, and InputError where the file is there but is no raster of
  /// one band in WGS84 degrees, north up.
  static std::optional<RemoteRaster> open(const std::string& url, int patience_s);

  const RasterFrame& frame() const { return frame_; }
  /// The whole file's, as the server says.
  std::uint64_t size_bytes() const { return size_bytes_; }
  /// Writes a window as a GeoTIFF of the same type and nodata, under a temporary name and renamed. Throws RemoteError
  /// where the window cannot be read, after which the raster must be opened anew, and MachineError where `path` cannot
  /// be written.
  void copy_window(const GridWindow& window, const std::filesystem::path& path);

 private:
  RemoteRaster(std::string url, int patience_s) : url_(std::move(url)), patience_s_(patience_s) {}
  void read_frame();

  std::string url_;
  int patience_s_ = 0;
  DatasetPtr dataset_;
  RasterFrame frame_;
  std::uint64_t size_bytes_ = 0;
};

}  // namespace phusong::gis
