#pragma once

#include "propagation/ehata/ehata.h"

// Okumura's corrections for the terrain of a path, in dB of field strength: positive means less loss.
namespace phusong::propagation::ehata {

/// An isolated ridge between the ends (Okumura 4.2, figures 31 and 32). From 2 km behind the ridge on it brings no
/// gain: the clamp of version 3.2.
double isolated_ridge_db(double base_to_ridge_km, double mobile_to_ridge_km, double ridge_height_m);

/// Rolling hills: the median over a stretch of them (Okumura 4.1, figure 27), Δh at least 15 m,
double rolling_hills_db(double delta_h_m);
/// and where among them the mobile stands (figure 29), Δh at least 10 m.
double rolling_hills_position_db(const Result& terrain, double mobile_ground_m);

/// The general slope of the ground at the mobile (Okumura 4.3, figure 34).
double slope_db(double slope_mrad, double distance_km);

/// A path over land and sea (Okumura 4.4, figure 35).
double mixed_path_db(const Result& terrain);

}  // namespace phusong::propagation::ehata
