#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "gis/crs.h"
#include "gis/text.h"
#include "sim/cli/arguments.h"
#include "sim/cli/box_option.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/output_folder.h"
#include "sim/intake/fetch/sources.h"
#include "sim/intake/start/start.h"
#include "sim/intake/tables/vn2000_zones.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr CommandHelp kInitHelp{
    .usage = "phusong init FOLDER --bbox W,S,E,N --province NAME [options]",
    .description =
        "Makes a scenario folder for a province: scenario.toml with every key and its default, a table of headers for "
        "each\nthat a scenario can have, and a README that says what to fill in.",
    .example = "phusong init tuyen-quang --bbox 105.0,21.5,105.6,22.0 --province \"Tuyên Quang\""};

struct InitArguments {
  std::string box;
  std::string folder, fetched, crs;
  intake::StartOptions options;
};

void add_init_arguments(ArgumentParser& parser, InitArguments& arguments) {
  parser.add_positional("FOLDER", arguments.folder);
  parser.options().add_options()  //
      ("bbox", po::value(&arguments.box)->value_name("W,S,E,N"),
       "west, south, east, north in WGS84 degrees (default: those of the terrain of --data)")                     //
      ("province", po::value(&arguments.options.province)->value_name("NAME"), "for titles and the working CRS")  //
      ("data", po::value(&arguments.fetched)->value_name("FOLDER"),
       "what phusong data fetch wrote, or shall write (default: FOLDER/terrain)")  //
      ("crs", po::value(&arguments.crs)->value_name("CRS"),
       "working CRS, or auto (default: the VN-2000 zone of a province that the program knows, else auto)")  //
      ("language", po::value(&arguments.options.language)->default_value("vi")->value_name("vi|en"),
       "of the README and the report");
}

void check_folder(const std::string& folder) {
  if (folder.empty()) throw UsageError("the folder is missing; --help shows an example");
  if (is_folder("", folder) && !fs::is_empty(folder))
    throw UsageError(fmt::format("'{}': is not empty; nothing in it is replaced", folder));
}

/// The box of --bbox, else that of the terrain that was fetched.
gis::LonLatBox box_of(const InitArguments& arguments) {
  if (!arguments.box.empty()) return box_in(arguments.box);
  const auto found = intake::fetched_folder(arguments.options.fetched).box;
  if (arguments.fetched.empty() || !found) {
    throw UsageError(arguments.fetched.empty()
                         ? "--bbox is missing; --help shows an example"
                         : fmt::format("--bbox is missing, and '{}' has no sources.json that says "
                                       "where its terrain lies",
                                       arguments.fetched));
  }
  return *found;
}

/// Distances must hold all over the box, as for the terrain of a scenario.
void check_crs(const std::string& crs, const gis::LonLatBox& box) {
  if (crs == "auto") return;
  constexpr double kMostError = 0.01;
  try {
    const gis::WorkingCrs working(crs);
    for (const gis::LonLat corner :
         {gis::LonLat{box.west_deg, box.south_deg}, gis::LonLat{box.east_deg, box.south_deg},
          gis::LonLat{box.west_deg, box.north_deg}, gis::LonLat{box.east_deg, box.north_deg}}) {
      if (working.length_error(corner) <= kMostError) continue;
      throw UsageError(
          fmt::format("--bbox: {:g}, {:g} (longitude, latitude) lies too far from the zone of {}; another box, "
                      "or --crs auto",
                      corner.lon_deg, corner.lat_deg, crs));
    }
  } catch (const std::invalid_argument& wrong) {
    throw UsageError(fmt::format("--crs: {}", wrong.what()));
  }
}

void check_province(std::string& province) {
  province = gis::clean_text(province);
  if (province.empty()) throw UsageError("--province is missing; --help shows an example");
  if (std::ranges::any_of(province, [](unsigned char c) { return c < 0x20 || c == 0x7F; }))
    throw UsageError("--province: holds a line break or another sign that cannot be seen");
}

void complete(InitArguments& arguments) {
  intake::StartOptions& options = arguments.options;
  check_folder(arguments.folder);
  check_language(options.language);
  check_province(options.province);
  if (!arguments.fetched.empty()) is_folder("--data", arguments.fetched);
  options.folder = arguments.folder;
  options.fetched = arguments.fetched.empty() ? options.folder / "terrain" : fs::path(arguments.fetched);
  options.box = box_of(arguments);
  options.crs = arguments.crs.empty() ? intake::own_zone_of_province(options.province).value_or("auto") : arguments.crs;
  check_crs(options.crs, options.box);
}

}  // namespace

int run_init(const Invocation& invocation) {
  InitArguments arguments;
  ArgumentParser parser(kInitHelp);
  add_init_arguments(parser, arguments);
  if (!parser.parse(invocation)) return kDone;
  complete(arguments);
  invocation.out << intake::start_scenario(arguments.options).said;
  return kDone;
}

}  // namespace phusong::cli
