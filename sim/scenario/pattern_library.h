#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gis/problem.h"
#include "propagation/antenna/msi.h"
#include "sim/scenario/scenario.h"

namespace phusong::scenario {

/// The antenna pattern files of a scenario, each read once.
class PatternLibrary {
 public:
  explicit PatternLibrary(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Nothing for a file that is missing or wrong: `asking`, the problem to add when the file cannot be read, names
  /// the row; what is wrong inside the file is added once.
  std::shared_ptr<const propagation::MsiPattern> find(const std::string& path, gis::Problem asking,
                                                      gis::Problems& problems);
  /// The files read, by path.
  std::vector<InputFile> files() const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::shared_ptr<const propagation::MsiPattern>> patterns_;
};

}  // namespace phusong::scenario
