#pragma once

#include <memory>
#include <string>

#include "sim/cli/common_options.h"
#include "sim/cli/store_options.h"
#include "sim/report/run_folder.h"
#include "sim/report/run_lock.h"

namespace phusong::cli {

/// Which stages follow the hamlets' verdicts.
struct StageChoice {
  enum class When { kNever, kWhereGiven, kAlways };  ///< kWhereGiven: where the scenario asks for it

  bool maps = true;
  bool fixes = false;             ///< looks for fixes whatever the scenario asks for
  bool fixes_for_target = false;  ///< looks for them where the scenario has a target of its own
  When plan = When::kNever;
  When sunset = When::kNever;
  std::string write_model;  ///< file for the model of the plan or the sunset; may be empty
  std::string sweep;        ///< "key=[a, b]"; may be empty
};

/// What the commands that fill a RUN folder understand beside the common options.
struct RunOptions {
  CommonOptions common;
  StoreOptions store;
  std::string output;  ///< empty: runs/<scenario name> under the current folder
  bool overwrite = false;
  bool resume = false;
  bool keep_levels = false;
  bool keep_path_loss = false;
  bool uncertainty = false;
  StageChoice stages;
};

void add_run_options(ArgumentParser& parser, RunOptions& options);

/// Throws UsageError where the folder is there already and neither --overwrite nor --resume was given, or both were,
/// or other options exclude each other.
void check_output(const RunOptions& options, const std::string& output);

/// Throws UsageError where the file of --write-model cannot be written: better now than after the search. A file in
/// `run_folder`, which may not be there yet, is left alone.
void check_write_model(const std::string& file, const std::filesystem::path& run_folder);

/// Clears or takes up the folder as the options say, and notes `identity` in it; nobody else works in it as long as the
/// lock lives. Throws UsageError where the folder holds an input of the scenario, is in use, or the run to be resumed
/// was made from something else.
std::unique_ptr<report::RunLock> open_run_folder(const report::RunFolder& folder, const RunOptions& options,
                                                 const scenario::Scenario& scenario, const std::string& identity);

}  // namespace phusong::cli
