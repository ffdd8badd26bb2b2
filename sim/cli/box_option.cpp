#include "sim/cli/box_option.h"

#include <fmt/format.h>

#include <array>

#include "sim/cli/comma_list.h"
#include "sim/cli/exit_code.h"

namespace phusong::cli {
namespace {

using propagation::Limit;

constexpr std::array kEdges = {Limit{.quantity = "west", .min = -180.0, .max = 180.0, .unit = "°"},
                               Limit{.quantity = "south", .min = -90.0, .max = 90.0, .unit = "°"},
                               Limit{.quantity = "east", .min = -180.0, .max = 180.0, .unit = "°"},
                               Limit{.quantity = "north", .min = -90.0, .max = 90.0, .unit = "°"}};
/// About a kilometre: smaller boxes hold no path.
constexpr double kLeastSideDeg = 0.01;

void check_side(const std::string& text, const std::array<double, 4>& edges_deg, std::size_t low, std::size_t high) {
  if (edges_deg[high] - edges_deg[low] >= kLeastSideDeg) return;
  throw UsageError(
      fmt::format("--bbox '{}': {} = {:g}° does not lie {} of {} = {:g}° (allowed: {:g}° more at least; a box "
                  "over the 180° meridian is two boxes)",
                  text, kEdges[high].quantity, edges_deg[high], kEdges[high].quantity, kEdges[low].quantity,
                  edges_deg[low], kLeastSideDeg));
}

}  // namespace

gis::LonLatBox box_in(const std::string& text) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != kEdges.size()) {
    throw UsageError(
        fmt::format("--bbox '{}': four numbers are needed (allowed: W,S,E,N in degrees, as in "
                    "105.1,22.3,105.6,22.8)",
                    text));
  }
  std::array<double, kEdges.size()> edges_deg{};
  for (std::size_t i = 0; i < kEdges.size(); ++i)
    edges_deg[i] = number_in("--bbox", parts[i], kEdges[i]);
  check_side(text, edges_deg, 0, 2);
  check_side(text, edges_deg, 1, 3);
  return {edges_deg[0], edges_deg[1], edges_deg[2], edges_deg[3]};
}

std::string text_of(const gis::LonLatBox& box) {
  return fmt::format("{},{},{},{}", box.west_deg, box.south_deg, box.east_deg, box.north_deg);
}

}  // namespace phusong::cli
