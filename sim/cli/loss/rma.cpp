#include "propagation/rma/rma.h"

#include "sim/cli/loss/models.h"
#include "sim/cli/loss/profile_fields.h"

namespace phusong::loss {

namespace rma_model = propagation::rma;

Answer rma(const Fields& fields) {
  const OwnedProfile profile = profile_of(fields);
  const rma_model::MedianLoss result =
      rma_model::median_loss({.profile = profile.view(),
                              .tx_height_m = fields.number(kTxHeightM),
                              .rx_height_m = fields.number(kRxHeightM),
                              .frequency_mhz = fields.number(kFrequencyMhz),
                              .delta_n = fields.number_or(kDeltaN, rma_model::ProfileInput{}.delta_n),
                              .surroundings = {.building_height_m = fields.number_or("building_height_m", 5.0),
                                               .street_width_m = fields.number_or("street_width_m", 20.0)}});
  Answer answer{.loss_db = result.loss_db, .violations = result.violations};
  answer.intermediates = {{"line_of_sight", result.line_of_sight},
                          {"line_of_sight_db", result.line_of_sight_db},
                          {"breakpoint_m", result.breakpoint_m}};
  return answer;
}

}  // namespace phusong::loss
