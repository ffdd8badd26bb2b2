#include <fmt/format.h>

#include <boost/program_options/value_semantic.hpp>
#include <charconv>
#include <filesystem>
#include <stdexcept>

#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/scenario/synth/province_writer.h"

namespace phusong::cli {
namespace {

namespace po = boost::program_options;
using propagation::Limit;

constexpr Limit kSize{"size-km", 2.0, 1000.0, "km"};
constexpr Limit kCell{"cell-m", 5.0, 1000.0, "m"};
constexpr Limit kHamlets{"hamlets", 1.0, 1e6, ""};
constexpr Limit kMasts{"masts", 1.0, 1e5, ""};
constexpr Limit kSeed{"seed", 0.0, 2147483647.0, ""};
constexpr Limit kCellsPerSide{"size-km / cell-m", 1.0, 40000.0, "cells"};
constexpr Limit kLongitude{"centre", -180.0, 180.0, "°"};
constexpr Limit kLatitude{"centre", -80.0, 84.0, "°"};

struct SynthArguments {
  std::string scenario;
  std::string data;  ///< empty: beside scenario.toml
  int seed = 1;
  std::string centre;
  bool overwrite = false;
  synth::Options options;
};

void add_arguments(ArgumentParser& parser, SynthArguments& arguments) {
  synth::Options& options = arguments.options;
  parser.add_positional("FOLDER", arguments.scenario);
  parser.options().add_options()                                                                         //
      ("size-km", number(options.size_km, kSize)->default_value(options.size_km), "side of the square")  //
      ("cell-m", number(options.cell_m, kCell)->default_value(options.cell_m), "terrain cell")           //
      ("hamlets", whole_number(options.hamlets, kHamlets)->default_value(options.hamlets), "how many")   //
      ("masts", whole_number(options.masts, kMasts)->default_value(options.masts), "how many")           //
      ("seed", whole_number(arguments.seed, kSeed)->default_value(arguments.seed),
       "another number, another province; the same number, the same bytes")                               //
      ("crs", po::value(&options.crs)->default_value(options.crs), "projected, in metres")                //
      ("centre", po::value(&arguments.centre)->value_name("LON,LAT"), "of the square (default: 106,22)")  //
      ("data", po::value(&arguments.data)->value_name("FOLDER"),
       "for terrain and tables (default: beside scenario.toml)")  //
      ("overwrite", po::bool_switch(&arguments.overwrite), "replace what is there");
}

// The number at the front of `text`, which is cut off. Throws UsageError.
double take_degrees(std::string_view& text, const Limit& limit) {
  double value = 0.0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !limit.holds(value)) {
    throw UsageError(fmt::format("--centre: longitude and latitude expected, as in 106,22 (allowed: {}, {})",
                                 kLongitude.range_text(), kLatitude.range_text()));
  }
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  return value;
}

gis::LonLat parsed_centre(std::string_view text) {
  gis::LonLat centre;
  centre.lon_deg = take_degrees(text, kLongitude);
  if (text.starts_with(',')) text.remove_prefix(1);
  centre.lat_deg = take_degrees(text, kLatitude);
  if (!text.empty()) throw UsageError(fmt::format("--centre: '{}' is left over", text));
  return centre;
}

void complete(SynthArguments& arguments) {
  if (arguments.scenario.empty()) throw UsageError("the folder is missing; --help shows an example");
  if (arguments.data.empty()) arguments.data = arguments.scenario;
  arguments.options.seed = arguments.seed;
  if (!arguments.centre.empty()) arguments.options.centre = parsed_centre(arguments.centre);
  const double cells = arguments.options.size_km * 1000.0 / arguments.options.cell_m;
  if (!kCellsPerSide.holds(cells)) {
    throw UsageError(fmt::format("{} = {:.0f}: out of range (allowed: {})", kCellsPerSide.quantity, cells,
                                 kCellsPerSide.range_text()));
  }
}

void refuse_to_replace(const SynthArguments& arguments) {
  const auto scenario = std::filesystem::path(arguments.scenario) / "scenario.toml";
  const auto terrain = std::filesystem::path(arguments.data) / "terrain.tif";
  for (const auto& file : {scenario, terrain}) {
    if (!arguments.overwrite && std::filesystem::exists(file))
      throw UsageError(fmt::format("'{}' is there already; --overwrite replaces it", file.string()));
  }
}

// As it was given, so that the README can say how to make the province again.
std::string command_line(const Invocation& invocation) {
  std::string line = "phusong synth";
  for (const std::string& argument : invocation.arguments)
    if (argument != "--overwrite") line += " " + argument;
  return line;
}

}  // namespace

int run_synth(const Invocation& invocation) {
  SynthArguments arguments;
  ArgumentParser parser({"phusong synth FOLDER [options]",
                         "Makes a synthetic province - limestone ridges, hamlets in the valleys, masts near people - "
                         "as a scenario that runs at once.",
                         "phusong synth my-province --size-km 20 --hamlets 80 --masts 15 --seed 7"});
  add_arguments(parser, arguments);
  if (!parser.parse(invocation)) return kDone;
  complete(arguments);
  refuse_to_replace(arguments);
  try {
    const gis::WorkingCrs crs(arguments.options.crs);
    const synth::Province province = synth::make_province(arguments.options, crs);
    synth::write_province(province, arguments.options, crs, {arguments.scenario, arguments.data},
                          command_line(invocation));
    invocation.out << fmt::format("{} hamlets, {} masts, {} cells in {}\nRun it:  phusong run {} -o RUN\n",
                                  province.settlements.hamlets.size(), province.stations.sites.size(),
                                  province.stations.sectors.size(), arguments.data, arguments.scenario);
  } catch (const std::invalid_argument& wrong) {
    throw UsageError(wrong.what());
  }
  return kDone;
}

}  // namespace phusong::cli
