#include "sim/cli/run_options.h"

#include <algorithm>
#include <fstream>
#include <memory>

#include "gis/output_file.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/output_folder.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

}  // namespace

void add_run_options(ArgumentParser& parser, RunOptions& options) {
  add_common_options(parser, options.common);
  parser.options().add_options()  //
      ("output,o", po::value(&options.output)->value_name("RUN"),
       "folder for the results (default: runs/<scenario name>)")                                          //
      ("overwrite", po::bool_switch(&options.overwrite), "replace the results of an earlier run in RUN")  //
      ("resume", po::bool_switch(&options.resume), "go on with what an interrupted run has left in RUN")  //
      ("keep-levels", po::bool_switch(&options.keep_levels),
       "also write point_levels.csv: every cell's level at "
       "every sample point")  //
      ("keep-path-loss", po::bool_switch(&options.keep_path_loss),
       "also write pathloss/: the isotropic loss of "
       "every mast as a raster")  //
      ("fixes", po::bool_switch(&options.stages.fixes),
       "also write fixes.csv: what would cover each hamlet that is not covered, and at what cost")  //
      ("uncertainty", po::bool_switch(&options.uncertainty),
       "also write uncertainty.json and hamlets_uncertainty.csv: how sure the results are, from analysis.draws random "
       "draws of the errors of all levels");
  add_store_options(parser, options.store);
}

void check_output(const RunOptions& options, const std::string& output) {
  check_store_options(options.store);
  if (options.overwrite && options.resume) throw UsageError("--overwrite and --resume exclude each other");
  if (!is_folder("-o", output)) return;
  if (!options.overwrite && !options.resume && report::RunFolder(output).holds_anything())
    throw UsageError("-o '" + output + "': is there already; --overwrite replaces it, --resume goes on with it");
}

void check_write_model(const std::string& file, const fs::path& run_folder) {
  if (file.empty() || lies_in(file, run_folder)) return;
  if (fs::is_directory(file)) throw UsageError("--write-model '" + file + "': is a folder, not a file");
  const gis::OutputFile output(file);
  const std::ofstream probe(output.temporary());
  if (!probe) throw UsageError("--write-model '" + file + "': cannot be written: the folder is missing or closed");
}

std::unique_ptr<report::RunLock> open_run_folder(const report::RunFolder& folder, const RunOptions& options,
                                                 const scenario::Scenario& scenario, const std::string& identity) {
  for (const scenario::InputFile& input : scenario.inputs) {
    if (lies_in(input.absolute_path, folder.path()))
      throw UsageError("-o '" + folder.path().string() + "': holds the input " + input.path + "; choose another");
  }
  const bool was_there = folder.holds_anything();
  std::unique_ptr<report::RunLock> lock = lock_folder(folder.path());
  if (options.overwrite) folder.clear();
  if (options.resume && was_there && folder.identity() != identity) {
    throw UsageError("-o '" + folder.path().string() +
                     "': is not a run of this scenario as it now stands; --overwrite replaces it");
  }
  if (!folder.is_complete()) folder.begin(identity);
  return lock;
}

}  // namespace phusong::cli
