#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "gis/crs_kind.h"
#include "gis/elevation_extent.h"
#include "gis/input_file.h"
#include "gis/land_cover.h"
#include "sim/scenario/calibration_reader.h"
#include "sim/scenario/named_files.h"
#include "sim/scenario/network_reader.h"
#include "sim/scenario/options_reader.h"
#include "sim/scenario/plan_tables_reader.h"
#include "sim/scenario/same_names.h"
#include "sim/scenario/scenario.h"

namespace phusong::scenario {
namespace {

constexpr const char* kFileName = "scenario.toml";

/// Throws when there is none: nothing else can be looked at then.
std::string read_scenario_file(const std::filesystem::path& folder) {
  gis::Problems problems;
  const auto fail = [&problems](gis::Problem problem) {
    problem.kind = gis::ProblemKind::kScenario;
    problems.add(std::move(problem));
    problems.throw_if_any();
  };
  if (!std::filesystem::exists(folder))
    fail({.file = folder.string(), .message = "the scenario folder does not exist"});
  if (!std::filesystem::is_directory(folder))
    fail({.file = folder.string(), .message = "is a file; the folder that holds scenario.toml is wanted"});
  const std::filesystem::path file = folder / kFileName;
  // An empty file is TOML: its keys are missing, which is said better later.
  if (std::filesystem::is_regular_file(file) && std::filesystem::file_size(file) == 0) return "";
  gis::Problems here;
  if (const auto text = gis::read_input_file(file, here)) return *text;
  fail(here.all().front());
  return "";
}

void name_after_folder(ScenarioOptions& options, const std::filesystem::path& folder) {
  if (options.name.empty()) {
    const std::filesystem::path whole = std::filesystem::absolute(folder).lexically_normal();
    options.name = (whole.has_filename() ? whole : whole.parent_path()).filename().string();
  }
  if (options.title.empty()) options.title = options.name;
}

/// Nothing when an elevation raster cannot be opened, which has been reported.
std::optional<gis::TerrainSource> terrain_source(const TerrainOptions& options, const std::filesystem::path& folder,
                                                 const std::vector<InputFile>& files, gis::Problems& problems) {
  gis::TerrainSource source{
      .cell_size_m = options.cell_size_m, .valid_min_m = options.valid_min_m, .valid_max_m = options.valid_max_m};
  source.elevation_crs = options.elevation_crs;
  if (options.land_cover_classes == "esa-worldcover") source.land_cover_classes = gis::esa_worldcover_classes();
  for (const InputFile& file : files) {
    const std::filesystem::path path = resolved(folder, file.path);
    if (file.role == "terrain.elevation") source.elevation.push_back(path);
    if (file.role == "terrain.land_cover") source.land_cover = path;
    if (file.role == "propagation.zones") source.zones = path;
    if (file.role == "terrain.land_cover_classes")
      source.land_cover_classes = gis::read_land_cover_classes(path, problems);
  }
  if (source.elevation.empty() || source.elevation.size() != options.elevation.size()) return std::nullopt;
  return source;
}

constexpr const char* kWorkingCrs = "a projected CRS in metres, e.g. \"EPSG:9211\", or \"auto\"";

/// Distances on the grid must be those on the ground, wherever there is terrain.
void check_lengths(const gis::WorkingCrs& crs, const gis::ElevationExtent& extent, const GivenKeys& given,
                   gis::Problems& problems) {
  constexpr double kMostError = 0.01;
  std::vector<gis::LonLat> places = extent.corners;
  places.insert(places.begin(), extent.centre);
  for (const gis::LonLat& place : places) {
    const double error = crs.length_error(place);
    if (error <= kMostError) continue;
    const std::string lengths =
        std::isnan(error) ? "has no position" : fmt::format("has distances {:.1f} % off the ground's", 100.0 * error);
    problems.add(
        key_problem(given, "scenario.crs",
                    {fmt::format("CRS '{}' {} at {:.4f}, {:.4f} (longitude, latitude) of the terrain", crs.definition(),
                                 lengths, place.lon_deg, place.lat_deg),
                     fmt::format("at most 1 % off, e.g. \"{}\", or \"auto\"", gis::utm_zone_crs(extent.centre))}));
    return;
  }
}

std::optional<gis::WorkingCrs> working_crs(const ReadOptions& read, const std::optional<gis::ElevationExtent>& extent,
                                           gis::Problems& problems) {
  const bool automatic = read.options.scenario.crs == "auto";
  if (automatic && !extent) return std::nullopt;
  try {
    gis::WorkingCrs crs(automatic ? gis::utm_zone_crs(extent->centre) : read.options.scenario.crs);
    if (extent) check_lengths(crs, *extent, read.given, problems);
    return crs;
  } catch (const std::invalid_argument& error) {
    problems.add(key_problem(read.given, "scenario.crs", {error.what(), kWorkingCrs}));
  }
  return std::nullopt;
}

/// A CRS that PROJ does not know is one problem of the key, not one of each raster.
void check_elevation_crs(ReadOptions& read, gis::Problems& problems) {
  std::string& crs = read.options.terrain.elevation_crs;
  if (crs.empty()) return;
  try {
    gis::is_geographic(crs);
  } catch (const std::invalid_argument& error) {
    problems.add(key_problem(read.given, "terrain.elevation_crs", {error.what(), "e.g. \"EPSG:4326\""}));
    crs.clear();
  }
}

/// Operators that keys name, as the sites table spells them.
void spell_operators(const std::vector<std::string>& operators, Options& options) {
  for (std::vector<std::string>* names : {&options.service.operators, &options.service.raster_operators}) {
    std::vector<std::string> spelt;
    for (const std::string& name : *names) {
      if (std::ranges::find(spelt, spelt_as_in(operators, name)) == spelt.end())
        spelt.push_back(spelt_as_in(operators, name));
    }
    *names = std::move(spelt);
  }
  options.plan.operator_name = spelt_as_in(operators, options.plan.operator_name);
}

/// The operators that keys name must be on air.
void check_operators(const ReadOptions& read, const network::Network& network, gis::Problems& problems) {
  std::vector<std::string> known = {"any"};
  known.insert(known.end(), network.operators.begin(), network.operators.end());
  const ServiceOptions& service = read.options.service;
  using List = std::pair<const char*, const std::vector<std::string>*>;
  for (const List& list :
       {List{"service.operators", &service.operators}, List{"service.raster_operators", &service.raster_operators}}) {
    for (const std::string& name : *list.second) {
      if (std::find(known.begin(), known.end(), name) == known.end())
        problems.add(key_problem(read.given, list.first, {"'" + name + "' has no site on air", joined(known)}));
    }
  }
  // Where nobody is on air yet, the plan may be anybody's.
  const std::string& planner = read.options.plan.operator_name;
  if (!network.operators.empty() && std::find(known.begin(), known.end(), planner) == known.end())
    problems.add(key_problem(read.given, "plan.operator", {"'" + planner + "' has no site on air", joined(known)}));
}

/// When something is wrong anyway, the terrain is opened too, so that its problems are not kept for the next try.
void add_terrain_problems(const std::optional<gis::TerrainSource>& source, const std::optional<gis::WorkingCrs>& crs,
                          gis::Problems& problems) {
  if (!source || !crs) return;
  try {
    gis::read_terrain(*source, *crs);
  } catch (const gis::InputError& error) {
    problems.add_all(error.problems());
  }
}

/// Corrections by the class of the ground need the classes, not their heights alone.
void take_calibration(const std::filesystem::path& folder, const std::vector<InputFile>& files,
                      const network::Network& network, Options& options, std::optional<gis::TerrainSource>& source,
                      gis::Problems& problems) {
  const auto file = std::ranges::find(files, "propagation.calibration", &InputFile::role);
  if (file == files.end() || !source) return;
  options.propagation.corrections = read_calibration(resolved(folder, file->path),
                                                     {.cells = network.cells,
                                                      .land_cover_classes = source->land_cover_classes,
                                                      .has_land_cover = source->land_cover.has_value()},
                                                     problems);
  source->keeps_clutter_classes = !options.propagation.corrections.clutter_db.empty();
}

void note_no_cells(const network::Network& network, const NetworkInputs& inputs, const TableContext& context) {
  const std::string files = joined(inputs.options.network.cells);
  if (network.cells.empty())
    context.note({.kind = gis::InputNote::Kind::kNoRows, .file = resolved(inputs.folder, files).string()});
}

std::set<std::string> names_of(const GivenKeys& given) {
  std::set<std::string> names;
  for (const auto& [key, source] : given)
    names.insert(key);
  return names;
}

}  // namespace

Scenario load_scenario(const std::filesystem::path& folder, const std::vector<Override>& overrides) {
  const std::string text = read_scenario_file(folder);
  gis::Problems problems;
  std::vector<gis::InputNote> notes;
  ReadOptions read = read_options(text, (folder / kFileName).string(), overrides, problems);
  name_after_folder(read.options.scenario, folder);
  check_elevation_crs(read, problems);
  std::vector<InputFile> files = named_files(folder, read, problems);
  auto source = terrain_source(read.options.terrain, folder, files, problems);
  const auto extent = source ? gis::elevation_extent(*source, problems) : std::nullopt;
  const auto crs = working_crs(read, extent, problems);
  PatternLibrary patterns(folder);
  const TableContext context{.crs = crs ? &*crs : nullptr,
                             .terrain_centre = extent ? std::optional(extent->centre) : std::nullopt,
                             .given = read.given,
                             .problems = problems,
                             .notes = notes};
  const NetworkInputs inputs{folder, read.options, files};
  network::Network network = read_network(inputs, patterns, context);
  spell_operators(network.operators, read.options);
  take_calibration(folder, files, network, read.options, source, problems);
  PlanTables plan_tables = read_plan_tables({folder, read.options, files, network}, context);
  if (problems.empty()) {  // else a list may be short for another reason
    check_operators(read, network, problems);
    note_no_cells(network, inputs, context);
  }
  if (!problems.empty() && extent) add_terrain_problems(source, crs, problems);
  problems.throw_if_any();
  for (InputFile& file : patterns.files())
    files.push_back(std::move(file));
  context.note_all(patterns.notes());
  return {.folder = folder,
          .options = std::move(read.options),
          .crs = *crs,
          .terrain_source = *source,
          .network = std::move(network),
          .plan_tables = std::move(plan_tables),
          .inputs = std::move(files),
          .notes = std::move(notes),
          .given_keys = names_of(read.given)};
}

}  // namespace phusong::scenario
