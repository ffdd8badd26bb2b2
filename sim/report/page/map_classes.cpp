#include "sim/report/page/map_classes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace phusong::report {
namespace {

constexpr std::size_t kPaletteSize = 256;
constexpr gis::PictureColour kClear{0, 0, 0, 0};

/// A picture whose first colour is clear, each pixel by `place_of` its value.
template <class PlaceOf>
gis::PalettePicture picture_of(const gis::WebRaster& raster, std::vector<gis::PictureColour> palette,
                               const PlaceOf& place_of) {
  gis::PalettePicture picture{
      .columns = raster.columns, .rows = raster.rows, .pixels = {}, .palette = std::move(palette)};
  picture.pixels.reserve(raster.values.size());
  for (const float value : raster.values)
    picture.pixels.push_back(std::isnan(value) ? std::uint8_t{0} : static_cast<std::uint8_t>(place_of(value)));
  return picture;
}

/// The colour at a place on a ramp.
gis::PictureColour colour_on(const ColourStops& ramp, double value) {
  auto above = std::ranges::find_if(ramp, [=](const ColourStop& stop) { return stop.value >= value; });
  if (above == ramp.begin()) ++above;
  const ColourStop& high = above == ramp.end() ? ramp.back() : *above;
  const ColourStop& low = *std::prev(above);
  const double part = std::clamp((value - low.value) / (high.value - low.value), 0.0, 1.0);
  const gis::PictureColour from = gis::colour_of(low.colour, low.alpha), to = gis::colour_of(high.colour, high.alpha);
  const auto between = [=](std::uint8_t one, std::uint8_t other) {
    return static_cast<std::uint8_t>(std::lround(one + part * (other - one)));
  };
  return {between(from.red, to.red), between(from.green, to.green), between(from.blue, to.blue),
          between(from.alpha, to.alpha)};
}

}  // namespace

gis::PalettePicture classified(const gis::WebRaster& raster, const ColourStops& classes) {
  std::vector<gis::PictureColour> palette = {kClear};
  for (const ColourStop& stop : classes)
    palette.push_back(gis::colour_of(stop.colour, stop.alpha));
  return picture_of(raster, std::move(palette), [&](float value) {
    const auto below = [=](const ColourStop& stop) { return stop.value < static_cast<double>(value); };
    const auto place = std::ranges::find_if_not(classes, below);
    return 1 + std::min(place - classes.begin(), static_cast<std::ptrdiff_t>(classes.size()) - 1);
  });
}

gis::PalettePicture distinct_classes(const gis::WebRaster& raster) {
  constexpr long kColours = kPaletteSize - 1;
  std::vector<gis::PictureColour> palette = {kClear};
  for (std::uint16_t i = 1; i <= kColours; ++i)
    palette.push_back(gis::colour_of(distinct_colour(i)));
  return picture_of(raster, std::move(palette),
                    [](float value) { return value < 1.0F ? 0L : 1 + (std::lround(value) - 1) % kColours; });
}

gis::PalettePicture grey_shades(const gis::WebRaster& raster) {
  constexpr int kShades = 24, kDarkest = 100;  // what is drawn over a shadow must be seen
  constexpr float kBrightest = 255.0F;
  std::vector<gis::PictureColour> palette = {kClear};
  for (int shade = 0; shade < kShades; ++shade) {
    const auto grey = static_cast<std::uint8_t>(kDarkest + shade * (255 - kDarkest) / (kShades - 1));
    palette.push_back({grey, grey, grey});
  }
  return picture_of(raster, std::move(palette), [](float value) {
    return 1 + std::clamp(static_cast<int>(value / kBrightest * kShades), 0, kShades - 1);
  });
}

ColourStops classes_of_ramp(const ColourStops& ramp) {
  constexpr int kClasses = 10;
  const double from = ramp.front().value, step = (ramp.back().value - from) / kClasses;
  ColourStops classes;
  for (int i = 0; i < kClasses; ++i) {
    const gis::PictureColour colour = colour_on(ramp, from + (i + 0.5) * step);
    classes.push_back({.value = from + (i + 1) * step,
                       .colour = fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue),
                       .label = fmt::format("{:.1f} … {:.1f}", from + i * step, from + (i + 1) * step),
                       .alpha = colour.alpha});
  }
  return classes;
}

nlohmann::ordered_json legend_json(const ColourStops& classes) {
  nlohmann::ordered_json legend = nlohmann::ordered_json::array();
  for (const ColourStop& stop : classes)
    if (stop.alpha > 0) legend.push_back({{"colour", stop.colour}, {"label", stop.label}});
  return legend;
}

}  // namespace phusong::report
