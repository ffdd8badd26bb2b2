#include "sim/report/calibration/calibration_files.h"

#include <doctest/doctest.h>

#include <array>

#include "../json_schema.h"
#include "../wording_forms.h"
#include "sim/report/calibration/calibration_summary.h"
#include "sim/report/calibration/calibration_toml.h"
#include "sim/report/calibration/calibration_wording.h"
#include "sim/report/calibration/residual_layer.h"
#include "sim/report/qgis/residual_style.h"
#include "sim/scenario/calibration_reader.h"
#include "tests/coverage/tiny_world.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong;
using network::Technology;
using report::CalibrationWording;

namespace {

using CalibrationForm = tests::Form<CalibrationWording>;

/// Every text of a calibration, and what is put into it.
const std::array kCalibrationForms = {
    CalibrationForm{&CalibrationWording::not_plausible, {"sigma", "offset", "most_sigma"}},
    CalibrationForm{&CalibrationWording::measurements, {"used", "rows", "censored", "outliers"}},
    CalibrationForm{&CalibrationWording::left_out, {"count", "reason"}},
    CalibrationForm{&CalibrationWording::held_out, {"blocks", "block_km", "folds"}},
    CalibrationForm{&CalibrationWording::kept, {"term", "gain", "error"}},
    CalibrationForm{&CalibrationWording::not_kept, {"term", "gain", "error"}},
    CalibrationForm{&CalibrationWording::sigma, {"sigma", "error"}},
    CalibrationForm{&CalibrationWording::location_sigma, {"sigma"}},
    CalibrationForm{&CalibrationWording::agreement_head},
    CalibrationForm{&CalibrationWording::agreement, {"which", "bias", "rmse", "hits"}},
    CalibrationForm{&CalibrationWording::before},
    CalibrationForm{&CalibrationWording::after},
    CalibrationForm{&CalibrationWording::held_out_after},
    CalibrationForm{&CalibrationWording::spread_term},
    CalibrationForm{&CalibrationWording::nothing_helps},
    CalibrationForm{&CalibrationWording::how_to_use, {"file"}},
    CalibrationForm{&CalibrationWording::file_head},
    CalibrationForm{&CalibrationWording::offset_cells},
    CalibrationForm{&CalibrationWording::offset_technologies},
    CalibrationForm{&CalibrationWording::offset_clutter},
    CalibrationForm{&CalibrationWording::slope},
    CalibrationForm{&CalibrationWording::location},
    CalibrationForm{&CalibrationWording::much_stronger},
    CalibrationForm{&CalibrationWording::stronger},
    CalibrationForm{&CalibrationWording::as_predicted},
    CalibrationForm{&CalibrationWording::weaker},
    CalibrationForm{&CalibrationWording::much_weaker},
    CalibrationForm{&CalibrationWording::at_noise_floor},
    CalibrationForm{&CalibrationWording::not_compared},
    CalibrationForm{&CalibrationWording::measured_axis},
    CalibrationForm{&CalibrationWording::predicted_axis},
    CalibrationForm{&CalibrationWording::residual_axis},
    CalibrationForm{&CalibrationWording::distance_axis},
    CalibrationForm{&CalibrationWording::share_axis},
    CalibrationForm{&CalibrationWording::scatter_title},
    CalibrationForm{&CalibrationWording::distance_title},
    CalibrationForm{&CalibrationWording::histogram_title},
    CalibrationForm{&CalibrationWording::median_line},
    CalibrationForm{&CalibrationWording::tenths_line},
    CalibrationForm{&CalibrationWording::counted, {"count"}},
};
// A text that is added without a line here would not be looked at.
static_assert(sizeof(CalibrationWording) == kCalibrationForms.size() * sizeof(std::string_view));

/// Three measurements of a cell with a name that TOML must quote: one compared, one at the noise floor, one left out;
/// and a path loss of another transmitter.
struct TinyCalibration {
  TinyCalibration() {
    const std::size_t site = tests::add_site(scenario, "S", tests::at(1000, 1000));
    tests::add_cell(scenario, "a \"b\".1", site, Technology::k4G);
    scenario.terrain_source.land_cover_classes = {{.value = 10, .name = "tree cover", .clutter_height_m = 15.0}};
    for (const double value : {-90.0, -140.0, -40.0, 120.0}) {
      measurements.rows.push_back({.row = static_cast<long>(measurements.rows.size()) + 2,
                                   .position = tests::at(3000 + value, 4000),
                                   .cell = 0,
                                   .value = value});
    }
    measurements.rows[3].cell.reset();
    measurements.rows[3].is_path_loss = true;
    study.compared.transmitters = {0, std::nullopt};
    add(0, -90.0, -95.0, -91.0, 0);
    add(1, -140.0, -138.0, -134.0, 0);
    add(3, -120.0, -118.0, -118.5, 1);
    study.compared.used[1].is_censored = true;
    study.compared.dropped = {{.measurement = 2, .reason = analysis::LeftOut::kSaturated}};
    study.blocks = {.block_of = {0, 1, 1}, .fold_of_block = {1, 0}, .folds = 2};
    study.clutter_classes = {10};
    study.trials = {{.term = analysis::CorrectionTerm::kTechnology,
                     .gain = {.gain = 0.2, .standard_error = 0.01, .is_kept = true}}};
    study.fit.technology[Technology::k4G] = {.value_db = 2.5, .standard_error_db = 0.25};
    study.fit.transmitter = {analysis::Estimate{1.5, 0.5}, std::nullopt};
    study.fit.clutter = {analysis::Estimate{-0.75, 0.5}};
    study.fit.slope = {.value_db = -3.0, .standard_error_db = 0.4};
    study.fit.sigma = {.value_db = 8.0, .standard_error_db = 0.1};
    study.corrections.technology_db[Technology::k4G] = 2.5;
    study.corrections.cell_db["a \"b\".1"] = 1.5;
    study.corrections.clutter_db[10] = -0.75;
    study.corrections.distance = scenario::DistanceSlope{-3.0, 2.25, 0.5, 9.75};
    study.corrections.location_sigma_db = 5.29;
    study.before = {.values = 2, .censored = 1, .bias_db = 1.5, .rmse_db = 3.8, .judged = 2, .hit_rate = 0.5};
  }

  void add(std::size_t measurement, double measured_db, double predicted_db, double corrected_db, std::size_t of) {
    study.compared.used.push_back({.measurement = measurement,
                                   .measured_db = measured_db,
                                   .predicted_db = predicted_db,
                                   .transmitter = of,
                                   .distance_m = 3500.0,
                                   .clutter_class = 10});
    study.corrected_db.push_back(corrected_db);
    study.held_out_db.push_back(corrected_db - 0.5);
  }

  report::CalibrationReport report() const {
    return {.scenario = scenario, .measurements = measurements, .settings = settings, .study = study};
  }

  scenario::Scenario scenario = tests::empty_scenario();
  scenario::Measurements measurements{.file = "/tables/drive.csv", .rows = {}, .notes = {}};
  analysis::CalibrationSettings settings;
  analysis::CalibrationStudy study;
};

std::string text_at(const gis::OutputTable& table, std::size_t row, const std::string& column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name != column) continue;
    const gis::CellValue& value = table.rows[row][i];
    if (const auto* const text = std::get_if<std::string>(&value)) return *text;
    if (const auto* const number = std::get_if<gis::Number>(&value)) return fmt::format("{:.2f}", number->value);
    if (const auto* const whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    return "";
  }
  return "no such column";
}

}  // namespace

TEST_CASE("every text of a calibration has its places to fill, and no others, in both languages") {
  for (const std::string_view language : {"vi", "en"}) {
    CAPTURE(language);
    for (const CalibrationForm& form : kCalibrationForms)
      tests::check_form(report::calibration_wording(language).*form.text, form.holes);
    for (const analysis::CorrectionTerm term : analysis::kCorrectionTerms)
      CHECK(!report::term_words(term, language).empty());
    for (const analysis::LeftOut reason : analysis::kLeftOutReasons)
      CHECK(!report::left_out_words(reason, language).empty());
  }
}

TEST_CASE("pictures say what was found, and not where they are or were made") {
  TinyCalibration tiny;
  const tests::TemporaryFolder folder;
  report::write_calibration(folder.path() / "out", tiny.report());
  for (const char* const name : {"measured_predicted.svg", "residual_distance.svg", "residual_histogram.svg"}) {
    const std::string picture = tests::bytes_of(folder.path() / "out" / name);
    CHECK(tests::contains(picture, "<desc>"));
    CHECK_FALSE(tests::contains(picture, "calibration.toml"));
    CHECK_FALSE(tests::contains(picture, folder.path().string()));
  }
}

TEST_CASE("the file of corrections is read back as it was, names with quotes and points too") {
  TinyCalibration tiny;
  const tests::TemporaryFolder folder;
  report::write_calibration(folder.path() / "out", tiny.report());
  gis::Problems problems;
  const scenario::Calibration read =
      scenario::read_calibration(folder.path() / "out/calibration.toml",
                                 {.cells = tiny.scenario.network.cells,
                                  .land_cover_classes = tiny.scenario.terrain_source.land_cover_classes,
                                  .has_land_cover = true},
                                 problems);
  CHECK(problems.text() == "");
  CHECK(read.cell_db == tiny.study.corrections.cell_db);
  CHECK(read.technology_db[Technology::k4G] == 2.5);
  CHECK(read.clutter_db == tiny.study.corrections.clutter_db);
  CHECK(read.distance->slope_db_per_decade == -3.0);
  CHECK(read.distance->reference_km == 2.25);
  CHECK(read.distance->max_km == 9.75);
  CHECK(read.location_sigma_db == 5.29);
}

TEST_CASE("calibration.json follows its schema, whatever is kept") {
  TinyCalibration tiny;
  std::ifstream file(PHUSONG_SOURCE_DIR "/sim/report/calibration/calibration.schema.json");
  const tests::JsonValidator validator(nlohmann::json::parse(file));
  const tests::TemporaryFolder folder;
  const auto json = [&] {
    report::write_calibration(folder.path(), tiny.report());
    return nlohmann::json::parse(tests::bytes_of(folder.path() / "calibration.json"));
  };
  const nlohmann::json whole = json();
  CHECK(validator.fault(whole) == "");
  CHECK(whole["measurements"]["left_out"]["saturated"] == 1);
  CHECK(whole["measurements"]["file"] == "drive.csv");
  CHECK(whole["corrections"]["cell"][0]["measurements"] == 2);
  CHECK(whole["corrections"]["clutter"][0]["name"] == "tree cover");
  tiny.study.corrections = {};
  tiny.study.fit.technology = {};
  tiny.study.fit.transmitter.assign(2, std::nullopt);
  tiny.study.fit.clutter.assign(1, std::nullopt);
  tiny.study.before = {};
  const nlohmann::json bare = json();
  CHECK(validator.fault(bare) == "");
  CHECK(bare["corrections"]["distance"].is_null());
  CHECK(bare["agreement"]["fitting"]["before"]["hit_rate"].is_null());
}

TEST_CASE("residuals have a row for every measurement, in its own sign, and say why one was not compared") {
  const TinyCalibration tiny;
  const gis::OutputTable table = report::residual_table(tiny.report());
  REQUIRE(table.rows.size() == 4);
  for (const auto& row : table.rows)
    CHECK(row.size() == table.columns.size());
  CHECK(text_at(table, 0, "predicted") == "-95.00");
  CHECK(text_at(table, 0, "residual_before_db") == "5.00");
  CHECK(text_at(table, 0, "residual_after_db") == "1.00");
  CHECK(text_at(table, 1, "at_noise_floor") == "1");
  CHECK(text_at(table, 2, "left_out") == "saturated");
  CHECK(text_at(table, 2, "predicted") == "");
  CHECK(text_at(table, 3, "path_loss_db") == "120.00");
  CHECK(text_at(table, 3, "predicted") == "118.00");
  CHECK(text_at(table, 3, "residual_before_db") == "-2.00");
  CHECK(text_at(table, 3, "fold") == "0");
  CHECK(tests::contains(report::residual_style("en"), "measured over 10 dB stronger"));
}

TEST_CASE("an earlier calibration goes, and nothing else") {
  const TinyCalibration tiny;
  const tests::TemporaryFolder folder;
  report::write_calibration(folder.path(), tiny.report());
  std::ofstream(folder.path() / "notes.txt") << "mine";
  report::clear_calibration(folder.path());
  CHECK(!std::filesystem::exists(folder.path() / "calibration.toml"));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("the summary says in both languages what helps and where it is") {
  TinyCalibration tiny;
  tiny.scenario.options.report.language = "en";
  tiny.scenario.folder = "province/scenario";
  const std::string english = report::calibration_summary(tiny.report(), "province/out");
  CHECK(tests::contains(english, "kept: per technology"));
  CHECK(tests::contains(english, "1 left out: the receiver is saturated"));
  CHECK(tests::contains(english, "calibration = \"../out/calibration.toml\""));
  tiny.scenario.options.report.language = "vi";
  tiny.study.trials[0].gain.is_kept = false;
  CHECK(tests::contains(report::calibration_summary(tiny.report(), "out"), "không ghi gì cả"));
}
