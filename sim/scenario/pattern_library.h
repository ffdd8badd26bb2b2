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

  /// Nothing for a file that is missing or wrong. That is one problem, however many rows ask for the file: `asking`,
  /// the problem to add when the file cannot be read, names the first of them.
  std::shared_ptr<const propagation::MsiPattern> find(const std::string& path, gis::Problem asking,
                                                      gis::Problems& problems);
  /// The files read, by path.
  std::vector<InputFile> files() const;
  /// A note on each file whose cuts contradict each other, and on each whose header contradicts the cut's tilt.
  std::vector<gis::InputNote> notes() const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::shared_ptr<const propagation::MsiPattern>> patterns_;
};

}  // namespace phusong::scenario
