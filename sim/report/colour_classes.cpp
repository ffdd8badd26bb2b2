#include "sim/report/colour_classes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace phusong::report {
namespace {

constexpr double kTop = std::numeric_limits<double>::infinity();
/// Of the lowest class: the ground is to be seen through its black.
constexpr int kLowestAlpha = 130;
/// Of places where nothing has changed.
constexpr int kFaintAlpha = 110;

ColourStops gsm_and_umts_level_colours() {
  return {{-105, "#000000", "< -105", kLowestAlpha},
          {-95, "#e31a1c", "-105 … -95"},
          {-85, "#ffe21a", "-95 … -85"},
          {-75, "#8fd744", "-85 … -75"},
          {-65, "#1b7837", "-75 … -65"},
          {kTop, "#2166ac", "≥ -65"}};
}

ColourStops ci_colours() {
  return {{9, "#d7191c", "< 9"},
          {12, "#fdae61", "9 … 12"},
          {15, "#ffffbf", "12 … 15"},
          {20, "#a6d96a", "15 … 20"},
          {kTop, "#1a9641", "≥ 20"}};
}

ColourStops ecio_colours() {
  return {{-16, "#d7191c", "< -16"},
          {-13, "#fdae61", "-16 … -13"},
          {-10, "#ffffbf", "-13 … -10"},
          {-7, "#a6d96a", "-10 … -7"},
          {kTop, "#1a9641", "≥ -7"}};
}

ColourStops sinr_colours() {
  return {{0, "#d7191c", "< 0"},
          {5, "#fdae61", "0 … 5"},
          {10, "#ffffbf", "5 … 10"},
          {20, "#a6d96a", "10 … 20"},
          {kTop, "#1a9641", "≥ 20"}};
}

/// Classes of 10 dB from the threshold up; clear below it.
ColourStops steps_above(double threshold_dbm) {
  constexpr double kStepDb = 10.0;
  constexpr std::array kColours = {"#e31a1c", "#ffe21a", "#8fd744", "#1b7837", "#2166ac"};
  ColourStops stops = {{threshold_dbm, "#000000", fmt::format("< {}", threshold_dbm), 0}};
  for (const char* const colour : kColours) {
    const double from_dbm = stops.back().value;
    const bool is_last = stops.size() == kColours.size();
    stops.push_back({is_last ? kTop : from_dbm + kStepDb, colour,
                     is_last ? fmt::format("≥ {}", from_dbm) : fmt::format("{} … {}", from_dbm, from_dbm + kStepDb)});
  }
  return stops;
}

}  // namespace

ColourStops level_colours(network::Technology technology, double threshold_dbm) {
  using network::Technology;
  if (technology == Technology::k4G || technology == Technology::k5G) return steps_above(threshold_dbm);
  return gsm_and_umts_level_colours();
}

ColourStops ratio_colours(network::Technology technology) {
  using network::Technology;
  if (technology == Technology::k2G) return ci_colours();
  return technology == Technology::k3G ? ecio_colours() : sinr_colours();
}

ColourStops throughput_colours() {
  return {{2, "#d7191c", "< 2"},
          {5, "#fdae61", "2 … 5"},
          {10, "#ffffbf", "5 … 10"},
          {30, "#a6d96a", "10 … 30"},
          {kTop, "#1a9641", "≥ 30"}};
}

ColourStops probability_colours() {
  return {{0.0, "#d7191c", "0"}, {0.5, "#ffffbf", "0.5"}, {1.0, "#1a9641", "1"}};
}

ColourStops overlap_colours() {
  return {{1, "#1a9641", "1"}, {2, "#a6d96a", "2"}, {3, "#ffffbf", "3"}, {4, "#fdae61", "4"}, {kTop, "#d7191c", "> 4"}};
}

ColourStops difference_colours() {
  return {{-20, "#b2182b", "< -20"},
          {-10, "#d6604d", "-20 … -10"},
          {-5, "#f4a582", "-10 … -5"},
          {-1, "#fddbc7", "-5 … -1"},
          {1, "#f7f7f7", "-1 … 1", kFaintAlpha},
          {5, "#d1e5f0", "1 … 5"},
          {10, "#92c5de", "5 … 10"},
          {20, "#4393c3", "10 … 20"},
          {kTop, "#2166ac", "≥ 20"}};
}

ColourStops terrain_gaps_colours() {
  return {{0.0, "#c51b7d", "0", 0}, {1.0, "#c51b7d", "1", 255}};
}

std::string distinct_colour(std::uint16_t n) {
  constexpr double kGoldenRatio = 0.6180339887498949;
  const double hue = std::fmod(n * kGoldenRatio, 1.0);
  const double value = 0.6 + 0.2 * (n % 3);
  const auto channel = [&](double shift) {
    const double distance = std::abs(std::fmod(hue + shift, 1.0) * 6.0 - 3.0) - 1.0;  // HSV to RGB
    return static_cast<int>(std::lround(255.0 * value * (1.0 - 0.7 * (1.0 - std::clamp(distance, 0.0, 1.0)))));
  };
  return fmt::format("#{:02x}{:02x}{:02x}", channel(0.0), channel(2.0 / 3.0), channel(1.0 / 3.0));
}

}  // namespace phusong::report
