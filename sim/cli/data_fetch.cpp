#include <fmt/format.h>

#include <boost/program_options/value_semantic.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "sim/cli/arguments.h"
#include "sim/cli/box_option.h"
#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/output_folder.h"
#include "sim/cli/terminal_progress.h"
#include "sim/intake/fetch/fetch.h"

namespace phusong::cli {
namespace {

namespace po = boost::program_options;
using propagation::Limit;

constexpr Limit kTries{"tries", 1.0, 20.0, ""};
constexpr Limit kFirstWait{"first-wait-s", 0.0, 600.0, "s"};
constexpr Limit kPatience{"patience-s", 1.0, 3600.0, "s"};
constexpr Limit kMostSquareDegrees{"most-square-degrees", 0.0001, 64800.0, "square degrees"};

struct FetchArguments {
  std::string box;
  std::string folder;
  std::string srtm;
  double most_square_degrees = 9.0;  ///< 3 × 3°: half a gigabyte of land cover
  bool terrain_only = false;
  bool quiet = false;
  intake::FetchOptions options;
};

CommandHelp data_fetch_help() {
  return {
      .usage = "phusong data fetch --bbox W,S,E,N --out FOLDER [options]",
      .description =
          "Fetches the terrain (Copernicus DEM GLO-30, or SRTM from a folder) and the land cover (ESA WorldCover) of "
          "a region\ninto FOLDER: terrain.tif, land_cover.tif, and their sources and licences. Where there is no "
          "tile the\nrasters are void. What was read is kept: the same command goes on where it broke off. The only "
          "command\nthat uses the network.",
      .example = "phusong data fetch --bbox 105.2,22.5,105.4,22.7 --out terrain-north"};
}

/// The server that a region has of its own, else the public one.
void take_from_environment(const char* variable, std::string& address) {
  const char* const value = std::getenv(variable);
  if (value != nullptr && *value != '\0') address = value;
}

void add_server_options(ArgumentParser& parser, intake::FetchOptions& options) {
  take_from_environment("PHUSONG_TERRAIN_URL", options.terrain_address);
  take_from_environment("PHUSONG_LAND_COVER_URL", options.land_cover_address);
  parser.options().add_options()  //
      ("terrain-url", po::value(&options.terrain_address)->default_value(options.terrain_address)->value_name("URL"),
       "server that has the tiles of the terrain under their public names; $PHUSONG_TERRAIN_URL names another "
       "default")  //
      ("land-cover-url",
       po::value(&options.land_cover_address)->default_value(options.land_cover_address)->value_name("URL"),
       "the same for land cover; $PHUSONG_LAND_COVER_URL")  //
      ("tries", whole_number(options.policy.tries, kTries)->default_value(options.policy.tries),
       "how often each request is made when the server fails")  //
      ("first-wait-s", number(options.policy.first_wait_s, kFirstWait)->default_value(options.policy.first_wait_s),
       "before the second try; doubled before each further one")  //
      ("patience-s", whole_number(options.patience_s, kPatience)->default_value(options.patience_s),
       "a server that sends nothing for so long has failed");
}

void add_fetch_arguments(ArgumentParser& parser, FetchArguments& arguments) {
  parser.options().add_options()                                                                               //
      ("bbox", po::value(&arguments.box)->value_name("W,S,E,N"), "west, south, east, north in WGS84 degrees")  //
      ("out", po::value(&arguments.folder)->value_name("FOLDER"), "where the files go; made where absent")     //
      ("srtm", po::value(&arguments.srtm)->value_name("FOLDER"),
       "heights from the SRTM tiles there (N22E105.hgt) instead of a server")      //
      ("terrain-only", po::bool_switch(&arguments.terrain_only), "no land cover")  //
      ("most-square-degrees",
       number(arguments.most_square_degrees, kMostSquareDegrees)->default_value(arguments.most_square_degrees),
       "a larger box is refused")  //
      ("quiet,q", po::bool_switch(&arguments.quiet), "no progress");
  add_server_options(parser, arguments.options);
}

/// The address without a slash at its end. Throws UsageError.
std::string address_of(std::string_view option, std::string address) {
  if (!address.starts_with("http://") && !address.starts_with("https://"))
    throw UsageError(fmt::format("{} '{}': is no address (allowed: http://… or https://…)", option, address));
  while (address.ends_with('/'))
    address.pop_back();
  return address;
}

void complete(FetchArguments& arguments) {
  intake::FetchOptions& options = arguments.options;
  if (arguments.box.empty()) throw UsageError("--bbox is missing; --help shows an example");
  if (arguments.folder.empty()) throw UsageError("--out is missing; --help shows an example");
  options.box = box_in(arguments.box);
  if (options.box.square_degrees() > arguments.most_square_degrees) {
    throw UsageError(
        fmt::format("--bbox '{}': {:g} square degrees are more than {:g}; --most-square-degrees allows more",
                    arguments.box, options.box.square_degrees(), arguments.most_square_degrees));
  }
  options.folder = arguments.folder;
  is_folder("--out", arguments.folder);
  if (!arguments.srtm.empty() && !std::filesystem::is_directory(arguments.srtm))
    throw UsageError(fmt::format("--srtm '{}': there is no such folder", arguments.srtm));
  options.srtm = arguments.srtm;
  options.land_cover = !arguments.terrain_only;
  options.terrain_address = address_of("--terrain-url", options.terrain_address);
  options.land_cover_address = address_of("--land-cover-url", options.land_cover_address);
}

std::string text_of(const intake::FetchedRaster& raster, const std::filesystem::path& folder) {
  const intake::Product& product = *raster.product;
  std::string text = fmt::format("{}: {}", (folder / product.output).string(), product.name);
  if (raster.was_complete) {
    text += ", was complete";
  } else if (raster.pieces_read + raster.pieces_kept > 0) {
    text += fmt::format(", {} pieces read, {} kept", raster.pieces_read, raster.pieces_kept);
  }
  text += fmt::format(", {:.1f} % void\n",
                      100.0 * static_cast<double>(raster.count.void_pixels) / static_cast<double>(raster.count.pixels));
  for (const intake::FetchedTile& tile : raster.tiles) {
    if (tile.is_absent) text += fmt::format("  no tile {} ({}): void there\n", tile.name, product.without_tile);
  }
  return text;
}

/// The lines of scenario.toml that name what was fetched.
std::string scenario_lines(const FetchArguments& arguments) {
  std::string text = "In scenario.toml, paths as seen from its folder:\n[terrain]\nelevation = \"terrain.tif\"\n";
  text += "elevation_kind = \"dsm\"\n";
  if (arguments.options.land_cover) text += "land_cover = \"land_cover.tif\"\n";
  return text;
}

}  // namespace

int run_data_fetch(const Invocation& invocation) {
  FetchArguments arguments;
  ArgumentParser parser(data_fetch_help());
  add_fetch_arguments(parser, arguments);
  if (!parser.parse(invocation)) return kDone;
  complete(arguments);
  TerminalProgress progress(invocation.err, progress_style(arguments.quiet));
  const intake::Tell tell = [&](const std::string& text) { invocation.err << "phusong: " << text << std::endl; };
  try {
    for (const intake::FetchedRaster& raster : intake::fetch(arguments.options, progress, tell))
      invocation.out << text_of(raster, arguments.options.folder);
  } catch (const progress::Stopped&) {
    invocation.err << "phusong: stopped; what was read is kept, and the same command goes on\n";
    return kInterrupted;
  }
  invocation.out << scenario_lines(arguments);
  return kDone;
}

}  // namespace phusong::cli
