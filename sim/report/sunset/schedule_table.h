#pragma once

#include "gis/vector_writer.h"
#include "sim/network/network.h"
#include "sim/sunset/outcome/sunset_outcome.h"

namespace phusong::report {

/// schedule.csv: the steps of the crews' work, in the order of the outcome.
gis::OutputTable schedule_table(const network::Network& network, const sunset::SunsetOutcome& outcome);

/// guard.csv: the cells that each refarmed carrier has to wait for, each at the point where it is heard loudest.
gis::OutputTable guard_table(const network::Network& network, const sunset::SunsetOutcome& outcome);

}  // namespace phusong::report
