#include "propagation/p2109/building_entry.h"
#include "sim/cli/loss/models.h"

namespace phusong::loss {

namespace p2109_model = propagation::p2109;

namespace {

// By the published files' number, or by the name of scenario files.
p2109_model::BuildingClass building_class_of(const Fields& fields) {
  constexpr std::string_view kNumber = "building_class_1trad_2thermal";
  if (fields.has(kNumber)) return p2109_model::building_class_from_code(fields.whole(kNumber));
  const std::string name = fields.text_or("building_class", "traditional");
  if (const auto building_class = p2109_model::building_class_from_name(name)) return *building_class;
  throw FieldError("unknown building_class '" + name + "' (allowed: traditional, thermally_efficient)");
}

}  // namespace

Answer p2109(const Fields& fields) {
  const p2109_model::EntryLoss loss =
      p2109_model::building_entry_loss({.frequency_ghz = fields.number(kFrequencyMhz) / 1000.0,
                                        .building_class = building_class_of(fields),
                                        .p_percent = fields.number(kPercent),
                                        .elevation_deg = fields.number_or(kElevationDeg, 0.0)});
  return {.loss_db = loss.loss_db,
          .violations = loss.violations,
          .intermediates = {{"L_BEL_dB", loss.loss_db},
                            {"L_ref_dB", loss.loss_db},
                            {"L_matlab_dB", loss.loss_db},
                            {"L_h_dB", loss.median_horizontal_db},
                            {"L_e_dB", loss.elevation_db},
                            {"mu1_dB", loss.mu1_db},
                            {"mu2_dB", loss.mu2_db},
                            {"sigma1_dB", loss.sigma1_db},
                            {"sigma2_dB", loss.sigma2_db}},
          .in_columns = true};
}

}  // namespace phusong::loss
