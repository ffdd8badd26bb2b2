#include <fmt/format.h>

#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "gis/terrain_reader.h"
#include "sim/analysis/calibration/calibration_study.h"
#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/common_options.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/output_folder.h"
#include "sim/cli/terminal_progress.h"
#include "sim/report/calibration/calibration_files.h"
#include "sim/report/calibration/calibration_json.h"
#include "sim/report/calibration/calibration_summary.h"
#include "sim/report/input_notes.h"
#include "sim/report/json_text.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

/// The command line of `phusong calibrate`.
struct CalibrateOptions {
  CommonOptions common;
  std::string measurements, output;
  bool overwrite = false;
  double noise_floor_dbm = kNotGiven, saturation_dbm = kNotGiven;
  double block_km = 2.0;
  int folds = 5;
  int seed = 1;
  analysis::MeasurementFilter filter;

  static constexpr double kNotGiven = 1000.0;
};

constexpr CommandHelp kCalibrateHelp{
    .usage = "phusong calibrate SCENARIO --measurements FILE -o OUT [options]",
    .description =
        "Compares measured levels or path losses with the predictions of the scenario and fits corrections per\n"
        "technology, distance, clutter class and cell. Each is kept where it helps on ground that was held out; where\n"
        "none does nothing is written, and the exit code is 4. OUT gets calibration.toml, which [propagation]\n"
        "calibration reads, calibration.json, residuals.gpkg and three pictures. A calibration that the scenario has\n"
        "already is left aside.",
    .example =
        "phusong calibrate scenarios/karst-district --measurements data-samples/drive-test/measurements.csv -o "
        "runs/calibration"};

void add_filter_options(ArgumentParser& parser, CalibrateOptions& options) {
  constexpr propagation::Limit kLevel{.quantity = "level", .min = -200.0, .max = 50.0, .unit = "dBm"};
  constexpr propagation::Limit kMetres{.quantity = "metres", .min = 0.0, .max = 100000.0, .unit = "m"};
  constexpr propagation::Limit kAngle{.quantity = "angle", .min = 0.1, .max = 90.0, .unit = "°"};
  parser.options().add_options()  //
      ("noise-floor-dbm", number(options.noise_floor_dbm, kLevel)->value_name("DBM"),
       "levels up to it say only that there is no more (default: the least that a handset reports, 2G -110, 3G -120, "
       "4G -140, 5G -156)")  //
      ("saturation-dbm", number(options.saturation_dbm, kLevel)->value_name("DBM"),
       "levels from it up are left out (default: the most that a handset reports, 2G -48, 3G -25, 4G -44, 5G -31)")  //
      ("min-distance-m", number(options.filter.min_distance_m, kMetres)->value_name("M"),
       "measurements nearer the mast are left out (default: 100)")  //
      ("position-error-m", number(options.filter.position_error_m, kMetres)->value_name("M"),
       "of the receivers (default: 10)")  //
      ("max-bearing-error-deg", number(options.filter.max_bearing_error_deg, kAngle)->value_name("DEG"),
       "measurements are left out where the position error turns the bearing from the mast further (default: 5)");
}

void add_calibrate_options(ArgumentParser& parser, CalibrateOptions& options) {
  constexpr propagation::Limit kBlock{.quantity = "block-km", .min = 0.05, .max = 100.0, .unit = "km"};
  constexpr propagation::Limit kFolds{.quantity = "folds", .min = 2.0, .max = 50.0};
  constexpr propagation::Limit kSeed{.quantity = "seed", .min = 0.0};
  add_common_options(parser, options.common);
  parser.options().add_options()  //
      ("measurements", po::value(&options.measurements)->value_name("FILE"),
       "table of measurements; scenarios/TABLES.md lists its columns")                             //
      ("output,o", po::value(&options.output)->value_name("OUT"), "folder for the calibration")    //
      ("overwrite", po::bool_switch(&options.overwrite), "replace an earlier calibration in OUT")  //
      ("block-km", number(options.block_km, kBlock)->value_name("KM"),
       "side of the squares of ground that are held out as a whole (default: 2)")  //
      ("folds", whole_number(options.folds, kFolds)->value_name("N"),
       "parts of the ground, each held out once (default: 5)")  //
      ("seed", whole_number(options.seed, kSeed)->value_name("N"), "of how blocks are dealt out (default: 1)");
  add_filter_options(parser, options);
}

void check_calibrate_options(const CalibrateOptions& options) {
  require_scenario(options.common);
  if (options.measurements.empty()) throw UsageError("--measurements: the table is missing; --help shows an example");
  if (options.output.empty()) throw UsageError("-o: the folder for the calibration is missing");
  const std::string& output = options.output;
  if (!is_folder("-o", output)) return;
  if (!options.overwrite && !fs::is_empty(output)) {
    throw UsageError(
        fmt::format("-o '{}': is there already and not empty; --overwrite replaces a calibration", output));
  }
}

analysis::CalibrationSettings settings_of(const CalibrateOptions& options) {
  analysis::CalibrationSettings settings{.filter = options.filter, .fit = {}, .hold_out = {}};
  if (options.noise_floor_dbm != CalibrateOptions::kNotGiven) {
    settings.filter.noise_floor_dbm.values.fill(options.noise_floor_dbm);
    settings.filter.own_floor_dbm = options.noise_floor_dbm;
  }
  if (options.saturation_dbm != CalibrateOptions::kNotGiven) {
    settings.filter.saturation_dbm.values.fill(options.saturation_dbm);
    settings.filter.own_saturation_dbm = options.saturation_dbm;
  }
  settings.hold_out.block_m = 1000.0 * options.block_km;
  settings.hold_out.folds = static_cast<std::size_t>(options.folds);
  settings.hold_out.seed = static_cast<std::uint64_t>(options.seed);
  return settings;
}

/// The scenario without a calibration of its own, and with the classes of its land cover.
scenario::Scenario uncalibrated_scenario(const CommonOptions& options) {
  std::vector<scenario::Override> overrides = overrides_of(options);
  overrides.push_back({.key = "propagation.calibration", .value = "\"\""});
  scenario::Scenario scenario = scenario::load_scenario(options.scenario, overrides);
  scenario.terrain_source.keeps_clutter_classes = true;
  return scenario;
}

gis::LonLat centre_of(const gis::Grid& grid, const gis::WorkingCrs& crs) {
  return crs.to_lon_lat(grid.centre_of(grid.columns / 2, grid.rows / 2));
}

}  // namespace

int run_calibrate(const Invocation& invocation) {
  CalibrateOptions options;
  ArgumentParser parser(kCalibrateHelp);
  add_calibrate_options(parser, options);
  if (!parser.parse(invocation)) return kDone;
  check_calibrate_options(options);
  const ThreadLimit limit(options.common);
  scenario::Scenario scenario = uncalibrated_scenario(options.common);
  const gis::Terrain terrain = gis::read_terrain(scenario.terrain_source, scenario.crs, &scenario.notes);
  const auto measurements =
      scenario::read_measurements(options.measurements, scenario, centre_of(terrain.grid(), scenario.crs));
  const analysis::CalibrationSettings settings = settings_of(options);
  TerminalProgress progress(invocation.err, progress_style(options.common.quiet));
  const analysis::CalibrationStudy study =
      analysis::study_calibration(scenario, terrain, measurements, settings, progress);
  const report::CalibrationReport report{
      .scenario = scenario, .measurements = measurements, .settings = settings, .study = study};
  if (options.overwrite) report::clear_calibration(options.output);
  if (study.helps()) report::write_calibration(options.output, report);
  for (const gis::InputNote& note : measurements.notes)
    invocation.err << report::text_of(note, scenario.folder, report.language()) << "\n";
  invocation.out << (options.common.json ? report::json_text(report::calibration_json(report))
                                         : report::calibration_summary(report, options.output));
  return study.helps() ? kDone : kTargetNotReached;
}

}  // namespace phusong::cli
