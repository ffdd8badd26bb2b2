#include "sim/analysis/calibration/calibration_study.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "sim/coverage/coverage.h"
#include "tests/coverage/tiny_world.h"

using namespace phusong;
using analysis::CorrectionTerm;
using tests::at;

namespace {

/// Two masts among hills of which the northern half is class 10 and the southern class 30.
struct MeasuredWorld {
  MeasuredWorld() {
    const gis::Terrain hills = tests::hills();
    std::vector<std::int32_t> classes(hills.grid().cell_count());
    for (std::size_t i = 0; i < classes.size(); ++i)
      classes[i] = i < classes.size() / 2 ? 10 : 30;
    terrain = gis::Terrain(hills.grid(), hills.ground_m(), {}, {}, std::move(classes));
    for (const auto& [id, place] : {std::pair("a", at(3000, 3000)), std::pair("b", at(9000, 8000))}) {
      const std::size_t site = tests::add_site(scenario, id, place);
      tests::add_cell(scenario, std::string(id) + "4", site, network::Technology::k4G, 60.0);
      tests::add_cell(scenario, std::string(id) + "3", site, network::Technology::k3G, 60.0);
    }
  }

  void measure(std::size_t cell, gis::MapPoint place, double level_dbm = -90.0) {
    measurements.rows.push_back({.row = static_cast<long>(measurements.rows.size()) + 2,
                                 .lon_lat = scenario.crs.to_lon_lat(place),
                                 .position = place,
                                 .cell = cell,
                                 .value = level_dbm});
  }

  /// Levels at random places; `truth` says what they are beside the prediction.
  template <class Truth>
  void drive(std::size_t count, double sigma_db, Truth truth) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> coordinate(200.0, 11800.0);
    for (std::size_t i = 0; i < count; ++i)
      measure(i % 4, at(coordinate(random), coordinate(random)));
    const auto compared = compare();
    REQUIRE(compared.dropped.empty());
    std::normal_distribution<double> normal(0.0, sigma_db);
    for (const analysis::Compared& of : compared.used) {
      scenario::Measurement& measured = measurements.rows[of.measurement];
      measured.value = of.predicted_db + truth(of, *measured.cell) + normal(random);
    }
  }

  analysis::ComparedMeasurements compare() const {
    progress::Progress progress;
    analysis::MeasurementFilter all;
    all.min_distance_m = 0.0;
    all.max_bearing_error_deg = 90.0;
    all.saturation_dbm.values.fill(100.0);
    all.noise_floor_dbm.values.fill(-400.0);
    return analysis::compare_measurements(scenario, terrain, measurements, all, progress);
  }

  analysis::CalibrationStudy study() const {
    progress::Progress progress;
    analysis::CalibrationSettings settings;
    settings.filter.min_distance_m = 0.0;
    settings.filter.max_bearing_error_deg = 90.0;
    settings.filter.saturation_dbm.values.fill(100.0);
    return analysis::study_calibration(scenario, terrain, measurements, settings, progress);
  }

  scenario::Scenario scenario = tests::empty_scenario();
  gis::Terrain terrain = tests::flat_terrain(2);
  scenario::Measurements measurements{.file = "drive.csv", .rows = {}, .notes = {}};
};

bool is_kept(const analysis::CalibrationStudy& study, CorrectionTerm term) {
  for (const analysis::TermTrial& trial : study.trials)
    if (trial.term == term) return trial.gain.is_kept;
  return false;
}

std::vector<std::string_view> reasons_of(const analysis::ComparedMeasurements& compared) {
  std::vector<std::string_view> reasons;
  for (const auto& dropped : compared.dropped)
    reasons.push_back(name_of(dropped.reason));
  return reasons;
}

}  // namespace

TEST_CASE("the prediction at a sample point is to the last bit the level that coverage has there") {
  MeasuredWorld world;
  tests::add_hamlet(world.scenario, "H", at(6000, 6500));
  progress::Progress progress;
  const auto coverage = coverage::compute_coverage(world.scenario, world.terrain, {.keep_levels = true}, progress);
  std::vector<double> levels_dbm;
  for (const coverage::PointLevel& level : coverage.point_levels) {
    const coverage::SamplePoint& point = coverage.points[static_cast<std::size_t>(level.point)];
    world.measure(level.cell, point.position());
    world.measurements.rows.back().lon_lat = {point.lon_deg, point.lat_deg};
    levels_dbm.push_back(level.level_dbm);
  }
  const auto compared = world.compare();
  REQUIRE(compared.used.size() >= 19);
  for (std::size_t i = 0; i < levels_dbm.size(); ++i)
    CHECK(compared.used[i].predicted_db == levels_dbm[i]);
}

TEST_CASE("measurements are left out by reason, and those at the noise floor are kept as limits") {
  MeasuredWorld world;
  world.measure(0, at(3000, 5000), -43.0);   // saturated
  world.measure(0, at(3050, 3000));          // 50 m from the mast
  world.measure(0, at(3110, 3000));          // 10 m are 5.2° there
  world.measure(0, at(3000, 3120));          // and 4.8° here
  world.measure(0, at(3000, 5000), -140.0);  // the least that is reported
  world.measure(0, at(3000, 5000), -139.9);
  world.scenario.options.propagation.max_range_km.values.fill(5.0);
  world.measure(0, at(9000, 8000));
  progress::Progress progress;
  const auto compared = analysis::compare_measurements(world.scenario, world.terrain, world.measurements, {}, progress);
  CHECK(reasons_of(compared) == std::vector<std::string_view>{"saturated", "near_mast", "bearing", "beyond_range"});
  REQUIRE(compared.used.size() == 3);
  CHECK(!compared.used[0].is_censored);
  CHECK(compared.used[1].is_censored);
  CHECK(!compared.used[2].is_censored);
  CHECK(compared.used[0].clutter_class == 30);
}

TEST_CASE("a technology, or a transmitter of its own, of which nothing is above the noise floor tells no offset") {
  MeasuredWorld world;
  world.measure(0, at(3000, 5000), -100.0);  // 4G
  world.measure(1, at(3000, 5000), -120.0);  // 3G, the least that is reported
  world.measure(2, at(3000, 5000), -140.0);  // 4G
  world.measure(3, at(3000, 5000), -125.0);
  const gis::LonLat mast = world.scenario.network.sites[0].lon_lat;
  for (const double eirp_dbm : {30.0, 40.0, 40.0}) {
    world.measure(0, at(6000, 6500), world.measurements.rows.size() == 6 ? -90.0 : -120.0);
    world.measurements.rows.back().cell.reset();
    world.measurements.rows.back().transmitter = {.lon_deg = mast.lon_deg,
                                                  .lat_deg = mast.lat_deg,
                                                  .height_m = 40.0,
                                                  .eirp_dbm = eirp_dbm,
                                                  .frequency_mhz = 900.0};
  }
  progress::Progress progress;
  const auto compared = analysis::compare_measurements(world.scenario, world.terrain, world.measurements,
                                                       {.own_floor_dbm = -120.0}, progress);
  std::vector<std::size_t> dropped;
  for (const auto& one : compared.dropped)
    dropped.push_back(one.measurement);
  CHECK(dropped == std::vector<std::size_t>{1, 3, 4});
  CHECK(reasons_of(compared) == std::vector<std::string_view>(3, "all_at_floor"));
}

TEST_CASE("measurements of another network bring nothing that a scenario would not take") {
  const auto study_of = [](double sigma_db, double offset_db) {
    MeasuredWorld world;
    world.drive(600, sigma_db, [offset_db](const analysis::Compared&, std::size_t) { return offset_db; });
    return world.study();
  };
  CHECK(study_of(8.0, 20.0).helps());
  const analysis::CalibrationStudy wide = study_of(45.0, 0.0);
  CHECK(wide.sigma_gain.is_kept);
  CHECK_FALSE(wide.is_plausible());
  CHECK_FALSE(wide.helps());
  const analysis::CalibrationStudy far = study_of(8.0, 75.0);
  CHECK(is_kept(far, CorrectionTerm::kTechnology));
  CHECK_FALSE(far.is_plausible());
  CHECK_FALSE(far.helps());
}

TEST_CASE("a receiver off the terrain or in a void, and a transmitter off it, are errors with their rows") {
  MeasuredWorld world;
  std::vector<float> ground_m = world.terrain.ground_m();
  ground_m[world.terrain.grid().index(60, 60)] = std::nanf("");
  world.terrain = gis::Terrain(world.terrain.grid(), std::move(ground_m));
  world.measure(0, at(5000, 5000));
  world.measure(0, at(50000, 5000));
  world.measure(0, world.terrain.grid().centre_of(60, 60));
  world.measurements.rows.push_back({.row = 9, .position = at(5000, 5000), .transmitter = {.height_m = 30.0}});
  try {
    world.compare();
    FAIL("no error");
  } catch (const gis::InputError& error) {
    const std::vector<gis::Problem>& problems = error.problems().all();
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].line == 3);
    CHECK(problems[1].line == 4);
    CHECK(problems[2].line == 9);
    CHECK(problems[2].key == "tx_lon_deg");
  }
}

TEST_CASE("a path loss is compared with the loss of the path, and a level of a transmitter of its own by its EIRP") {
  MeasuredWorld world;
  const gis::LonLat mast = world.scenario.network.sites[0].lon_lat;
  const scenario::MeasuredTransmitter own{
      .lon_deg = mast.lon_deg, .lat_deg = mast.lat_deg, .height_m = 40.0, .eirp_dbm = 33.0, .frequency_mhz = 900.0};
  world.measure(0, at(6000, 6500));
  world.measure(0, at(6000, 6500), 120.0);
  world.measurements.rows[1].is_path_loss = true;
  world.measure(0, at(6000, 6500));
  world.measurements.rows[2].cell.reset();
  world.measurements.rows[2].transmitter = own;
  const auto compared = world.compare();
  REQUIRE(compared.used.size() == 3);
  const double loss_db = -compared.used[1].predicted_db;
  CHECK(loss_db > 80.0);
  CHECK(compared.used[1].measured_db == -120.0);
  CHECK(compared.used[2].predicted_db == doctest::Approx(33.0 - loss_db).epsilon(1e-6));
  CHECK(!compared.transmitters[compared.used[2].transmitter]);
  CHECK(compared.used[0].transmitter != compared.used[2].transmitter);
}

TEST_CASE("corrections that are there are found, and lower the error on held-out ground") {
  MeasuredWorld world;
  world.drive(2000, 6.0, [](const analysis::Compared& of, std::size_t cell) {
    constexpr double kCells[] = {2.5, -2.0, -2.5, 2.0};
    return -4.0 + kCells[cell] + (of.clutter_class == 10 ? -3.0 : 3.0);
  });
  const analysis::CalibrationStudy study = world.study();
  CHECK(study.helps());
  CHECK(is_kept(study, CorrectionTerm::kTechnology));
  CHECK(is_kept(study, CorrectionTerm::kClutter));
  CHECK(is_kept(study, CorrectionTerm::kCell));
  CHECK(study.corrections.technology_db[network::Technology::k4G] == doctest::Approx(-4.0).epsilon(0.25));
  CHECK(study.corrections.cell_db.at("a4") == doctest::Approx(2.5).epsilon(0.3));
  CHECK(study.corrections.clutter_db.at(10) == doctest::Approx(-3.0).epsilon(0.25));
  CHECK(std::abs(study.before.bias_db) > 3.5);
  CHECK(std::abs(study.held_out_after.bias_db) < 0.5);
  CHECK(study.held_out_after.rmse_db < study.before.rmse_db - 1.5);
  CHECK(study.held_out_after.rmse_db == doctest::Approx(6.0).epsilon(0.06));
  CHECK(study.after.rmse_db <= study.held_out_after.rmse_db);
}

TEST_CASE("a slope with distance is found, and holds beyond the distances that were measured") {
  MeasuredWorld world;
  world.drive(2000, 5.0,
              [](const analysis::Compared& of, std::size_t) { return -12.0 * std::log10(of.distance_m / 4000.0); });
  const analysis::CalibrationStudy study = world.study();
  REQUIRE(study.corrections.distance);
  CHECK(study.corrections.distance->slope_db_per_decade == doctest::Approx(-12.0).epsilon(0.12));
  CHECK(study.corrections.distance->min_km < 1.5);
  CHECK(study.corrections.distance->max_km > 9.0);
}

TEST_CASE("where measurements are as predicted no correction is kept") {
  MeasuredWorld world;
  world.scenario.options.service.model_sigma_db = 0.0;
  world.scenario.options.propagation.corrections.location_sigma_db = 6.0;  // and so is their spread
  world.drive(1200, 6.0, [](const analysis::Compared&, std::size_t) { return 0.0; });
  const analysis::CalibrationStudy study = world.study();
  for (const analysis::TermTrial& trial : study.trials)
    CHECK(!trial.gain.is_kept);
  CHECK(!study.sigma_gain.is_kept);
  CHECK(!study.helps());
}

TEST_CASE("the spread that was measured, less the model's, stands for the location variability") {
  MeasuredWorld world;
  world.scenario.options.service.model_sigma_db = 6.0;
  world.drive(1500, 10.0, [](const analysis::Compared&, std::size_t) { return 0.0; });
  const analysis::CalibrationStudy study = world.study();
  REQUIRE(study.corrections.location_sigma_db);
  CHECK(*study.corrections.location_sigma_db == doctest::Approx(8.0).epsilon(0.07));
}

TEST_CASE("measurements of one block of ground hold nothing out, which is an error") {
  MeasuredWorld world;
  world.measure(0, at(5000, 5000));
  world.measure(0, at(5010, 5000));
  CHECK_THROWS_AS(world.study(), gis::InputError);
}
