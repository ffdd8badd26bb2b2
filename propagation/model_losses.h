#pragma once

#include <optional>
#include <span>

#include "propagation/point_to_point.h"

/// How each model answers path_losses(): one function and one file a model. `losses` has an entry for each
/// frequency, without violations as yet; the query has been checked. What is returned is departure_angle_rad() where
/// the model finds it on its way.
namespace phusong::propagation {

using ModelLosses = std::optional<double>(const PathQuery& query, const PropagationSettings& settings,
                                          std::span<const double> frequencies_mhz, std::span<PathLoss> losses);

ModelLosses p1812_losses;
ModelLosses itm_losses;
ModelLosses ehata_losses;
ModelLosses rma_losses;
ModelLosses free_space_losses;

}  // namespace phusong::propagation
