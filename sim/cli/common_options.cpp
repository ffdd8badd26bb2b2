#include "sim/cli/common_options.h"

#include <fmt/format.h>

#include "sim/cli/exit_code.h"

namespace phusong::cli {

namespace po = boost::program_options;

void add_common_options(ArgumentParser& parser, CommonOptions& options) {
  constexpr propagation::Limit kThreads{"threads", 1.0, 1024.0, ""};
  parser.add_positional("SCENARIO", options.scenario);
  parser.options().add_options()  //
      ("set", po::value(&options.sets)->composing()->value_name("KEY=VALUE"),
       "use this value for a key of scenario.toml; repeatable")  //
      ("threads", whole_number(options.threads, kThreads)->value_name("N"),
       "threads to work with (default: all of the machine's)")               //
      ("json", po::bool_switch(&options.json), "results on stdout as JSON")  //
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

ThreadLimit::ThreadLimit(const CommonOptions& options) {
  if (options.threads > 0)
    control_.emplace(oneapi::tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));
}

int threads_in_use() {
  using oneapi::tbb::global_control;
  return static_cast<int>(global_control::active_value(global_control::max_allowed_parallelism));
}

}  // namespace phusong::cli
