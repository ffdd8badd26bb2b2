#include "gis/elevation_check.h"

#include <fmt/format.h>

#include "gis/picture_bands.h"
#include "gis/vrt_source.h"

namespace phusong::gis {
namespace {

void check_unit(RasterSource& source, Problems& problems, std::vector<InputNote>& notes) {
  const std::optional<HeightUnit> unit = height_unit_of(source.unit);
  if (!unit) {
    const bool is_many = source.unit.find(", ") != std::string::npos;
    problems.add({.file = source.file,
                  .value = source.unit,
                  .message = is_many ? "are the units of its files, which must have one"
                                     : "is the unit of its heights, which is not known",
                  .allowed = known_height_units()});
    return;
  }
  source.height_unit = *unit;
  if (unit->metres != 1.0)
    notes.push_back({.kind = InputNote::Kind::kHeightUnit, .file = source.file, .names = std::string(unit->name)});
}

}  // namespace

void check_heights(RasterSource& source, Problems& problems, std::vector<InputNote>& notes) {
  if (const std::string reason = picture_reason(*source.dataset); !reason.empty()) {
    problems.add({.file = source.file,
                  .message = reason + ": a picture, or more than heights",
                  .allowed = "one band of heights, beside it at most an alpha band"});
  }
  if (const auto hiding = warp_that_hides_gaps(*source.dataset)) {
    problems.add({.file = source.file,
                  .value = *hiding,
                  .message =
                      "is a warped VRT, or what one is made from, and says no nodata value: ground that it lacks "
                      "looks like ground of 0 m",
                  .allowed = "gdalbuildvrt with -vrtnodata and gdalwarp with -dstnodata or -dstalpha"});
  }
  check_unit(source, problems, notes);
}

void check_pixel_count(const std::vector<ElevationTiles>& sets) {
  double pixels = 0.0;
  for (const ElevationTiles& set : sets) {
    pixels += static_cast<double>(set.frame.pixel_count());
    if (pixels <= kMostPixels) continue;
    fail(set.tiles.front()->file,
         fmt::format("{} × {} pixels: the elevation would need {} of memory; at most {:.0e} pixels are read",
                     set.frame.columns, set.frame.rows, memory_text(pixels), kMostPixels));
  }
}

std::vector<InputNote> notes_on(const std::vector<OutsideRange>& outside, HeightRange range) {
  std::vector<InputNote> notes;
  for (const OutsideRange& one : outside) {
    if (one.count == 0) continue;
    notes.push_back({.kind = InputNote::Kind::kOutsideRange,
                     .file = one.file,
                     .count = one.count,
                     .least = one.least_m,
                     .greatest = one.greatest_m,
                     .valid_min = range.min_m,
                     .valid_max = range.max_m});
  }
  return notes;
}

std::string memory_text(double values) {
  constexpr double kBytesPerValue = 4.0;
  constexpr double kGibibyte = 1024.0 * 1024.0 * 1024.0;
  return fmt::format("{:.{}f} GiB", values * kBytesPerValue / kGibibyte, values < 1e9 ? 2 : 0);
}

}  // namespace phusong::gis
