#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "gis/vector_writer.h"

namespace phusong::report {

/// A RUN folder read back, for what is made from results: the QGIS project, the page, the workbook, a comparison.
/// What a run writes is read anew from its files each time that it is asked for.
class StoredRun {
 public:
  /// The run in a folder. Throws gis::InputError where it holds no manifest.json, or one that is none of this
  /// program's.
  static StoredRun open(std::filesystem::path folder);
  /// A run whose manifest.json is not written yet: its text. Throws gis::InputError like open().
  StoredRun(std::filesystem::path folder, const std::string& manifest);

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path path_of(std::string_view file) const { return folder_ / file; }
  const nlohmann::ordered_json& manifest() const { return *manifest_; }
  /// An effective option by its key in scenario.toml ("report.language"); null where the run has none of that name.
  const nlohmann::ordered_json& option(std::string_view key) const;
  std::string text_option(std::string_view key) const;  ///< empty where it is no text
  /// The working CRS as PROJ reads it ("EPSG:9211"), also where the scenario leaves it to the program. Throws
  /// gis::InputError where the manifest does not say it.
  std::string crs() const;

  /// Whether the run wrote a file; `file` is relative to the folder ("plan/steps.csv").
  bool has(std::string_view file) const;
  /// A CSV table with the values that it was written from. Throws gis::InputError where it is absent or another program
  /// has changed its form.
  gis::OutputTable table(std::string_view file) const;
  /// A file as it stands; the same.
  std::string text(std::string_view file) const;
  /// A JSON file; the same.
  nlohmann::ordered_json json(std::string_view file) const;

 private:
  std::filesystem::path folder_;
  std::shared_ptr<const nlohmann::ordered_json> manifest_;
};

}  // namespace phusong::report
