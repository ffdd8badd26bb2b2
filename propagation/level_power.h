#pragma once

#include <span>

namespace phusong::propagation {

/// Power in mW of a level in dBm, in single precision, to 4e-6 of its value (2e-5 dB) between −250 and 50 dBm. 0 for
/// NaN and below −379 dBm. The same bits as in add_power().
float milliwatts_from_dbm(float level_dbm);

/// Adds factor · power in mW of each level to the sum at its place; a level that is NaN adds nothing. The spans are as
/// long as each other. The same bits on every machine.
void add_power(std::span<const float> level_dbm, double factor, std::span<double> sum_mw);

/// Whether any of the losses is at most that; NaN is none.
bool any_within(std::span<const float> loss_db, float most_db);

}  // namespace phusong::propagation
