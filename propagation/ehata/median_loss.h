#pragma once

#include "propagation/ehata/ehata.h"

namespace phusong::propagation::ehata {

/// Median basic transmission loss over quasi-smooth ground (TR-15-517, A-1 to A-13) from the effective heights in
/// `result`; sets the attenuations and the breakpoint there.
double median_loss_db(const Input& input, Result& result);

/// σ of the loss over locations (TR-15-517, A-17): 2 dB more outside cities.
double location_deviation_db(double frequency_mhz, Environment environment);

}  // namespace phusong::propagation::ehata
