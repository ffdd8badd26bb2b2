#pragma once

#include <string_view>

#include "sim/cli/loss/answer.h"

// The models that `phusong loss` reaches, one adaptor file a family.
namespace phusong::loss {

Model p1812, itm, ehata, rma, free_space;                                  // over a terrain profile
Model p526, p526_knife_edge, p526_rounded_obstacle, p526_spherical_earth;  // diffraction
Model hata, cost231, itm_area;                                             // without a profile
Model p2108_height_gain, p2108_terrestrial, p2108_slant, p2109;            // at a terminal
Model p530, p838;                                                          // microwave hops
Model antenna_38901, antenna_m2101, antenna_36942;

/// Throws FieldError for a name that is no model's.
Model& model_named(std::string_view name);

}  // namespace phusong::loss
