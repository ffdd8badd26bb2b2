#pragma once

namespace phusong::propagation::p526 {

/// J(ν), the loss of a single knife edge in dB, P.526 Eq. (31) (P.1812 Eq. (12)); 0 for ν ≤ −0.78.
double knife_edge_loss_db(double nu);

/// ν of an edge `height_m` above the straight line between the terminals (negative: below it), P.526 Eq. (26).
double knife_edge_nu(double height_m, double distance_1_m, double distance_2_m, double wavelength_m);

}  // namespace phusong::propagation::p526
