#pragma once

#include "propagation/p530/hop.h"
#include "propagation/p530/rain.h"

namespace phusong::propagation::p530 {

/// A hop in its climate, and the fade that it can take.
struct AvailabilityQuery {
  Hop hop;
  double p0_percent = 0.0;  ///< multipath occurrence factor of the worst month, see multipath.h
  RainQuery rain;
  double fade_margin_db = 0.0;
};

/// Percentages of an average year, but for the first.
struct Availability {
  double multipath_worst_month_percent = 0.0;
  double multipath_percent = 0.0;
  double rain_percent = 0.0;
  double availability_percent = 0.0;
};

/// Fades by multipath and by rain do not come together: their outages add (P.530-18, section 7).
Availability availability(const AvailabilityQuery& query);

}  // namespace phusong::propagation::p530
