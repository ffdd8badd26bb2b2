#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "gis/input_file.h"
#include "gis/land_cover.h"
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

std::optional<gis::WorkingCrs> working_crs(const ReadOptions& read, const std::optional<gis::LonLat>& terrain_centre,
                                           gis::Problems& problems) {
  const bool automatic = read.options.scenario.crs == "auto";
  if (automatic && !terrain_centre) return std::nullopt;
  try {
    return gis::WorkingCrs(automatic ? gis::utm_zone_crs(*terrain_centre) : read.options.scenario.crs);
  } catch (const std::invalid_argument& error) {
    problems.add(key_problem(read.given, "scenario.crs",
                             {error.what(), "a projected CRS in metres, e.g. \"EPSG:9211\", or \"auto\""}));
  }
  return std::nullopt;
}

/// Operators that keys name, as the sites table spells them.
void spell_operators(const std::vector<std::string>& operators, Options& options) {
  for (std::vector<std::string>* names : {&options.service.operators, &options.service.raster_operators}) {
    std::vector<std::string> spelt;
    for (const std::string& name : *names)
      if (std::ranges::find(spelt, spelt_as_in(operators, name)) == spelt.end())
        spelt.push_back(spelt_as_in(operators, name));
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

void note_no_cells(const network::Network& network, const NetworkInputs& inputs, std::vector<std::string>& notes) {
  const NetworkOptions& files = inputs.options.network;
  if (network.cells.empty()) notes.push_back(resolved(inputs.folder, joined(files.cells)).string() + ": has no rows");
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
  std::vector<std::string> notes;
  ReadOptions read = read_options(text, (folder / kFileName).string(), overrides, problems);
  name_after_folder(read.options.scenario, folder);
  std::vector<InputFile> files = named_files(folder, read, problems);
  const auto source = terrain_source(read.options.terrain, folder, files, problems);
  const auto terrain_centre = source ? gis::elevation_centre(*source, problems) : std::nullopt;
  const bool terrain_is_known = terrain_centre.has_value();
  const auto crs = working_crs(read, terrain_centre, problems);
  PatternLibrary patterns(folder);
  const TableContext context{.crs = crs ? &*crs : nullptr,
                             .terrain_centre = terrain_centre,
                             .given = read.given,
                             .problems = problems,
                             .notes = notes};
  const NetworkInputs inputs{folder, read.options, files};
  network::Network network = read_network(inputs, patterns, context);
  spell_operators(network.operators, read.options);
  PlanTables plan_tables = read_plan_tables({folder, read.options, files, network}, context);
  if (problems.empty()) {  // else a list may be short for another reason
    check_operators(read, network, problems);
    note_no_cells(network, inputs, notes);
  }
  if (!problems.empty() && terrain_is_known) add_terrain_problems(source, crs, problems);
  problems.throw_if_any();
  for (InputFile& file : patterns.files())
    files.push_back(std::move(file));
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
