#include "propagation/p530/availability.h"

#include "propagation/p530/multipath.h"

namespace phusong::propagation::p530 {

Availability availability(const AvailabilityQuery& query) {
  Availability result{.multipath_worst_month_percent = any_fade_percent(query.p0_percent, query.fade_margin_db),
                      .multipath_percent = any_fade_annual_percent(query.p0_percent, query.hop, query.fade_margin_db),
                      .rain_percent = RainAttenuation(query.rain).percent_exceeding(query.fade_margin_db)};
  result.availability_percent = 100.0 - result.multipath_percent - result.rain_percent;
  return result;
}

}  // namespace phusong::propagation::p530
