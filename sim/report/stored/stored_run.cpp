#include "sim/report/stored/stored_run.h"

#include <nlohmann/json.hpp>

#include "gis/input_file.h"
#include "gis/problem.h"
#include "gis/written_csv.h"

namespace phusong::report {
namespace {

using StoredJson = nlohmann::ordered_json;

StoredJson parsed_json(const std::string& text, const std::filesystem::path& path) {
  StoredJson json = StoredJson::parse(text, nullptr, false);
  if (json.is_discarded()) gis::fail(path.string(), "is not valid JSON; make the run again");
  return json;
}

std::string stored_text(const std::filesystem::path& path) {
  gis::Problems problems;
  const auto text = gis::read_input_file(path, problems);
  problems.throw_if_any();
  return *text;
}

}  // namespace

StoredRun StoredRun::open(std::filesystem::path folder) {
  const std::filesystem::path manifest = folder / "manifest.json";
  if (!exists(manifest)) {
    gis::fail(folder.string(), is_directory(folder)
                                   ? "is not the folder of a whole run: it has no manifest.json"
                                   : "does not exist; a folder that `phusong run` has written is expected");
  }
  const std::string text = stored_text(manifest);
  return {std::move(folder), text};
}

StoredRun::StoredRun(std::filesystem::path folder, const std::string& manifest) : folder_(std::move(folder)) {
  const std::filesystem::path path = path_of("manifest.json");
  StoredJson json = parsed_json(manifest, path);
  if (!json.is_object() || json.value("program", "") != "phusong" || !json.contains("options"))
    gis::fail(path.string(), "is not the manifest of a run of phusong");
  manifest_ = std::make_shared<const StoredJson>(std::move(json));
}

const StoredJson& StoredRun::option(std::string_view key) const {
  static const StoredJson kNothing;
  const StoredJson& options = manifest_->at("options");
  const auto found = options.find(key);
  return found == options.end() ? kNothing : *found;
}

std::string StoredRun::text_option(std::string_view key) const {
  const StoredJson& value = option(key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string StoredRun::crs() const {
  const StoredJson& manifest = *manifest_;
  const auto found = manifest.find("working_crs_id");
  if (found == manifest.end() || !found->is_string())
    gis::fail(path_of("manifest.json").string(), "does not say the working CRS; make the run again");
  return found->get<std::string>();
}

bool StoredRun::has(std::string_view file) const {
  return exists(path_of(file));
}

gis::OutputTable StoredRun::table(std::string_view file) const {
  const bool has_semicolons = text_option("report.csv") == "semicolon";
  return gis::read_written_csv(path_of(file), has_semicolons ? gis::CsvStyle::kSemicolon : gis::CsvStyle::kComma);
}

std::string StoredRun::text(std::string_view file) const {
  return stored_text(path_of(file));
}

StoredJson StoredRun::json(std::string_view file) const {
  return parsed_json(text(file), path_of(file));
}

}  // namespace phusong::report
