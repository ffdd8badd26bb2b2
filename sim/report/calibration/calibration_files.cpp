#include "sim/report/calibration/calibration_files.h"

#include <nlohmann/json.hpp>

#include "gis/output_file.h"
#include "sim/report/calibration/calibration_json.h"
#include "sim/report/calibration/calibration_pictures.h"
#include "sim/report/calibration/calibration_toml.h"
#include "sim/report/calibration/residual_layer.h"
#include "sim/report/json_text.h"

namespace phusong::report {
namespace {

constexpr const char* kCorrectionsFile = "calibration.toml";
constexpr const char* kResidualsFile = "residuals.gpkg";
constexpr const char* kScatterFile = "measured_predicted.svg";
constexpr const char* kDistanceFile = "residual_distance.svg";
constexpr const char* kHistogramFile = "residual_histogram.svg";
constexpr const char* kCalibrationFile = "calibration.json";

}  // namespace

void clear_calibration(const std::filesystem::path& folder) {
  for (const char* const file :
       {kCalibrationFile, kCorrectionsFile, kResidualsFile, kScatterFile, kDistanceFile, kHistogramFile})
    std::filesystem::remove(folder / file);
}

void write_calibration(const std::filesystem::path& folder, const CalibrationReport& report) {
  std::filesystem::create_directories(folder);
  gis::write_text_file(folder / kCorrectionsFile, calibration_toml(report));
  write_residuals(folder / kResidualsFile, report);
  gis::write_text_file(folder / kScatterFile, measured_predicted_picture(report));
  gis::write_text_file(folder / kDistanceFile, residual_distance_picture(report));
  gis::write_text_file(folder / kHistogramFile, residual_histogram_picture(report));
  gis::write_text_file(folder / kCalibrationFile, json_text(calibration_json(report)));
}

}  // namespace phusong::report
