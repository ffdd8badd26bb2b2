#include "sim/cli/store_options.h"

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "gis/machine_error.h"
#include "sim/cli/exit_code.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr double kBytesPerGb = 1e9;

/// An absolute path from the environment, as the XDG Base Directory Specification wants it.
std::optional<fs::path> folder_from(const char* variable) {
  const char* const value = std::getenv(variable);
  if (value == nullptr || !fs::path(value).is_absolute()) return std::nullopt;
  return value;
}

/// Losses of 24 million paths at three frequencies, 41 bytes each: those of 2,000 masts with 12,000 points in range
/// each.
constexpr coverage::StoreMemory kMemory{.most_bytes = 1'000'000'000};

fs::path default_folder() {
  if (const auto cache = folder_from("XDG_CACHE_HOME")) return *cache / "phusong";
  if (const auto home = folder_from("HOME")) return *home / ".cache" / "phusong";
  throw gis::MachineError("neither XDG_CACHE_HOME nor HOME names a folder");
}

}  // namespace

void add_store_options(ArgumentParser& parser, StoreOptions& options) {
  constexpr propagation::Limit kLimitGb{"store-limit-gb", 0.0, 1e6, ""};
  parser.options().add_options()  //
      ("store", po::value(&options.folder)->value_name("DIR"),
       "folder where path losses are kept for later runs (default: phusong in $XDG_CACHE_HOME or ~/.cache)")  //
      ("no-store", po::bool_switch(&options.disabled), "neither look for path losses there nor keep them")    //
      ("store-limit-gb", number(options.limit_gb, kLimitGb)->value_name("N"),
       "beyond it the losses used longest ago are removed from there (default: 10)");
}

void check_store_options(const StoreOptions& options) {
  if (options.disabled && !options.folder.empty()) throw UsageError("--store and --no-store exclude each other");
}

std::unique_ptr<coverage::PathLossStore> open_store(const StoreOptions& options, const scenario::Scenario& scenario,
                                                    const gis::Terrain& terrain, bool needs_losses_again,
                                                    std::ostream& err) {
  const auto without_folder = [&] {
    if (!needs_losses_again) return std::make_unique<coverage::PathLossStore>();
    return std::make_unique<coverage::PathLossStore>(kMemory, terrain, scenario.crs, scenario.options);
  };
  if (options.disabled) return without_folder();
  try {
    const coverage::StorePlace place{.folder = options.folder.empty() ? default_folder() : fs::path(options.folder),
                                     .most_bytes = static_cast<std::uint64_t>(options.limit_gb * kBytesPerGb)};
    return std::make_unique<coverage::PathLossStore>(place, terrain, scenario.crs, scenario.options);
  } catch (const std::runtime_error& failure) {
    err << "warning: path losses are not kept for later runs: " << failure.what() << "\n";
    return without_folder();
  }
}

}  // namespace phusong::cli
