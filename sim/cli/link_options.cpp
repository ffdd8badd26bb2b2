#include "sim/cli/link_options.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <vector>

#include "propagation/limit.h"
#include "sim/cli/comma_list.h"
#include "sim/cli/exit_code.h"
#include "sim/report/link/link_picture.h"

namespace phusong::cli {
namespace {

constexpr std::array kPlaceLimits = {propagation::Limit{.quantity = "LON", .min = -180.0, .max = 180.0, .unit = "°"},
                                     propagation::Limit{.quantity = "LAT", .min = -90.0, .max = 90.0, .unit = "°"},
                                     propagation::Limit{.quantity = "HEIGHT", .min = 1.0, .max = 3000.0, .unit = "m"}};

void check_picture(const std::string& output) {
  const std::filesystem::path folder = std::filesystem::absolute(output).parent_path();
  if (!std::filesystem::is_directory(folder))
    throw UsageError(fmt::format("-o '{}': there is no folder {}", output, folder.string()));
  if (report::picture_kind(output)) return;
  throw UsageError(
      fmt::format("-o '{}': the ending says what kind of picture it is to be (allowed: .svg, .png, .pdf)", output));
}

}  // namespace

void check_link_options(const LinkOptions& options) {
  const bool is_cell = !options.cell.empty() || !options.hamlet.empty();
  const bool is_points = !options.from.empty() || !options.to.empty() || options.frequency_mhz > 0.0;
  const bool is_hop = !options.hop.empty();
  constexpr std::string_view kKinds =
      "--cell ID --hamlet ID, or --from LON,LAT,HEIGHT --to LON,LAT,HEIGHT --frequency-mhz F, or --hop FROM,TO";
  const int kinds = (is_cell ? 1 : 0) + (is_points ? 1 : 0) + (is_hop ? 1 : 0);
  if (kinds != 1) {
    throw UsageError(fmt::format("{} (allowed: {})",
                                 kinds == 0 ? "no link is given" : "more than one kind of link is given", kKinds));
  }
  if (is_cell && (options.cell.empty() || options.hamlet.empty())) {
    throw UsageError(fmt::format("{} is missing beside {}", options.cell.empty() ? "--cell" : "--hamlet",
                                 options.cell.empty() ? "--hamlet" : "--cell"));
  }
  if (is_points && (options.from.empty() || options.to.empty() || !(options.frequency_mhz > 0.0)))
    throw UsageError("--from, --to and --frequency-mhz belong together, and one of them is missing");
  if (options.point > 0 && !is_cell) throw UsageError("--point goes with --cell and --hamlet");
  if (!options.run.empty() && !is_hop) throw UsageError("--run goes with --hop");
  if (!options.output.empty()) check_picture(options.output);
}

PlaceAndHeight place_and_height(std::string_view option, const std::string& text) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != kPlaceLimits.size())
    throw UsageError(fmt::format("{} '{}': three numbers are needed (allowed: LON,LAT,HEIGHT)", option, text));
  std::array<double, kPlaceLimits.size()> values{};
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = number_in(option, parts[i], kPlaceLimits[i]);
  return {.lon_lat = {values[0], values[1]}, .height_m = values[2]};
}

std::pair<std::string, std::string> hop_ends(const std::string& text) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != 2 || parts[0].empty() || parts[1].empty())
    throw UsageError(fmt::format("--hop '{}': two ids are needed (allowed: FROM,TO)", text));
  return {parts[0], parts[1]};
}

}  // namespace phusong::cli
