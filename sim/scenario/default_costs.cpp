#include "sim/scenario/default_costs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace phusong::scenario {
namespace {

constexpr const char* kOughton = "edwardoughton/podis; ITU Connectivity Planning Platform: not Vietnamese";
constexpr const char* kGuess = "not verified";

/// An assumption and where it is from.
struct Assumption {
  const char* item;
  const char* unit;
  double cost_million_vnd;
  double opex_million_vnd_per_year;
  const char* basis;
  const char* source;
};

// Opex is 10 % of the cost to build a year, where nothing else is said.
constexpr double kMastHeightM = 42.0;
constexpr Assumption kMast = {"mast_<height>m",
                              "mast",
                              375.0,
                              37.5,
                              "42 m: tower 10,000 USD and civil works 5,000 USD; other heights in proportion",
                              kOughton};
constexpr std::array kAssumptions = {
    Assumption{"pole", "pole", 75.0, 7.5, "3,000 USD", kGuess},
    Assumption{"radio_2g", "site", 600.0, 60.0, "24,000 USD for 3 sectors, whatever the technology", kOughton},
    Assumption{"radio_3g", "site", 600.0, 60.0, "as radio_2g", kOughton},
    Assumption{"radio_4g", "site", 600.0, 60.0, "as radio_2g", kOughton},
    Assumption{"radio_5g", "site", 600.0, 60.0, "as radio_2g", kOughton},
    Assumption{"colocation", "site", 50.0, 36.0, "strengthening of the mast; rent of 3 million VND a month", kGuess},
    Assumption{"fibre_per_km", "km", 225.0, 22.5, "9,000 USD (8,000 to 10,000)", kOughton},
    Assumption{"microwave_hop", "hop", 500.0, 50.0, "20,000 USD (10,000 to 40,000)", kOughton},
    Assumption{"satellite_terminal", "terminal", 125.0, 240.0, "5,000 USD; capacity of 20 million VND a month", kGuess},
    Assumption{"solar_power", "site", 250.0, 25.0, "10,000 USD with batteries", kGuess},
    Assumption{"grid_connection", "connection", 25.0, 24.0, "1,000 USD; electricity of 2 million VND a month", kGuess},
    Assumption{"grid_line_per_km", "km", 300.0, 3.0, "12,000 USD", kGuess},
    Assumption{"access_road_per_km", "km", 1000.0, 20.0, "40,000 USD of earth road", kGuess},
    Assumption{"handset", "handset", 0.5, 0.0, "subsidy of a sunset; a costs table may be without this item",
               "a phone or 500,000 VND for a poor household: Circular 14/2022"},
    Assumption{"site_visit", "visit", 10.0, 0.0,
               "a crew that changes tilt, azimuth or power of a cell; a costs table may be without this item", kGuess}};

/// 42 for "mast_42m".
std::optional<double> mast_height_m(std::string_view item) {
  if (!item.starts_with("mast_") || !item.ends_with("m")) return std::nullopt;
  const std::string_view digits = item.substr(5, item.size() - 6);
  double height_m = 0.0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), height_m);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return height_m;
}

std::string row_text(const Assumption& a) {
  return fmt::format("| `{}` | {} | {:g} | {:g} | {} | {} |\n", a.item, a.unit, a.cost_million_vnd,
                     a.opex_million_vnd_per_year, a.basis, a.source);
}

}  // namespace

std::optional<CostItem> default_cost(std::string_view item) {
  if (const auto height_m = mast_height_m(item)) {
    const double share = *height_m / kMastHeightM;
    return CostItem{std::string(item), kMast.unit, share * kMast.cost_million_vnd,
                    share * kMast.opex_million_vnd_per_year};
  }
  const auto found = std::ranges::find_if(kAssumptions, [item](const Assumption& a) { return item == a.item; });
  if (found == kAssumptions.end()) return std::nullopt;
  return CostItem{found->item, found->unit, found->cost_million_vnd, found->opex_million_vnd_per_year};
}

std::string default_costs_markdown() {
  std::string text =
      "| item | unit | million VND | a year | assumption | source |\n|---|---|---|---|---|---|\n" + row_text(kMast);
  for (const Assumption& assumption : kAssumptions)
    text += row_text(assumption);
  return text;
}

}  // namespace phusong::scenario
