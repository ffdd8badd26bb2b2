#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace phusong::scenario {

/// One run of a batch.
struct BatchRun {
  std::string name;                ///< of its folder in that of the batch
  std::string command;             ///< run, coverage, plan or sunset
  std::filesystem::path scenario;  ///< absolute where the manifest's path is, else from the folder that it is read in
  std::vector<std::string> sets;   ///< "key=value", as --set takes them; the last of a key counts
};

/// The commands that a run of a batch can be.
inline const std::vector<std::string> kBatchCommands = {"run", "coverage", "plan", "sunset"};

/// Reads the manifest of a batch: `[[run]]` with name, scenario, command (default run) and set, a table of keys of
/// scenario.toml; `[matrix]`, a table of such keys with lists. Each run is made for every combination of the lists: its
/// name is then `<name>__<key>=<value>__…`, the keys in the order of the manifest, the last one changing fastest.
/// Scenarios are looked for from the manifest's folder; whether they are there is left to the runs. Throws
/// gis::InputError (kind kScenario) with all that is wrong.
std::vector<BatchRun> read_batch_manifest(const std::filesystem::path& file);

}  // namespace phusong::scenario
