#include "sim/cli/common_options.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

#include "sim/cli/exit_code.h"

namespace phusong::cli {

namespace po = boost::program_options;

namespace {

/// The processors that Slurm has given this task; 0 where there is no Slurm, or it does not say.
std::size_t slurm_processors() {
  const char* const text = std::getenv("SLURM_CPUS_PER_TASK");
  if (text == nullptr) return 0;
  const std::string_view digits(text);
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return error == std::errc() && end == digits.data() + digits.size() ? count : 0;
}

}  // namespace

void add_common_options(ArgumentParser& parser, CommonOptions& options) {
  constexpr propagation::Limit kThreads{"threads", 1.0, 1024.0, ""};
  parser.add_positional("SCENARIO", options.scenario);
  parser.options().add_options()  //
      ("set", po::value(&options.sets)->composing()->value_name("KEY=VALUE"),
       "use this value for a key of scenario.toml; repeatable")  //
      ("threads", whole_number(options.threads, kThreads)->value_name("N"),
       "threads to work with (default: $SLURM_CPUS_PER_TASK in a job of Slurm, else all of the machine's)")  //
      ("json", po::bool_switch(&options.json), "results on stdout as JSON")                                  //
      ("quiet,q", po::bool_switch(&options.quiet), "no progress");
}

void require_scenario(const CommonOptions& options) {
  if (options.scenario.empty()) throw UsageError("the scenario folder is missing; --help shows an example");
}

void check_language(const std::string& language) {
  if (!language.empty() && language != "vi" && language != "en")
    throw UsageError(fmt::format("--language '{}': is not known (allowed: vi, en)", language));
}

std::vector<scenario::Override> overrides_of(const CommonOptions& options) {
  std::vector<scenario::Override> overrides;
  for (const std::string& set : options.sets)
    overrides.push_back(scenario::parse_override(set));
  return overrides;
}

ThreadLimit::ThreadLimit(int threads) {
  const std::size_t most = threads > 0 ? static_cast<std::size_t>(threads) : slurm_processors();
  if (most > 0) control_.emplace(oneapi::tbb::global_control::max_allowed_parallelism, most);
}

int threads_in_use() {
  using oneapi::tbb::global_control;
  return static_cast<int>(global_control::active_value(global_control::max_allowed_parallelism));
}

}  // namespace phusong::cli
