#include "propagation/p1812/p1812.h"

#include "propagation/p1812/intermediates.h"
#include "propagation/p1812/limits.h"
#include "propagation/p1812/location_variability.h"
#include "sim/cli/loss/models.h"
#include "sim/cli/loss/profile_fields.h"

namespace phusong::loss {

namespace p1812_model = propagation::p1812;

namespace {

double sigma_location_db(const Fields& fields, const OwnedProfile& profile, double rx_height_m) {
  if (const auto given_db = fields.optional_number(kSigmaLocationDb)) return *given_db;
  constexpr double kCellM = 100.0;
  std::optional<double> clutter_m;
  if (!profile.clutter_m.empty()) clutter_m = profile.clutter_m.back();
  return p1812_model::sigma_location_db(fields.number(kFrequencyMhz), kCellM, clutter_m, rx_height_m);
}

}  // namespace

Answer p1812(const Fields& fields) {
  const OwnedProfile profile = profile_of(fields);
  const p1812_model::Path path{.profile = profile.view(),
                               .tx_height_m = fields.number(kTxHeightM),
                               .rx_height_m = fields.number(kRxHeightM),
                               .latitude_deg = fields.number(kLatitudeDeg),
                               .delta_n = fields.number(kDeltaN),
                               .n0 = fields.number(kN0),
                               .dct_km = fields.number_or("dct_km", 500.0),
                               .dcr_km = fields.number_or("dcr_km", 500.0)};
  const p1812_model::Request request{.frequency_mhz = fields.number(kFrequencyMhz),
                                     .time_percent = fields.number_or(kTimePercent, 50.0),
                                     .polarization = polarization_of(fields),
                                     .location_percent = fields.number_or(kLocationPercent, 50.0),
                                     .sigma_location_db = sigma_location_db(fields, profile, path.rx_height_m)};
  const p1812_model::Geometry geometry = p1812_model::geometry_of(path, p1812_model::ForTime::kAny);
  const p1812_model::BasicLoss loss = p1812_model::basic_loss(geometry, request);

  Answer answer{.loss_db = loss.lb_db};
  p1812_model::check_limits(path, request, answer.violations);
  for (const auto& [name, value] : p1812_model::intermediates(geometry, loss))
    answer.intermediates.emplace_back(name, value);
  answer.intermediates.emplace_back("E_1kW_dBuV_per_m",
                                    p1812_model::field_strength_dbuv_per_m(request.frequency_mhz, loss.lb_db));
  answer.intermediates.emplace_back("path_centre_lat_deg", path.latitude_deg);
  answer.intermediates.emplace_back("sigma_L_dB", request.sigma_location_db);
  return answer;
}

}  // namespace phusong::loss
