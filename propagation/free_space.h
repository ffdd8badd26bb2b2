#pragma once

namespace phusong::propagation {

/// Basic transmission loss of free space in dB, P.525 Eq. (4), with the constant of P.1812 Eq. (8).
/// `distance_km`: between the antennas, > 0.
double free_space_loss_db(double frequency_mhz, double distance_km);

/// Straight line between two antennas, in km, for antennas `distance_km` apart on the ground.
double slant_distance_km(double distance_km, double tx_height_amsl_m, double rx_height_amsl_m);

}  // namespace phusong::propagation
