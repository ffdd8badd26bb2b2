#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "gis/coordinates.h"

namespace phusong::gis {

/// Outlines of areas, such as communes, from a map file of polygons in any CRS with a known datum shift (WGS84 where
/// the file states none). One object is used by one thread at a time.
class Outlines {
 public:
  /// Throws InputError where the file cannot be read, or holds no polygon.
  explicit Outlines(const std::filesystem::path& path);
  Outlines(Outlines&&) noexcept;
  Outlines& operator=(Outlines&&) noexcept;
  ~Outlines();

  /// The areas that a place lies in, the edges included, in the file's order.
  std::vector<std::size_t> containing(LonLat place) const;
  /// The texts in the attributes of an area, its names among them.
  const std::vector<std::string>& texts(std::size_t area) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace phusong::gis
