#include <doctest/doctest.h>

#include "propagation/p2109/building_entry.h"
#include "tests/propagation/reference_profiles.h"
#include "tests/propagation/worst.h"
#include "tests/shared_folder.h"

using namespace phusong::propagation;
using namespace phusong::tests;

namespace {

void compare(const std::filesystem::path& file, const std::string& column, Worst& worst) {
  for (const auto& row : read_csv(file)) {
    const int building_class = std::stoi(row.at("building_class_1trad_2thermal"));
    const double loss_db =
        p2109::building_entry_loss({.frequency_ghz = std::stod(row.at("f_GHz")),
                                    .building_class = p2109::building_class_from_code(building_class),
                                    .p_percent = std::stod(row.at("p_percent")),
                                    .elevation_deg = std::stod(row.at("elevation_deg"))})
            .loss_db;
    worst.add(loss_db, std::stod(row.at(column)), 1e-3, row.at("f_GHz") + " GHz, " + row.at("p_percent") + " %");
  }
}

}  // namespace

TEST_CASE("P.2109 meets its reference values") {
  const auto shared = shared_folder("P.2109 meets its reference values");
  if (!shared) return;
  Worst sample("p2109/crc_validation_sample"), workbook("p2109/official_itu_workbook");
  compare(*shared / "reference/p2109/crc_validation_sample.csv", "L_BEL_dB", sample);
  compare(*shared / "reference/p2109/official_itu_workbook.csv", "L_matlab_dB", workbook);
  CHECK(sample.holds());
  CHECK(workbook.holds());
}
