#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gis/building_footprints.h"
#include "gis/output_file.h"
#include "gis/population_raster.h"
#include "gis/problem.h"
#include "gis/raster_outlines.h"
#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/output_folder.h"
#include "sim/intake/population/hamlets_of_people.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using propagation::Limit;

constexpr Limit kLeastPeople{"least-people", 0.0, 1e6, "people"};
constexpr Limit kJoin{"join-m", 0.0, 5000.0, "m"};
constexpr Limit kMostPeople{"most-people", 1.0, 1e7, "people"};
constexpr Limit kPerHousehold{"people-per-household", 0.5, 20.0, "people"};
constexpr Limit kPerBuilding{"households-per-building", 0.01, 100.0, "households"};
constexpr Limit kBuildingArea{"building-m2", 1.0, 10000.0, "m²"};
constexpr Limit kLeastBuilding{"least-building-m2", 0.0, 10000.0, "m²"};
constexpr Limit kPixel{"pixel-m", 10.0, 1000.0, "m"};

/// What the pixels of a raster of buildings may say, in the words of --buildings-are.
constexpr std::array<std::pair<std::string_view, gis::PixelMeasure>, 4> kBuildingMeasures = {{
    {"count", gis::PixelMeasure::kCount},
    {"share", gis::PixelMeasure::kShare},
    {"percent", gis::PixelMeasure::kPercent},
    {"m2", gis::PixelMeasure::kM2},
}};
/// The same of a raster of people, and --people-are.
constexpr std::array<std::pair<std::string_view, gis::PixelMeasure>, 2> kPeopleMeasures = {{
    {"count", gis::PixelMeasure::kCount},
    {"per-km2", gis::PixelMeasure::kPerKm2},
}};

struct DataHamletsArguments {
  std::string population, people_are, buildings, buildings_are, communes, list, folder;
  double households_per_building = 1.0;
  double building_m2 = 100.0;
  gis::FootprintRule footprints;
  intake::PopulationOptions options;

  double people_per_building() const { return households_per_building * options.people_per_household; }
};

CommandHelp data_hamlets_help() {
  return {.usage = "phusong data hamlets --population RASTER|--buildings FILE --communes FILE --out FOLDER [options]",
          .description =
              "Makes hamlets.csv and clusters.csv of the people, or of the buildings, on a map: a hamlet of each "
              "settlement where no\nlist of hamlets exists, or with --list the people of each commune spread over its "
              "hamlets. What was made up is\nlabelled in the column derived.",
          .example = "phusong data hamlets --population people.tif --communes communes.geojson --out hamlets"};
}

void add_map_options(ArgumentParser& parser, DataHamletsArguments& arguments) {
  gis::FootprintRule& footprints = arguments.footprints;
  parser.options().add_options()                                                                      //
      ("population", po::value(&arguments.population)->value_name("RASTER"), "people on each pixel")  //
      ("people-are", po::value(&arguments.people_are)->value_name("count|per-km2"),
       "what the numbers of that raster are (default: count)")  //
      ("buildings", po::value(&arguments.buildings)->value_name("FILE"),
       "instead: footprints of buildings (polygons or points), or a raster of them")  //
      ("buildings-are", po::value(&arguments.buildings_are)->value_name("count|share|percent|m2"),
       "what the numbers of that raster are: buildings, or the part of the pixel that is built up")  //
      ("households-per-building",
       number(arguments.households_per_building, kPerBuilding)->default_value(arguments.households_per_building),
       "huts, stables and schools count too where they are large enough")  //
      ("building-m2", number(arguments.building_m2, kBuildingArea)->default_value(arguments.building_m2),
       "ground of a building, for share, percent and m2")  //
      ("least-building-m2", number(footprints.least_m2, kLeastBuilding)->default_value(footprints.least_m2),
       "smaller polygons are no buildings that people live in")  //
      ("pixel-m", number(footprints.pixel_m, kPixel)->default_value(footprints.pixel_m),
       "of the raster on which footprints are counted");
}

void add_data_hamlets_arguments(ArgumentParser& parser, DataHamletsArguments& arguments) {
  intake::PopulationOptions& options = arguments.options;
  add_map_options(parser, arguments);
  parser.options().add_options()  //
      ("communes", po::value(&arguments.communes)->value_name("FILE"),
       "outlines with the columns commune, district, province and, where it is known, population")  //
      ("list", po::value(&arguments.list)->value_name("FILE"),
       "a hamlets table whose population is empty or missing")  //
      ("list-crs", po::value(&options.list_crs)->value_name("CRS"),
       "of x_m, y_m, or lon_deg, lat_deg in that table, e.g. EPSG:9211 (default: WGS84)")                    //
      ("out", po::value(&arguments.folder)->value_name("FOLDER"), "where the tables go; made where absent")  //
      ("least-people", number(options.least_people, kLeastPeople)->default_value(options.least_people),
       "on a pixel where somebody lives")  //
      ("join-m", number(options.join_m, kJoin)->default_value(options.join_m),
       "pixels as near as this are of one hamlet")  //
      ("most-people", number(options.most_people, kMostPeople)->default_value(options.most_people),
       "of a hamlet; a larger settlement is cut up")  //
      ("people-per-household",
       number(options.people_per_household, kPerHousehold)->default_value(options.people_per_household),
       "for households and the weights of clusters")  //
      ("language", po::value(&options.language)->default_value(options.language)->value_name("vi|en"),
       "of the names that are made up");
}

/// The measure of that name; throws UsageError that lists those of the option.
template <std::size_t N>
gis::PixelMeasure measure_named(const std::array<std::pair<std::string_view, gis::PixelMeasure>, N>& measures,
                                std::string_view option, std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& [known, measure] : measures) {
    if (known == name) return measure;
    names.push_back(known);
  }
  throw UsageError(fmt::format("{} '{}': is not known (allowed: {})", option, name, fmt::join(names, ", ")));
}

void check_map(const DataHamletsArguments& arguments) {
  const bool people = !arguments.population.empty(), buildings = !arguments.buildings.empty();
  if (people == buildings) {
    throw UsageError(people ? "--population and --buildings: one of them, not both"
                            : "--population or --buildings is missing; --help shows an example");
  }
  if (!arguments.people_are.empty() && !people) throw UsageError("--people-are: goes with --population");
  if (!arguments.buildings_are.empty() && !buildings) throw UsageError("--buildings-are: goes with --buildings");
}

void check(const DataHamletsArguments& arguments) {
  check_map(arguments);
  for (const auto& [option, value] :
       {std::pair{"--communes", &arguments.communes}, std::pair{"--out", &arguments.folder}})
    if (value->empty()) throw UsageError(fmt::format("{} is missing; --help shows an example", option));
  check_language(arguments.options.language);
  is_folder("--out", arguments.folder);
  for (const char* const name : {"hamlets.csv", "clusters.csv"}) {
    if (fs::exists(fs::path(arguments.folder) / name))
      throw UsageError(fmt::format("--out '{}': {} is there already, and is not replaced", arguments.folder, name));
  }
}

/// People by the buildings of a raster.
gis::PopulationRaster people_of_building_raster(const DataHamletsArguments& arguments) {
  if (arguments.buildings_are.empty()) {
    throw UsageError(fmt::format("--buildings-are is missing: '{}' is a raster (allowed: count, share, percent, m2)",
                                 arguments.buildings));
  }
  const gis::PixelMeasure measure = measure_named(kBuildingMeasures, "--buildings-are", arguments.buildings_are);
  const double buildings_each = measure == gis::PixelMeasure::kCount ? 1.0 : 1.0 / arguments.building_m2;
  return gis::read_population(arguments.buildings,
                              {.measure = measure, .people_each = buildings_each * arguments.people_per_building()});
}

/// People by footprints, and what is told of them.
gis::PopulationRaster people_of_footprints(const DataHamletsArguments& arguments, std::ostream& out) {
  if (!arguments.buildings_are.empty())
    throw UsageError(fmt::format("--buildings-are: '{}' has footprints, which are counted", arguments.buildings));
  gis::FootprintRule rule = arguments.footprints;
  rule.people_each = arguments.people_per_building();
  gis::BuildingFootprints read =
      gis::read_footprints(arguments.buildings, gis::box_of_outlines(arguments.communes), rule);
  out << fmt::format("{}: {} buildings counted, {} smaller than {:g} m² left out, {} far from all communes\n",
                     arguments.buildings, read.buildings, read.too_small, rule.least_m2, read.outside);
  return std::move(read.raster);
}

gis::PopulationRaster people_on_map(const DataHamletsArguments& arguments, std::ostream& out) {
  if (!arguments.population.empty()) {
    const std::string_view measure = arguments.people_are.empty() ? "count" : std::string_view(arguments.people_are);
    return gis::read_population(arguments.population,
                                {.measure = measure_named(kPeopleMeasures, "--people-are", measure)});
  }
  return gis::holds_shapes(arguments.buildings) ? people_of_footprints(arguments, out)
                                                : people_of_building_raster(arguments);
}

void write_tables(const fs::path& folder, const intake::PopulatedHamlets& made) {
  gis::make_folder(folder);
  gis::write_csv(folder / "hamlets.csv", made.hamlets, gis::CsvStyle::kComma);
  gis::write_csv(folder / "clusters.csv", made.clusters, gis::CsvStyle::kComma);
}

}  // namespace

int run_data_hamlets(const Invocation& invocation) {
  DataHamletsArguments arguments;
  ArgumentParser parser(data_hamlets_help());
  add_data_hamlets_arguments(parser, arguments);
  if (!parser.parse(invocation)) return kDone;
  check(arguments);
  arguments.options.counts_households = !arguments.buildings.empty();
  const gis::PopulationRaster raster = people_on_map(arguments, invocation.out);
  const gis::RasterOutlines communes = gis::read_raster_outlines(arguments.communes, raster.frame);
  const intake::PopulatedHamlets made =
      arguments.list.empty() ? intake::derived_hamlets(raster, communes, arguments.options)
                             : intake::spread_over_list(raster, communes, arguments.list, arguments.options);
  if (made.hamlets.rows.empty()) {
    gis::fail(arguments.communes,
              fmt::format("nobody of {} lives in its communes, so that there is no hamlet: do they lie elsewhere?",
                          raster.file));
  }
  write_tables(arguments.folder, made);
  for (const std::string& remark : made.remarks)
    invocation.err << "phusong: " << remark << "\n";
  invocation.out << fmt::format(
      "{}: {} hamlets, {} clusters of houses; {} of {} pixels have no data, and nobody on them\n", arguments.folder,
      made.hamlets.rows.size(), made.clusters.rows.size(), raster.void_pixels, raster.people.size());
  return kDone;
}

}  // namespace phusong::cli
