#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sim/analysis/link/link_budget.h"
#include "sim/cli/common_options.h"

namespace phusong::cli {

/// What `phusong link` is asked: one of a cell and a hamlet, two points, a microwave hop.
struct LinkOptions {
  CommonOptions common;
  std::string output;  ///< picture; empty: none
  std::string cell, hamlet;
  int point = 0;
  std::string from, to;  ///< "LON,LAT,HEIGHT"
  double frequency_mhz = 0.0;
  std::string hop;  ///< "FROM,TO"
  std::string run;  ///< folder whose plan the hop is of; may be empty
};

/// Throws UsageError where not exactly one kind of link is asked for, whole, or the picture has another ending than
/// .svg, .png or .pdf.
void check_link_options(const LinkOptions& options);

/// A place and a height above its ground from "LON,LAT,HEIGHT"; `option` is named in errors. Throws UsageError.
struct PlaceAndHeight {
  gis::LonLat lon_lat;
  double height_m = 0.0;
};
PlaceAndHeight place_and_height(std::string_view option, const std::string& text);

/// The two ids of "FROM,TO". Throws UsageError.
std::pair<std::string, std::string> hop_ends(const std::string& text);

}  // namespace phusong::cli
