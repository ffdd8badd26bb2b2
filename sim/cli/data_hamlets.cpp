#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <string>

#include "gis/output_file.h"
#include "gis/population_raster.h"
#include "gis/raster_outlines.h"
#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/intake/population/commune_people.h"
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

struct DataHamletsArguments {
  std::string population, communes, list, folder;
  intake::PopulationOptions options;
};

CommandHelp data_hamlets_help() {
  return {.usage = "phusong data hamlets --population RASTER --communes FILE --out FOLDER [options]",
          .description =
              "Makes hamlets.csv and clusters.csv of the people on a map: a hamlet of each settlement where no list of "
              "hamlets\nexists, or with --list the people of each commune spread over its hamlets. What was made up is "
              "labelled in\nthe column derived.",
          .example = "phusong data hamlets --population people.tif --communes communes.geojson --out hamlets"};
}

void add_data_hamlets_arguments(ArgumentParser& parser, DataHamletsArguments& arguments) {
  intake::PopulationOptions& options = arguments.options;
  parser.options().add_options()                                                                      //
      ("population", po::value(&arguments.population)->value_name("RASTER"), "people on each pixel")  //
      ("communes", po::value(&arguments.communes)->value_name("FILE"),
       "outlines with the columns commune, district, province and, where it is known, population")  //
      ("list", po::value(&arguments.list)->value_name("FILE"),
       "a hamlets table whose population is empty or missing")                                               //
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

void check(const DataHamletsArguments& arguments) {
  for (const auto& [option, value] :
       {std::pair{"--population", &arguments.population}, std::pair{"--communes", &arguments.communes},
        std::pair{"--out", &arguments.folder}})
    if (value->empty()) throw UsageError(fmt::format("{} is missing; --help shows an example", option));
  check_language(arguments.options.language);
  for (const char* const name : {"hamlets.csv", "clusters.csv"}) {
    if (fs::exists(fs::path(arguments.folder) / name))
      throw UsageError(fmt::format("--out '{}': {} is there already, and is not replaced", arguments.folder, name));
  }
}

void write_tables(const fs::path& folder, const intake::PopulatedHamlets& made) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) gis::fail_to_write(folder, error.message());
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
  const gis::PopulationRaster raster = gis::read_population(arguments.population);
  const gis::RasterOutlines communes = gis::read_raster_outlines(arguments.communes, raster.frame);
  const intake::PopulatedHamlets made =
      arguments.list.empty() ? intake::derived_hamlets(raster, communes, arguments.options)
                             : intake::spread_over_list(raster, communes, arguments.list, arguments.options);
  write_tables(arguments.folder, made);
  for (const std::string& remark : made.remarks)
    invocation.err << "phusong: " << remark << "\n";
  const double outside = intake::people_outside(communes, raster);
  if (outside >= 0.5)
    invocation.err << fmt::format("phusong: {:.0f} people of the raster are in no commune\n", outside);
  invocation.out << fmt::format(
      "{}: {} hamlets, {} clusters of houses; {} of {} pixels have no data, and nobody on them\n", arguments.folder,
      made.hamlets.rows.size(), made.clusters.rows.size(), raster.void_pixels, raster.people.size());
  return kDone;
}

}  // namespace phusong::cli
