#include "sim/report/comparison/comparison_files.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "gis/output_file.h"
#include "gis/problem.h"
#include "sim/report/comparison/changed_hamlets.h"
#include "sim/report/comparison/compare_json.h"
#include "sim/report/comparison/compared_run_reader.h"
#include "sim/report/comparison/comparison_page.h"
#include "sim/report/comparison/difference_maps.h"
#include "sim/report/json_text.h"
#include "sim/report/whole_path.h"

namespace phusong::report {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCompareFile = "compare.json";

gis::WorkingCrs crs_of_run(const StoredRun& run) {
  try {
    return gis::WorkingCrs(run.crs());
  } catch (const std::invalid_argument& error) {
    gis::fail(run.path_of("manifest.json").string(), fmt::format("scenario.crs: {}", error.what()));
  }
}

/// Where a run lies as seen from a folder, so that the files are the same wherever both are moved together.
std::string seen_from(const fs::path& folder, const StoredRun& run) {
  return whole_path(run.folder()).lexically_relative(whole_path(folder)).generic_string();
}

void read_runs(const StoredRun& run_a, const StoredRun& run_b, const gis::WorkingCrs& crs, ComparisonData& data) {
  const nlohmann::ordered_json totals_a = stored_totals(run_a), totals_b = stored_totals(run_b);
  const ComparedReading reading{crs, {main_operator_of(totals_a), main_operator_of(totals_b)}};
  data.a = read_compared_run(run_a, totals_a, reading);
  data.b = read_compared_run(run_b, totals_b, reading);
  data.changes = analysis::compare_runs(data.a, data.b);
  data.maps.in_a = has_maps(run_a, data.a);
  data.maps.in_b = has_maps(run_b, data.b);
}

fs::path terrain_of(const StoredRun& run_a, const StoredRun& run_b) {
  for (const StoredRun* const run : {&run_b, &run_a})
    if (run->has("terrain.tif")) return run->path_of("terrain.tif");
  return {};
}

/// Whether there were any.
bool remove_differences(const fs::path& folder) {
  bool any = false;
  for (const network::Technology technology : network::kTechnologies) {
    for (const char* const ending : {".tif", ".tif.aux.xml", ".qml"})
      any = fs::remove(folder / fmt::format("{}_difference_db{}", network::prefix_of(technology), ending)) || any;
  }
  return any;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.is_directory()) folders.push_back(entry.path());
  return folders;
}

}  // namespace

std::unique_ptr<ComparisonData> read_comparison(const StoredRun& run_a, const StoredRun& run_b, const fs::path& folder,
                                                const ComparisonChoice& choice) {
  auto data = std::make_unique<ComparisonData>();
  const gis::WorkingCrs crs = crs_of_run(run_a);
  data->crs = run_a.crs();
  data->folder_a = seen_from(folder, run_a);
  data->folder_b = seen_from(folder, run_b);
  data->language = choice.language.empty() ? run_a.text_option("report.language") : choice.language;
  if (run_a.text_option("report.csv") == "semicolon") data->csv = gis::CsvStyle::kSemicolon;
  read_runs(run_a, run_b, crs, *data);
  data->terrain = terrain_of(run_a, run_b);
  data->maps.left_out = !choice.maps;
  if (choice.maps) data->maps.pairs = map_pairs(run_a, run_b, *data);
  return data;
}

void write_comparison(ComparisonData& data, const fs::path& folder) {
  clear_comparison(folder);
  data.maps.differences = write_difference_maps(folder, data.maps.pairs);
  write_changed_hamlets(folder, data, gis::WorkingCrs(data.crs));
  write_comparison_page(data, folder);
  gis::write_text_file(folder / kCompareFile, json_text(compare_json(data)));
}

void clear_comparison(const fs::path& folder) {
  for (const char* const file :
       {kCompareFile, kComparisonPageFile, "hamlets_changed.csv", "hamlets_changed.gpkg", "hamlets_changed.qml"})
    fs::remove(folder / file);
  remove_differences(folder);
  for (const fs::path& of_operator : folders_in(folder))
    if (remove_differences(of_operator) && fs::is_empty(of_operator)) fs::remove(of_operator);
}

}  // namespace phusong::report
