#pragma once

#include <oneapi/tbb/global_control.h>

#include <optional>
#include <string>
#include <vector>

#include "sim/cli/arguments.h"
#include "sim/scenario/scenario.h"

namespace phusong::cli {

/// What every command on a scenario understands.
struct CommonOptions {
  std::string scenario;           ///< the folder
  std::vector<std::string> sets;  ///< --set key=value, in order
  int threads = 0;                ///< 0 = as many as the machine has
  bool quiet = false;
  bool json = false;
};

void add_common_options(ArgumentParser& parser, CommonOptions& options);

/// Throws UsageError where the scenario folder was not given.
void require_scenario(const CommonOptions& options);

/// Throws UsageError where `language`, the value of --language, is neither empty nor a language of the report.
void check_language(const std::string& language);

/// The overrides of --set. Throws gis::InputError.
std::vector<scenario::Override> overrides_of(const CommonOptions& options);

/// While it lives, no more threads work than --threads allows; where that is not given, no more than Slurm has given
/// the task ($SLURM_CPUS_PER_TASK): on a shared node the machine has more.
class ThreadLimit {
 public:
  explicit ThreadLimit(const CommonOptions& options) : ThreadLimit(options.threads) {}
  /// 0: not given.
  explicit ThreadLimit(int threads);

 private:
  std::optional<oneapi::tbb::global_control> control_;
};

/// Threads that work now, for timings.json.
int threads_in_use();

}  // namespace phusong::cli
